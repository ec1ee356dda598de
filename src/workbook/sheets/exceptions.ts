/** 迟报申请: a department asks to hand in after its rows have closed; the office grants it until a day. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

const DECISION_CHOICES = ['同意', '不同意'] as const;

export const exceptionsSheet = declareSheet({
  key: 'exceptions',
  title: '迟报申请',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: PALETTE.department,
  guard: 'byColumn',
  columns: [
    textColumn('period', '月份', {
      width: 80,
      author: 'department',
      align: 'center',
      explain: '要补报哪个月，例如 2023-05。',
    }),
    textColumn('department', '部门', {
      width: 140,
      author: 'department',
      choices: { kind: 'column', sheet: 'departments', column: 'name' },
      explain: '本部门名称，可从下拉框选。',
    }),
    textColumn('why', '申请理由', { width: 320, author: 'department', explain: '为什么要迟报。' }),
    textColumn('applicant', '申请人', { width: 90, author: 'department', explain: '姓名。' }),
    textColumn('decision', '审批', {
      width: 80,
      author: 'office',
      align: 'center',
      choices: { kind: 'list', choices: DECISION_CHOICES },
      strict: true,
      explain: '办公室填写：同意、不同意。',
    }),
    textColumn('until', '准许到', {
      aliases: ['延至', '延期至'],
      width: 100,
      author: 'office',
      align: 'center',
      explain: '同意的，写可以填到哪一天（含当天），例如 2023-06-02；到期自动收回。',
    }),
    textColumn('remark', '审批说明', { width: 220, author: 'office', explain: '给部门的说明，可留空。' }),
  ],
});
