/** Range's methods that carry cells elsewhere: copying, moving, sorting. */
import { areaOf, bottomOf, intersection, rightOf } from '../../book/areas.ts';
import type { CellStyle } from '../../book/book.ts';
import { clearCells, formulaAt, putCell, restyle, styleAt, valueAt } from '../../book/cells.ts';
import { moveFormula } from '../../book/references.ts';
import { fail, notSupported } from '../../runtime/errors.ts';
import { share } from '../../runtime/face.ts';
import { eachColumn, eachRow } from './cell-values.ts';
import { requireEdit } from './edit-rights.ts';
import { makeRange } from './make.ts';
import { rangeStates } from './rules.ts';
import type { RangeState } from './state.ts';
import { cutValidations, putValidation, validationAt } from './validation-check.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What of a cell goes along. */
interface Baggage {
  readonly values?: boolean;
  readonly formulas?: boolean;
  readonly formats?: boolean;
  readonly borders?: boolean;
  readonly merges?: boolean;
  readonly validations?: boolean;
  /** Formulas keep pointing where they pointed. */
  readonly stay?: boolean;
}

const everything: Baggage = {
  values: true,
  formulas: true,
  formats: true,
  borders: true,
  merges: true,
  validations: true,
};

/** What each kind of pasting takes along (reference/spreadsheet/copy-paste-type). */
const pastes: Readonly<Record<string, Baggage>> = {
  PASTE_NORMAL: everything,
  PASTE_NO_BORDERS: { ...everything, borders: false },
  PASTE_FORMAT: { formats: true, borders: true },
  PASTE_FORMULA: { values: true, formulas: true },
  PASTE_VALUES: { values: true },
  PASTE_DATA_VALIDATION: { validations: true },
};

export const moving = share<Range, RangeState>({
  copyTo(destination: Range, options?: unknown, transposed?: boolean) {
    const target = rangeStateOf(this, destination);
    const type = this.execution.enumName('CopyPasteType', options);
    if (type === 'PASTE_COLUMN_WIDTHS') {
      copyWidths(this, target);
      return;
    }
    if (type !== undefined) {
      copyCells(this, target, pastes[type] ?? notSupported(`Range.copyTo, ${type}`), transposed);
      return;
    }
    const only = options as { contentsOnly?: boolean; formatOnly?: boolean } | undefined;
    const kind = only?.contentsOnly ? 'PASTE_VALUES' : only?.formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL';
    copyCells(this, target, pastes[kind] ?? everything);
  },
  copyValuesToRange(sheet: unknown, column, columnEnd, row, rowEnd) {
    copyCells(this, targetOf(this, sheet, [column, columnEnd, row, rowEnd]), pastes['PASTE_VALUES'] ?? {});
  },
  copyFormatToRange(sheet: unknown, column, columnEnd, row, rowEnd) {
    copyCells(this, targetOf(this, sheet, [column, columnEnd, row, rowEnd]), pastes['PASTE_FORMAT'] ?? {});
  },
  moveTo(target) {
    const to = rangeStateOf(this, target);
    requireEdit(this, this.area);
    const { sheet, book, area } = this;
    const cells = cellsOf(this);
    const place = { row: to.area.row, column: to.area.column, rows: area.rows, columns: area.columns };
    requirePlaceFor(to, place);
    // The cells are taken up before any is put down: the places may overlap.
    clearCells(sheet, area);
    restyle(book, sheet, area, () => ({}));
    putCells({ ...to, area: place }, cells, { ...everything, merges: false, validations: false, stay: true });
  },
  sort(spec: unknown) {
    sortRows(this, spec);
    return makeRange(this, this.area);
  },
});

function rangeStateOf({ execution }: RangeState, range: Range): RangeState {
  return rangeStates.get(execution)?.(range) ?? fail('rangeNotFound');
}

/** Cells of a sheet told by itself or by its number. */
function targetOf(
  state: RangeState,
  sheet: unknown,
  [left, right, top, bottom]: [number, number, number, number],
): RangeState {
  const id = typeof sheet === 'number' ? sheet : (sheet as GoogleAppsScript.Spreadsheet.Sheet).getSheetId();
  const found = state.book.sheets.find((one) => one.id === id) ?? fail('sheetNotFound');
  return { ...state, sheet: found, area: areaOf(top, left, bottom, right) };
}

/** Makes columns as wide as those of another place. */
function copyWidths(from: RangeState, to: RangeState): void {
  for (let at = 0; at < from.area.columns; at += 1) {
    const width = from.sheet.columns[from.area.column + at - 1]?.width;
    const index = to.area.column + at - 1;
    while (to.sheet.columns.length <= index) to.sheet.columns.push(undefined);
    const { width: _, ...rest } = to.sheet.columns[index] ?? {};
    to.sheet.columns[index] = width === undefined ? rest : { ...rest, width };
  }
  to.sheet.changed = true;
}

