/**
 * The one pass over the year's rows: the fast path, and the only loop that sees a million rows.
 *
 * A row costs three look-ups (month, department, task: each spelling is worked out once), one verdict, and two stores. No
 * object is made for it: what is known of an obligation is one byte, the verdicts of its rows laid over each other; its
 * rows hang on each other by their numbers. Words, findings and sums of single obligations are made later, and only
 * for the month somebody asked for (`join.ts`) and for rows that cannot be placed (`unplaced.ts`).
 */
import { deadlineOf, lastDayInTime } from '../deadline.ts';
import { type EvidenceRule, parseEvidence } from '../evidence.ts';
import type { LocalDate } from '../local-date.ts';
import { periodOf, yearOf } from '../period.ts';
import { parseQuantity } from '../quantity.ts';
import type { ConsolidationInput } from './input.ts';
import { type Lookup, lookupFor } from './lookup.ts';
import { cellOf, DRAFT, isFilled, judgeOf, RETURNED } from './verdict.ts';

/** A year of rows, placed. Obligations are counted `(month * tasks + task) * departments + department`. */
export interface Ledger {
  /** By obligation: the verdicts of its rows laid over each other. */
  readonly flags: Uint8Array;
  /** By obligation: the index of its first row; 0, where the headings stand at the earliest, is none. */
  readonly first: Int32Array;
  /** By row: the index of the next row of the same obligation, further down the sheet; 0 is none. */
  readonly next: Int32Array;
  /** By row: its verdict. */
  readonly verdicts: Uint8Array;
  /** By month, 0 is January. */
  readonly lastInTime: readonly LocalDate[];
  readonly deadlines: readonly LocalDate[];
  /** By month: does any row name it? */
  readonly started: readonly boolean[];
  /** By month: numbers of the handed-in rows of duties. */
  readonly count: Float64Array;
  readonly people: Float64Array;
  /** By task. */
  readonly evidence: readonly EvidenceRule[];
  readonly lookup: Lookup;
  /** Rows whose month, department or task nobody knows, in the order of the sheet. */
  readonly unplaced: readonly number[];
  /** Filled rows of a department the matrix does not name for the task, in the order of the sheet. */
  readonly strays: readonly number[];
}

export function passOverRows({ matrix, submissions, period, rules }: ConsolidationInput): Ledger {
  const { rows, columns } = submissions;
  const year = yearOf(period);
  const taskCount = matrix.tasks.length;
  const departmentCount = matrix.departments.length;
  const cells = taskCount * departmentCount;
  const evidence = matrix.tasks.map((task) => parseEvidence(task.evidence));
  const deadlines = MONTHS.map((month) => deadlineOf(periodOf(year, month), rules.deadline));
  const lastInTime = deadlines.map((deadline) => lastDayInTime(deadline, rules.deadline));
  const assigned = new Uint8Array(cells);
  for (const { task, department } of matrix.duties) assigned[task * departmentCount + department] = 1;
  const lookup = lookupFor(matrix, year);
  const judge = judgeOf(columns);

  const flags = new Uint8Array(MONTHS.length * cells);
  const first = new Int32Array(MONTHS.length * cells);
  const next = new Int32Array(rows.length);
  const verdicts = new Uint8Array(rows.length);
  const started = MONTHS.map(() => false);
  const count = new Float64Array(MONTHS.length);
  const people = new Float64Array(MONTHS.length);
  const unplaced: number[] = [];
  const strays: number[] = [];

  // From the last row up: what is hung in front of a chain leaves it in the order of the sheet.
  for (let index = rows.length - 1; index >= submissions.from; index -= 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const month = lookup.month(cellOf(row, columns.period));
    const department = lookup.department(cellOf(row, columns.department));
    const task = lookup.task(cellOf(row, columns.task));
    const latest = lastInTime[month];
    if (latest !== undefined) started[month] = true;
    const rule = evidence[task];
    if (latest === undefined || department < 0 || rule === undefined) {
      unplaced.push(index);
      continue;
    }
    const cell = task * departmentCount + department;
    const at = month * cells + cell;
    next[index] = first[at] ?? 0;
    first[at] = index;
    const verdict = judge(row, rule, latest);
    if (verdict === 0) continue;
    verdicts[index] = verdict;
    flags[at] = (flags[at] ?? 0) | verdict;
    if (assigned[cell] === 0) {
      if (isFilled(row, columns)) strays.push(index);
    } else if ((verdict & (DRAFT | RETURNED)) === 0) {
      count[month] = (count[month] ?? 0) + (parseQuantity(cellOf(row, columns.count)) ?? 0);
      people[month] = (people[month] ?? 0) + (parseQuantity(cellOf(row, columns.people)) ?? 0);
    }
  }
  return {
    flags,
    first,
    next,
    verdicts,
    lastInTime,
    deadlines,
    started,
    count,
    people,
    evidence,
    lookup,
    unplaced: unplaced.reverse(),
    strays: strays.reverse(),
  };
}

const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
