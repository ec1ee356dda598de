/** 汇总-YYYY-MM as rows: totals, departments × tasks, the merged texts, the problems. */
import { at } from '../domain/at.ts';
import type { Consolidation, DepartmentSummary, Obligation, TaskSummary } from '../domain/consolidation/result.ts';
import { taskLabel, taskName } from '../domain/matrix.ts';
import { isOwed, type Tally } from '../domain/status.ts';
import type { Cell, CellRows, NewCell, NewRows } from '../spreadsheet/cell.ts';
import type { SheetExtent } from '../spreadsheet/change.ts';
import { END_MARK, SECTION_MARK } from '../workbook/sheets/pattern.ts';
import { mergedText, splitForCells } from './merged-text.ts';
import { dayInWords, momentInWords, monthInWords, rateCell, statusMark } from './words.ts';

const NUMBER_HEADINGS = ['应报', '已报', '按时', '迟报', '缺报', '完成率', '按时率', '数量', '人次'] as const;

/** `findings` are worded already, in the office's language. */
export function reportRows(
  consolidation: Consolidation,
  about: { readonly unitName: string; readonly findings: readonly string[] },
): NewRows {
  const { matrix, period } = consolidation;
  const headings = [
    monthInWords(period),
    `${about.unitName}工作报送汇总`,
    ...NUMBER_HEADINGS,
    ...matrix.tasks.map((task) => taskLabel(task)),
  ];
  const rows: NewCell[][] = [
    headings,
    ['', subtitle(consolidation)],
    [`${SECTION_MARK} 总体情况`],
    ...totalRows(consolidation),
    [`${SECTION_MARK} 各部门`],
    ...consolidation.departments.map((summary) => departmentRow(summary, consolidation)),
    [`${SECTION_MARK} 各任务`],
    ...consolidation.tasks.flatMap((summary) => taskRows(summary, consolidation)),
    [`${SECTION_MARK} 需要看一眼的问题`],
    ...findingRows(about.findings),
    [END_MARK],
  ];
  return rows.map((row) => [...row, ...Array.from({ length: headings.length - row.length }, () => '')]);
}

function subtitle({ deadline, asOf }: Consolidation): string {
  return `报送截止：${dayInWords(deadline)}　汇总时间：${momentInWords(asOf)}`;
}

function numbers(tally: Tally): NewCell[] {
  const owed = tally.missing + tally.draft + tally.returned;
  return [
    tally.due,
    tally.handedIn,
    tally.onTime,
    tally.late,
    owed,
    rateCell(tally.handedIn, tally.due),
    rateCell(tally.onTime, tally.due),
  ];
}

function totalRows({ tally, count, people, year, period }: Consolidation): NewCell[][] {
  const parts = [
    tally.missing > 0 ? `未填 ${tally.missing} 项` : '',
    tally.draft > 0 ? `草稿 ${tally.draft} 项` : '',
    tally.returned > 0 ? `退回 ${tally.returned} 项` : '',
    tally.nil > 0 ? `零报告 ${tally.nil} 项` : '',
    tally.exempt > 0 ? `免报 ${tally.exempt} 项` : '',
  ].filter((part) => part !== '');
  const sums = { due: 0, handedIn: 0, onTime: 0 };
  for (const { due, handedIn, onTime } of year.totals) {
    sums.due += due;
    sums.handedIn += handedIn;
    sums.onTime += onTime;
  }
  const { due, handedIn, onTime } = sums;
  const late = handedIn - onTime;
  return [
    ['本月', parts.length > 0 ? `其中：${parts.join('，')}。` : '全部报齐。', ...numbers(tally), count, people],
    [
      '年初至今',
      `${year.year}年截至${monthInWords(period).slice(5)}。`,
      due,
      handedIn,
      onTime,
      late,
      due - handedIn,
      rateCell(handedIn, due),
      rateCell(onTime, due),
      year.count,
      year.people,
    ],
  ];
}

function departmentRow({ department, tally }: DepartmentSummary, consolidation: Consolidation): NewCell[] {
  const { matrix, obligations, voluntary } = consolidation;
  const marks: NewCell[] = matrix.tasks.map(() => '');
  const own: Obligation[] = [];
  for (const obligation of voluntary) {
    if (obligation.department === department) marks[obligation.task] = statusMark(obligation);
  }
  for (const obligation of obligations) {
    if (obligation.department !== department) continue;
    own.push(obligation);
    marks[obligation.task] = statusMark(obligation);
  }
  const name = at(matrix.departments, department).name;
  return [name, departmentWords(own, consolidation), ...numbers(tally), '', '', ...marks];
}

/** What there is to say of a department: what it owes and what came late, by name. */
function departmentWords(own: readonly Obligation[], { matrix }: Consolidation): string {
  if (own.length === 0) return '本月没有应报任务。';
  const named = (wanted: (obligation: Obligation) => boolean) =>
    own.filter(wanted).map((obligation) => taskName(obligation.task, matrix.tasks));
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['未报', named(({ status }) => status === 'missing')],
    ['草稿', named(({ status }) => status === 'draft')],
    ['退回', named(({ status }) => status === 'returned')],
    ['迟报', named(({ status, daysLate }) => daysLate > 0 && !isOwed(status) && status !== 'exempt')],
  ];
  const said = groups
    .filter(([, titles]) => titles.length > 0)
    .map(([word, titles]) => `${word}：${titles.join('、')}`);
  return said.length > 0 ? `${said.join('；')}。` : '全部按时报齐。';
}

function taskRows({ task, tally, parts, count, people }: TaskSummary, { matrix }: Consolidation): NewCell[][] {
  const pieces = splitForCells(mergedText(parts, matrix.departments));
  return pieces.map((piece, index) =>
    index === 0 ? [taskLabel(at(matrix.tasks, task)), piece, ...numbers(tally), count, people] : ['（接上）', piece],
  );
}

function findingRows(findings: readonly string[]): NewCell[][] {
  if (findings.length === 0) return [['', '没有发现问题。']];
  return findings.flatMap((text, index) =>
    splitForCells(text).map((piece, part): NewCell[] => [part === 0 ? `问题 ${index + 1}` : '（接上）', piece]),
  );
}

/**
 * How far a report's own cells reach, so that a rerun replaces them and nothing else: as wide as its headings stand
 * side by side, down to its last own row.
 */
export function reportExtent(rows: CellRows): SheetExtent {
  const blank = (cell: Cell) => String(cell).trim() === '';
  const [headings = []] = rows;
  const gap = headings.findIndex(blank);
  const columns = gap < 0 ? headings.length : gap;
  const end = rows.findIndex((row) => row[0] === END_MARK);
  // A person took the mark out: everything that stands there is taken for the report's own.
  if (end < 0) return { columns, rows: rows.length, room: null };
  const note = rows.findIndex((row, index) => index > end && !row.every(blank));
  return { columns, rows: end + 1, room: note < 0 ? null : note };
}
