/** SpreadsheetApp.Filter: the one filter of a sheet. Filtering rows is left to the program that shows the file. */
import { emulate, type Face } from '../../runtime/face.ts';
import { makeRange } from './make.ts';
import type { SheetState } from './state.ts';

export const filterFace: Face<GoogleAppsScript.Spreadsheet.Filter, SheetState> = emulate<
  GoogleAppsScript.Spreadsheet.Filter,
  SheetState
>('Filter', {
  getRange() {
    return makeRange(this, this.sheet.filter?.area ?? { row: 1, column: 1, rows: 1, columns: 1 });
  },
  remove() {
    delete this.sheet.filter;
    this.sheet.changed = true;
  },
});
