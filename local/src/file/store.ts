/** The file behind a book: every writing checks that it is ours to write, and that it is the file that was read. */
import { basename } from 'node:path';
import type { Book, Sheet } from '../book/book.ts';
import { OvertakenError, type Stamp, stampOf } from '../disk/replace.ts';
import type { Journal } from '../journal/journal.ts';
import { isUnsaved, saveBook } from '../xlsx/file.ts';
import { isOurs, LockLostError, type WorkbookLock } from './lock.ts';
import { refuseWhereOpen } from './other-programs.ts';

export interface Store {
  /** Has the book something the file has not? */
  isUnsaved(): boolean;
  /**
   * Writes what is not yet written.
   * @throws where it did not reach the file: OvertakenError, LockLostError, OpenElsewhereError, the system's own
   */
  save(): void;
  /** Like `save`, and the file must be the one known also where there is nothing to write: before a mail leaves. */
  reach(): void;
  /** From now on it is written there, where no file is. */
  moveTo(path: string): void;
}

export interface StoreOptions {
  readonly path: string;
  /** The file as it was right before it was read; `none` for a new one. */
  readonly known: Stamp;
  readonly lock: Pick<WorkbookLock, 'file' | 'token'>;
  /** What people did that the file has not yet. */
  readonly journal?: Journal | undefined;
}

/** People know the workbook, not the file that is written aside. */
function ofTheWorkbook(error: unknown, path: string): unknown {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code === undefined ? error : Object.assign(error as Error, { path, notWritten: true });
}

export function createStore(book: Book, { path, known: first, lock, journal }: StoreOptions): Store {
  let target = path;
  let known = first;
  let moved = false;
  // The writer keeps the file's own bytes of a sheet that is not marked as changed since it was *read*. Between two
  // writings the mark tells here what changed since the last one.
  const written = new Set<Sheet>();

  const look = (): void => {
    // A file of our own name beside it is ours.
    if (moved) return;
    if (!isOurs(lock.file, lock.token)) throw new LockLostError(basename(target));
    refuseWhereOpen(target);
    if (stampOf(target) !== known) throw new OvertakenError(target);
  };

  const save = (): void => {
    const upTo = journal?.last() ?? 0;
    if (!isUnsaved(book)) {
      // What was done left everything as it was.
      journal?.isWritten(upTo);
      return;
    }
    look();
    const changed = book.sheets.filter((sheet) => sheet.changed);
    for (const sheet of written) sheet.changed = true;
    try {
      saveBook(book, target, {
        expected: known,
        lastLook: look,
        announced: (digest) => journal?.announce(digest, upTo),
        replaced: (stamp) => {
          known = stamp;
        },
      });
    } catch (error) {
      for (const sheet of written) sheet.changed = changed.includes(sheet);
      throw ofTheWorkbook(error, target);
    }
    for (const sheet of changed) written.add(sheet);
    for (const sheet of written) sheet.changed = false;
    if (moved) journal?.stop();
    else journal?.isWritten(upTo);
  };

  return {
    isUnsaved: () => isUnsaved(book) || !(journal?.isEmpty() ?? true),
    save,
    reach() {
      save();
      look();
    },
    moveTo(other) {
      target = other;
      known = stampOf(other);
      moved = true;
    },
  };
}
