/** The parts of a .docx as trees, and back. Small on purpose: what Word and WPS write, not all that XML allows. */

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  /** As written, with the space before: ` w:val="1"`. */
  readonly attributes: string;
  readonly children: readonly XmlNode[];
}

export interface XmlText {
  readonly kind: 'text';
  /** Decoded. */
  readonly text: string;
}

export type XmlNode = XmlElement | XmlText;

/** Nothing a person wrote in Word is nested deeper. */
const DEEPEST = 200;

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/** The root of a part, or `null` where it is no XML, or XML with declarations of its own (a DOCTYPE). */
export function parseXml(text: string): XmlElement | null {
  const root: { children: XmlNode[] } = { children: [] };
  const open: { name: string; attributes: string; children: XmlNode[] }[] = [];
  const scanner = new RegExp(TOKEN.source, 'y');
  scanner.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (scanner.lastIndex < text.length) {
    const token = scanner.exec(text);
    if (token === null) return null;
    const [, cdata, closing, name, attributes = '', empty, words] = token;
    const siblings = (open[open.length - 1] ?? root).children;
    if (words !== undefined) siblings.push({ kind: 'text', text: decoded(words) });
    else if (cdata !== undefined) siblings.push({ kind: 'text', text: cdata });
    else if (closing !== undefined) {
      const element = open.pop();
      if (element?.name !== closing) return null;
      (open[open.length - 1] ?? root).children.push({ kind: 'element', ...element });
    } else if (name !== undefined) {
      if (empty === '/') siblings.push({ kind: 'element', name, attributes, children: [] });
      else open.push({ name, attributes, children: [] });
      if (open.length > DEEPEST) return null;
    }
  }
  const [only = null, ...others] = root.children.filter(isElement);
  return open.length === 0 && others.length === 0 ? only : null;
}

export const isElement = (node: { readonly kind: string }): node is XmlElement => node.kind === 'element';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * A text as it may stand in a part. What XML 1.0 forbids is left out (control characters) or becomes U+FFFD (half
 * characters): a single one of them makes Word call the whole file damaged.
 */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(LONE, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function xmlOf(node: XmlNode): string {
  if (node.kind === 'text') return escapeXml(node.text);
  if (node.children.length === 0) return `<${node.name}${node.attributes}/>`;
  return `<${node.name}${node.attributes}>${node.children.map(xmlOf).join('')}</${node.name}>`;
}

/** A tree of elements, whatever else stands among them. */
interface Tree {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly (Tree | { readonly kind: string })[];
}

/** The value of an attribute of an element; `null` where it has none of that name. */
export function attributeOf({ attributes }: Pick<Tree, 'attributes'>, name: string): string | null {
  const found = new RegExp(`(?<=\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`).exec(attributes);
  return found && decoded(found[0].slice(1, -1));
}

export function childNamed<Element extends Tree>(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => isTree(child) && child.name === name);
}

/** All elements of a name below, in the order of the text. */
export function elementsNamed<Element extends Tree>(element: Element, name: string): Element[] {
  return element.children
    .filter((child): child is Element => isTree(child))
    .flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

const isTree = (node: Tree | { readonly kind: string }): node is Tree => node.kind === 'element';
