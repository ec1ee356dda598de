/** The draft the consolidation gives: each department's words exactly, what is lacking, what comes next. */
import { at } from '../../domain/at.ts';
import type { Consolidation, MergedPart, Obligation } from '../../domain/consolidation/result.ts';
import type { Finding } from '../../domain/finding.ts';
import { taskLabel, taskName } from '../../domain/matrix.ts';
import { monthOf } from '../../domain/period.ts';
import { isOwed, rate } from '../../domain/status.ts';
import { splitForCells } from '../merged-text.ts';
import { countsOfMonth, countsToDate, differenceInWords } from '../official/counts.ts';
import { dayInWords, monthInWords, percent } from '../words.ts';
import type { DraftSection, DraftSource } from './content.ts';

/** What the office has set for every month. */
export interface DraftSettings {
  readonly introduction: string;
  readonly nextSteps: string;
  readonly workName: string;
}

export const OVERVIEW = '总体情况';
export const FIGURES = '数据';

export function draftSources(consolidation: Consolidation, settings: DraftSettings): DraftSource[] {
  const { matrix } = consolidation;
  const tasks = consolidation.tasks.flatMap(({ task, parts, count, people }) => {
    const label = taskLabel(at(matrix.tasks, task));
    const words = parts.flatMap((part) => {
      const text = wordsOf(part, consolidation.obligations, task);
      return text === '' ? [] : pieces('一、工作开展情况', label, at(matrix.departments, part.department).name, text);
    });
    const figures = figuresInWords(count, people);
    return words.length === 0 || figures === ''
      ? words
      : [...words, ...pieces('一、工作开展情况', label, FIGURES, figures)];
  });
  return [
    ...pieces('引言', '', '引言', introduction(consolidation, settings)),
    ...pieces('一、工作开展情况', '', OVERVIEW, overview(consolidation)),
    ...tasks,
    ...problems(consolidation).flatMap(([subject, text]) => pieces('二、存在问题', '', subject, text)),
    ...nextSteps(consolidation, settings).flatMap(([subject, text]) => pieces('三、下步打算', '', subject, text)),
  ];
}

/** A cell shows a text of any height on a screen: only what no cell takes is parted. */
function pieces(section: DraftSection, task: string, subject: string, text: string): DraftSource[] {
  return splitForCells(text, Number.POSITIVE_INFINITY).map((piece, index) => ({
    section,
    task,
    subject,
    part: index + 1,
    text: piece,
  }));
}

/** A signed "nothing" counts as handed in and has nothing to report on. */
function wordsOf({ department, texts }: MergedPart, obligations: readonly Obligation[], task: number): string {
  const obligation = obligations.find((one) => one.task === task && one.department === department);
  return obligation?.status === 'nil' ? '' : texts.map(({ text }) => text).join('\n');
}

function figuresInWords(count: number, people: number): string {
  const parts = [count > 0 ? `数量合计${count}` : '', people > 0 ? `参与${people}人次` : ''].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '' : `以上${parts.join('，')}。`;
}

function introduction({ period }: Consolidation, { introduction: set, workName }: DraftSettings): string {
  if (set !== '') return set;
  return `按照${workName === '' ? '年度工作方案' : `${workName}方案`}和责任分工，现将${monthInWords(period)}工作开展情况报告如下。`;
}

function overview(consolidation: Consolidation): string {
  const { tally, period, year, count, people } = consolidation;
  const month = monthOf(period) - 1;
  const before = countsOfMonth(consolidation, month - 1);
  const total = countsToDate(consolidation);
  const owed = tally.due - tally.handedIn;
  const compared = (part: 'handedIn' | 'onTime') =>
    before === null || tally.due === 0
      ? ''
      : `（较上月${differenceInWords(rate(tally[part], tally.due), rate(before[part], before.due))}）`;
  return [
    `${monthInWords(period)}应报${tally.due}项，已报${tally.handedIn}项，其中按时${tally.onTime}项、迟报${tally.late}项${owed > 0 ? `，缺报${owed}项` : ''}。`,
    `完成率${percent(tally.handedIn, tally.due)}${compared('handedIn')}，按时率${percent(tally.onTime, tally.due)}${compared('onTime')}。`,
    ...(count > 0 || people > 0 ? [`本月活动等数量合计${count}，参与${people}人次。`] : []),
    ...(month > 0 && total.due > tally.due
      ? [
          `今年以来累计应报${total.due}项，已报${total.handedIn}项，累计完成率${percent(total.handedIn, total.due)}，参与${year.people}人次。`,
        ]
      : []),
  ].join('');
}

