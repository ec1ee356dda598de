/** Workbooks on disk. Saving is all or nothing: a killed process leaves the old file or the new one. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Book } from '../book/book.ts';
import { readBook } from './read.ts';
import { sidecarOf } from './sidecar.ts';
import { writeBook } from './write.ts';

/** @throws NotAWorkbookError, or the file system's own error */
export function loadBook(path: string): Book {
  const book = readBook(readFileSync(path), { title: basename(path).replace(/\.xlsx$/i, '') });
  saved.set(book, framework(book));
  return book;
}

/**
 * @param lastLook is called when all is written and nothing yet replaced: what it throws leaves the file as it was
 * @throws the file system's own error; the file that was there is then as it was
 */
export function saveBook(book: Book, path: string, lastLook: () => void = () => undefined): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  // Putting another file in its place would get round a file that may not be written.
  if (existsSync(target)) accessSync(target, constants.W_OK);
  const bytes = writeBook(book);
  const aside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    writeWhole(aside, bytes, existsSync(target) ? statSync(target).mode : 0o666);
    lastLook();
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  saved.set(book, framework(book));
}

function writeWhole(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'w', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What of a book stands in no sheet, as it was when it was last read or saved. */
const saved = new WeakMap<Book, string>();

function framework(book: Book): string {
  const { namedRanges, activeSheetId } = book;
  const tabs = book.sheets.map(({ id, name, hidden }) => [id, name, hidden]);
  const { entries, ...beside } = sidecarOf(book);
  // The name a host gives the file it opens is no change of it.
  return JSON.stringify([beside, { ...entries, id: '' }, namedRanges, activeSheetId, tabs]);
}

/**
 * Has the book something the file has not? Sheets tell by their flag, which stays up when they are saved; names,
 * settings beside the cells and the order of the tabs are compared.
 */
export function isUnsaved(book: Book): boolean {
  return book.sheets.some(({ changed }) => changed) || saved.get(book) !== framework(book);
}
