/** Cells as they were read: blank is `''`, a date is text. */
export type Cell = string | number | boolean;

/** Cells of a row by column; a column the sheet lacks (-1) reads as blank. */
export function cellOf(row: readonly Cell[], column: number): Cell {
  return column < 0 ? '' : (row[column] ?? '');
}

/** Is there nothing to read in the cell? */
export function isBlank(cell: Cell): boolean {
  if (cell === '') return true;
  if (typeof cell !== 'string') return false;
  // A first character that is plainly visible, Chinese or ASCII, settles it without asking the pattern.
  const first = cell.charCodeAt(0);
  const isVisible = first > 0x3000 ? first !== 0xfeff : first > 0x20 && first < 0x7f;
  return !isVisible && BLANK.test(cell);
}

/** Blanks, and what takes no room: joiners, marks of direction, the byte order mark. */
const BLANK = /^[\s\u200b-\u200f\u2060\ufeff]*$/;
