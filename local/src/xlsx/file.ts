/** Workbooks on disk. Saving is all or nothing: a killed process leaves the old file or the new one. */
import { basename } from 'node:path';
import type { Book } from '../book/book.ts';
import { readWhole } from '../disk/read.ts';
import { type Replacing, replaceFile } from '../disk/replace.ts';
import { readBook } from './read.ts';
import { sidecarOf } from './sidecar.ts';
import { writeBook } from './write.ts';

/** @throws NotAWorkbookError, or the file system's own error */
export function loadBook(path: string): Book {
  const book = readBook(readWhole(path), { title: basename(path).replace(/\.xlsx$/i, '') });
  saved.set(book, framework(book));
  return book;
}

/** @throws OvertakenError, or the file system's own error: `replaceFile` says what the file is then */
export function saveBook(book: Book, path: string, replacing: Replacing = {}): void {
  replaceFile(path, writeBook(book), replacing);
  saved.set(book, framework(book));
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
