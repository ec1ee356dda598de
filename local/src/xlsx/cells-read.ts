/** Reads a sheet's cells: a scanner over the text, since a tree of a hundred thousand rows would cost ten times as much. */
import { cellText, columnNumber } from '../book/a1.ts';
import type { CellValue, Row } from '../book/book.ts';
import { moveFormula } from '../book/references.ts';
import { FILE_COLUMNS, FILE_ROWS } from './areas-text.ts';
import { type AsideCell, type AsideRows, cellsOf, Runs, says, settled } from './aside.ts';
import { type Extent, extentOf, isFarColumn } from './extent.ts';
import { bookFormula } from './formulas.ts';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { attributesOf, isOn, unescapeText, unescapeXml, withAttributes } from './xml.ts';

export interface ReadCells {
  readonly rows: (Row | undefined)[];
  /** How far something stands in it; 0 in a blank sheet. */
  readonly extent: Extent;
  /** What stands beyond. */
  readonly aside: readonly AsideRows[];
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
  /** The grid it has at least; a row with a style of its own has it so many columns wide. */
  readonly base: Extent;
  /** Cells it may have. */
  readonly room: number;
}

interface Reading extends CellsAbout {
  readonly shared: Map<string, { formula: string; row: number; column: number }>;
  readonly arrays: Map<string, string>;
  readonly rows: (RowInReading | undefined)[];
  /** Numbers of the rows with something in them. */
  readonly saying: number[];
  /** Rows with a style of their own, which goes before the columns'. */
  readonly styled: Set<Row>;
  /** By row: cells so far to the right that they are no part of it yet, something among them. */
  readonly far: Map<number, readonly AsideCell[]>;
  /** The same where nothing is in any of them. */
  readonly beside: Runs;
  /** Rows below the grid without anything in them. */
  readonly below: Runs;
  /** The last column with something in it that is not far from the one before. */
  last: number;
  /** Cells kept so far. */
  kept: number;
}

/** Not seen by others yet: its list of styles still grows, until a row has the same. */
interface RowInReading extends Row {
  styles: number[];
}

/**
 * Cells of one sheet that are kept in memory: a million rows as wide as a new sheet, three times what the platform takes
 * in a whole file. A few bytes of a file can ask for 16,384 of them.
 */
const MOST_CELLS = 32_000_000;

/** A cell by itself costs as much as so many in a row. */
const ALONE = 10;

function keep(reading: Reading, cells: number): void {
  reading.kept += cells;
  if (reading.kept > MOST_CELLS) throw new NotAWorkbookError('tooLarge');
}

/**
 * @param texts whole rows of the sheet's part, their manner of writing evened out
 * @throws NotAWorkbookError damaged where rows or cells do not close as they should, tooLarge, tooManyCells
 */
export function readCells(texts: Iterable<string>, about: CellsAbout): ReadCells {
  const reading: Reading = {
    ...about,
    shared: new Map(),
    arrays: new Map(),
    rows: [],
    saying: [],
    styled: new Set(),
    far: new Map(),
    beside: new Runs(),
    below: new Runs(),
    last: 0,
    kept: 0,
  };
  let number = 0;
  for (const text of texts) number = readRows(text, number, reading);
  const { base, rows, saying, last } = reading;
  const far = [...reading.far].flatMap(([row, cells]) => cells.filter(says).map(({ column }) => ({ row, column })));
  const extent = extentOf({ base, rows: saying, column: last, far }, about.room);
  if (!extent) throw new NotAWorkbookError('tooManyCells', { cell: cellText(lastOf(saying), Math.max(1, last)) });
  const grid = { rows: Math.max(base.rows, extent.rows), columns: Math.max(base.columns, extent.columns) };
  const aside = settled(reading, grid);
  padStyles(reading, about.columnStyles.slice(0, grid.columns));
  return { rows, extent, aside, arrays: reading.arrays };
}

const lastOf = (numbers: readonly number[]): number => numbers.reduce((last, one) => Math.max(last, one), 0);

/** Cells that are not in the file look as their columns do. Rows that shared their styles share them after. */
function padStyles({ rows, styled }: Reading, usual: readonly number[]): void {
  const padded = new Map<readonly number[], number[]>();
  for (const row of rows) {
    if (!row || styled.has(row) || row.styles.length >= usual.length) continue;
    const styles = padded.get(row.styles) ?? [...row.styles, ...usual.slice(row.styles.length)];
    padded.set(row.styles, styles);
    row.styles = styles;
  }
}

