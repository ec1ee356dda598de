/** 设置: key, value, explanation. The rows themselves are declared in `workbook/settings.ts`. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const settingsSheet = declareSheet({
  key: 'settings',
  title: '设置',
  frozenRows: 1,
  frozenColumns: 1,
  tabColor: PALETTE.office,
  guard: 'office',
  columns: [
    textColumn('label', '设置项', {
      aliases: ['项目', '名称'],
      width: 200,
      author: 'office',
      explain: '请勿改动本列文字。',
    }),
    textColumn('value', '值', { aliases: ['内容', '设置值'], width: 360, author: 'office', explain: '在这里修改。' }),
    textColumn('explain', '说明', { width: 480, author: 'office', explain: '每一项怎么填。' }),
  ],
});
