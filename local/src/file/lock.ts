/**
 * One writer: a file beside the workbook says who is writing it. It is made by a call that fails where it is there already,
 * which holds on network shares, too (NFS 3 and later, SMB).
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import * as z from 'zod/mini';
import { beside } from '../disk/beside.ts';
import { beatAt } from './heartbeat.ts';
import { removeLeftovers, removeLockLeftovers } from './leftovers.ts';
import { runs, thisProcess } from './process.ts';

const shape = z.object({
  /** Stands for one holding of one lock, and no other. */
  token: z.string().check(z.regex(/^[\w-]{16,64}$/)),
  host: z.string(),
  boot: z.string(),
  space: z.string(),
  pid: z.int(),
  began: z.string(),
  user: z.string(),
  /** ISO. */
  since: z.string(),
  what: z.enum(['page', 'command']),
  /** As it is typed: `send`. */
  command: z.string(),
});

export type Holder = z.infer<typeof shape>;

/** Another person is writing the workbook. */
export class HeldError extends Error {
  readonly book: string;
  /** `null` where the lock cannot be read. */
  readonly holder: Holder | null;
  readonly lockFile: string;

  constructor(book: string, holder: Holder | null, lockFile: string) {
    super(`${book} is held`);
    this.name = 'HeldError';
    this.book = book;
    this.holder = holder;
    this.lockFile = lockFile;
  }
}

/** It was another person's turn meanwhile: this machine slept, or the lock was taken away. */
export class LockLostError extends Error {
  constructor(book: string) {
    super(`the lock of ${book} is not ours any more`);
    this.name = 'LockLostError';
  }
}

export interface WorkbookLock {
  readonly file: string;
  readonly token: string;
  release(): void;
}

/** Whose holder cannot be asked whether it runs: it is gone when it has not been heard of for so long. Milliseconds. */
export const SILENT = 5 * 60_000;

/** A command is soon done; who comes second waits as long as the add-on's own commands do. Milliseconds. */
const PATIENCE = 10_000;

/** Bytes for what stands behind its name: `.over.` and twelve signs. */
const SPARE = 24;

export const lockFileOf = (book: string): string => {
  let path = book;
  try {
    // By whichever link it is reached: it is one workbook.
    path = realpathSync(book);
  } catch {
    // A new workbook.
  }
  return beside(path, '.~huizong-lock.', '#', SPARE);
};

/** @throws HeldError, or the file system's own error where nothing can be made there */
export function acquireLock(book: string, about: Pick<Holder, 'what' | 'command'>, patience = PATIENCE): WorkbookLock {
  const file = lockFileOf(book);
  const mine: Holder = {
    token: randomBytes(24).toString('base64url'),
    ...thisProcess(),
    user: userName(),
    since: new Date().toISOString(),
    ...about,
  };
  const until = Date.now() + patience;
  const begin = (): boolean => {
    try {
      return made(file, mine);
    } catch (error) {
      // People know the workbook, not the file beside it.
      throw Object.assign(error as Error, { path: book, notWritten: true });
    }
  };
  while (!begin()) {
    const seen = look(file);
    if (seen === null) continue;
    if (isGone(seen, file)) {
      if (takenOver(file, seen, mine)) break;
    } else if (seen.holder?.what === 'page' || Date.now() >= until) throw new HeldError(book, seen.holder, file);
    sleep(50 + Math.random() * 50);
  }
  removeLeftovers(book);
  removeLockLeftovers(file, isLeft, SILENT);
  const stop = beatAt(file);
  const release = (): void => {
    stop();
    process.off('exit', release);
    try {
      if (isOurs(file, mine.token)) unlinkSync(file);
    } catch {
      // What was to be done is done; the next one takes over from a process that has ended.
    }
  };
  process.on('exit', release);
  return { file, token: mine.token, release };
}

/** Asked before each writing: a holder that was taken for gone must not write any more. */
export const isOurs = (file: string, token: string): boolean => look(file)?.holder?.token === token;

interface Seen {
  readonly text: string;
  readonly holder: Holder | null;
}

/** `null` where there is none any more. */
function look(file: string): Seen | null {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return { text, holder: null };
  }
  try {
    return { text, holder: shape.parse(JSON.parse(text)) };
  } catch {
    // Just being written, or left half-written by a power cut.
    return { text, holder: null };
  }
}

/** @throws the file system's own error; nothing is left there then */
function made(file: string, holder: Holder): boolean {
  let open: number;
  try {
    open = openSync(file, 'wx', 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    try {
      writeFileSync(open, JSON.stringify(holder));
    } finally {
      // Some shares say only here that there was no room.
      closeSync(open);
    }
  } catch (error) {
    unlinkSync(file);
    throw error;
  }
  return true;
}

function isGone({ holder }: Seen, file: string): boolean {
  const running = holder ? runs(holder) : null;
  return running === null ? silenceOf(file) > SILENT : !running;
}

/** Of one who says who it was: is that process gone? */
function isLeft(file: string): boolean {
  const holder = look(file)?.holder;
  return holder ? runs(holder) === false : false;
}

/** Milliseconds since it was last heard of, by the clock of the machine the file lies on. */
function silenceOf(file: string): number {
  const about = statSync(file, { throwIfNoEntry: false });
  if (!about) return 0;
  return timeAt(file) - about.mtimeMs;
}

function timeAt(file: string): number {
  const probe = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(probe, '', { flag: 'wx' });
    return statSync(probe).mtimeMs;
  } catch {
    return Date.now();
  } finally {
    try {
      unlinkSync(probe);
    } catch {
      // It could not be made.
    }
  }
}

/**
 * Two may find the same lock left behind. Removing it is a lock of its own, so that the second does not remove what the first
 * has made in its place.
 */
function takenOver(file: string, seen: Seen, mine: Holder): boolean {
  const turn = `${file}.over`;
  if (!made(turn, mine)) {
    const other = look(turn);
    // The process that was removing it was stopped in the midst.
    if (other && isGone(other, turn)) renameAway(turn);
    return false;
  }
  try {
    if (look(file)?.text !== seen.text) return false;
    unlinkSync(file);
    return made(file, mine);
  } finally {
    unlinkSync(turn);
  }
}

function renameAway(path: string): void {
  const away = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, away);
    unlinkSync(away);
  } catch {
    // Another one was quicker.
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A number without a name, as in some containers.
    return '';
  }
}

const sleep = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
