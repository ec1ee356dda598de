/**
 * Which other program has a workbook open, by the file it keeps beside it: LibreOffice `.~lock.NAME#` (its owner, account,
 * machine and time separated by commas: svl/source/misc/lockfilecommon.cxx), Excel `~$NAME`, WPS `.~NAME` (the owner's name from
 * byte 57 in UTF-16, its length before it: svl/source/misc/msodocumentlockfile.cxx).
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface OtherProgram {
  readonly program: string;
  /** `''` where it does not say. */
  readonly who: string;
  /** The file that says so. */
  readonly file: string;
}

/** The workbook is open in another program, which would write over what is written now. */
export class OpenElsewhereError extends Error {
  readonly book: string;
  readonly other: OtherProgram;

  constructor(book: string, other: OtherProgram) {
    super(`${book} is open in ${other.program}`);
    this.name = 'OpenElsewhereError';
    this.book = book;
    this.other = other;
  }
}

const PROGRAMS = [
  { program: 'LibreOffice', fileOf: (name: string) => `.~lock.${name}#`, ownerIn: ownerInList },
  { program: 'Excel / WPS', fileOf: (name: string) => `~$${name}`, ownerIn: ownerInBytes },
  { program: 'WPS', fileOf: (name: string) => `.~${name}`, ownerIn: ownerInBytes },
] as const;

/** @throws OpenElsewhereError */
export function refuseWhereOpen(book: string): void {
  const path = existsSync(book) ? realpathSync(book) : book;
  for (const { program, fileOf, ownerIn } of PROGRAMS) {
    const file = join(dirname(path), fileOf(basename(path)));
    if (existsSync(file)) throw new OpenElsewhereError(book, { program, who: said(file, ownerIn), file });
  }
}

function said(file: string, ownerIn: (bytes: Buffer) => string): string {
  try {
    return ownerIn(readFileSync(file));
  } catch {
    // Excel lets no other program read it while it has the workbook open.
    return '';
  }
}

/** Commas, semicolons and backslashes of a text stand behind a backslash. */
function ownerInList(bytes: Buffer): string {
  const [entry = ''] = bytes.toString('utf8').split(/(?<!\\);/);
  const [name = '', account = '', host = ''] = entry.split(/(?<!\\),/).map((text) => text.replace(/\\(.)/g, '$1'));
  return [name || account, host].filter((text) => text !== '').join(' @ ');
}

function ownerInBytes(bytes: Buffer): string {
  if (bytes.length < 57) return '';
  const length = Math.min(bytes.readUInt16LE(55), 52);
  return bytes
    .subarray(57, 57 + 2 * length)
    .toString('utf16le')
    .trim();
}
