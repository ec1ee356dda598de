/** Carries out changes to the spreadsheet: the only place where it is written. */
import type { NewRows } from '../spreadsheet/cell.ts';
import {
  type AppendRow,
  type Change,
  type CreateSheet,
  type DressSheet,
  OvertakenError,
  type ReplaceBlock,
  type SwapIn,
  type WriteBlock,
} from '../spreadsheet/change.ts';
import { dress } from './dress.ts';
import { letIn } from './guard.ts';
import { writeProperty } from './properties.ts';
import { retried } from './retry.ts';
import { guardRows } from './row-guards.ts';
import { sheetNamed } from './sheet.ts';
import { written, writtenRows } from './text.ts';

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Carries them out in their order, then sees them written. */
export function apply(changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const book = SpreadsheetApp.getActiveSpreadsheet();
  for (const change of changes) applyOne(book, change);
  retried(() => SpreadsheetApp.flush());
}

/** Carries them out; the platform writes them when the run ends. For triggers: no person waits for them. */
export function applyLater(changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const book = SpreadsheetApp.getActiveSpreadsheet();
  for (const change of changes) applyOne(book, change);
}

function applyOne(book: Book, change: Change): void {
  if (change.kind === 'create') create(book, change);
  else if (change.kind === 'dress') dressAgain(book, change);
  else if (change.kind === 'write') write(book, change);
  else if (change.kind === 'replace') replace(book, change);
  else if (change.kind === 'swapIn') swapIn(book, change);
  else if (change.kind === 'setProperty') writeProperty(change.key, change.text);
  else if (change.kind === 'letIn') letIn(book, change.accounts);
  else if (change.kind === 'guardRows') guardRows(book, sheetNamed(book, change.sheet), change);
  else append(book, change);
}

/** A sheet being built bears this before its name, so that a stop half-way leaves nothing that looks finished. */
const BUILDING = '~';

/** What a sheet is called while it is being built: a later run takes away one that was left behind. */
const buildingTitle = (title: string): string => `${BUILDING}${title}`;

function newSheet(book: Book, title: string, index: number, template: Sheet | null): Sheet {
  const left = book.getSheetByName(buildingTitle(title));
  // The last sheet cannot be deleted; what was begun on it is begun again.
  if (left && book.getSheets().length === 1) return left;
  if (left) book.deleteSheet(left);
  const blank = template ? null : onlyBlankSheet(book);
  if (blank) return blank.setName(buildingTitle(title));
  return template
    ? book.insertSheet(buildingTitle(title), index, { template })
    : book.insertSheet(buildingTitle(title), index);
}

/** The empty sheet a new spreadsheet comes with: the first sheet we build takes its place. */
function onlyBlankSheet(book: Book): Sheet | null {
  const [sheet, ...others] = book.getSheets();
  return sheet && others.length === 0 && sheet.getLastRow() === 0 ? sheet : null;
}

function create(book: Book, { sheet: title, index, rows, look, rangeName, rangeColumns }: CreateSheet): void {
  const sheet = newSheet(book, title, index, null);
  const width = Math.max(widthOf(rows), ...look.columns.map(({ at }) => at + 1));
  makeRoom(sheet, rows.length, width);
  dress(book, sheet, look);
  setRows(sheet, 1, 0, rows);
  book.setNamedRange(rangeName, sheet.getRange(look.headingRow, 1, 1, rangeColumns));
  sheet.setName(title);
}

function dressAgain(book: Book, { sheet: title, look, rangeName, rangeColumns }: DressSheet): void {
  const sheet = sheetNamed(book, title);
  dress(book, sheet, look);
  const first = Math.min(...look.columns.map(({ at }) => at));
  if (rangeName !== null && look.columns.length > 0) {
    book.setNamedRange(rangeName, sheet.getRange(look.headingRow, first + 1, 1, rangeColumns));
  }
}

function write(book: Book, { sheet: title, row, places, rows, blank }: WriteBlock): void {
  const sheet = sheetNamed(book, title);
  if (blank) requireBlank(sheet, row, rows.length, blank);
  setPlaced(sheet, row, places, rows);
}

