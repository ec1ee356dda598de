/** The month's documents as the built add-on makes them. */

import { paragraphsOf, partsOf } from './docx.ts';
import type { Host } from './host.ts';

export interface MadeDocument {
  readonly kind: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
  /** Its parts as text. */
  readonly parts: Readonly<Record<string, string>>;
  /** The words of its paragraphs. */
  readonly words: readonly string[];
}

export interface Draft {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: {
    readonly added: number;
    readonly edited: number;
    readonly flagged: readonly { readonly task: string; readonly subject: string; readonly note: string }[];
    readonly documents: readonly string[];
  };
}

export const draftReport = (host: Host, month = '2023-05'): Draft => host.call('draftReport', { month }) as Draft;

export function documentsOf(host: Host, more: object = {}, month = '2023-05'): MadeDocument[] {
  const { files } = host.call('documents', { month, ...more }) as {
    files: { kind: string; name: string; mimeType: string; base64: string }[];
  };
  return files.map(({ base64, ...about }) => {
    const bytes = Buffer.from(base64, 'base64');
    const parts = partsOf(bytes);
    return { ...about, bytes, parts, words: paragraphsOf(parts['word/document.xml'] ?? '') };
  });
}

export function documentOf(host: Host, name: string, more: object = {}): MadeDocument {
  const [found] = documentsOf(host, { names: [name], ...more });
  if (!found) throw new Error(`no document ${name}`);
  return found;
}
