/**
 * The one pass over the year's rows: the fast path. Every row is placed under its month, task and department; of the
 * consolidated month the rows themselves are kept, of the others only where each obligation stands.
 */
import { deadlineOf, lastDayInTime } from '../deadline.ts';
import { type EvidenceRule, parseEvidence } from '../evidence.ts';
import { type Finding, finding } from '../finding.ts';
import { type LocalDate, parseDateTime } from '../local-date.ts';
import { monthOf, periodOf, yearOf } from '../period.ts';
import { parseQuantity } from '../quantity.ts';
import type { ConsolidationInput, SubmissionCell } from './input.ts';
import { BLANK_KEY, type Lookup, lookupFor, OTHER_YEAR, UNKNOWN_KEY } from './lookup.ts';
import { cellOf, isFilled, judge } from './verdict.ts';

/** What is known of one obligation of one month; several rows may each add a bit. */
export const HANDED_IN = 1;
export const IN_TIME = 2;
export const EXEMPT = 4;
export const DRAFT = 8;
export const RETURNED = 16;

export interface Ledger {
  /** By `(month * tasks + task) * departments + department`. */
  readonly flags: Uint8Array;
  /** By month, 0 is January: the last day in time. */
  readonly lastInTime: readonly LocalDate[];
  readonly deadlines: readonly LocalDate[];
  readonly started: readonly boolean[];
  /** The rows (indices) of the consolidated month by `task * departments + department`, in the order of the sheet. */
  readonly rowsOf: ReadonlyMap<number, readonly number[]>;
  readonly evidence: readonly EvidenceRule[];
  /** Sums of the handed-in rows of the months up to the consolidated one. */
  readonly count: number;
  readonly people: number;
  /** Rows that could not be placed. */
  readonly findings: readonly Finding[];
}

export function passOverRows(input: ConsolidationInput): Ledger {
  const { matrix, submissions, period } = input;
  const { rows, columns } = submissions;
  const year = yearOf(period);
  const target = monthOf(period) - 1;
  const taskCount = matrix.tasks.length;
  const departmentCount = matrix.departments.length;
  const lookup = lookupFor(matrix, year);
  const evidence = matrix.tasks.map((task) => parseEvidence(task.evidence));
  const deadlines = Array.from({ length: 12 }, (_, month) =>
    deadlineOf(periodOf(year, month + 1), input.rules.deadline),
  );
  const lastInTime = deadlines.map((deadline) => lastDayInTime(deadline, input.rules.deadline));
  const flags = new Uint8Array(12 * taskCount * departmentCount);
  const started = Array.from({ length: 12 }, (_, month) => month === target);
  const rowsOf = new Map<number, number[]>();
  const findings: Finding[] = [];
  const assigned = new Uint8Array(taskCount * departmentCount);
  for (const duty of matrix.duties) assigned[duty.task * departmentCount + duty.department] = 1;
  let countSum = 0;
  let peopleSum = 0;

  for (let index = submissions.from; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const month = lookup.month(cellOf(row, columns.period));
    const department = lookup.department(cellOf(row, columns.department));
    const task = lookup.task(cellOf(row, columns.task));
    const rule = evidence[task];
    if (month < 0 || department < 0 || rule === undefined) {
      const concerns = month === target || month < 0;
      if (concerns) findings.push(...unplaced(row, index, month, department, task, lookup, input));
      if (month >= 0) started[month] = true;
      continue;
    }
    started[month] = true;
    const cell = task * departmentCount + department;
    if (month === target) {
      const known = rowsOf.get(cell);
      if (known) known.push(index);
      else rowsOf.set(cell, [index]);
    }
    const verdict = judge(row, columns, rule);
    if (verdict === 'blank') continue;
    const at = month * taskCount * departmentCount + cell;
    const before = flags[at] ?? 0;
    if (verdict === 'exempt') flags[at] = before | EXEMPT;
    else if (verdict === 'draft') flags[at] = before | DRAFT;
    else if (verdict === 'returned') flags[at] = before | RETURNED;
    else {
      const inTime = isInTime(cellOf(row, columns.time), lastInTime[month] ?? '') ? IN_TIME : 0;
      flags[at] = before | HANDED_IN | inTime;
    }
    if (month <= target && assigned[cell] && verdict !== 'draft' && verdict !== 'returned') {
      countSum += parseQuantity(cellOf(row, columns.count)) ?? 0;
      peopleSum += parseQuantity(cellOf(row, columns.people)) ?? 0;
    }
  }
  return { flags, lastInTime, deadlines, started, rowsOf, evidence, count: countSum, people: peopleSum, findings };
}

/**
 * Was it handed in by the last day in time? A time nobody can read does not make a return late: it is a finding of its
 * own month. Well-formed times compare as text.
 */
function isInTime(time: SubmissionCell, lastInTime: LocalDate | ''): boolean {
  if (typeof time !== 'string' || time === '') return true;
  if (time.charCodeAt(4) === 45 && time.charCodeAt(7) === 45) return time.slice(0, 10) <= lastInTime;
  const moment = parseDateTime(time);
  return moment === null || moment.slice(0, 10) <= lastInTime;
}

/** A row that has no place under the matrix: named by what is wrong with it, with what it says, so that nothing is lost. */
function unplaced(
  row: readonly SubmissionCell[],
  index: number,
  month: number,
  department: number,
  task: number,
  lookup: Lookup,
  { submissions: { columns }, period }: ConsolidationInput,
): Finding[] {
  const keysBlank = month === BLANK_KEY && department === BLANK_KEY && task === BLANK_KEY;
  if (!isFilled(row, columns) && (keysBlank || month === OTHER_YEAR)) return [];
  const about = (column: 'period' | 'department' | 'task') => ({
    rows: [index + 1],
    column,
    found: String(cellOf(row, columns[column])),
  });
  const says = { text: String(cellOf(row, columns.text)) };
  const found: Finding[] = [];
  if (month === BLANK_KEY) found.push(finding('periodMissing', 'submissions', { ...about('period'), details: says }));
  if (month === UNKNOWN_KEY) found.push(finding('periodUnknown', 'submissions', { ...about('period'), details: says }));
  if (month === OTHER_YEAR) {
    const details = { ...says, year: yearOf(period) };
    found.push(finding('periodOutside', 'submissions', { ...about('period'), details }));
  }
  if (department === BLANK_KEY) {
    found.push(finding('departmentMissing', 'submissions', { ...about('department'), details: says }));
  }
  if (department === UNKNOWN_KEY) {
    const nearest = lookup.nearestDepartment(String(cellOf(row, columns.department))) ?? '';
    found.push(finding('departmentUnknown', 'submissions', { ...about('department'), details: { ...says, nearest } }));
  }
  if (task === BLANK_KEY) found.push(finding('taskMissing', 'submissions', { ...about('task'), details: says }));
  if (task === UNKNOWN_KEY) {
    const nearest = lookup.nearestTask(String(cellOf(row, columns.task))) ?? '';
    found.push(finding('taskUnknown', 'submissions', { ...about('task'), details: { ...says, nearest } }));
  }
  return found;
}
