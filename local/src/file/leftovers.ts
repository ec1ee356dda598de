/** What writers that were stopped left beside a workbook. Only for the process that holds its lock. */
import { readdirSync, realpathSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beside } from '../disk/beside.ts';
import { isAlive } from './process.ts';

export function removeLeftovers(book: string): void {
  try {
    const target = realpathSync(book);
    for (const name of readdirSync(dirname(target))) {
      const pid = pidIn(name, target);
      if (pid !== null && !isAlive(pid)) unlinkSync(join(dirname(target), name));
    }
  } catch {
    // A new workbook, or a folder that may not be read: nothing to tidy.
  }
}

/** Of the process that wrote it, from the names `replaceFile` gives. */
function pidIn(name: string, target: string): number | null {
  const [, pid, end] = /\.(\d+)\.(part|old)$/.exec(name) ?? [];
  if (pid === undefined) return null;
  return name === basename(beside(target, '.', `.${pid}.${end}`)) ? Number(pid) : null;
}
