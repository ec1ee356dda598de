/** Files a command hands out: whole or not at all, in a folder that is made where it is not there. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fittingName } from '../disk/beside.ts';
import { about } from '../disk/read.ts';
import { replaceFile } from '../disk/replace.ts';
import { removeLeftovers } from './leftovers.ts';

/** The path it was written to: a name too long for a file system is cut. @throws the file system's own error */
export function putFile(folder: string, name: string, content: Uint8Array | string): string {
  const path = join(folder, fittingName(name));
  makeFolder(dirname(path));
  removeLeftovers(path);
  replaceFile(path, typeof content === 'string' ? Buffer.from(content) : content);
  return path;
}

/** @throws the file system's own error, of that folder */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw about(error, folder);
  }
}
