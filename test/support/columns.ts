/**
 * Where things stand in the sheets as set up, by the keys of their declarations: a test says `IN.submissions.cell('text', 2)`, so
 * that a column more, or one moved, leaves it right.
 */
import { columnLetter } from '../../src/spreadsheet/cell.ts';
import type { SheetDeclaration } from '../../src/workbook/declaration.ts';
import { archiveSheet } from '../../src/workbook/sheets/archive.ts';
import { departmentsSheet } from '../../src/workbook/sheets/departments.ts';
import { dispatchesSheet } from '../../src/workbook/sheets/dispatches.ts';
import { draftSheet } from '../../src/workbook/sheets/draft.ts';
import { exceptionsSheet } from '../../src/workbook/sheets/exceptions.ts';
import { logSheet } from '../../src/workbook/sheets/log.ts';
import { matrixSheet } from '../../src/workbook/sheets/matrix.ts';
import { owedSheet } from '../../src/workbook/sheets/owed.ts';
import { settingsSheet } from '../../src/workbook/sheets/settings.ts';
import { submissionsSheet } from '../../src/workbook/sheets/submissions.ts';
import { templatesSheet } from '../../src/workbook/sheets/templates.ts';
import { undoSheet } from '../../src/workbook/sheets/undo.ts';

export interface Placed<Key extends string> {
  readonly title: string;
  /** How many columns it has. */
  readonly width: number;
  /** Where a column stands in a row of values, from 0. */
  place(key: Key): number;
  /** The column's letter. */
  letter(key: Key): string;
  /** A1 of a cell; rows count from 1, the headings are row 1. */
  cell(key: Key, row: number): string;
  /** A1 of a block. */
  range(from: Key, fromRow: number, to: Key, toRow: number): string;
  /** A1 of whole rows, as far as the declared columns go. */
  rows(from: number, to: number): string;
  /** A row's values by the columns' keys. */
  entry(values: readonly unknown[]): Record<Key, unknown>;
  /** A block of rows side by side, blank where nothing is given: from the first column named in any row to the last. */
  block(rows: readonly Partial<Record<Key, unknown>>[]): { from: Key; to: Key; values: unknown[][] };
}

function placedIn<Key extends string>({ title, columns }: SheetDeclaration<Key>): Placed<Key> {
  const keys = columns.map(({ key }) => key);
  const place = (key: Key) => {
    const at = keys.indexOf(key);
    if (at < 0) throw new Error(`${title} has no column ${key}`);
    return at;
  };
  const letter = (key: Key) => columnLetter(place(key));
  const keyAt = (at: number) => keys[at] as Key;
  const range: Placed<Key>['range'] = (from, fromRow, to, toRow) => `${letter(from)}${fromRow}:${letter(to)}${toRow}`;
  return {
    title,
    width: keys.length,
    place,
    letter,
    cell: (key, row) => `${letter(key)}${row}`,
    range,
    rows: (from, to) => range(keyAt(0), from, keyAt(keys.length - 1), to),
    entry: (values) => Object.fromEntries(keys.map((key, at) => [key, values[at]])) as Record<Key, unknown>,
    block: (rows) => {
      const named = keys.filter((key) => rows.some((row) => key in row));
      const [from, to] = [named[0], named.at(-1)];
      if (from === undefined || to === undefined) throw new Error(`${title}: no column is named`);
      const within = keys.slice(place(from), place(to) + 1);
      return { from, to, values: rows.map((row) => within.map((key) => row[key] ?? '')) };
    },
  };
}

export const IN = {
  settings: placedIn(settingsSheet),
  departments: placedIn(departmentsSheet),
  matrix: placedIn(matrixSheet),
  submissions: placedIn(submissionsSheet),
  exceptions: placedIn(exceptionsSheet),
  owed: placedIn(owedSheet),
  draft: placedIn(draftSheet),
  dispatches: placedIn(dispatchesSheet),
  archive: placedIn(archiveSheet),
  log: placedIn(logSheet),
  templates: placedIn(templatesSheet),
  undo: placedIn(undoSheet),
};

/** Where the columns stand in rows of 月度报送 that tests of the domain write out. */
export const COLUMNS = {
  period: 0,
  department: 1,
  task: 2,
  text: 3,
  count: 4,
  people: 5,
  links: 6,
  time: 7,
  review: 8,
  reason: 9,
};
