/** 识别方案时拿不准之处的中文说法。 */
import type { PlanFinding, PlanFindingFields } from '../../domain/plan/plan.ts';
import { type Sentences, tell } from '../sentences.ts';

/** 原文过长时只引开头。 */
const short = (text: string): string => {
  const characters = Array.from(text);
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}……` : text;
};

const SENTENCES: Sentences<PlanFindingFields> = {
  emptyText: () => '没有文字。请粘贴方案全文。',
  noUnits: () => '全文没有找到任何责任单位。请确认每项任务写明了“责任单位：……”之类的分工。',
  taskWithoutUnits: ({ title }) => `“${short(title)}”没有写由谁负责，未列为任务。若是任务，请在责任矩阵中补上。`,
  numberJump: ({ to, from }) => `编号从“${from}”跳到“${to}”，请核对是否漏了任务。`,
  numberRepeated: ({ number, became }) => `编号“${short(number)}”重复，已改为“${became}”以便区分。`,
  unlabelledUnits: ({ words }) => `括号里没有写明是牵头还是责任：“${short(words)}”，已按责任单位计，请核对。`,
  proseUnits: ({ units }) => `没有“责任单位”之类的标注，按句子里的说法列了“${short(units.join('、'))}”，请核对。`,
  doubtfulParenthesis: ({ words }) => `不确定括号里是不是责任单位：“${short(words)}”，没有采用，请核对。`,
  doubtfulUnit: ({ unit }) => `不确定“${short(unit)}”是不是一个部门，已照原文列入，请核对。`,
  emptyUnits: ({ label }) => `“${short(label)}”后面没有写单位。`,
  orphanUnits: ({ units }) => `这一行写了责任单位“${short(units.join('、'))}”，但前面没有任务可归，没有采用。`,
  similarNames: ({ name, other }) =>
    `“${short(name)}”和“${other}”可能是同一个部门，已分别列出；若是同一个，请合并并写入别名。`,
  collective: ({ name }) => `“${short(name)}”是统称，不是一个部门。请在责任矩阵中改为具体部门。`,
  personNamed: ({ name }) => `“${short(name)}”像是个人而不是部门，没有列为部门。`,
  labelUnknown: ({ words }) => `“${short(words)}”不知道是牵头、责任还是配合，没有采用。有职责的，请在责任矩阵中补上。`,
  columnsUnknown: ({ headings }) => `表格标题“${short(headings)}”中没有认出责任单位一栏。`,
};

export const planFindingText = (finding: PlanFinding): string => `第 ${finding.line} 行：${tell(SENTENCES, finding)}`;
