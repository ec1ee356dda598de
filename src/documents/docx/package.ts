/** A .docx as the parts it is packed from. */
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { utf8Length } from '../../domain/dispatch/deliverable.ts';
import type { NotDocxReason } from '../../domain/faults.ts';

/** Part names with their bytes: `word/document.xml`. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** Unpacked, in bytes. A document of words alone has a hundredth of it; a small file that swells beyond is no document. */
const LARGEST = 20_000_000;

/** The parts, or why the file is not taken. */
export function openDocx(bytes: Uint8Array): Parts | NotDocxReason {
  // An OLE file: Word before 2007, or any Word file with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'oldFormat';
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'notZip';
  let total = 0;
  let parts: Parts;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return total <= LARGEST && !name.endsWith('/');
      },
    });
  } catch {
    return 'damaged';
  }
  if (total > LARGEST) return 'tooLarge';
  if (!parts['word/document.xml'] || !parts['[Content_Types].xml']) return 'notWord';
  if (Object.keys(parts).some((name) => /vbaProject/i.test(name))) return 'macros';
  return Object.keys(parts).some((name) => name.endsWith('.rels') && reachesOutside(partText(parts, name)))
    ? 'outside'
    : parts;
}

/** Pictures or templates to be fetched from elsewhere when the document is opened: what leaves this office carries none. */
function reachesOutside(relationships: string): boolean {
  const links = [...relationships.matchAll(/<Relationship\s[^>]*>/g)];
  return links.some(([link]) => /TargetMode\s*=\s*["']External/i.test(link) && !/\/hyperlink["']/.test(link));
}

export const partText = (parts: Parts, name: string): string => {
  const bytes = parts[name];
  return bytes ? strFromU8(bytes) : '';
};

/**
 * In UTF-8. Not by fflate: where the host has no TextEncoder, as Apps Script, its own makes other characters of those beyond
 * U+FFFF.
 */
export function partBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[at++] = more === 0 ? code : ((0xff << (7 - more)) & 0xff) | (code >> (6 * more));
    for (let rest = more - 1; rest >= 0; rest -= 1) bytes[at++] = 0x80 | ((code >> (6 * rest)) & 0x3f);
  }
  return bytes;
}

/** What is in an archive of our own making. */
export const unpack = (bytes: Uint8Array): Parts => unzipSync(bytes);

/** Packed; the same parts make the same bytes, on any day. */
export function packDocx(parts: Parts): Uint8Array {
  const first = '[Content_Types].xml';
  const entries = Object.entries(parts).sort(([a], [b]) => Number(b === first) - Number(a === first));
  const files = entries.map(([name, bytes]) => {
    const level = /\.(?:png|jpe?g)$/.test(name) ? 0 : 6;
    return [name, [bytes, { level, mtime: new Date(1980, 0, 1) }]] as const;
  });
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0]);
}
