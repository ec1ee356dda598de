/** SpreadsheetApp.Sheet */
import { lastPossibleColumn } from '../../book/a1.ts';
import { type Axis, areaOf } from '../../book/areas.ts';
import type { Area, Column } from '../../book/book.ts';
import { clearCells, lastColumn, lastRow, restyle } from '../../book/cells.ts';
import { movePositions } from '../../book/moving-positions.ts';
import { copySheetTo, hasRoomFor, nextSheetId, renameSheet, sheetNamed } from '../../book/sheets.ts';
import { deletePositions, insertPositions } from '../../book/structure.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face, share } from '../../runtime/face.ts';
import { writeValues } from './cell-values.ts';
import { copyName } from './copy-name.ts';
import { requireEdit, wholeSheet } from './edit-rights.ts';
import { filterFace } from './filter.ts';
import { colorOf } from './formats.ts';
import { bookOf, makeRange, makeSheet, makeSpreadsheet, rangeFromA1, ruleStateOf } from './make.ts';
import { protectionOf, protectionsOf } from './protection.ts';
import { rangeFace } from './range.ts';
import { rangeListFace } from './range-list.ts';
import { conditionalFormatRuleFace } from './rules.ts';
import { activeRange, activeRangeList, currentCell, selectionOf, selectRange, selectRanges } from './selection.ts';
import { type SheetState, standing } from './state.ts';
import { textFinder } from './text-finder.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const self = (state: SheetState): Sheet => makeSheet(state, state.sheet);

function insert(state: SheetState, axis: 'rows' | 'columns', at: number, count: number, like: number): void {
  const { book, sheet } = state;
  const most = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
  if (at < 1 || at > most + 1 || count < 1) fail(axis === 'rows' ? 'rowsOutOfBounds' : 'columnsOutOfBounds');
  if (!hasRoomFor(book, count * (axis === 'rows' ? sheet.maxColumns : sheet.maxRows))) fail('tooManyCells');
  if (axis === 'columns' && sheet.maxColumns + count > lastPossibleColumn) fail('columnsOutOfBounds');
  requireSheetEdit(state);
  insertPositions(book, sheet, axis, at, count, Math.max(1, like));
}

function remove(state: SheetState, axis: 'rows' | 'columns', at: number, count: number): void {
  const { book, sheet } = state;
  const most = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
  const frozen = axis === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
  if (at < 1 || count < 1 || at + count - 1 > most) fail(axis === 'rows' ? 'rowsOutOfBounds' : 'columnsOutOfBounds');
  if (count >= most - (at > frozen ? frozen : 0)) fail(axis === 'rows' ? 'allRows' : 'allColumns');
  const area: Area =
    axis === 'rows' ? areaOf(at, 1, at + count - 1, sheet.maxColumns) : areaOf(1, at, sheet.maxRows, at + count - 1);
  requireEdit(state, area);
  deletePositions(book, sheet, axis, at, count);
}

/** What changes the sheet as a whole needs the right to all of it, not to single guarded columns. */
function requireSheetEdit(state: SheetState): void {
  const { sheet } = state;
  const guard = sheet.protections.filter(({ area }) => area === null);
  requireEdit({ ...state, sheet: { ...sheet, protections: guard } }, wholeSheet(state));
}

const reading = share<Sheet, SheetState>({
  getName() {
    return standing(this).name;
  },
  getSheetName() {
    return standing(this).name;
  },
  getSheetId() {
    return this.sheet.id;
  },
  getIndex() {
    return this.book.sheets.indexOf(standing(this)) + 1;
  },
  getParent() {
    return makeSpreadsheet(this);
  },
  getLastRow() {
    return lastRow(standing(this));
  },
  getLastColumn() {
    return lastColumn(standing(this));
  },
  getMaxRows() {
    return standing(this).maxRows;
  },
  getMaxColumns() {
    return standing(this).maxColumns;
  },
  getDataRange() {
    const sheet = standing(this);
    return makeRange(this, areaOf(1, 1, Math.max(1, lastRow(sheet)), Math.max(1, lastColumn(sheet))));
  },
  getRange(first: string | number, column?: number, rows?: number, columns?: number) {
    standing(this);
    if (typeof first === 'string') return rangeFromA1(this, this.sheet, first);
    return makeRange(this, {
      row: Math.trunc(first),
      column: Math.trunc(column ?? 1),
      rows: Math.trunc(rows ?? 1),
      columns: Math.trunc(columns ?? 1),
    });
  },
  getRangeList(a1s) {
    return this.execution.make(rangeListFace, { ...this, areas: Array.from(a1s, (a1) => areaFrom(this, a1)) });
  },
  getSheetValues(row, column, rows, columns) {
    return makeRange(this, { row, column, rows, columns }).getValues();
  },
  getActiveCell() {
    return currentCell(this);
  },
  getActiveRange() {
    return activeRange(this);
  },
  getActiveRangeList() {
    return activeRangeList(this);
  },
  getCurrentCell() {
    return currentCell(this);
  },
  getSelection() {
    return selectionOf(this);
  },
  createTextFinder(text) {
    return textFinder(this, [{ sheet: standing(this) }], text);
  },
  getType() {
    return this.execution.enumValue('SheetType', 'GRID') as unknown as GoogleAppsScript.Spreadsheet.SheetType;
  },
});