type Paragraph = readonly [subject: string, text: string];

function problems(consolidation: Consolidation): Paragraph[] {
  const { obligations } = consolidation;
  const missing = obligations.filter(({ status, daysLate }) => status === 'missing' && daysLate > 0);
  const waiting = obligations.filter(({ status, daysLate }) => status === 'missing' && daysLate === 0);
  const lacking = obligations.filter(({ status }) => status === 'draft' || status === 'returned');
  const late = obligations.filter(({ status, daysLate }) => daysLate > 0 && !isOwed(status) && status !== 'exempt');
  const toCheck = consolidation.findings.filter(needsChecking).length;
  const found: readonly (readonly [string, number, string])[] = [
    ['缺报', missing.length, `有${missing.length}项未报送：${named(missing, consolidation)}。`],
    ['未到期', waiting.length, `有${waiting.length}项未到截止日期、尚未报送：${named(waiting, consolidation)}。`],
    ['材料不齐', lacking.length, `有${lacking.length}项材料不齐或被退回、尚未补正：${named(lacking, consolidation)}。`],
    ['迟报', late.length, `有${late.length}项未按时报送：${named(late, consolidation)}。`],
    ['填报质量', toCheck, `有${toCheck}处填写不规范或需要核实，正在逐项核对更正。`],
  ];
  const said = found.filter(([, count]) => count > 0).map(([subject, , text]): Paragraph => [subject, text]);
  return said.length > 0 ? said : [['总体', '本月应报事项均已按时报送，未发现需要报告的问题。']];
}

/** Those findings that are not told already as drafts or returned rows, and that are about returns. */
function needsChecking({ code, sheet }: Finding): boolean {
  return sheet === 'submissions' && !['draft', 'returned', 'duplicate', 'timeMissing'].includes(code);
}

/** `交战办“……”“……”；维修处“……”` */
function named(obligations: readonly Obligation[], { matrix }: Consolidation): string {
  const byDepartment = new Map<number, string[]>();
  for (const { department, task } of obligations) {
    const titles = byDepartment.get(department) ?? [];
    titles.push(quoted(taskName(task, matrix.tasks)));
    byDepartment.set(department, titles);
  }
  return [...byDepartment]
    .sort(([a], [b]) => a - b)
    .map(([department, titles]) => `${at(matrix.departments, department).name}${titles.join('')}`)
    .join('；');
}

/** Quotation marks inside others are single ones. */
const quoted = (title: string): string => `“${title.replace(/“/g, '‘').replace(/”/g, '’')}”`;

function nextSteps({ owed, tally, deadline }: Consolidation, { nextSteps: set }: DraftSettings): Paragraph[] {
  const debts = owed.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const chase: Paragraph[] =
    debts > 0 ? [['补报', `对尚未报送的${debts}项逐项催办，督促责任部门尽快补报，补报情况在下月报告中说明。`]] : [];
  const own = set
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index): Paragraph => [`打算${index + 1}`, line]);
  if (own.length > 0) return [...chase, ...own];
  const day = Number(dayInWords(deadline).replace(/^.*月|日$/g, ''));
  const steady =
    tally.handedIn < tally.due ? '加强审核和提醒，提高按时报送率和材料质量' : '保持按时报送，进一步提高材料质量';
  return [...chase, ['打算', `按照责任分工继续推进各项任务，${steady}，每月${day}日前收齐当月情况。`]];
}
