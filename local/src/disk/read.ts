/** Reads a file; what goes wrong is said of that file. */
import { readFileSync } from 'node:fs';

/** @throws the file system's own error, with the path: Node leaves it out of what goes wrong once the file is open */
export function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw about(error, path);
  }
}

/** People know the file they named, not one that stands for it. */
export const about = (error: unknown, path: string): unknown =>
  (error as NodeJS.ErrnoException | undefined)?.code === undefined ? error : Object.assign(error as Error, { path });
