/** Writes a sheet's cells. */
import { columnName } from '../book/a1.ts';
import { hasCell } from '../book/areas.ts';
import type { Area, Book, CellValue, Sheet } from '../book/book.ts';
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
  sheet: Sheet,
  strings: StringTable,
  indexOf: (index: number, locked: boolean) => number,
  isLocked: IsLocked,
): string {
  const names = Array.from({ length: Math.max(sheet.maxColumns, 1) }, (_, index) => columnName(index + 1));
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
    const height = row.height === undefined ? '' : ` ht="${row.height * 0.75}" customHeight="1"`;
    const hidden = row.hidden ? ' hidden="1"' : '';
    if (cells.length === 0 && height === '' && hidden === '') return;
    chunks.push(`<row r="${number}"${height}${hidden}>`, ...cells, '</row>');
  });
  chunks.push('</sheetData>');
  return chunks.join('');
}

function cellXml(place: string, style: number, value: CellValue, formula: string | undefined, strings: StringTable): string {
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
      ranges.some((area) => hasCell(area, row, column)) || (whole.length > 0 && !open.some((area) => hasCell(area, row, column))),
  };
}
