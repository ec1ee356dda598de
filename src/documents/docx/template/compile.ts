/**
 * A template's part made ready to be filled: stretches that repeat, tags, and the rest as it stands. Whatever is wrong with
 * the tags is found here, all of it at once, so that filling cannot fail.
 */
import { nearestName } from '../../../domain/name.ts';
import { attributeOf, childNamed, elementsNamed, type XmlElement } from '../xml.ts';
import { type TaggedElement, type TaggedNode, withTags } from './paragraphs.ts';
import { type Tag, type TagDeclarations, tagText } from './tag.ts';

export type TemplateProblemCode =
  | 'braceAlone'
  | 'unknownTag'
  | 'notClosed'
  | 'notOpened'
  | 'blockNotAlone'
  | 'wrongSign'
  | 'notXml';

/** What is wrong with a template, where: data, the catalogues word it. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** The tag as it is written there, or the brace with what follows it. */
  readonly tag: string;
  /** The words of the paragraph it stands in. */
  readonly paragraph: string;
  readonly part: 'body' | 'header' | 'footer';
  /** What was probably meant; `''` where nothing is near. */
  readonly nearest: string;
}

/** In twentieths of a point: how wide a page's text is, upright and on its side. */
export interface SectionWidth {
  readonly upright: number;
  readonly turned: number;
  /** The section's properties, where the section may be turned: not the first one, in which the document itself stands. */
  readonly turnable: TaggedElement | null;
}

export type Instruction =
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly attributes: string;
      readonly children: readonly Instruction[];
      readonly section: TaggedElement | null;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly name: string }
  | { readonly kind: 'block'; readonly name: string; readonly paragraph: TaggedElement; readonly width: SectionWidth }
  | {
      readonly kind: 'stretch';
      readonly name: string;
      readonly inverted: boolean;
      readonly body: readonly Instruction[];
    };

export interface Compiled {
  readonly root: Instruction;
  readonly problems: readonly TemplateProblem[];
}

export function compile(root: XmlElement, part: TemplateProblem['part'], tags: TagDeclarations): Compiled {
  const problems: TemplateProblem[] = [];
  const found = (code: TemplateProblemCode, tag: string, paragraph: string, nearest = '') =>
    problems.push({ code, tag, paragraph, part, nearest });
  const tree = withTags(root, ({ words, broken }) => {
    if (broken !== null) found('braceAlone', broken, words);
  });
  return { root: compilerOf(sectionWidths(tree), found)(tree, [tags], ''), problems };
}

type Found = (code: TemplateProblemCode, tag: string, paragraph: string, nearest?: string) => void;

