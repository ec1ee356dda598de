/** What one row of the submissions sheet amounts to, judged from the row alone: the sheet is the truth. */
import { type EvidenceDemand, type EvidenceRule, unmetDemands } from '../evidence.ts';
import { isNilReturn } from '../nil-return.ts';
import { parseQuantity } from '../quantity.ts';
import type { SubmissionCell, SubmissionColumns } from './input.ts';

/**
 * blank: prepared, not filled. draft: filled, but something is lacking. returned: sent back by the office.
 * nil: a signed "nothing". handedIn, accepted: counts. exempt: excused by the office, whatever else the row says.
 */
export type Verdict = 'blank' | 'draft' | 'returned' | 'nil' | 'handedIn' | 'accepted' | 'exempt';

type Row = readonly SubmissionCell[];

/** What the office may enter under 审核, and what it is understood as. */
const REVIEWS: ReadonlyMap<string, 'accepted' | 'returned' | 'exempt' | 'pending'> = new Map([
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

/** What an entry under 审核 means; `null` where nobody can tell. */
export function readReview(cell: SubmissionCell): 'accepted' | 'returned' | 'exempt' | 'pending' | null {
  if (cell === '') return 'pending';
  const typed = String(cell).normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return typed === '' ? 'pending' : (REVIEWS.get(typed) ?? null);
}

/** Is there nothing to read in the cell? */
export function isBlank(cell: SubmissionCell | undefined): boolean {
  if (cell === undefined || cell === '') return true;
  if (typeof cell !== 'string') return false;
  // A first character that is plainly visible settles it without trimming 120 characters of report.
  const first = cell.charCodeAt(0);
  return (first <= 32 || first === 0x3000 || first === 0xa0 || first >= 0x2000) && BLANK.test(cell);
}

const BLANK = /^[\s\u200b-\u200f\u2060\ufeff]*$/;

/** The errors a formula leaves in a cell. */
const FORMULA_ERROR = /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/;

export function isFormulaError(cell: SubmissionCell | undefined): boolean {
  return typeof cell === 'string' && cell.charCodeAt(0) === 35 && FORMULA_ERROR.test(cell);
}

/** Cells of a row by column; a column the sheet lacks reads as blank. */
export function cellOf(row: Row, column: number): SubmissionCell {
  return column < 0 ? '' : (row[column] ?? '');
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

/** Judges a row. `rule` is what its task demands beside the text. */
export function judge(row: Row, columns: SubmissionColumns, rule: EvidenceRule): Verdict {
  const review = readReview(cellOf(row, columns.review));
  if (review === 'exempt') return 'exempt';
  if (review === 'returned') return 'returned';
  if (!isFilled(row, columns)) return 'blank';
  const text = String(cellOf(row, columns.text));
  if (isNilReturn(text)) return 'nil';
  if (isBlank(text) || isFormulaError(text)) return 'draft';
  if (rule.demands.length > 0 && lacks(row, columns, rule).length > 0) return 'draft';
  return review === 'accepted' ? 'accepted' : 'handedIn';
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
