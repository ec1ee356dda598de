/** SpreadsheetApp.RangeList: several ranges of a sheet, dressed at once. */
import type { Area } from '../../book/book.ts';
import { clearCells } from '../../book/cells.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { requireEdit } from './edit-rights.ts';
import { colorOf, formatChange, horizontalChange, type StyleChange, setStyle, verticalChange } from './formats.ts';
import { makeRange } from './make.ts';
import type { SheetState } from './state.ts';

export interface RangeListState extends SheetState {
  readonly areas: readonly Area[];
}

type List = GoogleAppsScript.Spreadsheet.RangeList;

function styled(state: RangeListState, change: StyleChange): List {
  for (const area of state.areas) setStyle({ ...state, area }, change);
  return state.execution.make(rangeListFace, state);
}

export const rangeListFace: Face<List, RangeListState> = emulate<List, RangeListState>('RangeList', {
  getRanges() {
    return this.areas.map((area) => makeRange(this, area));
  },
  setBackground(color: string | null) {
    return styled(this, { background: colorOf(color) });
  },
  setFontColor(color: string | null) {
    return styled(this, { fontColor: colorOf(color) });
  },
  setFontWeight(weight: string | null) {
    return styled(this, { bold: weight === 'bold' ? true : undefined });
  },
  setFontSize(size) {
    return styled(this, { fontSize: size });
  },
  setNumberFormat(format) {
    return styled(this, formatChange(format));
  },
  setHorizontalAlignment(alignment) {
    return styled(this, horizontalChange(alignment));
  },
  setVerticalAlignment(alignment) {
    return styled(this, verticalChange(alignment));
  },
  setWrap(wrap) {
    return styled(this, { wrap: wrap ? 'wrap' : undefined });
  },
  setValue(value) {
    for (const area of this.areas) makeRange(this, area).setValue(value);
    return this.execution.make(rangeListFace, this);
  },
  setFormula(formula) {
    for (const area of this.areas) makeRange(this, area).setFormula(formula);
    return this.execution.make(rangeListFace, this);
  },
  clearContent() {
    for (const area of this.areas) {
      requireEdit(this, area);
      clearCells(this.sheet, area);
    }
    return this.execution.make(rangeListFace, this);
  },
});