function compilerOf(widths: ReadonlyMap<TaggedElement, SectionWidth>, found: Found) {
  const told = new Set<Tag>();

  function one(node: TaggedNode, scopes: readonly TagDeclarations[], paragraph: string): Instruction {
    if (node.kind === 'text') return node;
    if (node.kind === 'tag') {
      checkKind(node, scopes, paragraph);
      return { kind: 'words', name: node.name };
    }
    const words = node.name === 'w:p' ? paragraphText(node) : paragraph;
    const block = node.name === 'w:p' ? blockIn(node) : undefined;
    if (block) {
      if (words !== tagText(block)) found('blockNotAlone', tagText(block), words);
      checkKind(block, scopes, words);
      return { kind: 'block', name: block.name, paragraph: node, width: widths.get(node) ?? widthOf(undefined, false) };
    }
    return {
      kind: 'element',
      name: node.name,
      attributes: node.attributes,
      children: list(node.children, scopes, words),
      section: node.name === 'w:sectPr' ? node : null,
    };
  }

  /** Brothers and sisters in a row. A stretch that begins in one and ends in a later one repeats all from one to the other. */
  function list(nodes: readonly TaggedNode[], scopes: readonly TagDeclarations[], paragraph: string): Instruction[] {
    const made: Instruction[] = [];
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at];
      if (!node) continue;
      const opening = isRow(node) ? rowStretch(node) : unmatched(node).opened[0];
      if (opening === undefined) {
        for (const tag of unmatched(node).closed) {
          if (!told.has(tag)) found('notOpened', tagText(tag), paragraphOf(node, tag, paragraph));
          told.add(tag);
        }
        made.push(...(isLoose(node) ? [] : [one(node, scopes, paragraph)]));
        continue;
      }
      const end = isRow(node) && closes(opening, [node]) ? at : endOf(opening, nodes, at);
      const said = paragraphOf(node, opening, paragraph);
      if (end < 0) {
        found('notClosed', tagText(opening), said);
        const rest = without(node, opening);
        if (rest) made.push(...list([rest], scopes, paragraph));
        continue;
      }
      const inner = scopeOf(opening, scopes, said);
      const stretch = nodes.slice(at, end + 1);
      const closing = closingOf(opening, stretch);
      const body = stretch.flatMap((sibling) => withoutAll(sibling, [opening, closing]));
      made.push({
        kind: 'stretch',
        name: opening.name,
        inverted: opening.sign === '^',
        body: list(body, inner, paragraph),
      });
      at = end;
    }
    return made;
  }

  function checkKind(tag: Tag, scopes: readonly TagDeclarations[], paragraph: string): void {
    const declared = lookUp(tag.name, scopes);
    if (declared === undefined) found('unknownTag', tagText(tag), paragraph, nearest(tag, scopes));
    else if (declared !== (tag.sign === '@' ? 'block' : 'text')) {
      found(
        'wrongSign',
        tagText(tag),
        paragraph,
        tagText({ sign: declared === 'block' ? '@' : declared === 'text' ? '' : '#', name: tag.name }),
      );
    }
  }

  function scopeOf(tag: Tag, scopes: readonly TagDeclarations[], paragraph: string): readonly TagDeclarations[] {
    const declared = lookUp(tag.name, scopes);
    if (declared === undefined) found('unknownTag', tagText(tag), paragraph, nearest(tag, scopes));
    return typeof declared === 'object' && tag.sign === '#' ? [declared, ...scopes] : scopes;
  }

  return one;
}

/** Innermost first: inside a stretch its entry's tags go before those around it. */
function lookUp(name: string, scopes: readonly TagDeclarations[]): TagDeclarations[string] | undefined {
  for (const scope of scopes) if (Object.keys(scope).includes(name)) return scope[name];
  return undefined;
}

function nearest(tag: Tag, scopes: readonly TagDeclarations[]): string {
  const name = nearestName(tag.name, scopes.flatMap(Object.keys));
  return name === null ? '' : tagText({ sign: tag.sign, name });
}

const isControl = ({ sign }: Tag): boolean => sign !== '' && sign !== '@';

const isRow = (node: TaggedNode): node is TaggedElement => node.kind === 'element' && node.name === 'w:tr';

/** A tag that begins or ends a stretch, left over alone: it was told of and stands for nothing. */
const isLoose = (node: TaggedNode): boolean => node.kind === 'tag' && isControl(node);

function controlsIn(node: TaggedNode): Tag[] {
  if (node.kind === 'tag') return isControl(node) ? [node] : [];
  return node.kind === 'element' ? node.children.flatMap(controlsIn) : [];
}

/** Tags that open below a node and do not end there, and those that end there without having begun. */
function unmatched(node: TaggedNode): { readonly opened: readonly Tag[]; readonly closed: readonly Tag[] } {
  const opened: Tag[] = [];
  const closed: Tag[] = [];
  for (const tag of controlsIn(node)) {
    if (tag.sign !== '/') opened.push(tag);
    else if (opened[opened.length - 1]?.name === tag.name) opened.pop();
    else closed.push(tag);
  }
  return { opened, closed };
}

/** A stretch that begins in one cell of a row and ends in another repeats the row. */
function rowStretch(row: TaggedElement): Tag | undefined {
  return row.children.flatMap((cell) => unmatched(cell).opened)[0];
}

/** The tag that ends a stretch, in the nodes it spans. */
function closingOf(opening: Tag, nodes: readonly TaggedNode[]): Tag | undefined {
  let depth = 0;
  let begun = false;
  for (const tag of nodes.flatMap(controlsIn)) {
    if (tag === opening) begun = true;
    if (!begun || tag.name !== opening.name) continue;
    depth += tag.sign === '/' ? -1 : 1;
    if (depth === 0) return tag;
  }
  return undefined;
}

