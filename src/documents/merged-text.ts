/** The words of the departments put together per task: each exactly as handed in, each under its department. */
import type { MergedPart } from '../domain/consolidation/result.ts';
import type { Department } from '../domain/matrix.ts';

/**
 * Most characters (UTF-16 units) that go into one cell. Sheets takes 50,000 and an .xlsx cell 32,767
 * (Excel specifications and limits): below both, so that a download loses nothing.
 */
export const LONGEST_CELL = 30_000;

/** `【办公室】` and its words, then the next department. Several returns of one department follow each other. */
export function mergedText(parts: readonly MergedPart[], departments: readonly Department[]): string {
  return parts
    .map(({ department, texts }) => {
      const words = texts.map(({ text }) => text).join('\n');
      return `【${departments[department]?.name ?? ''}】\n${words}`;
    })
    .join('\n');
}

/** Splits a long text into pieces a cell can hold, at a line's end where there is one; the pieces joined are the text. */
export function splitForCells(text: string, longest: number = LONGEST_CELL): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > longest) {
    const lineEnd = text.lastIndexOf('\n', from + longest - 1) + 1;
    let to = lineEnd > from ? lineEnd : from + longest;
    // A character outside the basic plane takes two units and must not be torn apart.
    const last = text.charCodeAt(to - 1);
    if (last >= 0xd800 && last <= 0xdbff && to - 1 > from) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  pieces.push(text.slice(from));
  return pieces;
}
