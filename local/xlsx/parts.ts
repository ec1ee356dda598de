/** The file as a container: its parts by path, and how they name each other. */
import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import { NotAWorkbookError } from './not-a-workbook.ts';
import { childrenNamed, escapeXml, parseXml } from './xml.ts';

export type Parts = Map<string, Uint8Array>;

/** More than this unpacked is no office's workbook but an attack, or a mistake. */
const MOST_BYTES = 1024 * 1024 * 1024;
const MOST_RATIO = 2000;

export function unpack(bytes: Uint8Array): Parts {
  const [a, b, c, d] = bytes;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    // An OLE file: an old .xls, or a workbook behind a password.
    const text = Buffer.from(bytes.subarray(0, 1 << 20)).toString('utf16le');
    const odd = Buffer.from(bytes.subarray(1, 1 << 20)).toString('utf16le');
    throw new NotAWorkbookError(/EncryptedPackage/.test(text + odd) ? 'encrypted' : 'oldFormat');
  }
  if (a !== 0x50 || b !== 0x4b) throw new NotAWorkbookError('notZip');
  let total = 0;
  const filter = ({ originalSize, size }: UnzipFileInfo): boolean => {
    total += originalSize;
    if (total > MOST_BYTES || originalSize > Math.max(size, 1024) * MOST_RATIO) throw new NotAWorkbookError('tooLarge');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })).map(([path, part]) => [path.replace(/^\//, ''), part]));
  } catch (error) {
    if (error instanceof NotAWorkbookError) throw error;
    throw new NotAWorkbookError('damaged');
  }
}

export function pack(parts: Parts): Uint8Array {
  // The content types come first: some readers look at nothing before.
  const first = '[Content_Types].xml';
  const order = [first, ...[...parts.keys()].filter((path) => path !== first)];
  const files = Object.fromEntries(order.map((path) => [path, parts.get(path) ?? new Uint8Array()]));
  return zipSync(files, { level: 3, mtime: new Date(2000, 0, 1) });
}

const decoder = new TextDecoder('utf-8');

export function textOf(parts: Parts, path: string): string | undefined {
  const part = parts.get(path);
  return part && decoder.decode(part);
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
  const text = textOf(parts, relationsPath(path));
  if (text === undefined) return [];
  return childrenNamed(parseXml(text), 'Relationship').map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      target: external ? target : resolved(path, target),
      external,
    };
  });
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