const closes = (opening: Tag, nodes: readonly TaggedNode[]): boolean => closingOf(opening, nodes) !== undefined;

function endOf(opening: Tag, nodes: readonly TaggedNode[], from: number): number {
  for (let to = from + 1; to < nodes.length; to += 1) if (closes(opening, nodes.slice(from, to + 1))) return to;
  return -1;
}

function withoutAll(node: TaggedNode, tags: readonly (Tag | undefined)[]): TaggedNode[] {
  let rest: TaggedNode | null = node;
  for (const tag of tags) if (tag && rest) rest = without(rest, tag);
  return rest ? [rest] : [];
}

/**
 * The node without a tag; `null` where nothing is left. A paragraph that held nothing else goes with it, unless a section ends
 * with it.
 */
function without(node: TaggedNode, tag: Tag): TaggedNode | null {
  if (node === tag) return null;
  if (node.kind !== 'element' || !controlsIn(node).includes(tag)) return node;
  const children = node.children.flatMap((child) => {
    const rest = without(child, tag);
    return rest ? [rest] : [];
  });
  const left = { ...node, children };
  if (node.name === 'w:r')
    return children.some((child) => child.kind !== 'element' || child.name !== 'w:rPr') ? left : null;
  if (node.name !== 'w:p') return left;
  const properties = children.find(
    (child): child is TaggedElement => child.kind === 'element' && child.name === 'w:pPr',
  );
  const endsSection = properties !== undefined && elementsNamed(properties, 'w:sectPr').length > 0;
  return endsSection || children.some((child) => child !== properties) ? left : null;
}

function blockIn(node: TaggedNode): Tag | undefined {
  if (node.kind === 'tag') return node.sign === '@' ? node : undefined;
  if (node.kind !== 'element') return undefined;
  for (const child of node.children) {
    const block = blockIn(child);
    if (block) return block;
  }
  return undefined;
}

function paragraphText(node: TaggedNode): string {
  if (node.kind === 'tag') return tagText(node);
  return node.kind === 'text' ? node.text : node.children.map(paragraphText).join('');
}

/** The words of the paragraph below a node in which a tag stands. */
function paragraphOf(node: TaggedNode, tag: Tag, around: string): string {
  if (node.kind !== 'element') return around;
  if (node.name === 'w:p') return paragraphText(node);
  const child = node.children.find((one) => controlsIn(one).includes(tag));
  return child ? paragraphOf(child, tag, around) : around;
}

/** The width of the section each paragraph stands in. A section's properties stand in its last paragraph, the last one's in the body. */
function sectionWidths(root: TaggedElement): ReadonlyMap<TaggedElement, SectionWidth> {
  const sections = elementsNamed(root, 'w:sectPr');
  const widths = new Map<TaggedElement, SectionWidth>();
  let at = 0;
  for (const paragraph of elementsNamed(root, 'w:p')) {
    widths.set(paragraph, widthOf(sections[Math.min(at, sections.length - 1)], at > 0));
    if (elementsNamed(paragraph, 'w:sectPr').length > 0) at += 1;
  }
  return widths;
}

/** An A4 page with the margins of GB/T 9704 where a section says nothing. */
function widthOf(section: TaggedElement | undefined, mayTurn: boolean): SectionWidth {
  const size = childNamed(section, 'w:pgSz');
  const margins = childNamed(section, 'w:pgMar');
  const number = (element: TaggedElement | undefined, name: string, otherwise: number) =>
    Number((element && attributeOf(element, name)) ?? otherwise);
  const upright = number(size, 'w:w', 11906) - number(margins, 'w:left', 1587) - number(margins, 'w:right', 1474);
  const turned = number(size, 'w:h', 16838) - number(margins, 'w:top', 2098) - number(margins, 'w:bottom', 1984);
  const alreadyTurned = size !== undefined && attributeOf(size, 'w:orient') === 'landscape';
  return { upright, turned, turnable: mayTurn && !alreadyTurned ? (section ?? null) : null };
}
