/** Long texts in pieces a cell, or another small place, can hold. */

/**
 * Most characters (UTF-16 units) that go into one cell. Sheets takes 50,000 and an .xlsx cell 32,767
 * (Excel specifications and limits): below both, so that a download loses nothing.
 */
export const LONGEST_CELL = 30_000;

/** Pieces that joined are the text, cut wherever they are full; none of an empty text. */
export const piecesOf = (text: string, most = LONGEST_CELL): string[] =>
  Array.from({ length: Math.ceil(text.length / most) }, (_, at) => text.slice(at * most, (at + 1) * most));
