/** A plan's text out of a file: .txt in UTF-8, UTF-16 or GB18030, or .docx. */
import { readFileSync } from 'node:fs';
import { docxText } from '../docx/text.ts';

export function planText(path: string): string {
  const bytes = readFileSync(path);
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
