/** 档案: what was reported upward, month by month. A record is added and never changed. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

export const archiveSheet = declareSheet({
  key: 'archive',
  title: '档案',
  frozenRows: 1,
  frozenColumns: 2,
  tabColor: PALETTE.record,
  guard: 'office',
  columns: [
    textColumn('period', '月份', { width: 80, author: 'script', align: 'center', explain: '上报的月份。' }),
    textColumn('issue', '报告', { width: 140, author: 'script', explain: '报告，或补充报告第几号。' }),
    textColumn('number', '文号', {
      aliases: ['发文字号'],
      width: 160,
      author: 'office',
      explain: '按“设置”里的发文字号自动编写；需要时由办公室改写。',
    }),
    textColumn('time', '归档时间', {
      width: 140,
      author: 'script',
      align: 'center',
      explain: '全部收件人发出后归档。',
    }),
    textColumn('recipients', '收件人', { width: 280, author: 'script', explain: '发给了谁。' }),
    textColumn('due', '应报', {
      width: 60,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '上报时的应报数。',
    }),
    textColumn('handedIn', '已报', {
      width: 60,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '上报时的已报数。',
    }),
    textColumn('onTime', '按时', {
      width: 60,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '其中按时的。',
    }),
    textColumn('late', '迟报', {
      width: 60,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '其中迟报的。',
    }),
    textColumn('owed', '缺报', {
      width: 60,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '上报时还欠的。',
    }),
    textColumn('count', '数量合计', {
      width: 80,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '活动等数量合计。',
    }),
    textColumn('people', '人次合计', {
      width: 80,
      author: 'script',
      format: 'General',
      align: 'right',
      explain: '参与人次合计。',
    }),
    textColumn('text', '报告全文', { width: 420, author: 'script', explain: '发出的文字；较长的分成几行，依次接续。' }),
    textColumn('content', '内容指纹', {
      width: 160,
      author: 'script',
      explain: '发出内容的指纹，用来核对是否有改动。',
    }),
  ],
});
