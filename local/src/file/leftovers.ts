/** What writers that were stopped left behind. */
import { readdirSync, realpathSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beside } from '../disk/beside.ts';
import { isAlive } from './process.ts';

/** Beside a file that is to be written: for whoever holds its lock, or where it has none, for whoever replaces it. */
export function removeLeftovers(path: string): void {
  try {
    const target = targetOf(path);
    for (const name of readdirSync(dirname(target))) {
      const pid = pidIn(name, target);
      if (pid !== null && !isAlive(pid)) unlinkSync(join(dirname(target), name));
    }
  } catch {
    // A folder that may not be read: nothing to tidy.
  }
}

/**
 * Beside a lock, for whoever holds it: what asking for the time and taking over make and take away at once.
 *
 * @param isLeft whether who made it is gone, of a file that says who that was
 * @param silent milliseconds after which one that says nothing is nobody's
 */
export function removeLockLeftovers(lock: string, isLeft: (file: string) => boolean, silent: number): void {
  try {
    const own = `${basename(lock)}.`;
    for (const name of readdirSync(dirname(lock))) {
      const file = join(dirname(lock), name);
      const end = name.startsWith(own) ? name.slice(own.length) : '';
      const isOver = end === 'over' && isLeft(file);
      const isProbe = /^(?:over\.)?[0-9a-f]{12}$/.test(end) && Date.now() - statSync(file).mtimeMs > silent;
      if (isOver || isProbe) unlinkSync(file);
    }
  } catch {
    // As above; or another one was quicker.
  }
}

/** Mails are written in a moment, by processes of any machine that shares the folder. Milliseconds. */
const LONGEST_MAIL = 10 * 60_000;

/** In a folder of mails: those that were not written to their end. */
export function removeHalfMails(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      const [, pid] = /^\..*\.(\d+)\.part$/.exec(name) ?? [];
      if (pid === undefined || isAlive(Number(pid))) continue;
      if (Date.now() - statSync(file).mtimeMs > LONGEST_MAIL) unlinkSync(file);
    }
  } catch {
    // No folder yet.
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // A new one.
    return path;
  }
}

/** Of the process that wrote it, from the names `replaceFile` gives. */
function pidIn(name: string, target: string): number | null {
  const [, pid, end] = /\.(\d+)\.(part|old)$/.exec(name) ?? [];
  if (pid === undefined) return null;
  return name === basename(beside(target, '.', `.${pid}.${end}`)) ? Number(pid) : null;
}