interface Cell {
  readonly value: ReturnType<typeof valueAt>;
  readonly formula: string | undefined;
  readonly style: CellStyle;
  readonly validation: ReturnType<typeof validationAt>;
  readonly row: number;
  readonly column: number;
}

function cellsOf({ book, sheet, area }: RangeState): Cell[][] {
  return eachRow(area, (row) =>
    eachColumn(area, (column) => ({
      value: valueAt(sheet, row, column),
      formula: formulaAt(sheet, row, column),
      style: styleAt(book, sheet, row, column),
      validation: validationAt(sheet, row, column),
      row,
      column,
    })),
  );
}

function requirePlaceFor(to: RangeState, area: RangeState['area']): void {
  if (bottomOf(area) > to.sheet.maxRows || rightOf(area) > to.sheet.maxColumns) fail('outsideSheet');
  requireEdit(to, area);
}

/** Copies cells; a larger target is filled by repeating, a smaller one is overrun. */
function copyCells(from: RangeState, to: RangeState, what: Baggage, transposed = false): void {
  const cells = transposed ? turned(cellsOf(from)) : cellsOf(from);
  const [height, width] = transposed ? [from.area.columns, from.area.rows] : [from.area.rows, from.area.columns];
  const rows = Math.max(height, Math.floor(to.area.rows / height) * height);
  const columns = Math.max(width, Math.floor(to.area.columns / width) * width);
  const area = { row: to.area.row, column: to.area.column, rows, columns };
  requirePlaceFor(to, area);
  const merges = from.sheet.merges.filter((merged) => intersection(merged, from.area));
  if (transposed && what.merges && merges.length > 0) notSupported('Range.copyTo, merged cells transposed');
  putCells({ ...to, area }, cells, what);
  if (!what.merges) return;
  to.sheet.merges = to.sheet.merges.filter((merged) => !intersection(merged, area));
  for (let down = 0; down < rows; down += height) {
    for (let across = 0; across < columns; across += width) {
      for (const merged of merges) {
        const row = area.row + down + merged.row - from.area.row;
        to.sheet.merges.push({ ...merged, row, column: area.column + across + merged.column - from.area.column });
      }
    }
  }
}

/** Rows become columns. */
function turned(cells: readonly (readonly Cell[])[]): Cell[][] {
  return (cells[0] ?? []).map((_, column) => cells.flatMap((row) => row[column] ?? []));
}

function putCells({ book, sheet, area }: RangeState, cells: readonly (readonly Cell[])[], what: Baggage): void {
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const cell = cells[r % cells.length]?.[c % (cells[0]?.length ?? 1)];
      if (!cell) continue;
      const row = area.row + r;
      const column = area.column + c;
      if (what.values)
        putCell(sheet, row, column, cell.value, what.formulas ? formulaFor(cell, row, column, what) : undefined);
      const here = areaOf(row, column, row, column);
      if (what.formats)
        restyle(book, sheet, here, (before) => (what.borders ? cell.style : withBordersOf(cell.style, before)));
      if (what.validations) {
        cutValidations(sheet, here);
        if (cell.validation) putValidation(sheet, here, cell.validation);
      }
    }
  }
  sheet.changed = true;
}

function formulaFor(
  { formula, row, column }: Cell,
  toRow: number,
  toColumn: number,
  { stay }: Baggage,
): string | undefined {
  if (formula === undefined || stay) return formula;
  return moveFormula(formula, toRow - row, toColumn - column);
}

function withBordersOf(style: CellStyle, { top, right, bottom, left }: CellStyle): CellStyle {
  const { top: _, right: __, bottom: ___, left: ____, ...rest } = style;
  return {
    ...rest,
    ...(top === undefined ? {} : { top }),
    ...(right === undefined ? {} : { right }),
    ...(bottom === undefined ? {} : { bottom }),
    ...(left === undefined ? {} : { left }),
  };
}

/** Numbers before text before booleans, blanks last whatever the direction. */
export function sortRows(state: RangeState, spec: unknown): void {
  requireEdit(state, state.area);
  const { sheet, area } = state;
  const keys = (Array.isArray(spec) ? spec : [spec]).map((one: unknown) => {
    if (typeof one === 'number') return { column: one, ascending: true };
    const { column, ascending = true } = one as { column: number; ascending?: boolean };
    return { column, ascending };
  });
  const rank = (value: unknown): number =>
    value === null ? 3 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
  const compare = (a: unknown, b: unknown, ascending: boolean): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const order =
      rank(a) - rank(b) ||
      (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
    return ascending ? order : -order;
  };
  const lines = eachRow(area, (row) =>
    eachColumn(area, (column) => ({ value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) })),
  );
  lines.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const at = column - area.column;
      const order = compare(a[at]?.value ?? null, b[at]?.value ?? null, ascending);
      if (order !== 0) return order;
    }
    return 0;
  });
  lines.forEach((line, r) => {
    line.forEach(({ value, formula }, c) => {
      putCell(sheet, area.row + r, area.column + c, value, formula);
    });
  });
}
