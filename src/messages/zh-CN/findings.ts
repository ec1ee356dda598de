/** 问题的中文说法：在哪里、看到了什么、应当怎样、怎么办。 */
import { demandsInOrder, type EvidenceDemand } from '../../domain/evidence.ts';
import type { Finding, FindingFields } from '../../domain/finding.ts';
import type { FindingPlace } from '../messages.ts';
import { type Sentences, tell } from '../sentences.ts';

/** 原文过长时只引开头；全文仍在原表该行。 */
const quote = (text: string): string => {
  const whole = text.trim();
  const characters = Array.from(whole);
  return characters.length > 60 ? `“${characters.slice(0, 60).join('')}……”` : `“${whole}”`;
};

const meant = (name: string | null): string => (name ? `是不是${quote(name)}？` : '');
const says = (text: string): string => (text ? `该行报送内容：${quote(text)}。` : '');
const whom = (department: string, task: string): string => `${department}“${task}”`;

const LACKING: Readonly<Record<EvidenceDemand['kind'], (least: number) => string>> = {
  links: (least) => `佐证链接至少 ${least} 个`,
  characters: (least) => `文字至少 ${least} 字`,
  count: (least) => (least > 1 ? `数量至少 ${least}` : '数量'),
  people: (least) => (least > 1 ? `人次至少 ${least}` : '人次'),
};

/** 佐证要求里还没有做到的。 */
export function lackingText(demands: readonly EvidenceDemand[]): string {
  const parts = demandsInOrder(demands).map(({ kind, least }) => LACKING[kind](least));
  return parts.length > 0 ? `还缺${parts.join('、')}` : '还没有可用的报送内容';
}

