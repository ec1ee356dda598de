/** Cells as scripts read and write them: what is parsed on the way in, what becomes a Date on the way out. */
import { types } from 'node:util';
import { bottomOf } from '../../book/areas.ts';
import { type Area, type CellValue, type Row, styleIndex } from '../../book/book.ts';
import { rowAt, valueAt } from '../../book/cells.ts';
import { fail } from '../../runtime/errors.ts';
import { displayText } from '../../values/display.ts';
import { dateStyles } from '../../values/formats.ts';
import { habitsOf } from '../../values/locales.ts';
import { longestText, typed } from '../../values/typed.ts';
import { epochOfSerial, localOf, serialOf } from '../../values/zone.ts';
import { requireEdit } from './edit-rights.ts';
import type { RangeState, SheetState } from './state.ts';
import { requireValid } from './validation-check.ts';

/** What a formula shows that was not computed: this host has no formula engine. */
const NOT_COMPUTED = '#NAME?';

/** The values of an area in the script's world: blank is `''`, a number shown as a date is a Date in the book's zone. */
export function readValues({ execution, book, sheet, area }: RangeState): unknown[][] {
  const { realm } = execution;
  const dates = dateStyles(book);
  const anyDates = dates.some(Boolean);
  const out = realm.array() as unknown[][];
  const last = bottomOf(area);
  const from = area.column - 1;
  const to = from + area.columns;
  for (let number = area.row; number <= last; number += 1) {
    const cells = realm.array();
    const row = sheet.rows[number - 1];
    for (let at = from; at < to; at += 1) {
      const value = row?.values[at] ?? null;
      if (typeof value === 'number' && anyDates && dates[row?.styles[at] ?? 0] === true) {
        cells.push(realm.date(epochOfSerial(book.timeZone, value)));
      } else cells.push(plain(value, row, at));
    }
    out.push(cells);
  }
  return out;
}

function plain(value: CellValue, row: Row | undefined, at: number): unknown {
  if (value === null) return row?.formulas?.has(at) ? NOT_COMPUTED : '';
  return typeof value === 'object' ? value.error : value;
}

/** The cells as they are shown. */
export function readDisplay({ book, sheet, area }: RangeState): string[][] {
  return eachRow(area, (row) =>
    eachColumn(area, (column) => {
      const held = sheet.rows[row - 1];
      const value = valueAt(sheet, row, column);
      if (value === null && held?.formulas?.has(column - 1)) return NOT_COMPUTED;
      return displayText(value, book.styles[held?.styles[column - 1] ?? 0], book.locale);
    }),
  );
}

export function eachRow<T>({ row, rows }: Area, make: (row: number) => T): T[] {
  return Array.from({ length: rows }, (_, index) => make(row + index));
}

export function eachColumn<T>({ column, columns }: Area, make: (column: number) => T): T[] {
  return Array.from({ length: columns }, (_, index) => make(column + index));
}

/** Fails with the platform's text unless a grid has the shape of the range. */
export function requireShape({ area }: RangeState, rows: readonly (readonly unknown[])[]): void {
  if (rows.length !== area.rows) fail('rowsMismatch', rows.length, area.rows);
  for (const row of rows) if (row.length !== area.columns) fail('columnsMismatch', row.length, area.columns);
}

/** Writes cells as if they were typed. All of them are looked at before any is written. */
export function writeValues(state: RangeState, rows: readonly (readonly unknown[])[]): void {
  const { execution, book, sheet, area } = state;
  requireShape(state, rows);
  requireEdit(state, area);
  const habits = habitsOf(book.locale);
  const year = new Date(localOf(book.timeZone, execution.session.cloud.clock.now())).getUTCFullYear();
  const textStyles = book.styles.map(({ numberFormat }) => numberFormat === '@');
  const writes: { value: CellValue; formula: string | undefined; format: string | undefined }[][] = [];
  const strict = sheet.validations.some(({ allowInvalid }) => !allowInvalid);
  for (let r = 0; r < area.rows; r += 1) {
    const line: (typeof writes)[number] = [];
    const known = sheet.rows[area.row + r - 1];
    for (let c = 0; c < area.columns; c += 1) {
      const column = area.column + c;
      const style = known ? (known.styles[column - 1] ?? 0) : (sheet.columns[column - 1]?.style ?? 0);
      const cell = cellFrom(state, rows[r]?.[c], textStyles[style] === true, habits, year);
      if (strict) requireValid(book, sheet, area.row + r, column, cell.formula === undefined ? cell.value : null);
      line.push(cell);
    }
    writes.push(line);
  }
  writes.forEach((line, r) => {
    const row = rowAt(sheet, area.row + r);
    while (row.values.length < area.column - 1) row.values.push(null);
    line.forEach(({ value, formula, format }, c) => {
      const at = area.column - 1 + c;
      row.values[at] = value;
      if (formula !== undefined) {
        row.formulas ??= new Map();
        row.formulas.set(at, formula);
      } else if (row.formulas) row.formulas.delete(at);
      if (format !== undefined) {
        const before = book.styles[row.styles[at] ?? 0] ?? {};
        if (before.numberFormat === undefined) {
          const styles = [...row.styles];
          while (styles.length < at) styles.push(0);
          styles[at] = styleIndex(book, { ...before, numberFormat: format });
          row.styles = styles;
        }
      }
    });
  });
  sheet.changed = true;
}

function cellFrom(
  { book }: SheetState,
  input: unknown,
  isText: boolean,
  habits: ReturnType<typeof habitsOf>,
  year: number,
): { value: CellValue; formula: string | undefined; format: string | undefined } {
  if (typeof input === 'string') {
    if (input.length > longestText) fail('tooLong');
    const { value, formula, format } = typed(input, isText, habits, year);
    return { value, formula, format };
  }
  if (input === null || input === undefined) return { value: null, formula: undefined, format: undefined };
  if (typeof input === 'number') {
    // NaN and the infinities have no place in a cell and arrive as their text or error on the platform.
    return { value: Number.isFinite(input) ? input : { error: '#NUM!' }, formula: undefined, format: undefined };
  }
  if (typeof input === 'boolean') return { value: input, formula: undefined, format: undefined };
  if (types.isDate(input)) {
    const epoch = (input as Date).getTime();
    if (Number.isNaN(epoch)) return { value: { error: '#NUM!' }, formula: undefined, format: undefined };
    const serial = serialOf(book.timeZone, epoch);
    const { dateFormat, dateTimeFormat } = habits;
    return { value: serial, formula: undefined, format: Number.isInteger(serial) ? dateFormat : dateTimeFormat };
  }
  return { value: String(input), formula: undefined, format: undefined };
}
