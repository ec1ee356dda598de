/** How high rows are in a file whose texts are wrapped. */
import type { Row, Sheet } from '../book/book.ts';

/** A line of text at the usual size, and the least and largest height of a row, in points. */
const LINE = 15;
const USUAL = 15.75;
const TALLEST = 409;

/**
 * Rows grow with the text wrapped in them, on the platform by themselves; in a file their height must be said, or
 * programs cut the text off. 0 where the usual height will do.
 */
export function fittedHeight(row: Row, sheet: Sheet, wraps: readonly boolean[]): number {
  let lines = 1;
  row.values.forEach((value, at) => {
    if (typeof value !== 'string' || wraps[row.styles[at] ?? 0] !== true) return;
    const room = (sheet.columns[at]?.width ?? 100) - 8;
    // Most texts are shorter than their column: their length alone tells.
    if (value.length * 14 <= room && !value.includes('\n')) return;
    lines = Math.max(lines, linesOf(value, room));
  });
  return lines === 1 ? 0 : Math.min(TALLEST, Math.max(USUAL, lines * LINE + 3));
}

/** Lines a text takes in a column so many pixels wide; ideographs are twice as wide as letters. */
function linesOf(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (let at = 0; at < line.length; at += 1) width += line.charCodeAt(at) > 0x2e80 ? 14 : 7;
    lines += Math.max(1, Math.ceil(width / room));
    if (lines * LINE > TALLEST) break;
  }
  return lines;
}
