/** SpreadsheetApp.Filter: the one filter of a sheet. Filtering rows is left to the program that shows the file. */
import { rightOf } from '../../book/areas.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { makeRange } from './make.ts';
import { sortRows } from './moving.ts';
import type { SheetState } from './state.ts';

export const filterFace: Face<GoogleAppsScript.Spreadsheet.Filter, SheetState> = emulate<
  GoogleAppsScript.Spreadsheet.Filter,
  SheetState
>('Filter', {
  getRange() {
    return makeRange(this, this.sheet.filter?.area ?? { row: 1, column: 1, rows: 1, columns: 1 });
  },
  sort(column, ascending) {
    const { area } = this.sheet.filter ?? fail('rangeNotFound');
    if (column < area.column || column > rightOf(area)) fail('filterColumn');
    // The first row of a filter is its heading.
    if (area.rows > 1)
      sortRows({ ...this, area: { ...area, row: area.row + 1, rows: area.rows - 1 } }, { column, ascending });
    return this.execution.make(filterFace, this);
  },
  remove() {
    delete this.sheet.filter;
    this.sheet.changed = true;
  },
});
