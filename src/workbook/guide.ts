/** The rows of 使用说明: what each person does, step by step, and what each sheet is for. */
import type { NewRows } from '../spreadsheet/cell.ts';
import type { ColumnDeclaration } from './declaration.ts';
import { departmentsSheet } from './sheets/departments.ts';
import { guideSheet } from './sheets/guide.ts';
import { matrixSheet } from './sheets/matrix.ts';
import { submissionsSheet } from './sheets/submissions.ts';

const STEPS: NewRows = [
  ['部门填表人', '打开“月度报送”，找到本部门底色为黄色的行（○ 待报）；橙色（▲ 逾期未报）的请马上补。'],
  ['', '在“报送内容”里写本月做了什么；有次数、人数就填“数量”“人次”；照片、文件的网址放“佐证链接”，一行一个。'],
  ['', '这项任务本月确实没有开展，写“本月无”，也算已报。空着就是缺报。'],
  ['', '紫色（↩ 退回重报）的行：看“退回原因”，改好即可，办公室会把“审核”清空。'],
  ['', '月份、部门、任务已经填好，不用改，也不用记任务编号。'],
  ['办公室', '每月按菜单“汇总”从上到下做：准备本月 → （部门填报）→ 汇总 → 预览 → 发送。'],
  ['', '“准备本月”为每个部门的每项应报任务各建一行；再点一次不会重复。'],
  ['', '“汇总”生成“汇总-年-月”“缺报清单”“完成率”；有人补报后再点一次，结果会更新。'],
  ['', '“汇总-年-月”末尾列出需要看一眼的问题：哪一行、看到了什么、怎么办。'],
  ['', '“预览”看上报邮件；“发送”发给“设置”里的上报收件人，同样的内容不会重发。'],
  ['', '审核：在“月度报送”的“审核”列选通过、退回、免报；退回请写原因。'],
  ['', '点错了：“撤销上一步”把当天最后一次准备、审核、导入、草稿恢复原样；有人改过的，会指出是哪几格。'],
  ['管理员', '每年一次：新建一个表格，菜单“汇总”→“导入方案”，粘贴方案全文，核对后确认。'],
  ['', '然后填好“设置”（单位名称、收件人邮箱）和“部门”（联系人、邮箱、别名）。'],
  ['', '有人误删了列或工作表：菜单“检查并修复”，只补缺少的部分，不动已填的内容。'],
  ['颜色', '黄色 ○ 待报；橙色 ▲ 逾期或缺报；紫色 ↩ 退回；蓝色 ✓ 已报或通过。颜色旁边都有文字，不靠颜色也能看懂。'],
  ['可以做', '插入自己的列、移动列、隐藏列、筛选、加批注、另建工作表，都不影响汇总。'],
  ['请不要', '删除或改写列标题；在“汇总-年-月”里改文字（再次汇总会被替换，请改“月度报送”里的原文）。'],
];

export function guideRows(): NewRows {
  return [
    guideSheet.columns.map(({ heading }) => heading),
    ...STEPS,
    ['', ''],
    ['“月度报送”各列', ''],
    ...columnRows(submissionsSheet.columns),
    ['“部门”各列', ''],
    ...columnRows(departmentsSheet.columns),
    ['“责任矩阵”各列', '右边每个部门一列，填牵头、责任、配合或留空。'],
    ...columnRows(matrixSheet.columns),
  ];
}

function columnRows(columns: readonly ColumnDeclaration[]): NewRows {
  return columns.map(({ heading, explain }) => [`　${heading}`, explain]);
}