function areaFrom(state: SheetState, a1: string): Area {
  const made = rangeFromA1(state, state.sheet, a1);
  return state.execution.state(rangeFace, made)?.area ?? fail('rangeNotFound');
}

const writing = share<Sheet, SheetState>({
  appendRow(values) {
    const sheet = standing(this);
    const row = lastRow(sheet) + 1;
    requireSheetEdit(this);
    if (row > sheet.maxRows) insert(this, 'rows', sheet.maxRows + 1, row - sheet.maxRows, sheet.maxRows);
    if (values.length > sheet.maxColumns) {
      insert(this, 'columns', sheet.maxColumns + 1, values.length - sheet.maxColumns, sheet.maxColumns);
    }
    if (values.length > 0) writeValues({ ...this, area: areaOf(row, 1, row, values.length) }, [values as unknown[]]);
    return self(this);
  },
  setName(name) {
    const sheet = standing(this);
    if (name === '' || name.length > 100) fail('invalidSheetName', name);
    const other = sheetNamed(this.book, name);
    if (other && other !== sheet) fail('duplicateSheet', name);
    requireSheetEdit(this);
    renameSheet(this.book, sheet, name);
    return self(this);
  },
  clear(options?: { contentsOnly?: boolean | undefined; formatOnly?: boolean | undefined }) {
    const area = wholeSheet(this);
    requireEdit(this, area);
    if (!options?.formatOnly) clearCells(this.sheet, area);
    if (!options?.contentsOnly) restyle(this.book, this.sheet, area, () => ({}));
    return self(this);
  },
  clearContents() {
    requireEdit(this, wholeSheet(this));
    clearCells(this.sheet, wholeSheet(this));
    return self(this);
  },
  clearFormats() {
    requireEdit(this, wholeSheet(this));
    restyle(this.book, this.sheet, wholeSheet(this), () => ({}));
    return self(this);
  },
  clearNotes() {
    requireEdit(this, wholeSheet(this));
    this.sheet.notes.clear();
    this.sheet.changed = true;
    return self(this);
  },
  setActiveRange(range) {
    return selectRange(this, range);
  },
  setActiveRangeList(list) {
    return selectRanges(this, list);
  },
  setActiveSelection(range: string | GoogleAppsScript.Spreadsheet.Range) {
    return selectRange(this, typeof range === 'string' ? rangeFromA1(this, standing(this), range) : range);
  },
  setCurrentCell(cell) {
    return cell.activateAsCurrentCell();
  },
  activate() {
    this.execution.session.activeSheetId = standing(this).id;
    this.book.activeSheetId = this.sheet.id;
    return self(this);
  },
  hideSheet() {
    const sheet = standing(this);
    if (this.book.sheets.filter(({ hidden }) => !hidden).length < 2 && !sheet.hidden) fail('lastVisibleSheet');
    sheet.hidden = true;
    sheet.changed = true;
    return self(this);
  },
  showSheet() {
    standing(this).hidden = false;
    this.sheet.changed = true;
    return self(this);
  },
  isSheetHidden() {
    return standing(this).hidden;
  },
  setTabColor(color: string | null) {
    const hex = colorOf(color);
    if (hex === undefined) delete standing(this).tabColor;
    else standing(this).tabColor = hex;
    this.sheet.changed = true;
    return self(this);
  },
  getTabColor() {
    return standing(this).tabColor ?? null;
  },
  setHiddenGridlines(hide) {
    this.sheet.showGridlines = !hide;
    this.sheet.changed = true;
    return self(this);
  },
  hasHiddenGridlines() {
    return !this.sheet.showGridlines;
  },
  isRightToLeft() {
    return this.sheet.rightToLeft;
  },
  setRightToLeft(rightToLeft) {
    this.sheet.rightToLeft = rightToLeft;
    this.sheet.changed = true;
    return self(this);
  },
  copyTo(target) {
    const to = bookOf(this.execution, target) ?? fail('documentMissing', 'target');
    const sheet = standing(this);
    if (!hasRoomFor(to, sheet.maxRows * sheet.maxColumns)) fail('tooManyCells');
    const copy = copySheetTo(this.book, sheet, to, nextSheetId(to), copyName(to, sheet.name));
    to.sheets.push(copy);
    return makeSheet({ execution: this.execution, book: to }, copy);
  },
  sort(column: number, ascending?: boolean) {
    const sheet = standing(this);
    const bottom = lastRow(sheet);
    if (bottom > sheet.frozenRows) {
      makeRange(this, areaOf(sheet.frozenRows + 1, 1, bottom, Math.max(1, lastColumn(sheet)))).sort({
        column,
        ascending: ascending ?? true,
      });
    }
    return self(this);
  },
});

