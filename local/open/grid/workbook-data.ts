/** A drawn book in the terms of Univer: its workbook data and what its plugins keep beside it. */

import type { Area } from '../../book/book.ts';
import type { DrawnBook, DrawnCell, DrawnSheet, PlacedCell } from '../wire.ts';
import { conditionalFormatsOf } from './conditional-formats.ts';
import { rangeOf } from './ranges.ts';
import { styleData } from './style-data.ts';
import { validationsOf } from './validations.ts';

type Plain = Record<string, unknown>;

export const UNIT = 'book';

export const sheetId = (id: number): string => `s${id}`;
export const numberOf = (sheet: string): number => Number(sheet.slice(1));

/** Plugins read what they kept as JSON. */
const kept = (
  name: string,
  of: (sheet: DrawnSheet, sheets: readonly DrawnSheet[]) => unknown,
  sheets: readonly DrawnSheet[],
) => ({
  name,
  data: JSON.stringify(
    Object.fromEntries(
      sheets.flatMap((sheet) => {
        const about = of(sheet, sheets);
        return about === undefined ? [] : [[sheetId(sheet.id), about]];
      }),
    ),
  ),
});

export function workbookData({ styles, sheets }: DrawnBook): Plain {
  return {
    id: UNIT,
    name: '',
    appVersion: '0.25.1',
    locale: 'zhCN',
    styles: Object.fromEntries(styles.map((style, index) => [String(index), styleData(style)])),
    sheetOrder: sheets.map(({ id }) => sheetId(id)),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheetId(sheet.id), sheetData(sheet)])),
    resources: [
      kept('SHEET_CONDITIONAL_FORMATTING_PLUGIN', conditionalFormatsOf, sheets),
      kept('SHEET_DATA_VALIDATION_PLUGIN', validationsOf, sheets),
      kept('SHEET_NOTE_PLUGIN', notesOf, sheets),
      kept('SHEET_FILTER_PLUGIN', filterOf, sheets),
    ],
  };
}

function sheetData(sheet: DrawnSheet): Plain {
  const { frozenRows, frozenColumns } = sheet;
  return {
    id: sheetId(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? 1 : 0,
    tabColor: sheet.tabColor ?? '',
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      startRow: frozenRows === 0 ? -1 : frozenRows,
      startColumn: frozenColumns === 0 ? -1 : frozenColumns,
    },
    defaultColumnWidth: 100,
    defaultRowHeight: 21,
    showGridlines: sheet.gridlines ? 1 : 0,
    rightToLeft: sheet.rightToLeft ? 1 : 0,
    mergeData: sheet.merges.map(rangeOf),
    columnData: Object.fromEntries(
      sheet.widths.map(([column, { size, hidden }]) => [
        column - 1,
        { ...(size === undefined ? {} : { w: size }), ...(hidden ? { hd: 1 } : {}) },
      ]),
    ),
    rowData: Object.fromEntries(
      sheet.heights.map(([row, { size, hidden }]) => [
        row - 1,
        { ...(size === undefined ? {} : { h: size, ia: 0 }), ...(hidden ? { hd: 1 } : {}) },
      ]),
    ),
    cellData: matrixOf(sheet.cells, cellData),
  };
}

/** Cells by row and column, from 0. */
export function matrixOf<T>(
  cells: readonly PlacedCell[],
  make: (cell: DrawnCell | null) => T,
): Record<number, Record<number, T>> {
  const matrix: Record<number, Record<number, T>> = {};
  for (const [row, column, cell] of cells) {
    matrix[row - 1] ??= {};
    (matrix[row - 1] as Record<number, T>)[column - 1] = make(cell);
  }
  return matrix;
}

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

export function cellData(cell: DrawnCell | null): Plain {
  const { value, formula, style } = cell ?? {};
  return {
    ...(style === undefined ? {} : { s: String(style) }),
    ...(formula === undefined ? {} : { f: formula }),
    ...(value === undefined
      ? {}
      : typeof value === 'boolean'
        ? { v: value ? 1 : 0, t: BOOLEAN }
        : { v: value, t: typeof value === 'number' ? NUMBER : TEXT }),
  };
}

/** A cell that takes the place of another: what it has not is taken away from there, too. */
export const replacement = (cell: DrawnCell | null): Plain => ({
  v: null,
  t: null,
  f: null,
  si: null,
  p: null,
  s: null,
  ...cellData(cell),
});

function notesOf({ notes }: DrawnSheet): Plain {
  const byRow: Record<number, Plain> = {};
  for (const [row, column, note] of notes) {
    byRow[row - 1] ??= {};
    const about = { id: `${row}-${column}`, row: row - 1, col: column - 1, width: 220, height: heightFor(note), note };
    (byRow[row - 1] as Plain)[column - 1] = about;
  }
  return byRow;
}

/** 15 characters of 14 pixels go into a line. */
function heightFor(note: string): number {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 15)), 0);
  return Math.min(300, 34 + lines * 20);
}

/** Univer names the values that are shown: those of the column that are not hidden. */
function filterOf({ filter, cells }: DrawnSheet): Plain | undefined {
  if (!filter) return undefined;
  return {
    ref: rangeOf(filter.area),
    filterColumns: filter.hidden
      .filter(([, values]) => values.length > 0)
      .map(([column, values]) => ({
        colId: column - 1,
        filters: {
          blank: values.includes('') ? undefined : true,
          filters: shownIn(filter.area, column, values, cells),
        },
      })),
  };
}

function shownIn(area: Area, column: number, hidden: readonly string[], cells: readonly PlacedCell[]): string[] {
  const values = cells.flatMap(([row, at, cell]) =>
    at === column && row > area.row && row < area.row + area.rows && cell?.value !== undefined
      ? [String(cell.value)]
      : [],
  );
  return [...new Set(values)].filter((value) => !hidden.includes(value));
}
