/** 文书模板: an office's own Word templates, kept in the workbook because the add-on sees no other file. Hidden: not for reading. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export type TemplateKey = 'kind' | 'file' | 'part' | 'parts' | 'content' | 'mark';

export const templatesSheet = declareSheet<TemplateKey>({
  key: 'templates',
  title: '文书模板',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: PALETTE.record,
  guard: 'office',
  hidden: true,
  columns: [
    textColumn('kind', '文书', { width: 100, author: 'script', explain: '用于哪一种文书。' }),
    textColumn('file', '文件名', { width: 200, author: 'script', explain: '导入时的文件名。' }),
    textColumn('part', '段', { width: 50, author: 'script', align: 'center', explain: '文件分段存放，这是第几段。' }),
    textColumn('parts', '共几段', { width: 60, author: 'script', align: 'center', explain: '一共几段。' }),
    textColumn('content', '内容', {
      width: 200,
      author: 'script',
      wrap: false,
      explain: '文件内容（Base64），请勿改动；更换模板请用菜单“生成报告”。',
    }),
    textColumn('mark', '校验', { width: 150, author: 'script', explain: '用来检查各段是否完整。' }),
  ],
});
