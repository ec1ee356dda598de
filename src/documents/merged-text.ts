/** The words of the departments put together per task: each exactly as handed in, each under its department. */
import { at } from '../domain/at.ts';
import type { MergedPart } from '../domain/consolidation/result.ts';
import type { Department } from '../domain/matrix.ts';
import { LONGEST_CELL } from '../spreadsheet/pieces.ts';

/** `【办公室】` and its words, then the next department. Several returns of one department follow each other. */
export function mergedText(parts: readonly MergedPart[], departments: readonly Department[]): string {
  return parts
    .map(({ department, texts }) => {
      const words = texts.map(({ text }) => text).join('\n');
      return `【${at(departments, department).name}】\n${words}`;
    })
    .join('\n');
}

/** Splits a text into pieces a cell can hold, however many lines they have; the pieces joined are the text. */
export function splitText(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > LONGEST_CELL) {
    const to = goodEnd(text, from, from + LONGEST_CELL);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return [...pieces, text.slice(from)];
}

/**
 * Most lines that go into one cell, and ideographs in a line of the report's text column. A row of a file is at most
 * 409 points high (Excel specifications and limits), some 27 lines, and what does not fit is not shown.
 */
const MOST_LINES = 24;
const LINE_LENGTH = 36;

/**
 * Splits a long text into pieces a cell can hold, and show where it must stand in so many lines, at a line's or a sentence's end
 * where there is one; the pieces joined are the text.
 */
export function splitForCells(text: string, mostLines = MOST_LINES): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let most = reach(text, 0, mostLines); most < text.length; most = reach(text, from, mostLines)) {
    const to = goodEnd(text, from, most);
    pieces.push(text.slice(from, to));
    from = to;
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** How far a piece that begins here can go at most. */
function reach(text: string, from: number, mostLines: number): number {
  let lines = 1;
  let width = 0;
  for (let at = from; at < text.length; at += 1) {
    if (at - from === LONGEST_CELL) return at;
    const isLineEnd = text.charCodeAt(at) === 10;
    width = isLineEnd ? 0 : width + (text.charCodeAt(at) > 0x2e80 ? 1 : 0.5);
    if (isLineEnd || width > LINE_LENGTH) {
      lines += 1;
      if (!isLineEnd) width = 1;
      if (lines > mostLines) return at + (isLineEnd ? 1 : 0);
    }
  }
  return text.length;
}

function goodEnd(text: string, from: number, most: number): number {
  for (const mark of ['\n', '。', '；']) {
    const end = text.lastIndexOf(mark, most - 1) + 1;
    if (end > from) return end;
  }
  // A character outside the basic plane takes two units and must not be torn apart.
  const last = text.charCodeAt(most - 1);
  return last >= 0xd800 && last <= 0xdbff && most - 1 > from ? most - 1 : most;
}
