/** SpreadsheetApp.Spreadsheet */

import type { Sheet } from '../../book/book.ts';
import {
  blankSheet,
  copySheet,
  hasRoomFor,
  newSheetSize,
  nextSheetId,
  nextSheetName,
  removeSheet,
  sheetNamed,
} from '../../book/sheets.ts';
import { bookId } from '../../runtime/cloud.ts';
import { fail } from '../../runtime/errors.ts';
import { emulate, type Face, share } from '../../runtime/face.ts';
import { isZone } from '../../values/zone.ts';
import { onActiveSheet } from './active-sheet.ts';
import { copyName } from './copy-name.ts';
import { requireEdit, wholeSheet } from './edit-rights.ts';
import { makeSheet, makeSpreadsheet, makeUser, rangeFromA1 } from './make.ts';
import { namedRangeFace, requireRangeName } from './named-range.ts';
import { protectionsOf } from './protection.ts';
import { rangeFace } from './range.ts';
import { sheetFace } from './sheet.ts';
import { type BookState, type SheetState, standing } from './state.ts';
import { textFinder } from './text-finder.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

function activeSheet({ execution, book }: BookState): Sheet {
  const id = execution.session.activeSheetId ?? book.activeSheetId;
  return book.sheets.find((sheet) => sheet.id === id) ?? book.sheets[0] ?? fail('sheetNotFound');
}

/** 200 tabs (observed by others; apps-script reference of limits). */
const MOST_SHEETS = 200;

function insertSheet(state: BookState, args: readonly unknown[]): GoogleAppsScript.Spreadsheet.Sheet {
  const { book } = state;
  const name = args.find((one): one is string => typeof one === 'string') ?? nextSheetName(book);
  const index = args.find((one): one is number => typeof one === 'number');
  const options = args.find(
    (one): one is { template?: GoogleAppsScript.Spreadsheet.Sheet } => typeof one === 'object' && one !== null,
  );
  if (name === '' || name.length > 100) fail('invalidSheetName', name);
  if (sheetNamed(book, name)) fail('duplicateSheet', name);
  if (book.sheets.length >= MOST_SHEETS) fail('tooManySheets');
  const template = options?.template && state.execution.state(sheetFace, options.template)?.sheet;
  const size = template ? template.maxRows * template.maxColumns : newSheetSize.rows * newSheetSize.columns;
  if (!hasRoomFor(book, size)) fail('tooManyCells');
  const sheet = template
    ? copySheet(template, nextSheetId(book), name)
    : blankSheet(nextSheetId(book), name, newSheetSize.rows, newSheetSize.columns);
  const after = book.sheets.indexOf(activeSheet(state)) + 1;
  book.sheets.splice(Math.min(Math.max(0, index ?? after), book.sheets.length), 0, sheet);
  state.execution.session.activeSheetId = sheet.id;
  book.activeSheetId = sheet.id;
  return makeSheet(state, sheet);
}

/** Who deletes a sheet deletes everything guarded on it. */
function requireRemoval(state: SheetState): void {
  requireEdit(state, wholeSheet(state));
}

const about = share<Spreadsheet, BookState>({
  getId() {
    return bookId(this.book);
  },
  getName() {
    return this.book.title;
  },
  rename(name) {
    this.book.title = name;
  },
  getUrl() {
    return `https://docs.google.com/spreadsheets/d/${bookId(this.book)}/edit`;
  },
  getSpreadsheetTimeZone() {
    return this.book.timeZone;
  },
  setSpreadsheetTimeZone(timeZone) {
    if (!isZone(timeZone)) fail('invalidArgument', timeZone);
    this.book.timeZone = timeZone;
  },
  getSpreadsheetLocale() {
    return this.book.locale;
  },
  setSpreadsheetLocale(locale) {
    this.book.locale = locale;
  },
  getOwner() {
    return makeUser(this.execution, this.book.owner);
  },
  getEditors() {
    return this.book.editors.map((mail) => makeUser(this.execution, mail));
  },
  addEditor(user: unknown) {
    const mail = typeof user === 'string' ? user : (user as GoogleAppsScript.Base.User).getEmail();
    if (!this.book.editors.includes(mail)) this.book.editors.push(mail);
    return makeSpreadsheet(this);
  },
  addEditors(mails) {
    for (const mail of mails) if (!this.book.editors.includes(mail)) this.book.editors.push(mail);
    return makeSpreadsheet(this);
  },
  removeEditor(user: unknown) {
    const mail = typeof user === 'string' ? user : (user as GoogleAppsScript.Base.User).getEmail();
    this.book.editors = this.book.editors.filter((one) => one !== mail);
    return makeSpreadsheet(this);
  },
  getViewers() {
    return [];
  },
  toast(message: string, title?: string, seconds?: number | null) {
    const { ui, person } = this.execution.session;
    const toast = { message, title: title ?? '', seconds: seconds ?? 5 };
    ui.toasts.push(toast);
    person?.sees({ kind: 'toast', ...toast });
  },
});

