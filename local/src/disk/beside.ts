/** Names of files, within what file systems take. */
import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';

/** Most file systems take 255 bytes for a name (ext4, NTFS and APFS count differently, none takes less of a Chinese one). */
const LONGEST = 255;

const digestOf = (name: string, characters: number): string =>
  createHash('sha256').update(name).digest('hex').slice(0, characters);

/**
 * `before` + the workbook's name + `after`, for a file that is kept beside it for a while; a name that would become too long is
 * stood for by its digest. `spare` are bytes to be left for what is put behind it.
 */
export function beside(path: string, before: string, after: string, spare = 0): string {
  const name = basename(path);
  const whole = `${before}${name}${after}`;
  const short = () => `${before}${digestOf(name, 32)}${after}`;
  return join(dirname(path), Buffer.byteLength(whole) > LONGEST - spare ? short() : whole);
}

/** A name as it is, or cut so that a file system takes it: its ending stays, and a digest keeps apart what began alike. */
export function fittingName(name: string, spare = 0): string {
  const longest = LONGEST - spare;
  if (Buffer.byteLength(name) <= longest) return name;
  const ending = Buffer.byteLength(extname(name)) <= 16 ? extname(name) : '';
  const tail = `…${digestOf(name, 8)}${ending}`;
  return `${beginningOf(name.slice(0, name.length - ending.length), longest - Buffer.byteLength(tail))}${tail}`;
}

/** As many whole characters as there is room for. */
export function beginningOf(text: string, bytes: number): string {
  let kept = '';
  for (const sign of text) {
    if (Buffer.byteLength(kept + sign) > bytes) break;
    kept += sign;
  }
  return kept;
}
