/** 审核: one return as it stands, and which rows wait for the office's word. */

import { cellOf } from '../../domain/cell.ts';
import { parsePeriod } from '../../domain/period.ts';
import { openBook } from '../../google/book.ts';
import { rowsOf } from '../../office/office.ts';
import { locate } from '../../workbook/locate.ts';
import { refuseMissing } from '../../workbook/missing.ts';
import { rowMark, waitingRows } from '../../workbook/reviewed-rows.ts';
import { standingSettings } from '../../workbook/settings.ts';
import { type SubmissionKey, submissionsSheet } from '../../workbook/sheets/submissions.ts';
import { nameOfRow } from '../../workbook/submissions.ts';

export interface SubmissionReply {
  /** The title of the sheet the rows stand in. */
  readonly sheet: string;
  /** `null` where no row was asked for and none waits. */
  readonly shown: ShownSubmission | null;
  /** Numbers of the rows that are filled in and not decided on, in the order of the sheet. */
  readonly waiting: readonly number[];
}

/** The cells of a row as texts, by column. */
export interface ShownSubmission {
  /** Number of the row, from 1. */
  readonly row: number;
  /** Goes back with the decision: see `reviewRows`. */
  readonly mark: string;
  /** See `nameOfRow`. */
  readonly known: string;
  readonly cells: Readonly<Record<SubmissionKey, string>>;
}

/**
 * @param row the row asked for; the first that waits where it is `null`, or no entry
 * @param month only rows of that month wait; all of them where it is `null`
 * @throws Refusal sheetMissing, columnsMissing
 */
export function shownSubmission({ row, month }: { row: number | null; month: string | null }): SubmissionReply {
  const book = openBook();
  const rows = rowsOf(book, 'submissions');
  const located = locate(submissionsSheet, rows);
  refuseMissing(submissionsSheet, located, ['department', 'text', 'review']);
  const { at, headingRow } = located;
  const year = Number(standingSettings(rowsOf(book, 'settings')).values.get('year')?.typed);
  const period = month === null ? null : parsePeriod(month, year);
  const waiting = waitingRows(rows, located, year, period);
  const isEntry = row !== null && row > headingRow + 1 && row <= rows.length;
  const asked = isEntry ? row : waiting[0];
  const cells = asked === undefined ? undefined : rows[asked - 1];
  if (asked === undefined || cells === undefined) return { sheet: submissionsSheet.title, shown: null, waiting };
  const texts = submissionsSheet.columns.map(({ key }) => [key, String(cellOf(cells, at[key])).trim()] as const);
  return {
    sheet: submissionsSheet.title,
    shown: {
      row: asked,
      mark: rowMark(cells),
      known: nameOfRow(cells, at),
      cells: Object.fromEntries(texts) as ShownSubmission['cells'],
    },
    waiting,
  };
}
