/** SpreadsheetApp.RangeList: several ranges of a sheet, dressed at once. */
import type { Area } from '../../book/book.ts';
import { emulate, type Face } from '../../runtime/face.ts';
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

/** Brings the sheet to the front with these areas selected. */
export function select({ execution, sheet }: SheetState, areas: readonly Area[]): void {
  execution.session.activeSheetId = sheet.id;
  execution.session.selections.set(sheet.id, [...areas]);
}

/** Methods that do to each range what the range's own method does. */
function each(
  names: readonly (keyof List & keyof GoogleAppsScript.Spreadsheet.Range)[],
): Partial<List> & ThisType<RangeListState> {
  const method = (name: string) =>
    function (this: RangeListState, ...args: unknown[]): List {
      for (const area of this.areas) {
        const range = makeRange(this, area) as unknown as Record<string, (...args: unknown[]) => unknown>;
        range[name]?.(...args);
      }
      return this.execution.make(rangeListFace, this);
    };
  return Object.fromEntries(names.map((name) => [name, method(name)]));
}

export const rangeListFace: Face<List, RangeListState> = emulate<List, RangeListState>('RangeList', {
  getRanges() {
    return this.areas.map((area) => makeRange(this, area));
  },
  activate() {
    select(this, this.areas);
    return this.execution.make(rangeListFace, this);
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
  ...each([
    'breakApart',
    'check',
    'clear',
    'clearContent',
    'clearDataValidations',
    'clearFormat',
    'clearNote',
    'insertCheckboxes',
    'removeCheckboxes',
    'setBackgroundRGB',
    'setBorder',
    'setFormulaR1C1',
    'setTextRotation',
    'setFontFamily',
    'setFontLine',
    'setFontStyle',
    'setNote',
    'setWrapStrategy',
    'trimWhitespace',
    'uncheck',
  ]),
});
