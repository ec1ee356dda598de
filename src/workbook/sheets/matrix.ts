/** 责任矩阵: one row a task, one column a department; the cells say 牵头, 责任 or 配合. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const ROLE_CHOICES = ['牵头', '责任', '配合'] as const;
const FREQUENCY_CHOICES = ['每月', '每季', '每年', '一次'] as const;

/** The department columns stand to the right of these, under the departments' names. */
export const matrixSheet = declareSheet({
  key: 'matrix',
  title: '责任矩阵',
  frozenRows: 1,
  frozenColumns: 2,
  tabColor: PALETTE.office,
  guard: 'office',
  columns: [
    textColumn('no', '序号', {
      aliases: ['编号', '任务序号', '任务编号'],
      width: 50,
      author: 'office',
      align: 'center',
      explain: '任务编号，不可重复。',
    }),
    textColumn('title', '任务', {
      aliases: ['任务名称', '工作任务', '标题'],
      width: 240,
      author: 'office',
      explain: '任务名称，会出现在报送表的下拉框和汇总里。',
    }),
    textColumn('content', '内容', {
      aliases: ['任务内容', '工作内容'],
      width: 320,
      author: 'office',
      explain: '方案对这项任务的要求。',
    }),
    textColumn('fromMonth', '起始月', {
      aliases: ['开始月', '起始月份'],
      width: 60,
      author: 'office',
      align: 'center',
      explain: '从几月开始报送，1 到 12。',
    }),
    textColumn('toMonth', '截止月', {
      aliases: ['结束月', '截止月份'],
      width: 60,
      author: 'office',
      align: 'center',
      explain: '报送到几月为止，1 到 12。',
    }),
    textColumn('frequency', '频次', {
      aliases: ['报送频次'],
      width: 60,
      author: 'office',
      align: 'center',
      choices: { kind: 'list', choices: FREQUENCY_CHOICES },
      strict: true,
      explain: '每月；每季（季末月报送）；每年、一次（在截止月报送）。',
    }),
    textColumn('evidence', '佐证要求', {
      aliases: ['佐证', '佐证材料'],
      width: 130,
      author: 'office',
      explain: '例如：链接≥2；字数≥100；数量；人次。没有要求就留空。',
    }),
  ],
});

/** Width of a department's column, in pixels. */
export const ROLE_COLUMN_WIDTH = 72;
