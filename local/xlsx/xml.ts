/** XML as far as workbooks need it: small parts become trees, text is escaped and unescaped. DOCTYPE is refused. */
import { NotAWorkbookError } from './not-a-workbook.ts';

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
  /** The element just as it stands in the part. */
  raw: string;
}

const TAG =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[([\s\S]*?)\]\]|(\/?)([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/g;

/** The root element of a part. Names lose their prefixes; `raw` keeps them. */
export function parseXml(text: string): Node {
  if (/<!DOCTYPE/i.test(text.slice(0, 4096))) throw new NotAWorkbookError('unsafe');
  const root: Node = { name: '', attributes: {}, children: [], text: '', raw: text };
  const stack: { node: Node; from: number }[] = [{ node: root, from: 0 }];
  let end = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    const top = stack[stack.length - 1];
    if (!top) break;
    if (match.index > end) top.node.text += unescapeXml(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, data, closing, name, attributes, empty] = match;
    if (data !== undefined) top.node.text += data;
    if (name === undefined) continue;
    if (closing) {
      const done = stack.pop();
      if (done) done.node.raw = text.slice(done.from, end);
      if (stack.length === 0) break;
    } else {
      const node: Node = {
        name: localName(name),
        attributes: attributesOf(attributes ?? ''),
        children: [],
        text: '',
        raw: match[0],
      };
      top.node.children.push(node);
      if (!empty) stack.push({ node, from: match.index });
    }
  }
  const [first] = root.children;
  if (!first || stack.length > 1) throw new NotAWorkbookError('damaged');
  return first;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const ATTRIBUTE = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes by name without prefix; `r:id` is `id`, but a plain `id` goes before it. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const value = unescapeXml(double ?? single ?? '');
    if (name.includes(':')) {
      found[name] = value;
      found[localName(name)] ??= value;
    } else found[name] = value;
  }
  return found;
}

export const childNamed = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((child) => child.name === name);

export const childrenNamed = (node: Node | undefined, name: string): Node[] =>
  node?.children.filter((child) => child.name === name) ?? [];

export const isOn = (value: string | undefined, otherwise = false): boolean =>
  value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const SPECIAL = /[&<>"]/;

export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** What no XML can hold, and what would read as an escape of it, goes as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19). */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that need escaping
  /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[\da-fA-F]{4}_)/g;

export function escapeText(text: string): string {
  return escapeXml(
    text.replace(
      UNWRITABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}

export function unescapeText(text: string): string {
  const plain = unescapeXml(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
