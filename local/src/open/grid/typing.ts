/** What a person did to cells, as the rectangles of text that were typed. */
import type { Task } from '../task.ts';
import { areaOf, type GridRange } from './ranges.ts';

export type Part = Extract<Task, { do: 'edit' }>['parts'][number];

/** The same text in every cell. */
export function filled(range: GridRange, text: string): Part {
  const { row, column, rows, columns } = areaOf(range);
  return { row, column, values: Array.from({ length: rows }, () => Array.from({ length: columns }, () => text)) };
}

/** Cells by row and column, from 0, put together to as few rectangles as rows of them are alike. */
export function partsOf(cells: Readonly<Record<number, Readonly<Record<number, string>>>>): Part[] {
  const parts: Part[] = [];
  for (const [rowText, line] of Object.entries(cells)) {
    const row = Number(rowText) + 1;
    for (const run of runsOf(line)) {
      const above = parts.find(
        (part) =>
          part.row + part.values.length === row &&
          part.column === run.column &&
          part.values[0]?.length === run.values.length,
      );
      if (above) above.values.push(run.values);
      else parts.push({ row, column: run.column, values: [run.values] });
    }
  }
  return parts;
}

/** Cells side by side. */
function runsOf(line: Readonly<Record<number, string>>): { column: number; values: string[] }[] {
  const runs: { column: number; values: string[] }[] = [];
  for (const [columnText, value] of Object.entries(line)) {
    const column = Number(columnText) + 1;
    const last = runs.at(-1);
    if (last && last.column + last.values.length === column) last.values.push(value);
    else runs.push({ column, values: [value] });
  }
  return runs;
}

/** A pasted table as spreadsheets and Word write it: cells separated by tabs, those with line breaks in quotes. */
export function pastedText(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '' && isQuoted(source, at)) quoted = true;
    else if (character === '\t' || character === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  rows.at(-1)?.push(cell);
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** A quote at a cell's beginning that ends with the cell; any other is a sign of the text. */
function isQuoted(source: string, at: number): boolean {
  return /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(source.slice(at));
}
