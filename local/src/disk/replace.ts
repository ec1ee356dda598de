/**
 * Puts a file in the place of another, all or nothing, and only where the one that stands there is the one expected: a
 * stopped process leaves the old file or the new one, and what another program has saved is not lost.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { beside } from './beside.ts';
import { about } from './read.ts';

/** Which file lies at a path: changes with every writing of it. */
export type Stamp = string;

export function stampOf(path: string): Stamp {
  const about = statSync(path, { bigint: true, throwIfNoEntry: false });
  return about ? `${about.ino} ${about.mtimeNs} ${about.size}` : 'none';
}

/** Another program has written the file since it was read. */
export class OvertakenError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`another program has changed ${path}`);
    this.name = 'OvertakenError';
    this.path = path;
  }
}

export interface Replacing {
  /** What must stand there; anything where it is left out. */
  readonly expected?: Stamp | undefined;
  /** Called when all is written and nothing yet replaced: what it throws leaves the file as it was. */
  readonly lastLook?: (() => void) | undefined;
  /** Called as soon as the new file stands there, which may be before an error. */
  readonly replaced?: ((stamp: Stamp) => void) | undefined;
}

/**
 * @throws OvertakenError, or the file system's own error. After it the file is as it was, or (where the folder could not be
 * made durable) the new one, of which `replaced` was told.
 */
export function replaceFile(path: string, bytes: Uint8Array, options: Replacing = {}): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  // Putting another file in its place would get round a file that may not be written.
  if (existsSync(target)) accessSync(target, constants.W_OK);
  const aside = beside(target, '.', `.${process.pid}.part`);
  const old = beside(target, '.', `.${process.pid}.old`);
  try {
    removed(aside);
    writeWhole(aside, bytes, existsSync(target) ? statSync(target).mode : 0o666);
    options.lastLook?.();
    swap({ target, aside, old, ...options });
  } catch (error) {
    removed(aside);
    throw about(error, path);
  } finally {
    removed(old);
  }
  syncFolder(dirname(target));
}

interface Swap extends Replacing {
  readonly target: string;
  readonly aside: string;
  readonly old: string;
}

/**
 * No system call Node has compares and renames in one. So the old file is kept by a second name while it is replaced: who
 * writes into it in that moment is found out, and gets it back. Between the look and the renaming lies one system call.
 */
function swap({ target, aside, old, expected, replaced }: Swap): void {
  removed(old);
  const isKept = expected !== undefined && expected !== 'none' && linked(target, old);
  if (expected !== undefined && stampOf(target) !== expected) throw new OvertakenError(target);
  const ours = writingOf(stampOf(aside));
  renameSync(aside, target);
  const now = stampOf(target);
  if (writingOf(now) !== ours) throw new OvertakenError(target);
  if (isKept && stampOf(old) !== expected) {
    renameSync(old, target);
    throw new OvertakenError(target);
  }
  replaced?.(now);
}

/** Time and size; some file systems give a file another number when it is renamed. */
const writingOf = (stamp: Stamp): string => stamp.replace(/^\d+ /, '');

/** FAT and some shares know no second names: there only the look right before the renaming guards. */
function linked(target: string, name: string): boolean {
  try {
    linkSync(target, name);
    return true;
  } catch {
    return false;
  }
}

/** What is not there, or is no file, stays. */
function removed(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The error that led here says more.
  }
}

function writeWhole(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows has no such thing for a folder, nor have some shares. */
const NO_FOLDER_SYNC = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EBADF', 'ENOSYS'];

/** A new name is in the folder: on disk only when the folder is. */
export function syncFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(folder, 'r');
    fsyncSync(file);
  } catch (error) {
    if (!NO_FOLDER_SYNC.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
