/** 部门: who answers. One row a department. */
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

const ACTIVE_CHOICES = ['是', '否'] as const;

export const departmentsSheet = declareSheet({
  key: 'departments',
  title: '部门',
  frozenRows: 1,
  frozenColumns: 1,
  tabColor: PALETTE.office,
  guard: 'office',
  columns: [
    textColumn('name', '部门', {
      aliases: ['部门名称', '单位', '科室', '名称'],
      width: 150,
      author: 'office',
      explain: '部门全称，与责任矩阵的列标题一致，不可重复。',
    }),
    textColumn('aliases', '别名', {
      aliases: ['简称', '曾用名'],
      width: 160,
      author: 'office',
      explain: '其他叫法，用顿号隔开；报送时写别名也能认出。',
    }),
    textColumn('contact', '联系人', { width: 90, author: 'office', explain: '报送联系人姓名。' }),
    textColumn('mail', '邮箱', {
      aliases: ['联系人邮箱', '电子邮箱', '账号'],
      width: 200,
      author: 'office',
      explain: '联系人邮箱，也是其登录表格的账号。',
    }),
    textColumn('leader', '分管领导', { width: 90, author: 'office', explain: '分管该部门的领导。' }),
    textColumn('leaderMail', '领导邮箱', {
      aliases: ['分管领导邮箱'],
      width: 200,
      author: 'office',
      explain: '逾期仍未报时告知的邮箱；一位领导分管几个部门的，合成一封。',
    }),
    textColumn('archivist', '档案员', {
      aliases: ['档案专人'],
      width: 90,
      author: 'office',
      explain: '负责收集整理档案资料的专人。',
    }),
    textColumn('active', '启用', {
      aliases: ['是否启用'],
      width: 60,
      author: 'office',
      align: 'center',
      choices: { kind: 'list', choices: ACTIVE_CHOICES },
      strict: true,
      explain: '填“否”的部门不再产生应报任务，历史数据保留。',
    }),
    textColumn('head', '负责人', { aliases: ['部门负责人'], width: 90, author: 'office', explain: '部门负责人。' }),
    textColumn('headMail', '负责人邮箱', {
      aliases: ['部门负责人邮箱'],
      width: 200,
      author: 'office',
      explain: '逾期几天仍未报时先告知的邮箱。',
    }),
  ],
});
