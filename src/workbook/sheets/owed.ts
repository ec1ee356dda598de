/** 缺报清单: who owes what now. Made anew by every consolidation. */

import { columnLetter } from '../../spreadsheet/cell.ts';
import type { LiveRule } from '../../spreadsheet/look.ts';
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const owedSheet = declareSheet({
  key: 'owed',
  title: '缺报清单',
  frozenRows: 1,
  frozenColumns: 2,
  tabColor: PALETTE.generated,
  guard: 'office',
  columns: [
    textColumn('period', '月份', { width: 80, author: 'script', align: 'center', explain: '欠报的月份。' }),
    textColumn('department', '部门', { width: 140, author: 'script', explain: '欠报的部门。' }),
    textColumn('task', '任务', { width: 300, author: 'script', explain: '欠报的任务。' }),
    textColumn('role', '职责', { width: 60, author: 'script', align: 'center', explain: '牵头或责任。' }),
    textColumn('deadline', '截止日期', { width: 100, author: 'script', align: 'center', explain: '应报的截止日期。' }),
    textColumn('status', '状态', {
      width: 110,
      author: 'script',
      align: 'center',
      explain: '○待报：未到期；▲缺报：已逾期；◐草稿：缺佐证；↩退回：待重报。',
    }),
    textColumn('daysOverdue', '逾期天数', {
      width: 80,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '截至汇总时已逾期几天。',
    }),
    textColumn('contact', '联系人', { width: 90, author: 'script', explain: '部门联系人。' }),
    textColumn('mail', '邮箱', { width: 200, author: 'script', explain: '联系人邮箱。' }),
  ],
  rules: (columnAt) => [
    stateRule('▲', columnAt('status'), { background: PALETTE.overdue, color: PALETTE.overdueInk }),
    stateRule('↩', columnAt('status'), { background: PALETTE.returned, color: PALETTE.returnedInk }),
    stateRule('○', columnAt('status'), { background: PALETTE.waiting }),
    stateRule('◐', columnAt('status'), { background: PALETTE.waiting }),
  ],
});

function stateRule(symbol: string, column: number, look: LiveRule['look']): LiveRule {
  const formula = `=LEFT($${columnLetter(column)}2,1)="${symbol}"`;
  return { fromColumn: 0, toColumn: column + 1, fromRow: 2, when: { kind: 'formula', formula }, look };
}
