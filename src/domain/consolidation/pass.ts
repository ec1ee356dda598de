/**
 * The one pass over the year's rows: the fast path, and the only loop that sees a million rows.
 *
 * A row costs three look-ups (month, department, task: each spelling is worked out once), one verdict, and two stores. No
 * object is made for it: what is known of an obligation is one byte, the verdicts of its rows laid over each other; its
 * rows hang on each other by their numbers. Words, findings and sums of single obligations are made later, and only
 * for the month a person asked for (`join.ts`) and for rows that cannot be placed (`unplaced.ts`).
 */
import { at } from '../at.ts';
import { type Cell, cellOf } from '../cell.ts';
import { deadlineOf, lastDayInTime } from '../deadline.ts';
import { type EvidenceRule, parseEvidence } from '../evidence.ts';
import { dayOfStamp, type LocalDate } from '../local-date.ts';
import type { Matrix } from '../matrix.ts';
import { monthOf, periodOf, yearOf } from '../period.ts';
import { parseQuantity } from '../quantity.ts';
import type { ConsolidationInput, SubmissionColumns } from './input.ts';
import { type Lookup, lookupFor } from './lookup.ts';
import { lookUp } from './memo.ts';
import { numberOf } from './numbering.ts';
import { DRAFT, isFilled, isUsual, type Judge, judge, judgeOf, LOOK, RETURNED } from './verdict.ts';

/** A year of rows, placed. Obligations are counted as `numberOf` does. */
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
  /** Rows whose month, department or task is unknown, in the order of the sheet. */
  readonly unplaced: readonly number[];
  /** Filled rows of a department the matrix does not name for the task, in the order of the sheet. */
  readonly strays: readonly number[];
}

/** The indices of the rows of an obligation, in the order of the sheet. */
export function rowsOf({ first, next }: Ledger, obligation: number): readonly number[] {
  const indices: number[] = [];
  for (let index = at(first, obligation); index > 0; index = at(next, index)) indices.push(index);
  return indices;
}

export function passOverRows(input: ConsolidationInput): Ledger {
  const { rows, from } = input.submissions;
  const opened = openLedger(input);
  // From the last row up: what is hung in front of a chain leaves it in the order of the sheet.
  for (let index = rows.length - 1; index >= from; index -= 1) {
    const row = rows[index];
    if (row !== undefined) enter(row, index, opened);
  }
  opened.unplaced.reverse();
  opened.strays.reverse();
  return opened;
}

/** A ledger that rows are being entered into. */
interface OpenLedger extends Ledger {
  readonly started: boolean[];
  readonly unplaced: number[];
  readonly strays: number[];
  readonly matrix: Matrix;
  /** By obligation of one month: is it a duty of the matrix? */
  readonly assigned: Uint8Array;
  readonly columns: SubmissionColumns;
  readonly judge: Judge;
  /** The consolidated month, 0 is January: the one whose rows are joined and so want a closer look. */
  readonly month: number;
  /** By month: the last day in time as a number, as `dayOfStamp` tells it. */
  readonly lastDay: readonly number[];
}

function openLedger({ matrix, submissions, period, rules }: ConsolidationInput): OpenLedger {
  const { rows, columns } = submissions;
  const year = yearOf(period);
  const deadlines = MONTHS.map((month) => deadlineOf(periodOf(year, month), rules.deadline));
  const assigned = new Uint8Array(numberOf(matrix, 1, 0, 0));
  for (const { task, department } of matrix.duties) assigned[numberOf(matrix, 0, department, task)] = 1;
  const lastInTime = deadlines.map((deadline) => lastDayInTime(deadline, rules.deadline));
  const size = numberOf(matrix, MONTHS.length, 0, 0);
  return {
    flags: new Uint8Array(size),
    first: new Int32Array(size),
    next: new Int32Array(rows.length),
    verdicts: new Uint8Array(rows.length),
    lastInTime,
    deadlines,
    started: MONTHS.map(() => false),
    count: new Float64Array(MONTHS.length),
    people: new Float64Array(MONTHS.length),
    evidence: matrix.tasks.map((task) => parseEvidence(task.evidence)),
    lookup: lookupFor(matrix, year),
    unplaced: [],
    strays: [],
    matrix,
    assigned,
    columns,
    judge: judgeOf(columns),
    month: monthOf(period) - 1,
    lastDay: lastInTime.map(dayOfStamp),
  };
}

/**
 * Enters one row. A function of its own, at the top of the module and not inside the pass: the engine compiles what is
 * called often, and keeps it from one run to the next; the body of a loop it compiles anew each time.
 */
function enter(row: readonly Cell[], index: number, ledger: OpenLedger): void {
  const { matrix, columns, lookup, flags, first, count, people } = ledger;
  const month = lookUp(lookup.month, cellOf(row, columns.period));
  const department = lookUp(lookup.department, cellOf(row, columns.department));
  const task = lookUp(lookup.task, cellOf(row, columns.task));
  const lastDay = ledger.lastDay[month];
  if (lastDay !== undefined) ledger.started[month] = true;
  const rule = ledger.evidence[task];
  if (lastDay === undefined || department < 0 || rule === undefined) {
    ledger.unplaced.push(index);
    return;
  }
  const number = numberOf(matrix, month, department, task);
  ledger.next[index] = first[number] ?? 0;
  first[number] = index;
  let verdict = judge(ledger.judge, row, rule, lastDay);
  if (verdict === 0) return;
  if (month === ledger.month && !isUsual(ledger.judge, row)) verdict |= LOOK;
  ledger.verdicts[index] = verdict;
  flags[number] = (flags[number] ?? 0) | verdict;
  if (ledger.assigned[numberOf(matrix, 0, department, task)] === 0) {
    if (isFilled(row, columns)) ledger.strays.push(index);
  } else if ((verdict & (DRAFT | RETURNED)) === 0) {
    count[month] = (count[month] ?? 0) + (parseQuantity(cellOf(row, columns.count)) ?? 0);
    people[month] = (people[month] ?? 0) + (parseQuantity(cellOf(row, columns.people)) ?? 0);
  }
}

const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
