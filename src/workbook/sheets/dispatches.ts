/** 发送记录: the outbox. One row a mail, written before it leaves and again when it has left. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const dispatchesSheet = declareSheet({
  key: 'dispatches',
  title: '发送记录',
  frozenRows: 1,
  frozenColumns: 0,
  tabColor: PALETTE.record,
  guard: 'office',
  columns: [
    textColumn('kind', '类型', { width: 80, author: 'script', explain: '邮件种类。' }),
    textColumn('period', '月份', { width: 80, author: 'script', align: 'center', explain: '所属月份。' }),
    textColumn('recipient', '收件人', { width: 260, author: 'script', explain: '收件人名称和邮箱。' }),
    textColumn('subject', '主题', { width: 320, author: 'script', explain: '邮件主题。' }),
    textColumn('state', '发送状态', {
      width: 100,
      author: 'script',
      align: 'center',
      explain: '发送中、已发送、发送失败、不明。“不明”须人工核实，系统不会自动重发。',
    }),
    textColumn('time', '时间', { width: 140, author: 'script', align: 'center', explain: '状态最后变动的时间。' }),
    textColumn('error', '说明', { width: 280, author: 'script', explain: '失败原因或备注。' }),
    textColumn('key', '标识', { width: 220, author: 'script', explain: '防止重复发送的标识，请勿改动。' }),
  ],
});
