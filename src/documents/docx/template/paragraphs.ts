/**
 * Word cuts a paragraph's words into runs wherever it likes, also in the middle of a tag. Here each tag is put together
 * again: it stands where its brace opens, with the look it has there.
 */
import { isElement, type XmlElement, type XmlNode, type XmlText } from '../xml.ts';
import { readTags, type Tag } from './tag.ts';

export interface TaggedElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly TaggedNode[];
}

export type TaggedNode = TaggedElement | XmlText | Tag;

/** Spelling marks, bookmarks and the like stand between the runs and mean nothing to a document that is filled in. */
const DROPPED = new Set([
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:lastRenderedPageBreak',
  'w:permStart',
  'w:permEnd',
]);

/** A paragraph's words, and what is wrong with its braces. */
export interface ReadParagraph {
  readonly words: string;
  readonly broken: string | null;
}

/** The tree with its tags found. `seen` is told each paragraph that holds a brace. */
export function withTags(element: XmlElement, seen: (paragraph: ReadParagraph) => void): TaggedElement {
  const attributes = element.attributes.replace(/\sw14:(?:paraId|textId)\s*=\s*"[^"]*"/g, '');
  const children = element.children.filter((child) => !isElement(child) || !DROPPED.has(child.name));
  const texts = element.name === 'w:p' ? children.flatMap(textsOf) : [];
  const words = texts.map(wordsOf).join('');
  if (!/[{}]/.test(words)) {
    return {
      ...element,
      attributes,
      children: children.map((child) => (isElement(child) ? withTags(child, seen) : child)),
    };
  }
  const { pieces, broken } = readTags(words);
  seen({ words, broken });
  const shared = shareOut(texts, pieces);
  return { ...element, attributes, children: children.flatMap((child) => runsOf(child, shared, seen)) };
}

const wordsOf = (node: XmlNode): string => (isElement(node) ? node.children.map(wordsOf).join('') : node.text);

/** The `w:t` of a paragraph; those of a text box inside it belong to the box's own paragraphs. */
function textsOf(node: XmlNode): XmlElement[] {
  if (!isElement(node) || node.name === 'w:p') return [];
  return node.name === 'w:t' ? [node] : node.children.flatMap(textsOf);
}

type Shared = ReadonlyMap<XmlElement, readonly (XmlText | Tag)[]>;

/** Gives each `w:t` the words it had, and the tags that open in it. */
function shareOut(texts: readonly XmlElement[], pieces: readonly (string | Tag)[]): Shared {
  const source = texts.map(wordsOf).join('');
  let end = 0;
  const placed = pieces.map((piece) => {
    const from = end;
    end = typeof piece === 'string' ? from + piece.length : source.indexOf('}', from) + 1;
    return { piece, from, to: end };
  });
  let position = 0;
  const shareOf = (text: XmlElement) => {
    const begin = position;
    position += wordsOf(text).length;
    return placed.flatMap(({ piece, from, to }): (XmlText | Tag)[] => {
      if (typeof piece !== 'string') return from >= begin && from < position ? [piece] : [];
      const words = source.slice(Math.max(from, begin), Math.min(to, position));
      return words === '' ? [] : [{ kind: 'text', text: words }];
    });
  };
  return new Map(texts.map((text) => [text, shareOf(text)]));
}

/** A run that holds a tag which begins or ends a stretch is split there: such a tag stands in a run of its own. */
function runsOf(node: XmlNode, shared: Shared, seen: (paragraph: ReadParagraph) => void): TaggedNode[] {
  if (!isElement(node)) return [node];
  if (node.name !== 'w:r')
    return [{ ...node, children: node.children.flatMap((child) => runsOf(child, shared, seen)) }];
  const look = node.children.filter((child) => isElement(child) && child.name === 'w:rPr');
  const runs: TaggedNode[][] = [[]];
  for (const child of node.children) {
    if (!isElement(child) || child.name === 'w:rPr') continue;
    const share = child.name === 'w:t' ? shared.get(child) : undefined;
    if (share === undefined) runs[runs.length - 1]?.push(withTags(child, seen));
    else {
      for (const piece of share) {
        const parted = piece.kind === 'tag' && piece.sign !== '' && piece.sign !== '@';
        if (parted) runs.push([piece], []);
        else runs[runs.length - 1]?.push(piece.kind === 'tag' ? piece : { ...TEXT, children: [piece] });
      }
    }
  }
  return runs
    .filter((children) => children.length > 0)
    .map((children) => ({ ...node, children: [...(look as XmlElement[]), ...children] }));
}

const TEXT = { kind: 'element', name: 'w:t', attributes: ' xml:space="preserve"' } as const;
