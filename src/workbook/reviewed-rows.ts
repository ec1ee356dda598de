/** Rows of 月度报送 as a person reviews them: which wait, and whether one is still the row that was shown. */

import { cellOf } from '../domain/cell.ts';
import { isFilled, readReview } from '../domain/consolidation/verdict.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { type Period, parsePeriod } from '../domain/period.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { Located } from './locate.ts';
import type { SubmissionKey } from './sheets/submissions.ts';

/** Numbers of the rows that are filled in and not decided on, of one month or of all. */
export const waitingRows = (
  rows: CellRows,
  { at, headingRow }: Located<SubmissionKey>,
  year: number,
  period: Period | null,
): number[] =>
  rows.flatMap((cells, index) =>
    index > headingRow &&
    isFilled(cells, at) &&
    readReview(cellOf(cells, at.review)) === 'pending' &&
    (period === null || parsePeriod(String(cellOf(cells, at.period)), year) === period)
      ? [index + 1]
      : [],
  );

/** Tells whether a row is still the one a person looked at: people sort the sheet, and go on typing. */
export const rowMark = (row: CellRows[number] = []): string => fingerprint(row.join('\u0000'));
