/** 通过 and 退回: the office looks at rows of 月度报送 and says so, one or many at once. */

import { at } from '../../domain/at.ts';
import { cellOf } from '../../domain/cell.ts';
import { isFilled, readReview } from '../../domain/consolidation/verdict.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { rightsOf } from '../../office/guards.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Outcome, readOffice, rowsOf } from '../../office/office.ts';
import { undoable } from '../../office/undoable.ts';
import type { CellRows, NewRows } from '../../spreadsheet/cell.ts';
import type { Change } from '../../spreadsheet/change.ts';
import { locate } from '../../workbook/locate.ts';
import { refuseMissing } from '../../workbook/missing.ts';
import { rowMark } from '../../workbook/reviewed-rows.ts';
import { submissionsSheet } from '../../workbook/sheets/submissions.ts';

export type Decision = 'accept' | 'return';

export interface ReviewReply {
  /** Rows decided on, by the sheet's numbers. */
  readonly decided: readonly number[];
  /** Rows left as they are: blank ones cannot be looked at, accepted ones have been. */
  readonly left: readonly number[];
}

const WORDS: Readonly<Record<Decision, string>> = { accept: '通过', return: '退回' };

/**
 * @param rows the sheet's numbers of the rows, in any order
 * @param reason what is to be put right, where rows are sent back
 * @param seen the marks (`rowMark`) under which the rows were shown, in their order; none where they stand before the person
 * @throws Refusal reasonMissing, rowsNotSelected, rowChanged, and whatever readOffice refuses
 */
export function reviewRows(
  rows: readonly number[],
  decision: Decision,
  reason: string,
  seen: readonly string[] = [],
): Outcome<ReviewReply> {
  if (decision === 'return' && reason.trim() === '') throw new Refusal({ code: 'reasonMissing' });
  return locked((book) => {
    const office = readOffice(book);
    const { messages, now } = office;
    const standing = rowsOf(book, 'submissions');
    const located = locate(submissionsSheet, standing);
    refuseMissing(submissionsSheet, located, ['text', 'review', 'reason']);
    const { at: columns, headingRow } = located;
    const changed = rows.find((row, index) => seen[index] !== undefined && seen[index] !== rowMark(standing[row - 1]));
    if (changed !== undefined) throw new Refusal({ code: 'rowChanged', sheet: submissionsSheet.title, row: changed });
    const asked = [...new Set(rows)].filter((row) => row > headingRow + 1 && row <= standing.length);
    const decided = asked.filter((row) => isWaiting(at(standing, row - 1), columns, decision)).sort((a, b) => a - b);
    const left = asked.filter((row) => !decided.includes(row));
    if (asked.length === 0) throw new Refusal({ code: 'rowsNotSelected', sheet: submissionsSheet.title });
    const reviewed = withDecision(standing, decided, columns, [WORDS[decision], reason.trim()]);
    const whose = decided.map((row) => `${String(cellOf(at(standing, row - 1), columns.department))}（第 ${row} 行）`);
    const told = messages.told.review({ decision, rows: whose, left: left.length, reason: reason.trim() });
    apply(
      decided.length === 0
        ? []
        : [
            // The decision comes after its guards: run again after a stop, it finds the rows still to be decided on.
            ...rightsOf(office, reviewed, frozenPeriods(office)).changes,
            ...undoable({ book, now, command: decision, about: decided.join() }, [
              decisionWrite(reviewed, decided, columns),
            ]),
            ...logLine(book, now, messages.commands[decision], told),
          ],
    );
    return { told, reply: { decided, left } };
  });
}

function isWaiting(row: CellRows[number], at: Parameters<typeof isFilled>[1], decision: Decision): boolean {
  const review = readReview(cellOf(row, at.review));
  if (decision === 'accept') return isFilled(row, at) && review !== 'accepted';
  // An accepted row may be sent back: the office has looked again.
  return isFilled(row, at);
}

type DecisionColumns = Readonly<Record<'review' | 'reason', number>>;

function withDecision(
  rows: CellRows,
  decided: readonly number[],
  { review, reason }: DecisionColumns,
  [decision, why]: readonly [decision: string, why: string],
): CellRows {
  const wanted = new Set(decided);
  return rows.map((row, index) => {
    if (!wanted.has(index + 1)) return row;
    const changed = Array.from({ length: Math.max(row.length, review + 1, reason + 1) }, (_, column) =>
      cellOf(row, column),
    );
    changed[review] = decision;
    changed[reason] = why;
    return changed;
  });
}

/** One write from the first row decided on to the last: both columns are the office's, what stands between is written as it is. */
function decisionWrite(rows: CellRows, decided: readonly number[], { review, reason }: DecisionColumns): Change {
  const places = [review, reason];
  const first = at(decided, 0);
  const last = at(decided, decided.length - 1);
  const span: NewRows = rows.slice(first - 1, last).map((row) => places.map((place) => cellOf(row, place)));
  return { kind: 'write', sheet: submissionsSheet.title, row: first, places, rows: span };
}