function columnAt(state: SheetState, column: number): Column {
  const { columns } = state.sheet;
  while (columns.length < column) columns.push(undefined);
  const known = columns[column - 1] ?? {};
  columns[column - 1] = known;
  state.sheet.changed = true;
  return known;
}

const grid = share<Sheet, SheetState>({
  insertRows(row: number, count?: number) {
    insert(this, 'rows', row, count ?? 1, row);
  },
  insertRowBefore(row) {
    insert(this, 'rows', row, 1, row);
    return self(this);
  },
  insertRowAfter(row) {
    insert(this, 'rows', row + 1, 1, row);
    return self(this);
  },
  insertRowsBefore(row, count) {
    insert(this, 'rows', row, count, row);
    return self(this);
  },
  insertRowsAfter(row, count) {
    insert(this, 'rows', row + 1, count, row);
    return self(this);
  },
  insertColumns(column: number, count?: number) {
    insert(this, 'columns', column, count ?? 1, column);
  },
  insertColumnBefore(column) {
    insert(this, 'columns', column, 1, column);
    return self(this);
  },
  insertColumnAfter(column) {
    insert(this, 'columns', column + 1, 1, column);
    return self(this);
  },
  insertColumnsBefore(column, count) {
    insert(this, 'columns', column, count, column);
    return self(this);
  },
  insertColumnsAfter(column, count) {
    insert(this, 'columns', column + 1, count, column);
    return self(this);
  },
  deleteRow(row) {
    remove(this, 'rows', row, 1);
    return self(this);
  },
  deleteRows(row, count) {
    remove(this, 'rows', row, count);
  },
  deleteColumn(column) {
    remove(this, 'columns', column, 1);
    return self(this);
  },
  deleteColumns(column, count) {
    remove(this, 'columns', column, count);
  },
  setFrozenRows(rows) {
    if (rows < 0 || rows >= this.sheet.maxRows) fail('rowsOutOfBounds');
    this.sheet.frozenRows = rows;
    this.sheet.changed = true;
  },
  setFrozenColumns(columns) {
    if (columns < 0 || columns >= this.sheet.maxColumns) fail('columnsOutOfBounds');
    this.sheet.frozenColumns = columns;
    this.sheet.changed = true;
  },
  getFrozenRows() {
    return this.sheet.frozenRows;
  },
  getFrozenColumns() {
    return this.sheet.frozenColumns;
  },
  setColumnWidth(column, width) {
    columnAt(this, column).width = width;
    return self(this);
  },
  setColumnWidths(column, count, width) {
    if (column < 1 || column + count - 1 > this.sheet.maxColumns) fail('columnsOutOfBounds');
    for (let at = column; at < column + count; at += 1) columnAt(this, at).width = width;
    return self(this);
  },
  getColumnWidth(column) {
    return this.sheet.columns[column - 1]?.width ?? 100;
  },
  setRowHeight(row, height) {
    rowOf(this, row).height = height;
    return self(this);
  },
  setRowHeights(row, count, height) {
    for (let at = row; at < row + count; at += 1) rowOf(this, at).height = height;
    return self(this);
  },
  setRowHeightsForced(row, count, height) {
    for (let at = row; at < row + count; at += 1) rowOf(this, at).height = height;
    return self(this);
  },
  getRowHeight(row) {
    return this.sheet.rows[row - 1]?.height ?? 21;
  },
  autoResizeColumn(column) {
    autoResize(this, column);
    return self(this);
  },
  autoResizeColumns(column, count) {
    for (let at = column; at < column + count; at += 1) autoResize(this, at);
    return self(this);
  },
  hideRows(row: number, count?: number) {
    for (let at = row; at < row + (count ?? 1); at += 1) rowOf(this, at).hidden = true;
  },
  showRows(row: number, count?: number) {
    for (let at = row; at < row + (count ?? 1); at += 1) delete rowOf(this, at).hidden;
  },
  hideColumns(column: number, count?: number) {
    for (let at = column; at < column + (count ?? 1); at += 1) columnAt(this, at).hidden = true;
  },
  showColumns(column: number, count?: number) {
    for (let at = column; at < column + (count ?? 1); at += 1) delete columnAt(this, at).hidden;
  },
  hideRow(range) {
    hide(this, range, 'rows', true);
  },
  unhideRow(range) {
    hide(this, range, 'rows', false);
  },
  hideColumn(range) {
    hide(this, range, 'columns', true);
  },
  unhideColumn(range) {
    hide(this, range, 'columns', false);
  },
  moveRows(range, before) {
    move(this, range, 'rows', before);
  },
  moveColumns(range, before) {
    move(this, range, 'columns', before);
  },
  isRowHiddenByUser(row) {
    return this.sheet.rows[row - 1]?.hidden === true;
  },
  isColumnHiddenByUser(column) {
    return this.sheet.columns[column - 1]?.hidden === true;
  },
});

