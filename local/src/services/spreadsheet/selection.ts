/** What is selected in a sheet, and SpreadsheetApp.Selection, which tells of it. */
import { areaOf } from '../../book/areas.ts';
import type { Area } from '../../book/book.ts';
import { fail, notSupported } from '../../runtime/errors.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { makeRange, makeSheet } from './make.ts';
import { rangeListFace, select } from './range-list.ts';
import { nextDataCell } from './reaching.ts';
import { rangeStates } from './rules.ts';
import type { SheetState } from './state.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Selection = GoogleAppsScript.Spreadsheet.Selection;

/** The areas selected; the first cell where none is selected. */
function selected({ execution, sheet }: SheetState): readonly Area[] {
  const areas = execution.session.selections.get(sheet.id) ?? [];
  return areas.length > 0 ? areas : [areaOf(1, 1, 1, 1)];
}

const first = (state: SheetState): Area => selected(state)[0] ?? areaOf(1, 1, 1, 1);

export const activeRange = (state: SheetState): Range => makeRange(state, first(state));

export const currentCell = (state: SheetState): Range => makeRange(state, { ...first(state), rows: 1, columns: 1 });

export const activeRangeList = (state: SheetState): RangeList =>
  state.execution.make(rangeListFace, { ...state, areas: selected(state) });

export const selectionOf = (state: SheetState): Selection => state.execution.make(selectionFace, state);

/** Selects a range on whatever sheet it is. */
export function selectRange({ execution }: Pick<SheetState, 'execution'>, range: Range): Range {
  const state = rangeStates.get(execution)?.(range) ?? fail('rangeNotFound');
  select(state, [state.area]);
  return range;
}

export function selectRanges({ execution }: Pick<SheetState, 'execution'>, list: RangeList): RangeList {
  const state = execution.state(rangeListFace, list) ?? fail('rangeNotFound');
  select(state, state.areas);
  return list;
}

const selectionFace: Face<Selection, SheetState> = emulate<Selection, SheetState>('Selection', {
  getActiveRange() {
    return activeRange(this);
  },
  getActiveRangeList() {
    return activeRangeList(this);
  },
  getActiveSheet() {
    return makeSheet(this, this.sheet);
  },
  getCurrentCell() {
    return currentCell(this);
  },
  getNextDataRange(direction) {
    const name = this.execution.enumName('Direction', direction) ?? fail('invalidArgument', 'direction');
    const area = first(this);
    if (area.rows * area.columns > 1) notSupported('Selection.getNextDataRange of several cells');
    const { row, column } = nextDataCell(this.sheet, area, name);
    return makeRange(
      this,
      areaOf(
        Math.min(row, area.row),
        Math.min(column, area.column),
        Math.max(row, area.row),
        Math.max(column, area.column),
      ),
    );
  },
});
