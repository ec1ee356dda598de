/** Names of the files that are kept beside a workbook for a while. */
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** Most file systems take 255 bytes for a name (ext4, NTFS and APFS count differently, none takes less of a Chinese one). */
const LONGEST = 255;

/** `before` + the workbook's name + `after`; a name that would become too long is stood for by its digest. */
export function beside(path: string, before: string, after: string): string {
  const name = basename(path);
  const whole = `${before}${name}${after}`;
  const short = () => `${before}${createHash('sha256').update(name).digest('hex').slice(0, 32)}${after}`;
  return join(dirname(path), Buffer.byteLength(whole) > LONGEST ? short() : whole);
}
