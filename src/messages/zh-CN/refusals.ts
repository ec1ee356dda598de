/** 不能继续时的中文说法：为什么、看到了什么、怎么办。 */
import type {
  NotDocxReason,
  RequestFault,
  RequestFaultFields,
  SettingFault,
  SettingFaultFields,
  TemplateFault,
  TemplateFaultFields,
  TemplatePlace,
} from '../../domain/faults.ts';
import type { RefusalFields, RefusalIssue } from '../../domain/refusal.ts';
import { type Sentences, tell } from '../sentences.ts';

const SETTING_FAULTS: Sentences<SettingFaultFields> = {
  unset: ({ cell, label, explain }) => `${settingCell(cell)}“${label}”还没有填写。${explain}`,
  unusable: ({ cell, label, found, explain }) => `${settingCell(cell)}“${label}”的值“${found}”不能用。${explain}`,
};

const settingCell = (cell: string | null): string => (cell === null ? '【设置】' : `【设置】${cell} 单元格`);

const settingFaults = (faults: readonly SettingFault[]): string =>
  faults.map((fault) => tell(SETTING_FAULTS, fault)).join('\n');

const TEMPLATE_PARTS: Readonly<Record<TemplatePlace['part'], string>> = {
  body: '正文',
  header: '页眉',
  footer: '页脚',
};

const TEMPLATE_FAULTS: Sentences<TemplateFaultFields> = {
  braceAlone: ({ tag }) => `花括号不成对，从“${tag}”起。标签要写在同一段里，前后各一个半角花括号`,
  unknownTag: ({ tag, nearest }) => `没有“${tag}”这个标签${nearest === null ? '' : `，是不是“${nearest}”？`}`,
  notClosed: ({ tag }) => `“${tag}”没有对应的结束标签“${tag.replace(/^\{[#^]/, '{/')}”`,
  notOpened: ({ tag }) => `“${tag}”前面没有对应的开始标签“${tag.replace('{/', '{#')}”`,
  blockNotAlone: ({ tag }) => `“${tag}”要单独占一段，前后不能有别的文字`,
  wrongSign: ({ tag, right }) => `“${tag}”应写成“${right}”`,
  notXml: ({ name }) => `文件里的“${name}”读不懂，请在 Word 或 WPS 里另存为 .docx 再试`,
};

function templateFaults(faults: readonly TemplateFault[]): string {
  return faults
    .slice(0, 20)
    .map((fault) => {
      const where = fault.paragraph === '' ? '' : `（在“${shortened(fault.paragraph)}”这一段）`;
      return `【${TEMPLATE_PARTS[fault.part]}】${tell(TEMPLATE_FAULTS, fault)}${where}。`;
    })
    .join('\n');
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text);

const NOT_DOCX: Readonly<Record<NotDocxReason, string>> = {
  notZip: '它不是 .docx 文件',
  oldFormat: '它是旧的 .doc 格式，或设有打开密码；请另存为没有密码的 .docx',
  notWord: '压缩包里没有 Word 文档',
  damaged: '文件已损坏或不完整',
  macros: '它带有宏；请另存为不带宏的 .docx',
  outside: '它引用了文件以外的图片或模板；请把图片插入到文档里，去掉对外的链接',
  tooLarge: '文件太大；请压缩或去掉其中的图片',
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', '文字'],
  ['number', '数字'],
  ['int', '整数'],
  ['boolean', 'true 或 false'],
  ['array', '列表'],
  ['object', '对象，例如 {"month":"2023-05"}'],
]);

const REQUEST_FAULTS: Sentences<RequestFaultFields> = {
  type: ({ expected }) => `应是${KINDS.get(expected) ?? expected}`,
  tooLong: ({ most }) => `不能超过 ${most} 个字符`,
  tooLarge: ({ most }) => `不能大于 ${most}`,
  tooSmall: ({ least }) => `不能小于 ${least}`,
  value: ({ choices }) => `只能是 ${choices.join(', ')}`,
  other: ({ rule }) => `只能是 ${rule}`,
};

const requestFaults = (faults: readonly RequestFault[]): string =>
  faults
    .map((fault) => `${fault.entry === '' ? '整个请求' : `“${fault.entry}”`}${tell(REQUEST_FAULTS, fault)}`)
    .join('；');

