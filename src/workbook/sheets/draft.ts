/** 报告草稿: the words of the monthly report, to be shortened or reworded by the office before it goes. */
import { columnLetter } from '../../spreadsheet/cell.ts';
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export type DraftKey =
  | 'period'
  | 'section'
  | 'task'
  | 'subject'
  | 'edited'
  | 'use'
  | 'note'
  | 'source'
  | 'part'
  | 'mark';

export const draftSheet = declareSheet<DraftKey>({
  key: 'draft',
  title: '报告草稿',
  frozenRows: 1,
  frozenColumns: 4,
  tabColor: PALETTE.office,
  guard: 'office',
  columns: [
    textColumn('period', '月份', { width: 76, author: 'script', align: 'center', explain: '哪个月的报告。' }),
    textColumn('section', '部分', {
      width: 120,
      author: 'script',
      choices: { kind: 'list', choices: ['引言', '一、工作开展情况', '二、存在问题', '三、下步打算'] },
      explain: '报告的哪一部分。自己加的行写在表的末尾，选好部分即可。',
    }),
    textColumn('task', '任务', { width: 170, author: 'script', explain: '属于哪一项任务；不分任务的留空。' }),
    textColumn('subject', '部门或事项', { width: 110, author: 'script', explain: '哪个部门的文字，或说的是什么事。' }),
    textColumn('edited', '报告用文字', {
      aliases: ['改后文字'],
      width: 420,
      author: 'office',
      explain: '要压缩或改写就写在这里；空着就用右边的原文。重新生成时保留。',
    }),
    textColumn('use', '写入报告', {
      width: 76,
      author: 'office',
      align: 'center',
      choices: { kind: 'list', choices: ['是', '否'] },
      explain: '选“否”，这一段不写入报告；空着算“是”。',
    }),
    textColumn('note', '提示', {
      width: 170,
      author: 'script',
      explain: '原文在您改写之后又变了，会在这里提示。核对后把提示删掉，或再改一次文字。',
    }),
    textColumn('source', '原文', {
      width: 420,
      author: 'script',
      explain: '各部门报送的原文，或按汇总数据写成的文字。',
    }),
    textColumn('part', '段', {
      width: 44,
      author: 'script',
      align: 'center',
      explain: '原文太长时分成几段，连起来就是全文。',
    }),
    textColumn('mark', '标识', { width: 90, author: 'script', explain: '用来认出原文有没有变，请勿改动。' }),
  ],
  rules: (columnAt) => [
    {
      fromColumn: columnAt('period'),
      toColumn: columnAt('note'),
      fromRow: 2,
      when: { kind: 'formula', formula: `=LEFT($${columnLetter(columnAt('note'))}2,1)="▲"` },
      look: { background: PALETTE.overdue, color: PALETTE.overdueInk },
    },
    {
      fromColumn: columnAt('period'),
      toColumn: columnAt('note'),
      fromRow: 2,
      when: { kind: 'formula', formula: `=$${columnLetter(columnAt('use'))}2="否"` },
      look: { color: PALETTE.quiet },
    },
  ],
});
