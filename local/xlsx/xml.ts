/** XML as far as workbooks need it: small parts become trees, text is escaped and unescaped. */
import { NotAWorkbookError } from './not-a-workbook.ts';

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
  /** The element just as it stands in the part. */
  raw: string;
}

/**
 * A part's text with manners of writing evened out, so that a scanner may look for `<row` and `</c>`: line ends,
 * comments, CDATA, a prefix on the elements of the part's own language (`x:worksheet`). DOCTYPE is refused: entities
 * are never looked up.
 */
export function plainXml(text: string): string {
  const start = text.search(/<[A-Za-z_]/);
  if (/<!DOCTYPE/i.test(start < 0 ? text : text.slice(0, start))) throw new NotAWorkbookError('unsafe');
  let plain = text;
  if (plain.includes('\r')) plain = plain.replace(/\r\n?/g, '\n');
  if (plain.includes('<!')) {
    plain = plain.replace(/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, data?: string) => escapeXml(data ?? ''));
  }
  const prefix = /<([A-Za-z_][\w.-]*):[^>]*>/.exec(plain.slice(0, plain.indexOf('>', plain.search(/<[A-Za-z_]/)) + 1));
  const [opening, own] = prefix ?? [];
  if (opening === undefined || own === undefined || / xmlns="/.test(opening)) return plain;
  const bare = opening.replace(new RegExp(` xmlns:${own}=("[^"]*"|'[^']*')`), ' xmlns=$1$&');
  return plain.replace(opening, () => bare).replace(new RegExp(`<(/?)${own}:`, 'g'), '<$1');
}

const TAG =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[([\s\S]*?)\]\]|(\/?)([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/g;

/**
 * The root element of a part. Names lose their prefixes; `raw` keeps them.
 * @throws NotAWorkbookError where elements do not close as they should
 */
export function parseXml(text: string): Node {
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
      if (!done || done.node.name !== localName(name)) throw new NotAWorkbookError('damaged');
      done.node.raw = text.slice(done.from, end);
      if (stack.length === 1) break;
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
      else if (stack.length === 1) break;
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

/** The attributes of an element as they stand, with the blank before each. */
export const openingOf = ({ raw }: Node): string => /^<[^\s/>]+((?:\s[^>]*?)?)\s*\/?>/.exec(raw)?.[1] ?? '';

/** Attributes as they stand with some given another value, or taken out (`undefined`). */
export function withAttributes(standing: string, change: Readonly<Record<string, string | undefined>>): string {
  const kept = standing.replace(/\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, name: string) =>
    name in change ? '' : whole,
  );
  const given = Object.entries(change).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`,
  );
  return kept + given.join('');
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

/** Readers of XML turn line breaks in attributes into blanks, unless they are written as numbers. */
export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);

/** What no XML can hold, and what would read as an escape of it, goes as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19). */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that need escaping
  /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[\da-fA-F]{4})/g;

export function escapeText(text: string): string {
  return escapeXml(
    text.replace(
      UNWRITABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}

/** Text of a tree (whose entities are read already) without its `_xHHHH_` escapes. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export const unescapeText = (text: string): string => plainText(unescapeXml(text));
