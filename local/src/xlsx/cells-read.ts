/** Reads a sheet's cells: a scanner over the text, since a tree of a hundred thousand rows would cost ten times as much. */
import { columnNumber } from '../book/a1.ts';
import type { CellValue, Row } from '../book/book.ts';
import { moveFormula } from '../book/references.ts';
import { FILE_COLUMNS, FILE_ROWS } from './areas-text.ts';
import { bookFormula } from './formulas.ts';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { attributesOf, isOn, unescapeText, unescapeXml } from './xml.ts';

export interface ReadCells {
  readonly rows: (Row | undefined)[];
  /** The last row and the last column with something in them. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Areas of array formulas that fill more than their own cell, by its place (`3,1`). */
  readonly arrays: ReadonlyMap<string, string>;
}

export interface CellsAbout {
  readonly strings: readonly string[];
  /** The book's style of an index in the file. */
  readonly styleOf: (index: number) => number;
  /** Days to add to numbers of a style: dates of the 1904 system. */
  readonly shiftOf: (style: number) => number;
  /** The columns' styles, which cells have that are not in the file. */
  readonly columnStyles: readonly number[];
  /** A row with a style of its own has it so many columns wide. */
  readonly columns: number;
}

interface Reading extends CellsAbout {
  readonly shared: Map<string, { formula: string; row: number; column: number }>;
  readonly arrays: Map<string, string>;
  /** Cells kept so far. */
  kept: number;
}

/** Not seen by others yet: its list of styles still grows. */
interface RowInReading extends Row {
  styles: number[];
}

/**
 * Cells of one sheet that are kept in memory: a million rows as wide as a new sheet, three times what the platform takes
 * in a whole file. A few bytes of a file can ask for 16,384 of them.
 */
const MOST_CELLS = 32_000_000;

function keep(reading: Reading, cells: number): void {
  reading.kept += cells;
  if (reading.kept > MOST_CELLS) throw new NotAWorkbookError('tooLarge');
}

/**
 * @param xml the sheet's part, its manner of writing evened out
 * @throws NotAWorkbookError where rows or cells do not close as they should
 */
export function readCells(xml: string, about: CellsAbout): ReadCells {
  const rows: (RowInReading | undefined)[] = [];
  const reading: Reading = { ...about, shared: new Map(), arrays: new Map(), kept: 0 };
  /** Rows with a style of their own, which goes before the columns'. */
  const styled = new Set<number>();
  let lastColumn = 0;
  let lastRow = 0;
  const [start, end] = dataOf(xml);
  let at = indexBefore(xml, '<row', start, end);
  let number = 0;
  while (at >= 0) {
    const close = found(xml.indexOf('>', at));
    const head = xml.slice(at + 4, close);
    const attributes = head.length > 12 ? attributesOf(head) : shortHead(head);
    number = attributes['r'] === undefined ? number + 1 : Number(attributes['r']);
    if (!(number >= 1 && number <= FILE_ROWS)) throw new NotAWorkbookError('damaged');
    while (rows.length < number) rows.push(undefined);
    const row: RowInReading = rows[number - 1] ?? { values: [], styles: [] };
    rows[number - 1] = row;
    if (isOn(attributes['hidden'])) row.hidden = true;
    if (attributes['ht'] !== undefined && isOn(attributes['customHeight']))
      row.height = Math.round(Number(attributes['ht']) / 0.75);
    const rowStyle =
      isOn(attributes['customFormat']) && attributes['s'] !== undefined
        ? about.styleOf(Number(attributes['s']))
        : undefined;
    let next = close + 1;
    if (xml.charCodeAt(close - 1) !== 47) {
      next = found(xml.indexOf('</row>', close));
      const widest = readRow(xml, close + 1, next, row, number, rowStyle, reading);
      lastColumn = Math.max(lastColumn, widest);
      if (widest > 0) lastRow = Math.max(lastRow, number);
    }
    if (rowStyle !== undefined) {
      styled.add(number - 1);
      while (row.styles.length < about.columns) row.styles.push(rowStyle);
    }
    keep(reading, Math.max(row.values.length, row.styles.length));
    at = indexBefore(xml, '<row', next, end);
  }
  // A style of all 16,384 columns reaches as far as the sheet does.
  const width = Math.min(about.columnStyles.length, Math.max(about.columns, lastColumn));
  rows.forEach((row, index) => {
    if (!row || styled.has(index) || row.styles.length >= width) return;
    keep(reading, width - row.styles.length);
    for (let column = row.styles.length; column < width; column += 1) row.styles.push(about.columnStyles[column] ?? 0);
  });
  return { rows, lastRow, lastColumn, arrays: reading.arrays };
}