/** Answers the number of the last row. */
function readRows(xml: string, before: number, reading: Reading): number {
  const { rows, base } = reading;
  let number = before;
  let at = xml.indexOf('<row');
  while (at >= 0) {
    const close = found(xml.indexOf('>', at));
    const head = xml.slice(at + 4, close);
    const attributes = head.length > 12 ? attributesOf(head) : shortHead(head);
    number = attributes['r'] === undefined ? number + 1 : Number(attributes['r']);
    if (!(number >= 1 && number <= FILE_ROWS)) throw new NotAWorkbookError('damaged');
    const row: RowInReading = rows[number - 1] ?? { values: [], styles: [] };
    if (isOn(attributes['hidden'])) row.hidden = true;
    if (attributes['ht'] !== undefined && isOn(attributes['customHeight']))
      row.height = Math.round(Number(attributes['ht']) / 0.75);
    const rowStyle =
      isOn(attributes['customFormat']) && attributes['s'] !== undefined
        ? reading.styleOf(Number(attributes['s']))
        : undefined;
    let next = close + 1;
    const beside: AsideCell[] = [];
    let holds = false;
    if (xml.charCodeAt(close - 1) !== 47) {
      next = found(xml.indexOf('</row>', close));
      holds = readRow(xml, close + 1, next, row, number, rowStyle, beside, reading);
    }
    at = xml.indexOf('<row', next);
    if (!holds && number > base.rows) {
      const key = `${head.replace(ROW_NUMBER, '')}|${row.styles.join()}|${keyOf(beside)}`;
      if (reading.below.add(number, key, () => ({ about: aboutRow(head), cells: [...cellsOf(row), ...beside] })))
        keep(reading, ALONE * (row.styles.length + beside.length + 1));
      continue;
    }
    if (rowStyle !== undefined) {
      reading.styled.add(row);
      while (row.styles.length < base.columns) row.styles.push(rowStyle);
    }
    if (row.formulas || row.values.some((value) => value !== null)) reading.saying.push(number);
    if (beside.some(says)) {
      keep(reading, ALONE * beside.length);
      reading.far.set(number, beside);
    } else if (beside.length > 0 && reading.beside.add(number, keyOf(beside), () => ({ about: '', cells: beside })))
      keep(reading, ALONE * beside.length);
    while (rows.length < number) rows.push(undefined);
    rows[number - 1] = row;
    const above = rows[number - 2];
    if (above && isSame(above.styles, row.styles)) row.styles = above.styles;
    else keep(reading, row.styles.length);
    keep(reading, row.values.length);
  }
  return number;
}

const ROW_NUMBER = /\sr="\d+"/;

/** What a row's element says, but for its number and how far it reaches. */
const aboutRow = (head: string): string =>
  withAttributes(head.replace(/\/$/, '').trimEnd(), { r: undefined, spans: undefined });

const keyOf = (cells: readonly AsideCell[]): string => cells.map(({ column, style }) => `${column}:${style}`).join();

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((style, at) => style === b[at]);

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

/** Fills a row; answers whether something is in it. What stands far to the right goes into `beside`. */
function readRow(
  xml: string,
  from: number,
  to: number,
  row: RowInReading,
  number: number,
  rowStyle: number | undefined,
  beside: AsideCell[],
  reading: Reading,
): boolean {
  let column = 0;
  let holds = false;
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
    const index = reading.styleOf(Number(style ?? 0));
    let next = close + 1;
    let value: CellValue = null;
    let formula: string | undefined;
    if (xml.charCodeAt(close - 1) !== 47) {
      const end = found(xml.indexOf('</c>', close));
      next = end + 4;
      const inside = xml.slice(close + 1, end);
      if (inside.includes('<f')) formula = readFormula(inside, number, column, reading);
      value = readCell(inside, type, reading, index);
    }
    at = indexBefore(xml, '<c', next, to);
    const isHeld = value !== null || formula !== undefined;
    if (isHeld) holds = true;
    const known = Math.max(reading.last, reading.base.columns);
    // A blank cell leads nowhere; one that holds something leads on to what is near it.
    if (isHeld ? isFarColumn(column, known) : column > known) {
      beside.push({ column, style: index, value, ...(formula === undefined ? {} : { formula }) });
      continue;
    }
    if (isHeld) reading.last = Math.max(reading.last, column);
    while (row.styles.length < column - 1) row.styles.push(rowStyle ?? reading.columnStyles[row.styles.length] ?? 0);
    row.styles[column - 1] = index;
    while (row.values.length < column - 1) row.values.push(null);
    row.values[column - 1] = value;
    if (formula === undefined) continue;
    row.formulas ??= new Map();
    row.formulas.set(column - 1, formula);
  }
  return holds;
}

function readCell(inside: string, type: string | undefined, reading: Reading, style: number): CellValue {
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