/** People type while commands run, and no lock holds them: the last look, right before the write. */
function requireBlank(sheet: Sheet, row: number, count: number, columns: readonly number[]): void {
  const first = Math.min(...columns);
  const areaOf = (height: number) => sheet.getRange(row, first + 1, height, Math.max(...columns) - first + 1);
  let area: GoogleAppsScript.Spreadsheet.Range;
  try {
    area = areaOf(count);
  } catch {
    // The grid ends before the block does: what it has of it is looked at.
    const height = Math.min(count, sheet.getMaxRows() - row + 1);
    if (height < 1) return;
    area = areaOf(height);
  }
  const values: unknown[][] = retried(() => area.getValues());
  const typed = values.findIndex((cells) => columns.some((column) => cells[column - first] !== ''));
  if (typed >= 0) throw new OvertakenError(sheet.getName(), row + typed);
}

function replace(book: Book, { sheet: title, row, places, rows }: ReplaceBlock): void {
  const sheet = sheetNamed(book, title);
  const height = Math.max(rows.length, sheet.getDataRange().getLastRow() - row + 1);
  setPlaced(sheet, row, places, padRows(rows, height, places.length));
}

function swapIn(book: Book, { sheet: title, pattern, index, rows, standing }: SwapIn): void {
  const existing = book.getSheetByName(title);
  if (existing && standing) {
    const { room } = standing;
    const width = Math.max(widthOf(rows), standing.columns);
    const grown = Math.min(rows.length, room ?? rows.length) - standing.rows;
    if (grown > 0) requireBlank(existing, standing.rows + 1, grown, [...Array(width).keys()]);
    // Notes below are pushed down rather than written over; a run stopped after this finds the room made.
    if (room !== null && rows.length > room) existing.insertRowsAfter(room, rows.length - room);
    setRows(existing, 1, 0, padRows(rows, Math.max(rows.length, standing.rows), width));
    return;
  }
  const sheet = newSheet(book, title, index, book.getSheetByName(pattern));
  setRows(sheet, 1, 0, rows);
  sheet.setName(title);
}

function append(book: Book, { sheet: title, places, row }: AppendRow): void {
  const cells = new Map(row.map((cell, index) => [places[index], written(cell)]));
  const width = Math.max(...places) + 1;
  sheetNamed(book, title).appendRow(Array.from({ length: width }, (_, column) => cells.get(column) ?? ''));
}

/** Writes each cell of a row into its column: one write where the columns stand side by side. */
function setPlaced(sheet: Sheet, row: number, places: readonly number[], rows: NewRows): void {
  for (const { column, from, count } of runsOf(places)) {
    setRows(sheet, row, column, count === places.length ? rows : rows.map((cells) => cells.slice(from, from + count)));
  }
}

/** Rows that are to be written are never none. */
const widthOf = ([first]: NewRows): number => first?.length ?? 0;

/** One write. The grid is made larger only where the write does not fit: asking its size first would cost two calls. */
function setRows(sheet: Sheet, row: number, column: number, rows: NewRows): void {
  const width = widthOf(rows);
  const values = writtenRows(rows);
  let range: GoogleAppsScript.Spreadsheet.Range;
  try {
    range = sheet.getRange(row, column + 1, rows.length, width);
  } catch (error) {
    if (!makeRoom(sheet, row + rows.length - 1, column + width)) throw error;
    range = sheet.getRange(row, column + 1, rows.length, width);
  }
  retried(() => range.setValues(values));
}

/** Makes the grid at least that large; tells whether it had to. */
function makeRoom(sheet: Sheet, rows: number, columns: number): boolean {
  const maxRows = sheet.getMaxRows();
  const maxColumns = sheet.getMaxColumns();
  if (rows > maxRows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (columns > maxColumns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
  return rows > maxRows || columns > maxColumns;
}

function padRows(rows: NewRows, height: number, width: number): NewRows {
  return Array.from({ length: height }, (_, index) => {
    const row = rows[index] ?? [];
    return row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')];
  });
}

/** Columns that stand side by side in their order are written together. */
function runsOf(places: readonly number[]): { column: number; from: number; count: number }[] {
  const runs: { column: number; from: number; count: number }[] = [];
  places.forEach((column, index) => {
    const last = runs[runs.length - 1];
    // A column that is missing ends a run: the next one may stand where it stood.
    if (last && last.column + last.count === column && last.from + last.count === index) last.count += 1;
    else if (column >= 0) runs.push({ column, from: index, count: 1 });
  });
  return runs;
}
