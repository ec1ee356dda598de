/** Range's methods that find other cells from where it stands. */
import { areaOf, bottomOf, rightOf } from '../../book/areas.ts';
import type { Area, Sheet } from '../../book/book.ts';
import { formulaAt, lastColumn, lastRow, valueAt } from '../../book/cells.ts';
import { fail } from '../../runtime/errors.ts';
import { share } from '../../runtime/face.ts';
import { requireEdit } from './edit-rights.ts';
import { filterFace } from './filter.ts';
import { makeRange } from './make.ts';
import type { RangeState } from './state.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const reaching = share<Range, RangeState>({
  getDataRegion(dimension?: unknown) {
    const only = this.execution.enumName('Dimension', dimension);
    return makeRange(this, regionAround(this.sheet, this.area, only));
  },
  getNextDataCell(direction) {
    const name = this.execution.enumName('Direction', direction) ?? fail('invalidArgument', 'direction');
    const { row, column } = nextDataCell(this.sheet, this.area, name);
    return makeRange(this, { row, column, rows: 1, columns: 1 });
  },
  createFilter() {
    requireEdit(this, this.area);
    if (this.sheet.filter) fail('secondFilter');
    this.sheet.filter = { area: this.area, criteria: new Map() };
    this.sheet.changed = true;
    return this.execution.make(filterFace, this);
  },
  getFilter() {
    return this.sheet.filter ? this.execution.make(filterFace, this) : null;
  },
});

const holds = (sheet: Sheet, row: number, column: number): boolean =>
  valueAt(sheet, row, column) !== null || formulaAt(sheet, row, column) !== undefined;

/** Grows an area until all around it is blank, corners included, as Ctrl+A does. */
function regionAround(sheet: Sheet, area: Area, only: string | undefined): Area {
  const most = { bottom: Math.max(lastRow(sheet), bottomOf(area)), right: Math.max(lastColumn(sheet), rightOf(area)) };
  let { row: top, column: left } = area;
  let bottom = bottomOf(area);
  let right = rightOf(area);
  const rowHolds = (row: number, from: number, to: number): boolean => {
    for (let column = from; column <= to; column += 1) if (holds(sheet, row, column)) return true;
    return false;
  };
  const columnHolds = (column: number, from: number, to: number): boolean => {
    for (let row = from; row <= to; row += 1) if (holds(sheet, row, column)) return true;
    return false;
  };
  for (let grown = true; grown; ) {
    grown = false;
    if (only !== 'COLUMNS') {
      const [from, to] = only === undefined ? [Math.max(1, left - 1), right + 1] : [left, right];
      if (top > 1 && rowHolds(top - 1, from, to)) [top, grown] = [top - 1, true];
      if (bottom < most.bottom && rowHolds(bottom + 1, from, to)) [bottom, grown] = [bottom + 1, true];
    }
    if (only !== 'ROWS') {
      const [from, to] = only === undefined ? [Math.max(1, top - 1), bottom + 1] : [top, bottom];
      if (left > 1 && columnHolds(left - 1, from, to)) [left, grown] = [left - 1, true];
      if (right < most.right && columnHolds(right + 1, from, to)) [right, grown] = [right + 1, true];
    }
  }
  return areaOf(top, left, bottom, right);
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** Where Ctrl and an arrow key lead: to the end of the data, or over a gap to where it begins again. */
export function nextDataCell(sheet: Sheet, area: Area, direction: string): { row: number; column: number } {
  const [down, across] = steps[direction] ?? fail('invalidArgument', 'direction');
  let { row, column } = area;
  const inside = (r: number, c: number) => r >= 1 && c >= 1 && r <= sheet.maxRows && c <= sheet.maxColumns;
  const along =
    holds(sheet, row, column) && inside(row + down, column + across) && holds(sheet, row + down, column + across);
  while (inside(row + down, column + across)) {
    if (along && !holds(sheet, row + down, column + across)) break;
    row += down;
    column += across;
    if (!along && holds(sheet, row, column)) break;
  }
  return { row, column };
}