const sheets = share<Spreadsheet, BookState>({
  getProtections(type) {
    return this.book.sheets.flatMap((sheet) => protectionsOf({ ...this, sheet }, type));
  },
  getSheets() {
    return this.book.sheets.map((sheet) => makeSheet(this, sheet));
  },
  getSheetByName(name) {
    const sheet = sheetNamed(this.book, name);
    return sheet ? makeSheet(this, sheet) : null;
  },
  getSheetById(id) {
    const sheet = this.book.sheets.find((one) => one.id === id);
    return sheet ? makeSheet(this, sheet) : null;
  },
  getNumSheets() {
    return this.book.sheets.length;
  },
  getActiveSheet() {
    return makeSheet(this, activeSheet(this));
  },
  setActiveSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet) {
    return sheet.activate();
  },
  insertSheet(...args: unknown[]) {
    return insertSheet(this, args);
  },
  deleteSheet(sheet) {
    const state = this.execution.state(sheetFace, sheet) ?? fail('sheetNotFound');
    standing(state);
    if (this.book.sheets.length < 2) fail('lastSheet');
    if (!state.sheet.hidden && this.book.sheets.filter(({ hidden }) => !hidden).length < 2) fail('lastVisibleSheet');
    requireRemoval(state);
    removeSheet(this.book, state.sheet);
  },
  deleteActiveSheet() {
    if (this.book.sheets.length < 2) fail('lastSheet');
    requireRemoval({ ...this, sheet: activeSheet(this) });
    removeSheet(this.book, activeSheet(this));
    return makeSheet(this, activeSheet(this));
  },
  duplicateActiveSheet() {
    const sheet = activeSheet(this);
    if (this.book.sheets.length >= MOST_SHEETS) fail('tooManySheets');
    if (!hasRoomFor(this.book, sheet.maxRows * sheet.maxColumns)) fail('tooManyCells');
    const copy = copySheet(sheet, nextSheetId(this.book), copyName(this.book, sheet.name));
    this.book.sheets.splice(this.book.sheets.indexOf(sheet) + 1, 0, copy);
    return makeSheet(this, copy);
  },
  renameActiveSheet(name) {
    makeSheet(this, activeSheet(this)).setName(name);
  },
  moveActiveSheet(position) {
    const sheet = activeSheet(this);
    if (position < 1 || position > this.book.sheets.length) fail('invalidArgument', position);
    this.book.sheets.splice(this.book.sheets.indexOf(sheet), 1);
    this.book.sheets.splice(position - 1, 0, sheet);
  },
});

const cells = share<Spreadsheet, BookState>({
  getRange(a1) {
    return rangeFromA1(this, activeSheet(this), a1);
  },
  createTextFinder(text) {
    return textFinder(
      this,
      this.book.sheets.map((sheet) => ({ sheet })),
      text,
    );
  },
  getRangeByName(name) {
    const named = this.book.namedRanges.find((one) => one.name === name);
    return named ? rangeFromA1(this, undefined, named.name) : null;
  },
  setNamedRange(name, range) {
    requireRangeName(name);
    const state = this.execution.state(rangeFace, range) ?? fail('rangeNotFound');
    this.book.namedRanges = this.book.namedRanges.filter((one) => one.name !== name);
    this.book.namedRanges.push({ name, sheetId: state.sheet.id, area: state.area });
  },
  removeNamedRange(name) {
    const before = this.book.namedRanges.length;
    this.book.namedRanges = this.book.namedRanges.filter((one) => one.name !== name);
    if (this.book.namedRanges.length === before) fail('noNamedRange', name);
  },
  getNamedRanges() {
    return this.book.namedRanges.map((named) =>
      this.execution.make(namedRangeFace, { execution: this.execution, book: this.book, named }),
    );
  },
});

const menus = share<Spreadsheet, BookState>({
  addMenu(title, entries) {
    putMenu(this, title, entries);
  },
  updateMenu(title, entries) {
    putMenu(this, title, entries);
  },
  removeMenu(title) {
    this.execution.session.ui.menus.delete(title);
  },
});

/** The way of before `Ui.createMenu`: entries as records, `null` for a line. */
function putMenu({ execution }: BookState, title: string, entries: readonly unknown[]): void {
  const items = Array.from(entries, (entry) => {
    const { name, functionName } = (entry ?? { name: '-', functionName: null }) as {
      readonly name: string;
      readonly functionName: string | null;
    };
    return { label: name, run: functionName, items: [] };
  });
  execution.session.ui.menus.set(title, { label: title, run: null, items });
}

export const spreadsheetFace: Face<Spreadsheet, BookState> = emulate<Spreadsheet, BookState>('Spreadsheet', {
  ...onActiveSheet((state) => makeSheet(state, activeSheet(state))),
  ...menus,
  ...about,
  ...sheets,
  ...cells,
});