/** Hides or shows the rows or columns a range spans. */
function hide(state: SheetState, range: unknown, axis: Axis, hidden: boolean): void {
  const { area } = state.execution.state(rangeFace, range) ?? fail('rangeNotFound');
  const [from, count] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  for (let at = from; at < from + count; at += 1) {
    const line = axis === 'rows' ? rowOf(state, at) : columnAt(state, at);
    if (hidden) line.hidden = true;
    else delete line.hidden;
  }
}

/** Takes the rows or columns a range spans to before a position, counted as they stand. */
function move(state: SheetState, range: unknown, axis: Axis, before: number): void {
  const { area } = state.execution.state(rangeFace, range) ?? fail('rangeNotFound');
  const most = axis === 'rows' ? state.sheet.maxRows : state.sheet.maxColumns;
  if (before < 1 || before > most + 1) fail(axis === 'rows' ? 'rowsOutOfBounds' : 'columnsOutOfBounds');
  requireEdit(state, wholeSheet(state));
  const [at, count] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  movePositions(state.book, state.sheet, { axis, at, count, before });
}

function rowOf({ sheet }: SheetState, row: number) {
  if (row < 1 || row > sheet.maxRows) fail('rowsOutOfBounds');
  while (sheet.rows.length < row) sheet.rows.push(undefined);
  const known = sheet.rows[row - 1] ?? { values: [], styles: [] };
  sheet.rows[row - 1] = known;
  sheet.changed = true;
  return known;
}

/** Wide enough for the longest line of the column: a wide character takes twice a narrow one. */
function autoResize(state: SheetState, column: number): void {
  let widest = 0;
  for (const row of state.sheet.rows) {
    for (const line of String(row?.values[column - 1] ?? '').split('\n')) {
      let width = 0;
      for (const character of line) width += character.charCodeAt(0) > 0x2e80 ? 14 : 7;
      widest = Math.max(widest, width);
    }
  }
  columnAt(state, column).width = Math.max(21, widest + 10);
}

const ruling = share<Sheet, SheetState>({
  protect() {
    return protectionOf({ ...this, sheet: standing(this) }, null);
  },
  getProtections(type) {
    return protectionsOf({ ...this, sheet: standing(this) }, type);
  },
  getConditionalFormatRules() {
    const { name, conditionalFormats } = standing(this);
    return conditionalFormats.map(({ areas, rule }) =>
      this.execution.make(
        conditionalFormatRuleFace,
        ruleStateOf(this, structuredClone({ areas, rule, sheetName: name })),
      ),
    );
  },
  setConditionalFormatRules(rules) {
    requireSheetEdit(this);
    const sheet = standing(this);
    sheet.conditionalFormats = Array.from(rules, (rule) => {
      const state = this.execution.state(conditionalFormatRuleFace, rule);
      if (!state?.rule.rule) return fail('ruleWithoutCondition');
      if (state.rule.sheetName !== sheet.name) return fail('foreignRule');
      return { areas: structuredClone(state.rule.areas), rule: structuredClone(state.rule.rule) };
    });
    sheet.changed = true;
  },
  clearConditionalFormatRules() {
    requireSheetEdit(this);
    standing(this).conditionalFormats = [];
    this.sheet.changed = true;
  },
  getFilter() {
    return standing(this).filter ? this.execution.make(filterFace, this) : null;
  },
  getNamedRanges() {
    return makeSpreadsheet(this)
      .getNamedRanges()
      .filter((named) => named.getRange().getSheet().getSheetId() === this.sheet.id);
  },
});

export const sheetFace: Face<Sheet, SheetState> = emulate<Sheet, SheetState>('Sheet', {
  ...reading,
  ...writing,
  ...grid,
  ...ruling,
});
