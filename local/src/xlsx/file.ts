/** Workbooks on disk. Saving is all or nothing: a killed process leaves the old file or the new one. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Book } from '../book/book.ts';
import { readWhole } from '../disk/read.ts';
import { type Replacing, replaceFile } from '../disk/replace.ts';
import { readBook } from './read.ts';
import { sidecarOf } from './sidecar.ts';
import { writeBook } from './write.ts';

/** @throws NotAWorkbookError, or the file system's own error */
export function loadBook(path: string): Book {
  const bytes = readWhole(path);
  const book = readBook(bytes, { title: basename(path).replace(/\.xlsx$/i, '') });
  saved.set(book, framework(book));
  contents.set(book, digestOf(bytes));
  return book;
}

export interface Saving extends Replacing {
  /** Called with the digest of what the file will hold, before it does. */
  readonly announced?: ((digest: string) => void) | undefined;
}

/** @throws OvertakenError, or the file system's own error: `replaceFile` says what the file is then */
export function saveBook(book: Book, path: string, { announced, ...replacing }: Saving = {}): void {
  const bytes = writeBook(book);
  const digest = digestOf(bytes);
  announced?.(digest);
  replaceFile(path, bytes, {
    ...replacing,
    replaced: (stamp) => {
      contents.set(book, digest);
      replacing.replaced?.(stamp);
    },
  });
  saved.set(book, framework(book));
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of the bytes a book was last read from or written as. */
const contents = new WeakMap<Book, string>();

/** Which content the file had when the book was read from it, or was last written: the same on whichever machine it lies. */
export const contentOf = (book: Book): string => contents.get(book) ?? '';

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
