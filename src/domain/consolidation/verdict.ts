/** What one row of the submissions sheet amounts to, judged from the row alone: the sheet is the truth. */
import { type Cell, cellOf, isBlank } from '../cell.ts';
import { type EvidenceDemand, type EvidenceRule, unmetDemands } from '../evidence.ts';
import { dayOfStamp, parseDateTime } from '../local-date.ts';
import { isNilReturn, LONGEST_NIL } from '../nil-return.ts';
import { parseQuantity } from '../quantity.ts';
import type { SubmissionColumns } from './input.ts';
import { lookUp, type Memo, memoOf } from './memo.ts';

/**
 * A verdict is one byte: a bit for what the row is, one for in time, one for "look closer". So the byte of an obligation is
 * its rows' bytes laid over each other (`|`), and a year of them is one typed array. 0 is a row that was prepared and not
 * filled.
 */
/** A signed "nothing this month". */
export const NIL = 1;
/** Filled, with all that is asked for. */
export const FILLED = 2;
/** Filled, and accepted by the office. */
export const ACCEPTED = 4;
/** Excused by the office, whatever else the row says. */
export const EXEMPT = 8;
/** Filled, but something is lacking. */
export const DRAFT = 16;
/** Sent back by the office. */
export const RETURNED = 32;
/** Handed in by the last day in time, as far as the row says. */
export const IN_TIME = 64;
/** Something in the row may be wrong, or is not in its usual form: the join reads it cell by cell. */
export const LOOK = 128;

/** What counts as handed in. */
export const HANDED_IN = NIL | FILLED | ACCEPTED;

type Row = readonly Cell[];

export type Review = 'accepted' | 'returned' | 'exempt' | 'pending';

/** What the office may enter under 审核, and what it is understood as. */
const REVIEWS: ReadonlyMap<string, Review> = new Map([
  ['通过', 'accepted'],
  ['已通过', 'accepted'],
  ['accepted', 'accepted'],
  ['退回', 'returned'],
  ['已退回', 'returned'],
  ['returned', 'returned'],
  ['免报', 'exempt'],
  ['exempt', 'exempt'],
  ['待审', 'pending'],
  ['待审核', 'pending'],
  ['pending', 'pending'],
]);

/** The words offered in the sheet's dropdown. */
export const REVIEW_CHOICES = ['通过', '退回', '免报'] as const;

/** What an entry under 审核 means; `null` where it is no known word. */
export function readReview(cell: Cell): Review | null {
  if (cell === '') return 'pending';
  const typed = String(cell).normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return typed === '' ? 'pending' : (REVIEWS.get(typed) ?? null);
}

/** The errors a formula leaves in a cell. */
const FORMULA_ERROR = /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/;

export function isFormulaError(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.charCodeAt(0) === 35 && FORMULA_ERROR.test(cell);
}

/** Has a person put anything into the row besides its key? */
export function isFilled(row: Row, columns: SubmissionColumns): boolean {
  return !(
    isBlank(cellOf(row, columns.text)) &&
    isBlank(cellOf(row, columns.links)) &&
    isBlank(cellOf(row, columns.count)) &&
    isBlank(cellOf(row, columns.people))
  );
}

/** Judges rows that have these columns. */
export interface Judge {
  readonly columns: SubmissionColumns;
  readonly review: Memo<Review | null>;
  readonly isNil: Memo<boolean>;
  readonly isNumber: Memo<boolean>;
}

export function judgeOf(columns: SubmissionColumns): Judge {
  return {
    columns,
    review: memoOf(readReview),
    isNil: memoOf((text) => isNilReturn(String(text))),
    isNumber: memoOf((cell) => parseQuantity(cell) !== undefined),
  };
}

/**
 * `rule` is what the row's task demands beside the text, `lastDay` the last day in time of its month, as
 * `dayOfStamp` tells it. The common row is judged from a few characters and numbers, without making anything.
 */
export function judge(by: Judge, row: Row, rule: EvidenceRule, lastDay: number): number {
  const { columns } = by;
  const reviewed = cellOf(row, columns.review);
  const review = reviewed === '' ? 'pending' : lookUp(by.review, reviewed);
  const typed = cellOf(row, columns.text);
  const text = typeof typed === 'string' ? typed : String(typed);
  const count = cellOf(row, columns.count);
  const people = cellOf(row, columns.people);
  const links = cellOf(row, columns.links);
  const textIsBlank = isBlank(text);
  let is: number;
  if (review === 'exempt') is = EXEMPT;
  else if (review === 'returned') is = RETURNED;
  else if (textIsBlank && isBlank(links) && isBlank(count) && isBlank(people)) return 0;
  else if (text.length <= LONGEST_NIL && lookUp(by.isNil, text)) is = NIL;
  else if (textIsBlank || isFormulaError(text)) is = DRAFT;
  else if (rule.demands.length > 0 && lacks(row, columns, rule).length > 0) is = DRAFT;
  else is = review === 'accepted' ? ACCEPTED : FILLED;

  return is & HANDED_IN && isByDay(cellOf(row, columns.time), lastDay) ? is | IN_TIME : is;
}

/** Is there nothing in the row that the join would have to look at: each cell in its usual form, and none an error? */
export function isUsual(by: Judge, row: Row): boolean {
  const { columns } = by;
  const time = cellOf(row, columns.time);
  const text = cellOf(row, columns.text);
  return (
    typeof time === 'string' &&
    !Number.isNaN(dayOfStamp(time)) &&
    lookUp(by.review, cellOf(row, columns.review)) !== null &&
    String(text).length <= LONGEST_TEXT &&
    isQuantity(by, cellOf(row, columns.count)) &&
    isQuantity(by, cellOf(row, columns.people)) &&
    !isFormulaError(text) &&
    !isFormulaError(cellOf(row, columns.links))
  );
}

function isQuantity({ isNumber }: Judge, cell: Cell): boolean {
  return typeof cell === 'number' ? cell >= 0 && Number.isFinite(cell) : lookUp(isNumber, cell);
}

/** A cell of Google Sheets holds no more characters; a longer text can only come out of a file. */
export const LONGEST_TEXT = 50_000;

/** Is it a time of that day or an earlier one? A time that cannot be read does not make a return late: it is a finding of its own month. */
function isByDay(time: Cell, lastDay: number): boolean {
  if (typeof time !== 'string') return true;
  const day = dayOfStamp(time);
  return !((Number.isNaN(day) ? dayOfStamp(parseDateTime(time) ?? '') : day) > lastDay);
}

/** The demands of the rule a filled row does not meet. */
export function lacks(row: Row, columns: SubmissionColumns, rule: EvidenceRule): readonly EvidenceDemand[] {
  return unmetDemands(rule, {
    text: String(cellOf(row, columns.text)),
    links: String(cellOf(row, columns.links)),
    count: parseQuantity(cellOf(row, columns.count)) ?? null,
    people: parseQuantity(cellOf(row, columns.people)) ?? null,
  });
}
