/**
 * A template's part made ready to be filled: stretches that repeat, tags, and the rest as it stands. Whatever is wrong with
 * the tags is found here, all of it at once, so that filling cannot fail.
 */

import type { Coded } from '../../../domain/coded.ts';
import type { TemplateFault, TemplateFaultFields, TemplatePlace } from '../../../domain/faults.ts';
import { nearestName } from '../../../domain/name.ts';
import { attributeOf, childNamed, elementsNamed, type XmlElement } from '../xml.ts';
import { type TaggedElement, type TaggedNode, withTags } from './paragraphs.ts';
import { type Tag, type TagDeclarations, tagText } from './tag.ts';

/** In twentieths of a point: how wide a page's text is, upright and on its side. */
export interface SectionWidth {
  readonly upright: number;
  readonly turned: number;
  /** The section's properties, where the section may be turned: not the first one, in which the document itself stands. */
  readonly turnable: TaggedElement | undefined;
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
  readonly problems: readonly TemplateFault[];
}

export function compile(root: XmlElement, part: TemplatePlace['part'], tags: TagDeclarations): Compiled {
  const problems: TemplateFault[] = [];
  const found: Found = (fault, paragraph) => problems.push({ ...fault, paragraph, part });
  const tree = withTags(root, ({ words, broken }) => {
    if (broken !== null) found({ code: 'braceAlone', tag: broken }, words);
  });
  return {
    root: compilerOf(elementsNamed(tree, 'w:sectPr'), found)(tree, new Map(Object.entries(tags)), ''),
    problems,
  };
}

/** The tags that may stand somewhere: inside a stretch its entry's go before those around it. */
type Scope = ReadonlyMap<string, TagDeclarations[string]>;

type Found = (fault: Coded<TemplateFaultFields>, paragraph: string) => void;

function compilerOf(sections: readonly TaggedElement[], found: Found) {
  const told = new Set<Tag>();
  /** Sections that end before the node at hand: nodes are gone over in the order of the text. */
  let ended = 0;

  function one(node: TaggedNode, scope: Scope, paragraph: string): Instruction {
    if (node.kind === 'text') return node;
    if (node.kind === 'tag') {
      checkKind(node, scope, paragraph);
      return { kind: 'words', name: node.name };
    }
    if (node.name !== 'w:p') return whole(node, scope, paragraph);
    const words = paragraphText(node);
    const block = blockIn(node);
    const made = block ? blockOf(block, node, scope, words) : whole(node, scope, words);
    if (endsSection(node)) ended += 1;
    return made;
  }

  function whole(node: TaggedElement, scope: Scope, paragraph: string): Instruction {
    return {
      kind: 'element',
      name: node.name,
      attributes: node.attributes,
      children: list(node.children, scope, paragraph),
      section: node.name === 'w:sectPr' ? node : null,
    };
  }

  function blockOf(block: Tag, paragraph: TaggedElement, scope: Scope, words: string): Instruction {
    if (words !== tagText(block)) found({ code: 'blockNotAlone', tag: tagText(block) }, words);
    checkKind(block, scope, words);
    // A section's properties stand in its last paragraph, the last one's in the body.
    const section = sections[Math.min(ended, sections.length - 1)];
    return { kind: 'block', name: block.name, paragraph, width: widthOf(section, ended > 0) };
  }

  /** Brothers and sisters in a row. A stretch that begins in one and ends in a later one repeats all from one to the other. */
  function list(nodes: readonly TaggedNode[], scope: Scope, paragraph: string): Instruction[] {
    const made: Instruction[] = [];
    let next = 0;
    for (const [at, node] of nodes.entries()) {
      if (at < next) continue;
      const opening = isRow(node) ? rowStretch(node) : unmatched(node).opened[0];
      if (opening === undefined) {
        for (const tag of unmatched(node).closed) {
          if (!told.has(tag)) found({ code: 'notOpened', tag: tagText(tag) }, paragraphOf(node, tag, paragraph));
          told.add(tag);
        }
        made.push(...(isLoose(node) ? [] : [one(node, scope, paragraph)]));
        continue;
      }
      const end = isRow(node) && closes(opening, [node]) ? at : endOf(opening, nodes, at);
      const said = paragraphOf(node, opening, paragraph);
      if (end < 0) {
        found({ code: 'notClosed', tag: tagText(opening) }, said);
        made.push(...list(without(node, opening), scope, paragraph));
        continue;
      }
      next = end + 1;
      const inner = scopeOf(opening, scope, said);
      const stretch = nodes.slice(at, next);
      const closing = closingOf(opening, stretch);
      const body = stretch.flatMap((node) => without(node, opening)).flatMap((node) => without(node, closing));
      made.push({
        kind: 'stretch',
        name: opening.name,
        inverted: opening.sign === '^',
        body: list(body, inner, paragraph),
      });
    }
    return made;
  }

  function checkKind(tag: Tag, scope: Scope, paragraph: string): void {
    const declared = scope.get(tag.name);
    if (declared === undefined) found(unknown(tag, scope), paragraph);
    else if (declared !== (tag.sign === '@' ? 'block' : 'text')) {
      const sign = declared === 'block' ? '@' : declared === 'text' ? '' : '#';
      found({ code: 'wrongSign', tag: tagText(tag), right: tagText({ sign, name: tag.name }) }, paragraph);
    }
  }

  function scopeOf(tag: Tag, scope: Scope, paragraph: string): Scope {
    const declared = scope.get(tag.name);
    if (declared === undefined) found(unknown(tag, scope), paragraph);
    return typeof declared === 'object' && tag.sign === '#' ? new Map([...scope, ...Object.entries(declared)]) : scope;
  }

  return one;
}

function unknown(tag: Tag, scope: Scope): Coded<TemplateFaultFields> {
  const name = nearestName(tag.name, [...scope.keys()]);
  return { code: 'unknownTag', tag: tagText(tag), nearest: name && tagText({ sign: tag.sign, name }) };
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

/** What is left of a node without a tag. A run or a paragraph that held nothing else goes with it, unless a section ends with it. */
function without(node: TaggedNode, tag: Tag | undefined): TaggedNode[] {
  if (node === tag) return [];
  if (node.kind !== 'element' || !controlsIn(node).some((one) => one === tag)) return [node];
  const left = { ...node, children: node.children.flatMap((child) => without(child, tag)) };
  const isLook = (child: TaggedNode) => child.kind === 'element' && child.name === `${node.name}Pr`;
  const mayGo = (node.name === 'w:r' || node.name === 'w:p') && !endsSection(left);
  return mayGo && left.children.every(isLook) ? [] : [left];
}

const endsSection = (paragraph: TaggedElement): boolean => elementsNamed(paragraph, 'w:sectPr').length > 0;

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
  for (const child of node.children) if (controlsIn(child).includes(tag)) return paragraphOf(child, tag, around);
  return around;
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
  return { upright, turned, turnable: mayTurn && !alreadyTurned ? section : undefined };
}
