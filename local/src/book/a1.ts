/** A1 notation: reading it, with open ends and sheet names, and writing it. */
import type { Area } from './book.ts';

/** The largest column Google Sheets has, `ZZZ`. */
export const lastPossibleColumn = 18_278;

/** What an A1 text says; an absent bound is open (`A2:A`, `3:5`). */
export interface Reference {
  /** The sheet's name, where the text names one. */
  readonly sheet?: string;
  readonly top?: number;
  readonly left?: number;
  readonly bottom?: number;
  readonly right?: number;
}

/** The letters of a column counted from 1: 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column from its letters; 0 where they are none. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The sheet's name as A1 notation wants it: quoted unless it is a plain word. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) && !/^R\d*C\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'My sheet'!A1:B2` into the sheet's name and the rest. */
function splitSheet(text: string): { sheet?: string; cells: string } {
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { cells: text };
  const name = text.slice(0, bang);
  const quoted = /^'([\s\S]*)'$/.exec(name)?.[1];
  return { sheet: quoted === undefined ? name : quoted.replaceAll("''", "'"), cells: text.slice(bang + 1) };
}

const corner = /^\$?([A-Za-z]{0,3})\$?(\d{0,8})$/;

/** Reads A1 notation; undefined where the text is none. `C5:B2` is turned round; `$` is let be. */
export function parseReference(text: string): Reference | undefined {
  const { sheet, cells } = splitSheet(text.trim());
  const named = sheet === undefined ? {} : { sheet };
  const parts = cells.split(':');
  if (parts.length > 2) return undefined;
  const first = parseCorner(parts[0] ?? '');
  if (first === undefined) return undefined;
  if (parts.length === 1) {
    if (first.row === undefined || first.column === undefined) return undefined;
    return { ...named, top: first.row, bottom: first.row, left: first.column, right: first.column };
  }
  const second = parseCorner(parts[1] ?? '');
  if (second === undefined) return undefined;
  const rows = ordered(first.row, second.row);
  const columns = ordered(first.column, second.column);
  // `A:3` mixes a column with a row: no range.
  if (columns[0] === undefined && rows[0] === undefined) return undefined;
  if (first.column === undefined && second.column !== undefined) return undefined;
  if (first.row === undefined && first.column === undefined) return undefined;
  return {
    ...named,
    ...(rows[0] === undefined ? {} : { top: rows[0] }),
    ...(rows[1] === undefined ? {} : { bottom: rows[1] }),
    ...(columns[0] === undefined ? {} : { left: columns[0] }),
    ...(columns[1] === undefined ? {} : { right: columns[1] }),
  };
}

function parseCorner(text: string): { row?: number; column?: number } | undefined {
  const match = corner.exec(text);
  if (!match || text === '' || text === '$') return undefined;
  const [, letters = '', digits = ''] = match;
  const column = columnNumber(letters);
  if (digits !== '' && Number(digits) < 1) return undefined;
  return { ...(letters === '' ? {} : { column }), ...(digits === '' ? {} : { row: Number(digits) }) };
}

function ordered(a: number | undefined, b: number | undefined): [number | undefined, number | undefined] {
  if (a === undefined || b === undefined) return [a ?? b, undefined];
  return a <= b ? [a, b] : [b, a];
}

/** The A1 text of an area: `B2`, `A1:C3`. */
export function areaText({ row, column, rows, columns }: Area): string {
  const first = `${columnName(column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnName(column + columns - 1)}${row + rows - 1}`;
}

/** The A1 text of a cell. */
export function cellText(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}