const SENTENCES: Sentences<RefusalFields> = {
  notSetUp: () =>
    '这个表格还没有初始化，没有“设置”“部门”“责任矩阵”“月度报送”等工作表。请先执行“导入方案”或“初始化工作簿”。',
  sheetMissing: ({ sheet }) => `找不到工作表“${sheet}”。它可能被删除或改名；请改回原名，或执行“检查并修复”重新建立。`,
  columnsMissing: ({ sheet, headings, row }) =>
    `【${sheet}】第 ${row} 行缺少列标题：${headings.map((heading) => `“${heading}”`).join('、')}。没有改动任何内容。请把列标题改回来，或执行“检查并修复”补上。`,
  settingsInvalid: ({ faults }) => `${settingFaults(faults)}\n没有改动任何内容。请在“设置”表中改正后再试。`,
  periodUnreadable: ({ found }) => `看不懂月份“${found}”。可以写成 2023-05、2023年5月、2023/5 或 5月。`,
  otherYear: ({ month, year }) =>
    `这个工作簿是 ${year} 年度的，${month} 不在其中，没有改动任何内容。请核对月份；新的一年请另建工作簿；年度写错了，请在“设置”中改正。`,
  nothingDue: ({ month, months }) =>
    `${month} 没有需要报送的任务（设置中的报送月份：${months.join('、')}）。请核对月份，或在“设置”和“责任矩阵”中调整。`,
  nobodyOwesMonth: ({ month, tasks }) =>
    `${month} 有任务到期，但没有在用的牵头或责任部门要报送：${tasks.join('、')}。请在“责任矩阵”中写明部门，核对“部门”表的“启用”和“设置”的“仅牵头任务由谁报送”。`,
  noTasks: () => '【责任矩阵】里还没有任务。请执行“导入方案”，或在表中逐行填写任务。',
  noDepartments: () => '【部门】里还没有部门。请执行“导入方案”，或在表中逐行填写部门。',
  planEmpty: () =>
    '这段文字里没有找到带责任单位的任务。请确认粘贴的是方案全文，其中每项任务写明了“责任单位：……”之类的分工。',
  planUnfit: ({ found, most }) =>
    `方案中以“${found}”开头的一段超过 ${most} 个字符，一个单元格放不下，没有导入。请检查方案是否粘贴完整、段落是否分开。`,
  alreadySetUp: ({ sheet }) =>
    `这个表格已经有“${sheet}”的内容，为免覆盖，没有导入。新的一年请另建一个表格；只想补回缺少的部分，请执行“检查并修复”。`,
  busy: () => '另一个人正在执行汇总命令。请等一会儿再试，什么都没有改动。',
  overtaken: ({ sheet, row }) =>
    `【${sheet}】第 ${row} 行：准备写入时，有人正好在这里填了内容。为免覆盖，没有写入。请再执行一次。`,
  notConsolidated: ({ month, sheet }) => `还没有 ${month} 的汇总（找不到工作表“${sheet}”）。请先执行“汇总”。`,
  noRecipients: () => '【设置】“上报收件人”还没有填写。请写成“名称 <邮箱>；名称 <邮箱>”。',
  recipientInvalid: ({ found }) =>
    `【设置】“上报收件人”中的“${found}”没有可用的邮箱。请写成“名称 <邮箱>”，例如：区文明办 <wmb@example.cn>。没有发送任何邮件。`,
  templateNotDocx: ({ file, reason }) => `模板“${file}”不能用：${NOT_DOCX[reason]}。原来的模板没有改动。`,
  templateInvalid: ({ file, kind, faults }) =>
    `模板“${file}”（${kind}）里有标签写得不对，没有导入：\n${templateFaults(faults)}`,
  templateDamaged: ({ sheet, kind }) =>
    `工作表“${sheet}”里的“${kind}”模板不完整，可能被改动过。请在“生成报告”里重新导入，或恢复自带的模板。`,
  documentUnknown: ({ name, month }) => `${month} 没有名为“${name}”的文书。请重新执行“生成报告”，看有哪些文书。`,
  departmentUnknown: ({ names }) => `“部门”里没有“${names.join('、')}”。请核对部门的名称。没有发送任何邮件。`,
  reasonMissing: () => '退回要写明原因，部门才知道改什么。没有改动任何内容。',
  rowsNotSelected: ({ sheet }) => `请先在“${sheet}”里选中要审核的行（可以选多行），再点这一项。没有改动任何内容。`,
  rowChanged: ({ sheet, row }) =>
    `【${sheet}】第 ${row} 行在您看的时候被改动或移动过，没有继续。请刷新或重新打开，看过再定。`,
  requestInvalid: ({ faults }) => `请求的内容不完整或不正确：${requestFaults(faults)}。没有改动任何内容。`,
  mailTooLarge: ({ megabytes }) =>
    `邮件太大，邮件系统不收（正文最多 200 KB，附件合计最多 25 MB；现在附件约 ${megabytes} MB）。请减少图片或附件。没有发送任何邮件。`,
  monthFrozen: ({ month }) => `${month} 已上报归档，欠报情况已写进报告，不再催报。部门要补报的，请走“迟报申请”。`,
  undoEdited: ({ sheet, cells, count }) =>
    `不能撤销：上一步之后，有人改过其中 ${count} 个单元格，撤销会丢掉改动：【${sheet}】${cells.join('、')}${count > 8 ? '……' : ''}。没有改动任何内容。请与填写的人核对，需要的话手工修改。`,
  undoOther: () => '刚才有人又执行了别的操作，上一步已经不是您确认的那一步。没有改动任何内容，请重新点“撤销上一步”。',
  notOnOutbox: ({ sheet }) => `请先打开“${sheet}”，选中要处理的行（可以选几行），再点这个菜单。`,
};

export const refusalText = (issue: RefusalIssue): string => tell(SENTENCES, issue);
