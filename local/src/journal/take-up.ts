/**
 * What a process that ended without a word left beside a workbook: put in by the next one that opens it. Whoever writes puts it
 * into the file; whoever only looks, into what is looked at.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Book } from '../book/book.ts';
import { fittingName } from '../disk/beside.ts';
import { replaceFile } from '../disk/replace.ts';
import type { WorkbookLock } from '../file/lock.ts';
import { contentOf, loadBook } from '../xlsx/file.ts';
import { createJournal, isRemoved, type Journal, journalBeside, journalFileOf } from './journal.ts';
import type { Lines } from './lines.ts';
import { type Replayed, replay } from './replay.ts';
import { journalWords, listText } from './words.ts';

type Language = 'zh-CN' | 'en';

/** What a person is told: sentences, in the language they are spoken to in. */
export type Restored = (language: Language) => readonly string[];

export interface TakenUp {
  readonly journal: Journal;
  /** `null` where nothing was left. */
  readonly restored: Restored | null;
}

export interface Holding {
  readonly path: string;
  readonly lock: Pick<WorkbookLock, 'file' | 'token'>;
  /** What a workbook without an owner is given as its owner. */
  readonly owner?: string | undefined;
  readonly language: Language;
}

/**
 * For whoever holds the lock, right after reading the book. What was left is in the book then; the journal goes when the book is
 * next saved. What could not be put in stands in a list beside the workbook.
 *
 * @throws the file system's own error: then nothing was taken away
 */
export function takeUp(book: Book, { path, lock, owner, language }: Holding): TakenUp {
  const left = leftBeside(path);
  const restored = left && restore(book, left, path, language);
  if (left?.length === 0) isRemoved(journalFileOf(path));
  const standing = left && left.length > 0 ? left : null;
  const isOwned = book.owner !== '';
  if (!isOwned && owner !== undefined) book.owner = owner;
  const journal = createJournal({
    path,
    lock,
    basis: () => contentOf(book),
    owner: isOwned ? null : (owner ?? null),
    standing,
  });
  return { journal, restored };
}

function leftBeside(path: string): Lines | null {
  if (!isLeftBeside(path)) return null;
  const left = journalBeside(path);
  // Its first line was being written: nothing was acknowledged.
  if (left === null) isRemoved(journalFileOf(path));
  return left;
}

function restore(book: Book, left: Lines, path: string, language: Language): Restored | null {
  const replayed: Replayed = left.length === 0 ? { done: 0, notDone: [] } : replay(book, left, contentOf(book));
  const { done, notDone } = replayed;
  const list =
    notDone.length + left.unreadable.length === 0
      ? ''
      : writtenList(path, listText(basename(path), notDone, left.unreadable, language), language);
  if (done + notDone.length === 0 && left.unreadable === '') return null;
  return (spoken) => {
    const words = journalWords(spoken);
    return [
      ...(done > 0 ? [words.restored(done)] : []),
      ...(notDone.length > 0 ? [words.notRestored(notDone.length, list)] : []),
      ...(left.unreadable === '' ? [] : [words.unreadable(list)]),
    ];
  };
}

/** Its name. Stopped and begun again it is the same list. */
function writtenList(path: string, text: string, language: Language): string {
  const bytes = Buffer.from(text);
  const { listName } = journalWords(language);
  // Bytes of what is said of it, of a number no office reaches, and of what stands around a name while its file is written.
  const title = fittingName(basename(path).replace(/\.xlsx$/i, ''), Buffer.byteLength(listName('', 9999)) + 16);
  for (let number = 1; ; number += 1) {
    const file = join(dirname(path), listName(title, number));
    if (existsSync(file)) {
      if (readFileSync(file).equals(bytes)) return basename(file);
      continue;
    }
    replaceFile(file, bytes, { expected: 'none' });
    return basename(file);
  }
}

/**
 * The workbook as it would be with what was left, for whoever only looks: nothing on the disk is touched. A page that is open
 * may be writing meanwhile: then it is looked at once more.
 */
export function lookedUp(path: string): Book {
  for (let turn = 1; ; turn += 1) {
    const book = loadBook(path);
    const left = journalBeside(path);
    if (!left || left.length === 0) return book;
    const isKnown = [left.header.basis, ...left.written.map(({ digest }) => digest)].includes(contentOf(book));
    if (!isKnown && turn < 5) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      continue;
    }
    replay(book, left, contentOf(book));
    return book;
  }
}

/** A journal of a workbook that is gone: it is no business of the new one of that name. Answers what a person is told. */
export function setAside(path: string, language: Language): readonly string[] {
  const left = leftBeside(path);
  if (left === null) return [];
  const notDone = left.done.filter(({ ok }) => ok).map((one) => ({ one, why: 'changed' as const }));
  const list =
    notDone.length === 0 && left.unreadable === ''
      ? ''
      : writtenList(path, listText(left.header.book || basename(path), notDone, left.unreadable, language), language);
  isRemoved(journalFileOf(path));
  return list === '' ? [] : [journalWords(language).notRestored(notDone.length, list)];
}

/** Is there anything to take up? Asked before a lock is taken for it. */
export const isLeftBeside = (path: string): boolean => existsSync(journalFileOf(path));
