/** Finds a sheet's columns by their headings: people insert, hide, reorder and rename them. */
import { at } from '../domain/at.ts';
import { foldName } from '../domain/name.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { SheetDeclaration } from './declaration.ts';

/** The headings stand in one of the first rows: people put titles and remarks above them. */
const HEADINGS_WITHIN = 10;

export interface Located<Key extends string> {
  /** Index of the row of headings. */
  readonly headingRow: number;
  /** Where each column stands, counted from 0; -1 where it is missing. */
  readonly at: Readonly<Record<Key, number>>;
  /** Columns of the declaration that were not found. */
  readonly missing: readonly Key[];
  /** Headings of columns that are not declared, with where they stand. Blank ones are left out. */
  readonly others: readonly { readonly heading: string; readonly column: number }[];
  /** Headings that stand twice: the first is read, the others are kept untouched. */
  readonly repeated: readonly { readonly key: Key; readonly column: number }[];
}

/** Looks for the row in which most of the declared headings stand. */
export function locate<Key extends string>(declaration: SheetDeclaration<Key>, rows: CellRows): Located<Key> {
  const meanings = headingMeanings(declaration);
  let best = 0;
  let bestCount = -1;
  rows.slice(0, HEADINGS_WITHIN).forEach((row, index) => {
    const count = new Set(row.map((cell) => meanings.get(foldName(String(cell))))).size;
    if (count > bestCount) {
      best = index;
      bestCount = count;
    }
  });
  return readHeadings(declaration, rows[best] ?? [], best, meanings);
}

function readHeadings<Key extends string>(
  declaration: SheetDeclaration<Key>,
  headings: CellRows[number],
  headingRow: number,
  meanings: ReadonlyMap<string, Key>,
): Located<Key> {
  const found = new Map<Key, number>();
  const others: { heading: string; column: number }[] = [];
  const repeated: { key: Key; column: number }[] = [];
  // The proper heading goes before an alias, wherever either stands.
  for (const { key, heading } of declaration.columns) {
    const column = headings.findIndex((cell) => foldName(String(cell)) === foldName(heading));
    if (column >= 0) found.set(key, column);
  }
  headings.forEach((cell, column) => {
    const heading = String(cell).trim();
    const key = meanings.get(foldName(heading));
    if (key === undefined) {
      if (heading !== '') others.push({ heading, column });
    } else if (!found.has(key)) found.set(key, column);
    else if (found.get(key) !== column) repeated.push({ key, column });
  });
  const at = Object.fromEntries(declaration.columns.map(({ key }) => [key, found.get(key) ?? -1])) as Record<
    Key,
    number
  >;
  const missing = declaration.columns.filter(({ key }) => !found.has(key)).map(({ key }) => key);
  return { headingRow, at, missing, others, repeated };
}

function headingMeanings<Key extends string>({ columns }: SheetDeclaration<Key>): Map<string, Key> {
  const meanings = new Map<string, Key>();
  for (const { key, heading } of columns) meanings.set(foldName(heading), key);
  for (const { key, aliases } of columns) {
    for (const alias of aliases) if (!meanings.has(foldName(alias))) meanings.set(foldName(alias), key);
  }
  return meanings;
}

/** Index of the row after the last one that holds anything in the given columns; the headings' own at least. */
export function endOfRows(rows: CellRows, headingRow: number, columns: readonly number[]): number {
  for (let index = rows.length - 1; index > headingRow; index -= 1) {
    const row = at(rows, index);
    if (columns.some((column) => String(row[column] ?? '').trim() !== '')) return index + 1;
  }
  return headingRow + 1;
}
