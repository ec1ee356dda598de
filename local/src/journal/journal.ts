/**
 * What people did on a page and what is not yet in the workbook's file, in a file beside it: it is in it, on the disk, before
 * anybody is told that it is saved. Writing a line takes milliseconds, writing a large workbook seconds.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { beside } from '../disk/beside.ts';
import { syncFolder } from '../disk/replace.ts';
import { isOurs, LockLostError, type WorkbookLock } from '../file/lock.ts';
import { type Done, FIRST, type Header, type Lines, lineOf, linesIn, type Sum } from './lines.ts';

export interface Journal {
  /** Is there anything that the file has not, as far as is known here? */
  isEmpty(): boolean;
  /** Number of what was noted last. */
  last(): number;
  /** Kept only once `commit` has come back. */
  note(one: Omit<Done, 'kind' | 'number'>): void;
  /**
   * Puts what was noted on the disk.
   * @throws LockLostError, or the system's own error: then nothing of it is kept here, and the file itself has to be written
   */
  commit(): void;
  /** The file is going to be replaced by one of this content, which has everything up to that number. */
  announce(digest: string, upTo: number): void;
  /** The file has everything up to that number, on the disk. */
  isWritten(upTo: number): void;
  /** From now on nothing is noted: what is on the screen goes into another file. */
  stop(): void;
}

export interface JournalOptions {
  /** The workbook. */
  readonly path: string;
  readonly lock: Pick<WorkbookLock, 'file' | 'token'>;
  /** Digest of the file's content as it stands now. */
  readonly basis: () => string;
  readonly owner: string | null;
  /** What was found there: it goes on from there. */
  readonly standing?: Lines | null;
}

export const journalFileOf = (book: string): string => {
  let path = book;
  try {
    // By whichever link it is reached: it is one workbook.
    path = realpathSync(book);
  } catch {
    // It is gone, or not there yet.
  }
  return beside(path, '.~huizong-journal.', '#');
};

/** `null` where there is none. @throws the file system's own error where it is there and cannot be read */
export function journalBeside(book: string): Lines | null {
  try {
    return linesIn(readFileSync(journalFileOf(book)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Another program wrote into the journal, or took it away. */
class JournalLostError extends Error {
  constructor() {
    super('the journal is not as it was left');
    this.name = 'JournalLostError';
  }
}

export function createJournal({ path, lock, basis, owner, standing = null }: JournalOptions): Journal {
  const file = journalFileOf(path);
  let noted: Done[] = [];
  /** Of what is on the disk. Length 0: there is no file. */
  let length = standing?.length ?? 0;
  let sum: Sum = standing?.sum ?? FIRST;
  let kept = standing?.done.at(-1)?.number ?? 0;
  let last = kept;
  /** What could not be taken back stands at the end of the file: no line may follow it. */
  let isBroken = false;
  let isStopped = false;

  const forget = (): void => {
    length = 0;
    sum = FIRST;
    isBroken = false;
  };

  const header = (): Omit<Header, 'version'> => ({
    kind: 'journal',
    id: randomBytes(12).toString('base64url'),
    book: basename(path),
    basis: basis(),
    owner,
  });

  const write = (lines: readonly Parameters<typeof lineOf>[1][]): void => {
    if (isBroken) throw new JournalLostError();
    if (!isOurs(lock.file, lock.token)) throw new LockLostError(basename(path));
    let text = '';
    let end = sum;
    for (const what of length === 0 ? [header(), ...lines] : lines) {
      const one = lineOf(end, what);
      text += one.text;
      end = one.sum;
    }
    const bytes = Buffer.from(text);
    try {
      if (length === 0) begin(file, bytes, path);
      else append(file, bytes, length);
    } catch (error) {
      isBroken = length > 0 && (error instanceof JournalLostError || !isCutBack(file, length));
      throw error;
    }
    length += bytes.length;
    sum = end;
  };

  if (length > 0) isBroken = !isCutBack(file, length);

  return {
    isEmpty: () => isStopped || (length === 0 && noted.length === 0),
    last: () => last,
    note(one) {
      if (isStopped) return;
      last += 1;
      noted.push({ kind: 'done', number: last, ...one });
    },
    commit() {
      if (noted.length === 0) return;
      const lines = noted;
      noted = [];
      write(lines);
      kept = lines.at(-1)?.number ?? kept;
    },
    announce(digest, upTo) {
      if (length === 0 || isStopped) return;
      try {
        write([{ kind: 'written', upTo, digest }]);
      } catch {
        // The next start then sees a file it does not know, and looks at each row.
      }
    },
    isWritten(upTo) {
      if (isStopped) return;
      noted = noted.filter(({ number }) => number > upTo);
      if (length === 0 || kept > upTo) return;
      if (isRemoved(file)) forget();
    },
    stop() {
      if (isStopped) return;
      isStopped = true;
      noted = [];
      if (length > 0 && isOurs(lock.file, lock.token) && isRemoved(file)) forget();
    },
  };
}

function begin(file: string, bytes: Buffer, book: string): void {
  // Who may read the workbook may read what belongs into it, and nobody else.
  const opened = openSync(file, 'wx', statSync(book).mode & 0o666);
  try {
    writeDown(opened, bytes);
    syncFolder(dirname(file));
  } catch (error) {
    isRemoved(file);
    throw error;
  }
}

function append(file: string, bytes: Buffer, length: number): void {
  // Opened each time: a file that was taken away meanwhile is not written to unseen.
  const opened = openSync(file, constants.O_WRONLY | constants.O_APPEND);
  if (fstatSync(opened).size !== length) {
    closeSync(opened);
    throw new JournalLostError();
  }
  writeDown(opened, bytes);
}

function writeDown(opened: number, bytes: Buffer): void {
  try {
    writeFileSync(opened, bytes);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Cuts off what was half written. */
function isCutBack(file: string, length: number): boolean {
  try {
    if (statSync(file).size > length) truncateSync(file, length);
    return statSync(file).size === length;
  } catch {
    return false;
  }
}

/** Is it gone now? */
export function isRemoved(file: string): boolean {
  try {
    unlinkSync(file);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
