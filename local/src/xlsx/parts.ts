/** The file as a container: its parts by path, and how they name each other. */
import { isAscii } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { type FilePlace, NotAWorkbookError } from './not-a-workbook.ts';
import { childNamed, childrenNamed, escapeXml, parseXml, plainXml } from './xml.ts';
import { entriesOf, inflated, type Packed, packedBytes } from './zip.ts';

/** A part lies packed as it did in the file until it is asked for, and goes back so where nothing was made of it. */
export type Parts = Map<string, Uint8Array | Packed>;

/** More than this unpacked is no office's workbook but an attack, or a mistake: a million rows of twenty-six formats have half. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Of parts that are stored as they are, which would be written again as often as the folder lists them. */
const MOST_STORED = 500 * 1024 * 1024;

/** What is read whole, and becomes a text of one or two bytes a character besides; sheets are read piece by piece. */
const MOST_WHOLE = 200 * 1024 * 1024;

/** The folder's count may be any number: four thousand million entries would never be read to the end. */
const MOST_PARTS = 65_536;

/** Which parts are wanted, and how many bytes they may have together; all by default. */
export interface Wanted {
  readonly paths: readonly string[];
  readonly bytes: number;
}

/**
 * The parts of a file. How large they are is asked of the folder before the first is inflated, and none is inflated further
 * than its entry says.
 *
 * @throws NotAWorkbookError
 */
export function unpack(bytes: Uint8Array, wanted?: Wanted): Parts {
  const [a, b, c, d] = bytes;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) throw new NotAWorkbookError(oldFileReason(bytes));
  if (a !== 0x50 || b !== 0x4b) throw new NotAWorkbookError('notZip');
  const parts: Parts = new Map();
  let total = 0;
  let stored = 0;
  let entries = 0;
  for (const { name, ...packed } of entriesOf(bytes)) {
    entries += 1;
    if (entries > MOST_PARTS) throw new NotAWorkbookError('tooLarge');
    const path = name.replace(/\\/g, '/').replace(/^\//, '');
    // No part's name leads out of its folder (ECMA-376 part 2, 6.2.2.2); one that does is not carried on.
    if (path.split('/').includes('..')) continue;
    if (wanted && !wanted.paths.includes(path)) continue;
    // Entries may point at the same bytes: each counts.
    total += packed.size;
    if (packed.method === 'stored') stored += packed.size;
    parts.set(path, packed);
  }
  if (total > (wanted?.bytes ?? MOST_BYTES) || stored > MOST_STORED)
    throw new NotAWorkbookError('tooLarge', placeOfLargest(parts));
  return parts;
}

/** The largest part, by the name people know it by where it is a sheet. */
function placeOfLargest(parts: Parts): FilePlace {
  const sizes = [...parts].map(([path, part]) => ({
    path,
    size: part instanceof Uint8Array ? part.length : part.size,
  }));
  const { path: part } = sizes.reduce((largest, one) => (one.size > largest.size ? one : largest), {
    path: '',
    size: -1,
  });
  try {
    const workbook = 'xl/workbook.xml';
    const relation = relationsOf(parts, workbook).find(({ target }) => target === part);
    const tabs = childrenNamed(childNamed(parseXml(xmlOf(parts, workbook) ?? ''), 'sheets'), 'sheet');
    const tab = relation && tabs.find(({ attributes }) => attributes['r:id'] === relation.id);
    return tab ? { part, sheet: tab.attributes['name'] ?? '' } : { part };
  } catch {
    // A file made to be too large may have nothing else to tell.
    return { part };
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
    const { method, raw, size, crc } = part instanceof Uint8Array ? packedBytes(part) : part;
    const file: ZipInputFile = {
      filename: path,
      size,
      crc,
      compression: method === 'stored' ? 0 : 8,
      mtime: NO_TIME,
    };
    zip.add(file);
    file.ondata?.(null, raw as Uint8Array<ArrayBuffer>, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** The same workbook makes the same file. */
const NO_TIME = new Date(2000, 0, 1);

/** @throws NotAWorkbookError */
function bytesOf(parts: Parts, path: string): Uint8Array | undefined {
  const part = parts.get(path);
  if (part === undefined || part instanceof Uint8Array) return part;
  if (part.size > MOST_WHOLE) throw new NotAWorkbookError('tooLarge', { part: path });
  const bytes = inflated(part);
  // What its entry says wrongly must not be handed on.
  if (bytes.length !== part.size || crc32(bytes) !== part.crc) parts.set(path, bytes);
  return bytes;
}

/** A part's text as it stands. */
export function textOf(parts: Parts, path: string): string | undefined {
  const bytes = bytesOf(parts, path);
  return bytes && textFrom(bytes);
}

/** The encoding of a text that begins so. */
export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function textFrom(bytes: Uint8Array): string {
  // Cells are mostly numbers and tags: plain letters are copied in a third of the time it takes to decode them.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
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
