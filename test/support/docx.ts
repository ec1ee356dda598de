/** Reads a .docx by means that share nothing with what makes one: another unzip, another XML parser. */
import { Window } from 'happy-dom';
import PizZip from 'pizzip';

/** Every part of a .docx as text; what is no XML is left out. */
export function partsOf(bytes: Uint8Array | Buffer): Record<string, string> {
  const zip = new PizZip(Buffer.from(bytes));
  const names = Object.keys(zip.files).filter((name) => /\.(?:xml|rels)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, zip.file(name)?.asText() ?? '']));
}

/** What the parser finds wrong with an XML text; `null` for nothing. */
export function xmlFault(text: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0, 2.2, allows no other characters
  const forbidden = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (forbidden) return `a character XML forbids at ${forbidden.index}`;
  const window = new Window();
  const document = new window.DOMParser().parseFromString(text, 'application/xml');
  const error = document.querySelector('parsererror')?.textContent ?? null;
  window.close();
  return error;
}

/** The words of each paragraph of a part, in order; a break is a line's end. */
export function paragraphsOf(part: string): string[] {
  return [...part.matchAll(/<w:p(?: [^>]*)?\/>|<w:p(?: [^>]*)?>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
      .map(([found, words]) => (words === undefined ? (found === '<w:tab/>' ? '\t' : '\n') : words))
      .join('')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A small .docx whose body is given as XML. */
export function docxOf(body: string, more: Record<string, string> = {}): Uint8Array {
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  zip.file('word/document.xml', `<w:document ${WORD}><w:body>${body}</w:body></w:document>`);
  for (const [name, text] of Object.entries(more)) zip.file(name, text);
  return zip.generate({ type: 'uint8array' });
}

/** A paragraph of runs, each a piece of the words. */
export const p = (...runs: string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>`;