/** Where the rows stand. */
function dataOf(xml: string): [number, number] {
  const start = xml.indexOf('<sheetData');
  if (start < 0) return [0, 0];
  const close = found(xml.indexOf('>', start));
  return xml.charCodeAt(close - 1) === 47 ? [close, close] : [close, found(xml.indexOf('</sheetData>', close))];
}

function found(place: number): number {
  if (place < 0) throw new NotAWorkbookError('damaged');
  return place;
}

function indexBefore(xml: string, text: string, from: number, end: number): number {
  const at = from >= end ? -1 : xml.indexOf(text, from);
  return at >= end ? -1 : at;
}

function shortHead(head: string): Record<string, string> {
  const match = / r="(\d+)"/.exec(head);
  return match?.[1] === undefined ? {} : { r: match[1] };
}

/** The head of a cell as nearly all programs write it. */
const CELL = /<c\s+r="([A-Z]+)\d+"(?:\s+s="(\d+)")?(?:\s+t="(\w+)")?\s*\/?>/y;

/** Fills a row; answers its last column with something in it. */
function readRow(
  xml: string,
  from: number,
  to: number,
  row: RowInReading,
  number: number,
  rowStyle: number | undefined,
  reading: Reading,
): number {
  let column = 0;
  let widest = 0;
  let at = indexBefore(xml, '<c', from, to);
  while (at >= 0) {
    CELL.lastIndex = at;
    const quick = CELL.exec(xml);
    const close = quick ? CELL.lastIndex - 1 : found(xml.indexOf('>', at));
    let letters = quick?.[1];
    let style = quick?.[2];
    let type = quick?.[3];
    if (!quick) {
      const attributes = attributesOf(xml.slice(at + 2, close));
      letters = attributes['r']?.replace(/\d+$/, '');
      style = attributes['s'];
      type = attributes['t'];
    }
    column = letters === undefined || letters === '' ? column + 1 : columnNumber(letters);
    if (!(column >= 1 && column <= FILE_COLUMNS)) throw new NotAWorkbookError('damaged');
    while (row.values.length < column - 1) row.values.push(null);
    while (row.styles.length < column - 1) row.styles.push(rowStyle ?? reading.columnStyles[row.styles.length] ?? 0);
    const index = reading.styleOf(Number(style ?? 0));
    row.styles[column - 1] = index;
    let next = close + 1;
    if (xml.charCodeAt(close - 1) === 47) row.values[column - 1] = null;
    else {
      const end = found(xml.indexOf('</c>', close));
      next = end + 4;
      const value = readCell(xml.slice(close + 1, end), type, row, number, column, reading, index);
      row.values[column - 1] = value;
      if (value !== null || row.formulas?.has(column - 1)) widest = Math.max(widest, column);
    }
    at = indexBefore(xml, '<c', next, to);
  }
  return widest;
}

function readCell(
  inside: string,
  type: string | undefined,
  row: RowInReading,
  number: number,
  column: number,
  reading: Reading,
  style: number,
): CellValue {
  if (inside.includes('<f')) {
    const formula = readFormula(inside, number, column, reading);
    if (formula !== undefined) {
      row.formulas ??= new Map();
      row.formulas.set(column - 1, formula);
    }
  }
  if (type === 'inlineStr') {
    const from = inside.indexOf('<is');
    return from < 0 ? null : richText(inside.slice(from));
  }
  const from = inside.indexOf('<v');
  if (from < 0) return null;
  const open = found(inside.indexOf('>', from)) + 1;
  const text = inside.charCodeAt(open - 2) === 47 ? '' : inside.slice(open, found(inside.indexOf('</v>', open)));
  switch (type) {
    case 's':
      return text === '' ? null : stringAt(reading.strings, text);
    case 'str':
      return unescapeText(text);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { error: unescapeXml(text) };
    case 'd':
      return serialOf(text);
    default: {
      const value = Number(text);
      if (text === '' || Number.isNaN(value)) return null;
      const shift = reading.shiftOf(style);
      // Adding nothing would make 0 of -0.
      return shift === 0 ? value : value + shift;
    }
  }
}

