/** A plan's text out of a file: .txt in UTF-8, UTF-16 or GB18030, or .docx. */
import { statSync } from 'node:fs';
import { readWhole } from '../disk/read.ts';
import { docxText } from '../docx/text.ts';
import { InputFailure } from './failure.ts';

/** A Word document with a hundred pictures is smaller. */
const LARGEST = 200 * 1024 * 1024;

export function planText(path: string): string {
  if (statSync(path).size > LARGEST) throw new InputFailure(`“${path}”超过 200 MB，不像一份方案。请核对文件。`);
  const bytes = readWhole(path);
  // An old .doc is no text either: read as one it would be a page of signs.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return docxText(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return docxText(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What is no UTF-8 is, in an office in China, the older national encoding.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
