/** 使用说明: the first sheet, which explains the workbook to the person who opens it. Its rows are made by `workbook/guide.ts`. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const guideSheet = declareSheet({
  key: 'guide',
  title: '使用说明',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: PALETTE.record,
  guard: 'office',
  columns: [
    textColumn('topic', '谁看什么', { width: 160, author: 'script', explain: '按您的角色往下看。' }),
    textColumn('text', '怎么做', { width: 760, author: 'script', explain: '一句话一步。' }),
  ],
});
