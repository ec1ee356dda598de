/** Writes a sheet's cells. */
import { columnName } from '../book/a1.ts';
import { hasCell } from '../book/areas.ts';
import type { Area, Book, CellValue, Row, Sheet } from '../book/book.ts';
import type { StringTable } from './string-table.ts';
import type { StyleWriter } from './styles.ts';
import { escapeText, escapeXml } from './xml.ts';

/** Which cells are locked when the file is protected. */
export type IsLocked = (row: number, column: number) => boolean;

export interface Looks {
  readonly styles: StyleWriter;
  readonly isLocked: IsLocked;
}

/** The index in the file of a style of the book, remembered per style and lock. */
export function styleIndexer(book: Book, styles: StyleWriter): (index: number, locked: boolean) => number {
  const locked: number[] = [];
  const open: number[] = [];
  return (index, isLocked) => {
    const known = isLocked ? locked : open;
    const before = known[index];
    if (before !== undefined) return before;
    const made = styles.indexOf(book.styles[index] ?? {}, isLocked);
    known[index] = made;
    return made;
  };
}

export function writeCells(
  book: Book,
  sheet: Sheet,
  strings: StringTable,
  indexOf: (index: number, locked: boolean) => number,
  isLocked: IsLocked,
): string {
  const names = Array.from({ length: Math.max(sheet.maxColumns, 1) }, (_, index) => columnName(index + 1));
  const wraps = book.styles.map(({ wrap }) => wrap === 'wrap');
  const chunks: string[] = ['<sheetData>'];
  sheet.rows.forEach((row, index) => {
    if (!row) return;
    const number = index + 1;
    const cells: string[] = [];
    const width = Math.max(row.values.length, row.styles.length);
    for (let at = 0; at < width; at += 1) {
      const value = row.values[at] ?? null;
      const formula = row.formulas?.get(at);
      const style = row.styles[at] ?? 0;
      const blank = value === null && formula === undefined;
      if (blank && style === (sheet.columns[at]?.style ?? 0)) continue;
      const s = indexOf(style, isLocked(number, at + 1));
      cells.push(cellXml(`${names[at] ?? columnName(at + 1)}${number}`, s, value, formula, strings));
    }
    const fitted = row.height === undefined ? fittedHeight(row, sheet, wraps) : 0;
    const height =
      row.height !== undefined ? ` ht="${row.height * 0.75}" customHeight="1"` : fitted > 0 ? ` ht="${fitted}"` : '';
    const hidden = row.hidden ? ' hidden="1"' : '';
    if (cells.length === 0 && height === '' && hidden === '') return;
    chunks.push(`<row r="${number}"${height}${hidden}>`, ...cells, '</row>');
  });
  chunks.push('</sheetData>');
  return chunks.join('');
}

function cellXml(
  place: string,
  style: number,
  value: CellValue,
  formula: string | undefined,
  strings: StringTable,
): string {
  const head = style === 0 ? `<c r="${place}"` : `<c r="${place}" s="${style}"`;
  if (formula !== undefined) {
    const text = escapeXml(formula.slice(1));
    // Without a result: programs compute it when they open the file.
    if (value === null) return `${head}><f>${text}</f></c>`;
    if (typeof value === 'string') return `${head} t="str"><f>${text}</f><v>${escapeText(value)}</v></c>`;
    if (typeof value === 'boolean') return `${head} t="b"><f>${text}</f><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'object') return `${head} t="e"><f>${text}</f><v>${escapeXml(value.error)}</v></c>`;
    return `${head}><f>${text}</f><v>${numberText(value)}</v></c>`;
  }
  if (value === null) return `${head}/>`;
  if (typeof value === 'string') return `${head} t="s"><v>${strings.indexOf(value)}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object') return `${head} t="e"><v>${escapeXml(value.error)}</v></c>`;
  return `${head}><v>${numberText(value)}</v></c>`;
}

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** Locked are the guarded ranges, and all of a guarded sheet but its open ranges. */
export function lockOf(sheet: Sheet): { protectedSheet: boolean; isLocked: IsLocked } {
  const real = sheet.protections.filter(({ warningOnly, mirrorsFile }) => !warningOnly && !mirrorsFile);
  if (real.length === 0) return { protectedSheet: false, isLocked: () => true };
  const whole = real.filter(({ area }) => area === null);
  const ranges = real.flatMap(({ area }): Area[] => (area === null ? [] : [area]));
  const open = whole.flatMap(({ unprotected }) => unprotected);
  return {
    protectedSheet: true,
    isLocked: (row, column) =>
      ranges.some((area) => hasCell(area, row, column)) ||
      (whole.length > 0 && !open.some((area) => hasCell(area, row, column))),
  };
}

/** A line of text at the usual size, and the least and largest height of a row, in points. */
const LINE = 15;
const USUAL = 15.75;
const TALLEST = 409;

/**
 * Rows grow with the text wrapped in them, on the platform by themselves; in a file their height must be said, or
 * programs cut the text off. 0 where the usual height will do.
 */
function fittedHeight(row: Row, sheet: Sheet, wraps: readonly boolean[]): number {
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
