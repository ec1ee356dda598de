/** The file behind the screen: written whole and aside, and never over what another program has written meanwhile. */
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Book, Sheet } from '../book/book.ts';
import { isUnsaved, saveBook } from '../xlsx/file.ts';
import type { Saving } from './wire.ts';
import type { Words } from './words.ts';

export interface Store {
  /** Has the book something the file has not? */
  isUnsaved(): boolean;
  /** Writes what is not yet written; says how it went. */
  save(words: Words): Saving;
}

/** For a book that was read from the file just now. */
export function createStore(book: Book, path: string): Store {
  let target = path;
  let known = stamp(target);
  let last: Saving = { state: 'saved', message: '' };
  // The writer keeps the file's own bytes of a sheet that is not marked as changed since it was *read*. Between two
  // writings the mark tells here what changed since the last one.
  const written = new Set<Sheet>();

  const write = (): void => {
    const changed = book.sheets.filter((sheet) => sheet.changed);
    for (const sheet of written) sheet.changed = true;
    try {
      saveBook(book, target);
    } catch (error) {
      for (const sheet of written) sheet.changed = changed.includes(sheet);
      throw error;
    }
    for (const sheet of changed) written.add(sheet);
    for (const sheet of written) sheet.changed = false;
    known = stamp(target);
  };

  const unsaved = (): boolean => isUnsaved(book);

  return {
    isUnsaved: unsaved,
    save(words) {
      if (!unsaved()) return last;
      if (stamp(target) !== known) {
        const other = freeName(target, words);
        last = { state: 'elsewhere', message: words.elsewhere(basename(target), basename(other)) };
        target = other;
        known = stamp(target);
      }
      try {
        write();
      } catch (error) {
        return { state: 'failed', message: words.notSaved(error instanceof Error ? error.message : String(error)) };
      }
      return last;
    },
  };
}

/** Changes with every writing of the file; the same where there is none. */
function stamp(path: string): string {
  const about = statSync(path, { bigint: true, throwIfNoEntry: false });
  return about ? `${about.ino} ${about.mtimeNs} ${about.size}` : 'none';
}

function freeName(path: string, { otherName }: Words): string {
  for (let number = 1; ; number += 1) {
    const name = join(dirname(path), otherName(basename(path).replace(/\.xlsx$/i, ''), number));
    if (stamp(name) === 'none') return name;
  }
}
