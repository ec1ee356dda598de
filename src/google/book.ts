/**
 * The spreadsheet as commands read it: whole sheets in one call each, dates as text in the spreadsheet's zone.
 *
 * Calls are few because each costs a round trip; a sheet that is asked for twice is read once.
 */
import type { Cell, CellRows } from '../spreadsheet/cell.ts';
import { wallClockOf } from './clock.ts';
import { retried } from './retry.ts';

export interface OpenBook {
  /** The zone all its dates are told in. */
  readonly timeZone: string;
  readonly name: () => string;
  /** Where people open it. */
  readonly url: () => string;
  readonly has: (title: string) => boolean;
  /** How many sheets there are. */
  readonly size: () => number;
  /** All rows of a sheet from its first on, or `null` where there is no such sheet. */
  readonly read: (title: string) => CellRows | null;
  /** Where a named run of columns begins and how many it has; no cell is read for it. `null` where the name is gone. */
  readonly namedColumns: (rangeName: string) => { readonly first: number; readonly count: number } | null;
}

/** Opens the spreadsheet the script is bound to. */
export function openBook(): OpenBook {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  let timeZone: string | null = null;
  const zone = () => {
    timeZone ??= book.getSpreadsheetTimeZone();
    return timeZone;
  };
  const read = new Map<string, CellRows | null>();
  return {
    get timeZone() {
      return zone();
    },
    name: () => book.getName(),
    url: () => book.getUrl(),
    has: (title) => book.getSheetByName(title) !== null,
    size: () => book.getSheets().length,
    read: (title) => {
      const before = read.get(title);
      if (before !== undefined) return before;
      const sheet = book.getSheetByName(title);
      const rows =
        sheet &&
        plainRows(
          retried(() => sheet.getDataRange().getValues()),
          zone(),
        );
      read.set(title, rows);
      return rows;
    },
    namedColumns: (rangeName) => {
      const range = book.getRangeByName(rangeName);
      // A name whose sheet was deleted is `#REF!` and gives no range.
      if (!range) return null;
      return { first: range.getColumn() - 1, count: range.getNumColumns() };
    },
  };
}

/** One cell as it stands now, as text; row from 1, column from 0. `''` where the sheet does not reach so far. */
export function cellNow(title: string, row: number, column: number): string {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  return sheet ? String(retried(() => sheet.getRange(row, column + 1).getValue())) : '';
}

/** Dates become text; everything else stays as it is, in the same arrays. A million cells pass here. */
export function plainRows(rows: unknown[][], timeZone: string): CellRows {
  const wallClock = wallClockOf(timeZone);
  for (const row of rows) makePlain(row, wallClock);
  return rows as Cell[][];
}

function makePlain(row: unknown[], wallClock: (date: Date) => string): void {
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    if (typeof cell === 'object') row[column] = cell instanceof Date ? wallClock(cell) : String(cell ?? '');
  }
}
