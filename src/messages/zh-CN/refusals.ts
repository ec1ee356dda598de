/** 不能继续时的中文说法：为什么、看到了什么、怎么办。 */
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';

type Details = Refusal['details'];

interface SettingFault {
  readonly cell: string;
  readonly label: string;
  readonly found: string;
  readonly explain: string;
}

function settingFaults({ faults }: Details): string {
  return (JSON.parse(String(faults)) as SettingFault[])
    .map(
      ({ cell, label, found, explain }) =>
        `${cell ? `【设置】${cell} 单元格` : '【设置】'}“${label}”${found === '' ? '还没有填写' : `的值“${found}”不能用`}。${explain}`,
    )
    .join('\n');
}

const SENTENCES: Readonly<Record<RefusalCode, (details: Details) => string>> = {
  notSetUp: () =>
    '这个表格还没有初始化，没有“设置”“部门”“责任矩阵”“月度报送”等工作表。请先执行“导入方案”或“初始化工作簿”。',
  sheetMissing: ({ sheet }) => `找不到工作表“${sheet}”。它可能被删除或改名；请改回原名，或执行“检查并修复”重新建立。`,
  columnsMissing: ({ sheet, headings, row }) =>
    `【${sheet}】第 ${row} 行缺少列标题：${headings}。没有改动任何内容。请把列标题改回来，或执行“检查并修复”补上。`,
  settingsInvalid: (details) => `${settingFaults(details)}\n没有改动任何内容。请在“设置”表中改正后再试。`,
  periodUnreadable: ({ found }) => `看不懂月份“${found}”。可以写成 2023-05、2023年5月、2023/5 或 5月。`,
  otherYear: ({ month, year }) =>
    `这个工作簿是 ${year} 年度的，${month} 不在其中，没有改动任何内容。请核对月份；新的一年请另建工作簿；年度写错了，请在“设置”中改正。`,
  nothingDue: ({ month, months }) =>
    `${month} 没有需要报送的任务（设置中的报送月份：${months}）。请核对月份，或在“设置”和“责任矩阵”中调整。`,
  noTasks: () => '【责任矩阵】里还没有任务。请执行“导入方案”，或在表中逐行填写任务。',
  noDepartments: () => '【部门】里还没有部门。请执行“导入方案”，或在表中逐行填写部门。',
  planEmpty: () =>
    '这段文字里没有找到带责任单位的任务。请确认粘贴的是方案全文，其中每项任务写明了“责任单位：……”之类的分工。',
  alreadySetUp: ({ sheet }) =>
    `这个表格已经有“${sheet}”的内容，为免覆盖，没有导入。新的一年请另建一个表格；只想补回缺少的部分，请执行“检查并修复”。`,
  busy: () => '另一个人正在执行汇总命令。请等一会儿再试，什么都没有改动。',
  notConsolidated: ({ month, sheet }) => `还没有 ${month} 的汇总（找不到工作表“${sheet}”）。请先执行“汇总”。`,
  noRecipients: () => '【设置】“上报收件人”还没有填写。请写成“名称 <邮箱>；名称 <邮箱>”。',
  recipientInvalid: ({ found }) =>
    `【设置】“上报收件人”中的“${found}”没有可用的邮箱。请写成“名称 <邮箱>”，例如：区文明办 <wmb@example.cn>。没有发送任何邮件。`,
  mailTooLarge: ({ megabytes }) =>
    `邮件太大，邮件系统不收（正文最多 200 KB，附件合计最多 25 MB；现在附件约 ${megabytes} MB）。请减少图片或附件。没有发送任何邮件。`,
  monthFrozen: ({ month }) => `${month} 已上报归档，欠报情况已写进报告，不再催报。部门要补报的，请走“迟报申请”。`,
  notOnOutbox: ({ sheet }) => `请先打开“${sheet}”，选中要处理的行（可以选几行），再点这个菜单。`,
  requestInvalid: ({ what }) => `请求的内容不完整或不正确：${what}。`,
};

export function refusalText({ code, details }: Pick<Refusal, 'code' | 'details'>): string {
  return SENTENCES[code](details);
}
