/** An edit as the platform tells of it. */
import type { CellRows } from '../spreadsheet/cell.ts';
import { plainRows } from './book.ts';

/** Rows a person typed into, on a sheet of ours. */
export interface SheetEdit {
  /** Number of the first row, from 1. */
  readonly row: number;
  /** First and last column, counted from 0. */
  readonly fromColumn: number;
  readonly toColumn: number;
  /** The rows whole, up to a column. */
  readonly read: (columns: number, timeZone: string) => CellRows;
}

/** The edit an event tells of where it is on the sheet of that title; `null` for any other sheet. */
export function editOn(event: unknown, title: string): SheetEdit | null {
  const range = (event as { range?: GoogleAppsScript.Spreadsheet.Range } | undefined)?.range;
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  // A person who may open a page can call a trigger by its name, with anything for an event.
  if (typeof range?.getGridId !== 'function' || !sheet || sheet.getRange(1, 1).getGridId() !== range.getGridId())
    return null;
  const row = range.getRow();
  const count = range.getNumRows();
  return {
    row,
    fromColumn: range.getColumn() - 1,
    toColumn: range.getLastColumn() - 1,
    read: (columns, timeZone) => plainRows(sheet.getRange(row, 1, count, columns).getValues(), timeZone),
  };
}
