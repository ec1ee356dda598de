/** Getting at the cells of a sheet: its rows, its styles, how far its content reaches. */

import { bottomOf, rightOf } from './areas.ts';
import type { Area, Book, CellStyle, CellValue, Row, Sheet } from './book.ts';
import { styleIndex } from './book.ts';

/** The row with that number, made where it was blank; a new row takes on its columns' styles, which a caller with many rows passes. */
export function rowAt(sheet: Sheet, row: number, unwritten?: readonly number[]): Row {
  const known = sheet.rows[row - 1];
  if (known) return known;
  // A sparse write far below must not leave holes that turn the array into a dictionary.
  while (sheet.rows.length < row) sheet.rows.push(undefined);
  const made: Row = { values: [], styles: unwritten ?? columnStyles(sheet) };
  sheet.rows[row - 1] = made;
  return made;
}

/** The styles of a row that does not exist yet. */
function columnStyles(sheet: Sheet): number[] {
  let last = sheet.columns.length;
  while (last > 0 && !sheet.columns[last - 1]?.style) last--;
  const styles: number[] = [];
  for (let at = 0; at < last; at++) styles.push(sheet.columns[at]?.style ?? 0);
  return styles;
}

/** What a cell holds. */
export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  return sheet.rows[row - 1]?.values[column - 1] ?? null;
}

/** The formula of a cell, with its `=`. */
export function formulaAt(sheet: Sheet, row: number, column: number): string | undefined {
  return sheet.rows[row - 1]?.formulas?.get(column - 1);
}

/** The index of a cell's style. */
function styleIndexAt(sheet: Sheet, row: number, column: number): number {
  const known = sheet.rows[row - 1];
  if (known) return known.styles[column - 1] ?? 0;
  return sheet.columns[column - 1]?.style ?? 0;
}

/** How a cell looks. */
export function styleAt(book: Book, sheet: Sheet, row: number, column: number): CellStyle {
  return book.styles[styleIndexAt(sheet, row, column)] ?? {};
}

/** Puts a value, and a formula where there is one, into a cell. */
export function putCell(sheet: Sheet, row: number, column: number, value: CellValue, formula?: string): void {
  const target = rowAt(sheet, row);
  while (target.values.length < column - 1) target.values.push(null);
  target.values[column - 1] = value;
  if (formula !== undefined) {
    target.formulas ??= new Map();
    target.formulas.set(column - 1, formula);
  } else target.formulas?.delete(column - 1);
  sheet.changed = true;
}

/** Empties the cells of an area; how they look stays. */
export function clearCells(sheet: Sheet, area: Area): void {
  const last = Math.min(bottomOf(area), sheet.rows.length);
  for (let row = area.row; row <= last; row++) {
    const target = sheet.rows[row - 1];
    if (!target) continue;
    const end = Math.min(rightOf(area), target.values.length);
    for (let column = area.column; column <= end; column++) target.values[column - 1] = null;
    if (target.formulas) {
      for (const at of [...target.formulas.keys()]) {
        if (at >= area.column - 1 && at < rightOf(area)) target.formulas.delete(at);
      }
    }
  }
  sheet.changed = true;
}

/** Changes how the cells of an area look; a whole column is remembered for rows that do not exist yet. */
export function restyle(book: Book, sheet: Sheet, area: Area, change: (style: CellStyle) => CellStyle): void {
  const known = new Map<number, number>();
  const changed = (index: number): number => {
    let next = known.get(index);
    if (next === undefined) {
      next = styleIndex(book, change(book.styles[index] ?? {}));
      known.set(index, next);
    }
    return next;
  };
  const wholeColumns = area.row === 1 && area.rows >= sheet.maxRows;
  if (wholeColumns) {
    for (let column = area.column; column <= rightOf(area); column++) {
      while (sheet.columns.length < column) sheet.columns.push(undefined);
      const before = sheet.columns[column - 1];
      sheet.columns[column - 1] = { ...before, style: changed(before?.style ?? 0) };
    }
  }
  // Rows that shared their styles before share them after: a sheet has a thousand blank rows that look alike.
  const lists = new Map<readonly number[], readonly number[]>();
  const restyled = (before: readonly number[]): readonly number[] => {
    let styles = lists.get(before);
    if (!styles) {
      const after = [...before];
      while (after.length < area.column - 1) after.push(0);
      for (let column = area.column; column <= rightOf(area); column++) {
        after[column - 1] = changed(after[column - 1] ?? 0);
      }
      styles = after;
      lists.set(before, styles);
    }
    return styles;
  };
  const unwritten = columnStyles(sheet);
  const last = wholeColumns ? Math.min(bottomOf(area), sheet.rows.length) : bottomOf(area);
  for (let row = area.row; row <= last; row++) {
    if (wholeColumns && !sheet.rows[row - 1]) continue;
    const target = rowAt(sheet, row, unwritten);
    target.styles = restyled(target.styles);
  }
  sheet.changed = true;
}

/** A style with some members replaced; `undefined` takes a member back to the default. */
export function withStyle(style: CellStyle, change: { [K in keyof CellStyle]?: CellStyle[K] | undefined }): CellStyle {
  const merged: Record<string, unknown> = { ...style, ...change };
  for (const [key, value] of Object.entries(merged)) if (value === undefined) delete merged[key];
  return merged;
}

/** The last row that holds a value or a formula; 0 on an empty sheet. */
export function lastRow(sheet: Sheet): number {
  for (let row = sheet.rows.length; row > 0; row--) {
    const at = sheet.rows[row - 1];
    if (!at) continue;
    if (at.formulas && at.formulas.size > 0) return row;
    for (const value of at.values) if (value !== null && value !== undefined) return row;
  }
  return 0;
}

/** The last column that holds a value or a formula; 0 on an empty sheet. */
export function lastColumn(sheet: Sheet): number {
  let last = 0;
  for (const row of sheet.rows) {
    if (!row) continue;
    for (let at = row.values.length; at > last; at--) {
      const value = row.values[at - 1];
      if (value !== null && value !== undefined) {
        last = at;
        break;
      }
    }
    if (row.formulas) for (const at of row.formulas.keys()) last = Math.max(last, at + 1);
  }
  return last;
}
