/** Keeps text text: a spreadsheet takes what a script writes as if a person had typed it. */
import type { NewCell, NewRows } from '../spreadsheet/cell.ts';

/**
 * A cell as `setValues` must be given it. A string that begins with `=`, `+`, `-`, `@` or `'` gets an apostrophe in front,
 * which the sheet takes off again; only a `Formula` of ours is left to act.
 */
export function written(cell: NewCell): string | number | boolean {
  if (typeof cell === 'object') return cell.formula;
  return typeof cell === 'string' && /^[=+\-@']/.test(cell) ? `'${cell}` : cell;
}

export function writtenRows(rows: NewRows): (string | number | boolean)[][] {
  return rows.map((row) => row.map(written));
}
