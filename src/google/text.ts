/** Keeps text text: a spreadsheet takes what a script writes as if a person had typed it. */
import type { NewCell, NewRows } from '../spreadsheet/cell.ts';

/**
 * What a spreadsheet might take for more than words begins so: a formula, a number, an amount, a date, a time, `TRUE`,
 * a month's name, an apostrophe; the same in full width, as Excel takes it in Chinese (OWASP, CSV injection); anything
 * behind characters that are not seen, which a program may take off first. A text that begins with any other character is
 * never anything but text.
 */
const ACTIVE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a program may take off
  /^[\s\u0000-\u001f!-~\u007f-\u009f¥€£\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069−！-～￥￡\ufeff上下]/;

/**
 * A cell as `setValues` must be given it. A text that might be taken for something else gets an apostrophe in front,
 * which the sheet takes off again; only a `Formula` of ours is left to act. The columns are of format `@` besides,
 * for what people type: the format alone does not stop a `=`, and people change formats.
 */
export function written(cell: NewCell): string | number | boolean {
  if (typeof cell === 'object') return cell.formula;
  return typeof cell === 'string' && ACTIVE.test(cell) ? `'${cell}` : cell;
}

export function writtenRows(rows: NewRows): (string | number | boolean)[][] {
  return rows.map((row) => row.map(written));
}
