/** 撤销记录: what the last command replaced, kept so that it can be put back. Hidden: not for reading. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const undoSheet = declareSheet({
  key: 'undo',
  title: '撤销记录',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: PALETTE.record,
  guard: 'office',
  hidden: true,
  columns: [
    textColumn('content', '内容', {
      width: 400,
      author: 'script',
      wrap: false,
      explain: '上一步操作替换掉的内容，供“撤销上一步”使用，请勿改动。',
    }),
  ],
});
