/** Workbooks on disk. Saving is all or nothing: a killed process leaves the old file or the new one. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Book } from '../book/book.ts';
import { readBook } from './read.ts';
import { writeBook } from './write.ts';

/** @throws NotAWorkbookError, or the file system's own error */
export function loadBook(path: string): Book {
  return readBook(readFileSync(path), { title: basename(path).replace(/\.xlsx$/i, '') });
}

export function saveBook(book: Book, path: string): void {
  const bytes = writeBook(book);
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = openSync(aside, 'w');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(aside, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(aside, path);
}
