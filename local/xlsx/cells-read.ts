/** Reads a sheet's cells: a scanner over the text, since a tree of a hundred thousand rows would cost ten times as much. */
import { columnNumber } from '../book/a1.ts';
import type { CellValue, Row } from '../book/book.ts';
import { moveFormula } from '../book/references.ts';
import { attributesOf, isOn, unescapeText, unescapeXml } from './xml.ts';

export interface ReadCells {
  readonly rows: (Row | undefined)[];
  readonly widest: number;
}

/** `styleOf`: the book's style of an index in the file. `shift`: days to add to dates of the 1904 system. */
export function readCells(
  xml: string,
  strings: readonly string[],
  styleOf: (index: number) => number,
  shiftOf: (style: number) => number,
): ReadCells {
  const rows: (Row | undefined)[] = [];
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  let widest = 0;
  const end = endOfData(xml);
  let at = xml.indexOf('<row', xml.indexOf('<sheetData'));
  let number = 0;
  while (at >= 0 && at < end) {
    const close = xml.indexOf('>', at);
    const head = xml.slice(at + 4, close);
    const about = head.length > 12 ? attributesOf(head) : shortHead(head);
    number = about['r'] === undefined ? number + 1 : Number(about['r']);
    const row: Row = { values: [], styles: [] };
    if (isOn(about['hidden'])) row.hidden = true;
    if (about['ht'] !== undefined && isOn(about['customHeight'])) row.height = Math.round(Number(about['ht']) / 0.75);
    while (rows.length < number - 1) rows.push(undefined);
    rows[number - 1] = row;
    let next = xml.indexOf('<row', close);
    if (next < 0 || next > end) next = end;
    if (xml.charCodeAt(close - 1) !== 47)
      widest = Math.max(widest, readRow(xml, close + 1, next, row, number, { strings, styleOf, shiftOf, shared }));
    at = next === end ? -1 : next;
  }
  return { rows, widest };
}

function endOfData(xml: string): number {
  const end = xml.indexOf('</sheetData>');
  return end < 0 ? xml.length : end;
}

function shortHead(head: string): Record<string, string> {
  const match = / r="(\d+)"/.exec(head);
  return match?.[1] === undefined ? {} : { r: match[1] };
}

interface About {
  readonly strings: readonly string[];
  readonly styleOf: (index: number) => number;
  readonly shiftOf: (style: number) => number;
  readonly shared: Map<string, { formula: string; row: number; column: number }>;
}

const CELL = /^\s+r="([A-Z]+)\d+"(?:\s+s="(\d+)")?(?:\s+t="(\w+)")?\s*\/?$/;

function readRow(xml: string, from: number, to: number, row: Row, number: number, about: About): number {
  let column = 0;
  let at = xml.indexOf('<c', from);
  while (at >= 0 && at < to) {
    const close = xml.indexOf('>', at);
    const head = xml.slice(at + 2, close);
    const quick = CELL.exec(head);
    let letters = quick?.[1];
    let style = quick?.[2];
    let type = quick?.[3];
    if (!quick) {
      const attributes = attributesOf(head);
      letters = attributes['r']?.replace(/\d+$/, '');
      style = attributes['s'];
      type = attributes['t'];
    }
    column = letters === undefined || letters === '' ? column + 1 : columnNumber(letters);
    while (row.values.length < column - 1) row.values.push(null);
    while (row.styles.length < column - 1) row.styles.push(0);
    const index = about.styleOf(Number(style ?? 0));
    row.styles[column - 1] = index;
    let next = close + 1;
    if (xml.charCodeAt(close - 1) === 47) row.values[column - 1] = null;
    else {
      const end = xml.indexOf('</c>', close);
      next = end + 4;
      row.values[column - 1] = readCell(xml.slice(close + 1, end), type, row, number, column, about, index);
    }
    at = xml.indexOf('<c', next);
  }
  return column;
}

const FORMULA = /<f([^>]*?)(?:\/>|>([\s\S]*?)<\/f>)/;

function readCell(
  inside: string,
  type: string | undefined,
  row: Row,
  number: number,
  column: number,
  about: About,
  style: number,
): CellValue {
  if (inside.startsWith('<f') || inside.includes('<f')) {
    const formula = readFormula(inside, number, column, about);
    if (formula !== undefined) {
      row.formulas ??= new Map();
      row.formulas.set(column - 1, `=${formula}`);
    }
  }
  if (type === 'inlineStr') {
    const from = inside.indexOf('<is');
    return from < 0 ? null : richText(inside.slice(from));
  }
  const from = inside.indexOf('<v');
  if (from < 0) return null;
  const open = inside.indexOf('>', from) + 1;
  const text = inside.slice(open, inside.indexOf('</v>', open));
  switch (type) {
    case 's':
      return about.strings[Number(text)] ?? '';
    case 'str':
      return unescapeText(text);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { error: unescapeXml(text) };
    case 'd':
      return Date.parse(`${text.replace(/Z$/, '')}Z`) / 86_400_000 + 25_569;
    default: {
      const value = Number(text);
      return text === '' || Number.isNaN(value) ? null : value + about.shiftOf(style);
    }
  }
}

function readFormula(inside: string, row: number, column: number, { shared }: About): string | undefined {
  const match = FORMULA.exec(inside);
  if (!match) return undefined;
  const attributes = attributesOf(match[1] ?? '');
  const text = unescapeText(match[2] ?? '').replace(/_xlfn\.(?:_xlws\.)?/g, '');
  const key = attributes['si'];
  if (attributes['t'] === 'shared' && key !== undefined) {
    if (text !== '') shared.set(key, { formula: text, row, column });
    const first = shared.get(key);
    return first && moveFormula(`=${first.formula}`, row - first.row, column - first.column).slice(1);
  }
  return text === '' ? undefined : text;
}

/** The text of an entry of the string table or of an inline string: runs joined, phonetic guides left out. */
export function richText(xml: string): string {
  const plain = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml;
  let text = '';
  let at = plain.indexOf('<t');
  while (at >= 0) {
    const close = plain.indexOf('>', at);
    const after = plain.charCodeAt(at + 2);
    // `<t>`, `<t xml:space…>` and `<t/>`; not `<tint>` and the like.
    if (after === 62 || after === 32 || after === 47) {
      if (plain.charCodeAt(close - 1) !== 47) {
        const end = plain.indexOf('</t>', close);
        text += unescapeText(plain.slice(close + 1, end));
        at = end;
      }
    }
    at = plain.indexOf('<t', at + 2);
  }
  return text;
}

/** The string table: the entries' texts in order, and the entries as they stand. */
export function readStrings(xml: string | undefined): { strings: string[]; xml: string } {
  if (xml === undefined) return { strings: [], xml: '' };
  const strings: string[] = [];
  let at = xml.indexOf('<si');
  const from = at;
  let end = at;
  while (at >= 0) {
    const close = xml.indexOf('>', at);
    if (xml.charCodeAt(close - 1) === 47) {
      strings.push('');
      end = close + 1;
    } else {
      end = xml.indexOf('</si>', close) + 5;
      strings.push(richText(xml.slice(close + 1, end)));
    }
    at = xml.indexOf('<si', end);
  }
  return { strings, xml: from < 0 ? '' : xml.slice(from, end) };
}
