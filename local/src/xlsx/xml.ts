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

/** Deeper than this nothing an office program writes goes; a walk of the tree may call itself once a level. */
const DEEPEST = 500;

/** More than this in one tree is no office's file but an attack: each costs some hundred bytes. */
const MOST_ELEMENTS = 2_000_000;

/**
 * A part's text with manners of writing evened out, so that a scanner may look for `<row` and `</c>`: line ends,
 * comments, CDATA, a prefix on the elements of the part's own language (`x:worksheet`). DOCTYPE is refused: entities
 * are never looked up.
 */
export function plainXml(text: string): string {
  return withoutPrefix(withoutMarks(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text));
}

function withoutPrefix(plain: string): string {
  const prefixed = prefixedRoot(plain);
  return prefixed === undefined
    ? plain
    : bareNames(
        plain.replace(prefixed.opening, () => prefixed.bare),
        prefixed.own,
      );
}

export const bareNames = (text: string, own: string): string => text.replace(new RegExp(`<(/?)${own}:`, 'g'), '<$1');

/** The root's tag where a prefix is on the elements of the part's own language, and as it reads without. */
export function prefixedRoot(plain: string): { own: string; opening: string; bare: string } | undefined {
  const prefix = /<([A-Za-z_][\w.-]*):[^>]*>/.exec(plain.slice(0, plain.indexOf('>', plain.search(/<[A-Za-z_]/)) + 1));
  const [opening, own] = prefix ?? [];
  if (opening === undefined || own === undefined || / xmlns="/.test(opening)) return undefined;
  return { own, opening, bare: opening.replace(new RegExp(` xmlns:${own}=("[^"]*"|'[^']*')`), ' xmlns=$1$&') };
}

/**
 * The place behind the root's tag, in a text that may not be there whole yet; -1 where it is not so far.
 * @throws NotAWorkbookError unsafe
 */
export function rootEnd(text: string): number {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const mark = MARKS.find(([opening]) => text.startsWith(opening, at));
    if (!mark && !text.startsWith('<!', at)) return text.indexOf('>', at) + 1 || -1;
    if (!mark && text.length - at < 9) return -1;
    if (!mark) throw new NotAWorkbookError('unsafe');
    const end = text.indexOf(mark[1], at);
    if (end < 0) return -1;
    at = end;
  }
  return -1;
}

const MARKS = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** Comments left out, CDATA written as text. By hand: a pattern would look for each missing end anew. */
export function withoutMarks(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', from)) {
    plain += text.slice(from, at);
    if (text.startsWith('<!--', at)) from = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) {
      from = after(text, ']]>', at + 9);
      plain += escapeXml(text.slice(at + 9, from - 3));
    } else throw new NotAWorkbookError(/^<!DOCTYPE/i.test(text.slice(at, at + 9)) ? 'unsafe' : 'damaged');
  }
  return from === 0 ? text : plain + text.slice(from);
}

/** The place behind the next `mark`. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new NotAWorkbookError('damaged');
  return at + mark.length;
}

/**
 * The root element of a part. Names lose their prefixes; `raw` keeps them. One pass, and no more of it than its length.
 * @throws NotAWorkbookError where elements do not close as they should, or go too deep
 */
export function parseXml(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '', raw: text };
  const stack: { node: Node; from: number }[] = [{ node: root, from: 0 }];
  let end = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', end)) {
    const top = stack[stack.length - 1];
    if (!top) break;
    if (at > end) top.node.text += unescapeXml(text.slice(end, at));
    if (text.startsWith('<?', at)) end = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) end = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) {
      end = after(text, ']]>', at + 9);
      top.node.text += text.slice(at + 9, end - 3);
    } else {
      end = tagEnd(text, at + 1);
      const [, closing, name, attributes = '', empty] = TAG.exec(text.slice(at, end)) ?? [];
      if (name === undefined) throw new NotAWorkbookError('damaged');
      if (closing) {
        const done = stack.pop();
        if (!done || done.node.name !== localName(name)) throw new NotAWorkbookError('damaged');
        done.node.raw = text.slice(done.from, end);
      } else {
        elements += 1;
        if (elements > MOST_ELEMENTS) throw new NotAWorkbookError('tooLarge');
        const node: Node = {
          name: localName(name),
          attributes: attributesOf(attributes),
          children: [],
          text: '',
          raw: text.slice(at, end),
        };
        top.node.children.push(node);
        if (!empty) stack.push({ node, from: at });
        if (stack.length > DEEPEST) throw new NotAWorkbookError('damaged');
      }
      if (stack.length === 1) break;
    }
  }
  const [first] = root.children;
  if (!first || stack.length > 1) throw new NotAWorkbookError('damaged');
  return first;
}

/** A whole tag: what is behind its name is looked at apart. */
const TAG = /^<(\/?)([^\s/<>!?"']+)([\s\S]*?)(\/?)>$/;

/** The place behind a tag's `>`; one inside quotes does not end it. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code === 60) break;
    if (code === 34 || code === 39) at = after(text, code === 34 ? '"' : "'", at + 1) - 1;
  }
  throw new NotAWorkbookError('damaged');
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A name without a value is passed over whole: begun at each of its characters it would cost its length squared. */
const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** Attributes by name without prefix; `r:id` is `id`, but a plain `id` goes before it. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const written = double ?? single;
    if (written === undefined) continue;
    const value = unescapeXml(written);
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
  const kept = standing.replace(/(?<!\s)\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, name: string) =>
    Object.hasOwn(change, name) ? '' : whole,
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

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
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
