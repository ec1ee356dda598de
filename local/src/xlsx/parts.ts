/** The file as a container: its parts by path, and how they name each other. */
import { isAscii } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { type UnzipFileInfo, unzipSync, Zip, type ZipInputFile } from 'fflate';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { childrenNamed, escapeXml, parseXml, plainXml } from './xml.ts';

export type Parts = Map<string, Uint8Array>;

/** More than this unpacked is no office's workbook but an attack, or a mistake; a text cannot be longer either. */
const MOST_BYTES = 500 * 1024 * 1024;

/** The folder's count may be any number: four thousand million entries would never be read to the end. */
const MOST_PARTS = 65_536;

/** Which parts are wanted, and how many bytes they may have together; all by default. */
export interface Wanted {
  readonly paths: readonly string[];
  readonly bytes: number;
}

/**
 * The parts of a file. How large they are is asked of the folder before the first is inflated, and no part gets more
 * room than its entry says: a file that lies about a size is cut short there.
 *
 * @throws NotAWorkbookError
 */
export function unpack(bytes: Uint8Array, wanted?: Wanted): Parts {
  const [a, b, c, d] = bytes;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) throw new NotAWorkbookError(oldFileReason(bytes));
  if (a !== 0x50 || b !== 0x4b) throw new NotAWorkbookError('notZip');
  let total = 0;
  let entries = 0;
  const filter = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    entries += 1;
    if (entries > MOST_PARTS) throw new NotAWorkbookError('tooLarge');
    // No part's name leads out of its folder (ECMA-376 part 2, 6.2.2.2); one that does is not carried on.
    if (name.split(/[/\\]/).includes('..')) return false;
    if (wanted && !wanted.paths.includes(name.replace(/\\/g, '/'))) return false;
    // Entries may point at the same bytes; what is stored as it is takes its size whatever its entry says.
    total += Math.max(size, originalSize);
    if (total > (wanted?.bytes ?? MOST_BYTES)) throw new NotAWorkbookError('tooLarge');
    return true;
  };
  try {
    const files = Object.entries(unzipSync(bytes, { filter }));
    return new Map(files.map(([path, part]) => [path.replace(/\\/g, '/').replace(/^\//, ''), part]));
  } catch (error) {
    if (error instanceof NotAWorkbookError) throw error;
    throw new NotAWorkbookError('damaged');
  }
}

/** An OLE file is an old .xls, a workbook behind a password, or another program's; its streams are named in UTF-16. */
function oldFileReason(bytes: Uint8Array): 'encrypted' | 'oldFormat' | 'notZip' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  return holds('Workbook') || holds('Book') ? 'oldFormat' : 'notZip';
}

export function pack(parts: Parts): Uint8Array {
  // The content types come first: some readers look at nothing before.
  const first = '[Content_Types].xml';
  const order = [first, ...[...parts.keys()].filter((path) => path !== first)];
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const path of order) {
    const part = parts.get(path) ?? new Uint8Array();
    // Deflated by the platform's own code, which takes a fourth of the time.
    const file: ZipInputFile = { filename: path, size: part.length, crc: crc32(part), compression: 8, mtime: NO_TIME };
    zip.add(file);
    file.ondata?.(null, deflateRawSync(part, { level: 3 }), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** The same workbook makes the same file. */
const NO_TIME = new Date(2000, 0, 1);

/** A part's text as it stands. */
export function textOf(parts: Parts, path: string): string | undefined {
  const part = parts.get(path);
  if (!part) return undefined;
  const [first, second] = part;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  // Cells are mostly numbers and tags: plain letters are copied in a third of the time it takes to decode them.
  if (isAscii(part)) return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  return new TextDecoder(wide ?? 'utf-8').decode(part);
}

/** A part's XML, its manner of writing evened out. */
export function xmlOf(parts: Parts, path: string): string | undefined {
  const text = textOf(parts, path);
  return text === undefined ? undefined : plainXml(text);
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const relationsPath = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** What a part refers to; targets are paths in the file. */
export function relationsOf(parts: Parts, path: string): Relation[] {
  const text = xmlOf(parts, relationsPath(path));
  if (text === undefined) return [];
  return childrenNamed(parseXml(text), 'Relationship').map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      target: external ? target : standing(parts, resolved(path, target)),
      external,
    };
  });
}

/** The part a path means: capitals do not count, and blanks may stand as `%20` (ECMA-376 part 2, 6.3). */
function standing(parts: Parts, path: string): string {
  if (parts.has(path)) return path;
  const wanted = path.replaceAll('%20', ' ').toLowerCase();
  for (const known of parts.keys()) if (known.toLowerCase() === wanted) return known;
  return path;
}

function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export function putRelations(parts: Parts, path: string, relations: readonly Relation[]): void {
  const file = relationsPath(path);
  if (relations.length === 0) {
    parts.delete(file);
    return;
  }
  const lines = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(external ? target : `/${target}`)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  putText(
    parts,
    file,
    `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`,
  );
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function putText(parts: Parts, path: string, text: string): void {
  parts.set(path, Buffer.from(text));
}

/** An id no relation has yet. */
export function freeId(relations: readonly Relation[]): string {
  for (let number = relations.length + 1; ; number += 1) {
    if (!relations.some(({ id }) => id === `rId${number}`)) return `rId${number}`;
  }
}