const SENTENCES: Sentences<FindingFields> = {
  periodMissing: ({ text }) => `没有写月份，无法归入汇总。请写成 2023-05 这样的形式。${says(text)}`,
  periodUnknown: ({ found, text }) => `月份${quote(found)}看不懂，未计入汇总。请写成 2023-05 这样的形式。${says(text)}`,
  periodOutside: ({ found, year, text }) =>
    `月份${quote(found)}不在 ${year} 年度，未计入汇总。写错了就改正，没写错可不管。${says(text)}`,
  departmentMissing: ({ text }) => `没有写部门，未计入汇总。请从下拉框选择部门。${says(text)}`,
  departmentUnknown: ({ found, nearest, text }) =>
    `不认识部门${quote(found)}，未计入汇总。${meant(nearest)}请改成“部门”表中的名称，或在“部门”表的“别名”中加上这个叫法。${says(text)}`,
  departmentInactive: ({ department, task }) =>
    `部门“${department}”已停用，仍报送了“${task}”，内容已保留。若应报送，请在“部门”表中改为启用。`,
  departmentRepeated: ({ found }) => `名称或别名${quote(found)}出现了两次，只认前一个。请改成不重复的名称。`,
  taskMissing: ({ text }) => `没有写任务，未计入汇总。请写任务名称或编号。${says(text)}`,
  taskUnknown: ({ found, nearest, text }) =>
    `不认识任务${quote(found)}，未计入汇总。${meant(nearest)}请改成“责任矩阵”中的任务名称或编号。${says(text)}`,
  taskRepeated: ({ found }) => `任务序号${quote(found)}重复，只认前一个。请改成不重复的序号。`,
  notAssigned: ({ department, task, text }) =>
    `${whom(department, task)}不在责任矩阵中，未计入汇总。任务或部门写错了就改正；确有此职责，请在“责任矩阵”中补上。${says(text)}`,
  notDue: ({ found, department, task }) =>
    `${whom(department, task)}${found ? `在 ${found} ` : '本月'}不需要报送，内容已保留。请核对月份或责任矩阵的起止月。`,
  duplicate: ({ department, task, identical }) =>
    `${whom(department, task)}本月报了多次，已按时间先后合并。${identical ? '各次文字相同，' : ''}若是重复填写，请删去多余的一行。`,
  draft: ({ department, task, lacks, text }) =>
    `${whom(department, task)}尚不完整，按未报计：${lackingText(lacks)}。请部门补齐。${says(text)}`,
  returned: ({ found, department, task, text }) =>
    `${whom(department, task)}已退回，按未报计。${found ? `原因：${quote(found)}。` : '没有写退回原因，请补上。'}${says(text)}`,
  exemptWordless: ({ department, task }) =>
    `${whom(department, task)}已免报，但填了数量、人次或链接，没有报送内容，未计入汇总。要计入请写报送内容，不要就清空。`,
  badNumber: ({ found }) => `${quote(found)}不是数字，未计入合计。请只填数字，例如 35；说明写到报送内容里。`,
  badTime: ({ found }) => `时间${quote(found)}看不懂，未作迟报计。请写成 2023-05-18 09:30 这样的形式。`,
  timeMissing: ({ rows }) => `有 ${rows.length} 行没有报送时间，按时报计。知道时间的请补上。`,
  reviewUnknown: ({ found }) => `审核结果${quote(found)}看不懂，按未审核计。可填：通过、退回、免报。`,
  formulaError: ({ found }) => `公式出错（${found}）。请改成文字或数字。`,
  tooLong: ({ length, most }) =>
    `文字有 ${length} 个字符，超过在线表格每格 ${most} 个字符的上限，全文已汇总。请精简或分行填写。`,
  evidenceUnread: ({ found, task }) =>
    `任务“${task}”的佐证要求${quote(found)}看不懂，暂不检查。可写：链接≥2；字数≥100；数量；人次。`,
  roleUnknown: ({ found, task }) =>
    `任务“${task}”的职责${quote(found)}看不懂，按无职责计。可填：牵头、责任、配合，或留空。`,
  columnUnknown: ({ found, nearest }) =>
    `列标题${quote(found)}不在“部门”表中，该列职责未计入。${meant(nearest)}请改列标题，或在“部门”表中添加该部门。`,
  monthsUnknown: ({ found }) => `月份${quote(found)}看不懂，按全年计。请填 1 到 12。`,
  frequencyUnknown: ({ found }) => `频次${quote(found)}看不懂，按每月计。可填：每月、每季、每年、一次。`,
  headingRepeated: ({ found }) => `列标题${quote(found)}出现了两次，只读前一列。请改名或删去一列。`,
  nobodyAssigned: ({ task }) => `任务“${task}”没有任何部门负责，不会有人报送。请在“责任矩阵”中填写职责。`,
  nobodyOwes: ({ task, why, departments }) =>
    why === 'supportOnly'
      ? `任务“${task}”本月到期，但只有配合部门（${departments.join('、')}），没有部门要报送。请在“责任矩阵”中写明牵头或责任部门。`
      : `任务“${task}”本月到期，但牵头、责任部门（${departments.join('、')}）都已停用，没有部门要报送。请在“责任矩阵”中换成在用的部门，或在“部门”表恢复启用。`,
  nobodyAsked: ({ tasks }) =>
    `${tasks.length} 项任务本月到期，但只写了牵头部门，“设置”里“仅牵头任务由谁报送”是“不需报送”，没有部门要报送：${tasks.join('、')}。要报送的，请改设置，或在“责任矩阵”中写明责任部门。`,
  neverDue: ({ task, fromMonth, toMonth, months }) =>
    `任务“${task}”从 ${fromMonth} 月到 ${toMonth} 月，按频次和报送月份（${months.join('、')}）全年没有一个月到期，不会有部门报送。请核对“责任矩阵”的月份、频次和“设置”的报送月份。`,
  accountInvalid: ({ found, department }) =>
    `部门“${department}”的账号${quote(found)}不是邮箱地址。请改成其登录表格的邮箱，多个用分号隔开。`,
  accountMissing: ({ found }) =>
    `部门${quote(found)}没有写账号，它的行目前只有办公室能填。请在“邮箱”列写上其登录表格的邮箱。`,
  accountShared: ({ found, departments }) =>
    `账号${quote(found)}同时属于 ${departments.join('、')}，这几个部门的行它都能填。不是有意的就改正。`,
  accountUnknown: ({ found }) =>
    `账号${quote(found)}能编辑这个表格，却不属于任何部门，各部门的行它都不能填。属于哪个部门，请写到该部门的“邮箱”里；办公室的，写到“设置”的“办公室账号”。`,
  exceptionUnread: ({ found }) =>
    `${found === '' ? '没有填' : `${quote(found)}看不懂`}，这条申请没有生效。月份写成 2023-05，部门用“部门”表中的名称，日期写成 2023-06-02。`,
};

/** 行号：多于八个时只列前八个。 */
function rowsText(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, 8).join('、');
  return rows.length > 8 ? `第 ${shown} 等 ${rows.length} 行` : `第 ${shown} 行`;
}

export function findingText(finding: Finding, { sheet, heading }: FindingPlace): string {
  const where = `【${sheet}】${rowsText(finding.rows)}${heading ? `“${heading}”列` : ''}`;
  return `${where}：${tell(SENTENCES, finding)}`;
}
