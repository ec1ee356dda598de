/** Writes a sheet's cells. */
import { columnName } from '../book/a1.ts';
import type { Book, CellValue, Row, Sheet } from '../book/book.ts';
import { type AsideCell, type AsideRows, says } from './aside.ts';
import { arrayFormulaIn, fileFormula } from './formulas.ts';
import type { Locks } from './locks.ts';
import { fittedHeight } from './row-heights.ts';
import type { StringTable } from './string-table.ts';
import type { StyleWriter } from './styles-write.ts';
import { escapeText, escapeXml } from './xml.ts';

/** The index in the file of a style of the book; undefined leaves the lock as it was. */
export type StyleIndexer = (index: number, locked: boolean | undefined) => number;

/** Remembers what it found, per style and lock. */
export function styleIndexer(book: Book, styles: StyleWriter): StyleIndexer {
  const known = new Map<boolean | undefined, number[]>([
    [true, []],
    [false, []],
    [undefined, []],
  ]);
  return (index, locked) => {
    const indices = known.get(locked) ?? [];
    const before = indices[index];
    if (before !== undefined) return before;
    const made = styles.indexOf(book.styles[index] ?? {}, locked);
    indices[index] = made;
    return made;
  };
}

export interface CellsOut {
  readonly strings: StringTable;
  readonly indexOf: StyleIndexer;
  readonly locks: Locks;
  /** Days to take from numbers of a style: dates of the 1904 system. */
  readonly shiftOf: (style: number) => number;
  /** Areas of array formulas that fill more than their own cell, by its place (`3,1`). */
  readonly arrays: ReadonlyMap<string, string>;
  /** What stands beyond the grid. */
  readonly aside: readonly AsideRows[];
}

/** Piece by piece: what stands beyond the grid may be a million rows. */
export function* writeCells(book: Book, sheet: Sheet, out: CellsOut): Generator<string> {
  const { locks, indexOf } = out;
  const names = Array.from({ length: Math.max(sheet.maxColumns, 1) }, (_, index) => columnName(index + 1));
  const wraps = book.styles.map(({ wrap }) => wrap === 'wrap');
  const apart = rowsApart(locks);
  const last = Math.max(sheet.rows.length, apart[apart.length - 1] ?? 0);
  yield '<sheetData>';
  let nextApart = 0;
  let nextAside = 0;
  for (let number = 1; number <= last; number += 1) {
    const isApart = apart[nextApart] === number;
    if (isApart) nextApart += 1;
    while ((out.aside[nextAside]?.to ?? number) < number) nextAside += 1;
    const aside = out.aside[nextAside];
    const beside = aside !== undefined && aside.from <= number ? aside : undefined;
    const row = sheet.rows[number - 1] ?? (isApart || beside ? blankRow(sheet) : undefined);
    if (!row) continue;
    const locked = locks.ofRow(number);
    const cells: string[] = [];
    const width = Math.max(row.values.length, row.styles.length, isApart ? sheet.maxColumns : 0);
    const waiting = new Map(beside?.cells.map((cell) => [cell.column, cell]));
    for (let at = 0; at < width; at += 1) {
      const value = row.values[at] ?? null;
      const formula = row.formulas?.get(at);
      // Where the grid has grown since, what stands in it goes before what stood there aside; a blank cell does not.
      const stray = waiting.get(at + 1);
      if (stray && value === null && formula === undefined && says(stray)) {
        cells.push(asideXml(stray, number, out));
        continue;
      }
      const style = row.styles[at] ?? 0;
      // A blank cell that looks as its column does need not be there.
      if (value === null && formula === undefined && style === (sheet.columns[at]?.style ?? 0)) {
        if (locked?.[at] === locks.ofColumns?.[at]) continue;
      }
      const head = `<c r="${names[at] ?? columnName(at + 1)}${number}"`;
      const s = indexOf(style, locked?.[at]);
      const shift = out.shiftOf(style);
      const shown = typeof value === 'number' && shift !== 0 ? value - shift : value;
      cells.push(cellXml(s === 0 ? head : `${head} s="${s}"`, shown, formula, out, `${number},${at + 1}`));
    }
    const height = heightXml(row, sheet, wraps);
    const hidden = row.hidden ? ' hidden="1"' : '';
    for (const cell of waiting.values()) if (cell.column > width) cells.push(asideXml(cell, number, out));
    const about = height === '' && hidden === '' ? (beside?.about ?? '') : `${height}${hidden}`;
    if (cells.length === 0 && about === '') continue;
    yield `<row r="${number}"${about}>${cells.join('')}</row>`;
  }
  for (const { from, to, about, cells } of out.aside.slice(nextAside)) {
    for (let number = Math.max(from, last + 1); number <= to; number += 1)
      yield `<row r="${number}"${about}>${cells.map((cell) => asideXml(cell, number, out)).join('')}</row>`;
  }
  yield '</sheetData>';
}

function asideXml({ column, style, value, formula }: AsideCell, number: number, out: CellsOut): string {
  const s = out.indexOf(style, undefined);
  const head = `<c r="${columnName(column)}${number}"`;
  const shift = out.shiftOf(style);
  const shown = typeof value === 'number' && shift !== 0 ? value - shift : value;
  return cellXml(s === 0 ? head : `${head} s="${s}"`, shown, formula, out, `${number},${column}`);
}

/** The numbers of the rows whose blank cells are locked otherwise than their columns. */
const rowsApart = ({ rowsApart: bands }: Locks): number[] =>
  bands.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));

const blankRow = (sheet: Sheet): Row => ({ values: [], styles: sheet.columns.map((column) => column?.style ?? 0) });

function heightXml(row: Row, sheet: Sheet, wraps: readonly boolean[]): string {
  if (row.height !== undefined) return ` ht="${row.height * 0.75}" customHeight="1"`;
  const fitted = fittedHeight(row, sheet, wraps);
  return fitted > 0 ? ` ht="${fitted}"` : '';
}

function cellXml(
  head: string,
  value: CellValue,
  formula: string | undefined,
  { strings, arrays }: CellsOut,
  place: string,
): string {
  if (formula !== undefined) {
    const f = formulaXml(formula, arrays, place);
    // Without a result: programs compute it when they open the file.
    if (value === null) return `${head}>${f}</c>`;
    if (typeof value === 'string') return `${head} t="str">${f}<v>${escapeText(value)}</v></c>`;
    return `${typedXml(head, value, f)}</c>`;
  }
  if (value === null) return `${head}/>`;
  if (typeof value === 'string') return `${head} t="s"><v>${strings.indexOf(value)}</v></c>`;
  return `${typedXml(head, value, '')}</c>`;
}

function formulaXml(formula: string, arrays: ReadonlyMap<string, string>, place: string): string {
  const inside = arrayFormulaIn(formula);
  if (inside === undefined) return `<f>${escapeText(fileFormula(formula))}</f>`;
  const [row = '', column = ''] = place.split(',');
  const area = arrays.get(place) ?? `${columnName(Number(column))}${row}`;
  return `<f t="array" ref="${area}">${escapeText(fileFormula(inside))}</f>`;
}

function typedXml(head: string, value: Exclude<CellValue, string | null>, formula: string): string {
  if (typeof value === 'boolean') return `${head} t="b">${formula}<v>${value ? 1 : 0}</v>`;
  if (typeof value === 'object') return `${head} t="e">${formula}<v>${escapeXml(value.error)}</v>`;
  // A file has no number for what is none.
  if (!Number.isFinite(value)) return `${head} t="e">${formula}<v>#NUM!</v>`;
  return `${head}>${formula}<v>${Object.is(value, -0) ? '-0' : value}</v>`;
}
