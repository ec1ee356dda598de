/** 操作日志: who did what, when, with what result. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const logSheet = declareSheet({
  key: 'log',
  title: '操作日志',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: PALETTE.record,
  guard: 'office',
  columns: [
    textColumn('time', '时间', { width: 150, author: 'script', align: 'center', explain: '执行时间。' }),
    textColumn('who', '操作人', { width: 200, author: 'script', explain: '执行人账号。' }),
    textColumn('command', '操作', { width: 120, author: 'script', explain: '执行的命令。' }),
    textColumn('result', '结果', { width: 520, author: 'script', explain: '执行结果和数量。' }),
  ],
});
