/**
 * How commands of the same account find the page that holds a workbook: a file only this account may read, in its own home,
 * by the token of the lock. The lock itself lies where others may write, so nothing it says is followed but that name.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { isAlive } from './process.ts';

const shape = z.object({
  port: z.int().check(z.gte(1), z.lte(65_535)),
  secret: z.string().check(z.regex(/^[\w-]{32,64}$/)),
  pid: z.int(),
});

export type Entrance = z.infer<typeof shape>;

const folder = (): string => join(homedir(), '.huizong', 'pages');

const fileOf = (token: string): string => join(folder(), `${token}.json`);

/** Answers how to take it away again. */
export function openEntrance(token: string, entrance: Omit<Entrance, 'pid'>): () => void {
  const file = fileOf(token);
  try {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder())) {
      const left = entranceIn(join(folder(), name));
      if (left && !isAlive(left.pid)) unlinkSync(join(folder(), name));
    }
    writeFileSync(file, JSON.stringify({ ...entrance, pid: process.pid } satisfies Entrance), {
      mode: 0o600,
      flag: 'wx',
    });
  } catch {
    // No home that can be written: commands say who holds the workbook.
  }
  const close = (): void => {
    process.off('exit', close);
    try {
      unlinkSync(file);
    } catch {
      // It could not be made.
    }
  };
  process.on('exit', close);
  return close;
}

/** `null` where there is none this account may use. */
export const entranceOf = (token: string): Entrance | null => entranceIn(fileOf(token));

function entranceIn(file: string): Entrance | null {
  try {
    const about = statSync(file);
    // Another person's, or one that others may have written: Windows has no such bits, its homes are closed by themselves.
    if (process.getuid && (about.uid !== process.getuid() || (about.mode & 0o077) !== 0)) return null;
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