function stringAt(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new NotAWorkbookError('damaged');
  return text;
}

/** The day number of a date written out (ISO 8601, without a zone). */
function serialOf(text: string): CellValue {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:T([\d:.]+))?/.exec(text) ?? [];
  const epoch = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(epoch) ? text : epoch / 86_400_000 + 25_569;
}

function readFormula(inside: string, row: number, column: number, { shared, arrays }: Reading): string | undefined {
  const from = inside.indexOf('<f') + 2;
  const close = found(inside.indexOf('>', from));
  const isEmpty = inside.charCodeAt(close - 1) === 47;
  const attributes = attributesOf(inside.slice(from, close));
  const text = isEmpty ? '' : unescapeText(inside.slice(close + 1, found(inside.indexOf('</f>', close))));
  const key = attributes['si'];
  if (attributes['t'] === 'shared' && key !== undefined) {
    if (text !== '') shared.set(key, { formula: bookFormula(text), row, column });
    const first = shared.get(key);
    return first && moveFormula(first.formula, row - first.row, column - first.column);
  }
  if (text === '') return undefined;
  if (attributes['t'] !== 'array') return bookFormula(text);
  if (attributes['ref']?.includes(':')) arrays.set(`${row},${column}`, attributes['ref']);
  return `=ARRAYFORMULA(${bookFormula(text).slice(1)})`;
}

/** The text of an entry of the string table or of an inline string: runs joined, phonetic guides left out. */
export function richText(xml: string): string {
  const plain = withoutPhonetics(xml);
  let text = '';
  let at = plain.indexOf('<t');
  while (at >= 0) {
    const close = found(plain.indexOf('>', at));
    const after = plain.charCodeAt(at + 2);
    // `<t>`, `<t xml:space…>` and `<t/>`; not `<tint>` and the like.
    if (after === 62 || after === 32 || after === 10 || after === 47) {
      if (plain.charCodeAt(close - 1) !== 47) {
        const end = found(plain.indexOf('</t>', close));
        text += unescapeText(plain.slice(close + 1, end));
        at = end;
      }
    }
    at = plain.indexOf('<t', at + 2);
  }
  return text;
}

/** By hand: a pattern would look for each missing end anew. */
function withoutPhonetics(xml: string): string {
  let plain = '';
  let from = 0;
  for (let at = xml.indexOf('<rPh'); at >= 0; at = xml.indexOf('<rPh', from)) {
    plain += xml.slice(from, at);
    // `<rPh>` holds words; `<rPhPr/>`, how they are shown, holds nothing.
    from = xml.startsWith('<rPhPr', at) ? found(xml.indexOf('>', at)) + 1 : found(xml.indexOf('</rPh>', at)) + 6;
  }
  return from === 0 ? xml : plain + xml.slice(from);
}

/** The string table: the entries' texts in order, and the entries as they stand. */
export function readStrings(xml: string | undefined): { strings: string[]; xml: string } {
  if (xml === undefined) return { strings: [], xml: '' };
  const strings: string[] = [];
  const from = xml.indexOf('<si');
  let at = from;
  let end = at;
  while (at >= 0) {
    const close = found(xml.indexOf('>', at));
    if (xml.charCodeAt(close - 1) === 47) {
      strings.push('');
      end = close + 1;
    } else {
      end = found(xml.indexOf('</si>', close)) + 5;
      strings.push(richText(xml.slice(close + 1, end)));
    }
    at = xml.indexOf('<si', end);
  }
  found(xml.search(/<\/sst>|<sst[^<>]*\/>/));
  return { strings, xml: from < 0 ? '' : xml.slice(from, end) };
}
