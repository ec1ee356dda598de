/** 识别方案时拿不准之处的中文说法。 */
import type { PlanFinding, PlanFindingCode } from '../../domain/plan/plan.ts';

const SENTENCES: Readonly<Record<PlanFindingCode, (found: string, other: string) => string>> = {
  emptyText: () => '没有文字。请粘贴方案全文。',
  noUnits: () => '全文没有找到任何责任单位。请确认每项任务写明了“责任单位：……”之类的分工。',
  taskWithoutUnits: (found) => `“${found}”没有写由谁负责，未列为任务。若是任务，请在责任矩阵中补上。`,
  numberJump: (found, other) => `编号从“${other}”跳到“${found}”，请核对是否漏了任务。`,
  numberRepeated: (found, other) => `编号“${found}”重复，已改为“${other}”以便区分。`,
  unlabelledUnits: (found) => `括号里没有写明是牵头还是责任：“${found}”，已按责任单位计，请核对。`,
  proseUnits: (found) => `没有“责任单位”之类的标注，按句子里的说法列了“${found}”，请核对。`,
  doubtfulParenthesis: (found) => `不确定括号里是不是责任单位：“${found}”，没有采用，请核对。`,
  doubtfulUnit: (found) => `不确定“${found}”是不是一个部门，已照原文列入，请核对。`,
  emptyUnits: (found) => `“${found}”后面没有写单位。`,
  orphanUnits: (found) => `这一行写了责任单位“${found}”，但前面没有任务可归，没有采用。`,
  similarNames: (found, other) => `“${found}”和“${other}”可能是同一个部门，已分别列出；若是同一个，请合并并写入别名。`,
  collective: (found) => `“${found}”是统称，不是一个部门。请在责任矩阵中改为具体部门。`,
  personNamed: (found) => `“${found}”像是个人而不是部门，没有列为部门。`,
  labelUnknown: (found) => `“${found}”不知道是牵头、责任还是配合，没有采用。有职责的，请在责任矩阵中补上。`,
  columnsUnknown: (found) => `表格标题“${found}”中没有认出责任单位一栏。`,
};

export function planFindingText({ code, line, found, other }: PlanFinding): string {
  const excerpt = Array.from(found).length > 60 ? `${Array.from(found).slice(0, 60).join('')}……` : found;
  return `第 ${line} 行：${SENTENCES[code](excerpt, other)}`;
}
