/** A compiled part filled in. Data is only ever text: a brace in it stays a brace. */
import type { XmlElement, XmlNode } from '../xml.ts';
import { type Block, isEmptyBlock } from './block.ts';
import type { Instruction } from './compile.ts';
import type { TaggedElement } from './paragraphs.ts';
import { blockNodes, type Filling } from './render-block.ts';
import { turned } from './section.ts';
import type { Data } from './tag.ts';
import { element, wordNodes } from './words.ts';

type Value = Data[string];

const isBlock = (value: Value | undefined): value is Block => typeof value === 'object' && 'kind' in value;

export function fill(root: Instruction, data: Data, filling: Filling): XmlNode[] {
  /** Sections a wide table stands in: their properties come after it in the text. */
  const sideways = new Set<TaggedElement>();

  const list = (instructions: readonly Instruction[], scopes: readonly Data[]): XmlNode[] =>
    instructions.flatMap((instruction) => run(instruction, scopes));

  function run(instruction: Instruction, scopes: readonly Data[]): XmlNode[] {
    switch (instruction.kind) {
      case 'text':
        return [instruction];
      case 'words': {
        const value = lookUp(instruction.name, scopes);
        return typeof value === 'string' ? wordNodes(value) : [];
      }
      case 'block': {
        const value = lookUp(instruction.name, scopes);
        if (!isBlock(value)) return [];
        const { upright, turned: side, turnable } = instruction.width;
        const wide = value.kind === 'tables' && value.wide && turnable !== null;
        if (wide) sideways.add(turnable);
        return blockNodes(value, instruction.paragraph, wide ? side : upright, filling);
      }
      case 'stretch': {
        const inner = innerScopes(lookUp(instruction.name, scopes), scopes);
        if (instruction.inverted) return inner.length === 0 ? list(instruction.body, scopes) : [];
        return inner.flatMap((each) => list(instruction.body, each));
      }
      case 'element':
        return whole(instruction, list(instruction.children, scopes));
    }
  }

  /** What Word would call damaged is put right: a table without rows goes, a cell without a paragraph gets one. */
  function whole({ name, attributes, section }: Instruction & { kind: 'element' }, children: XmlNode[]): XmlElement[] {
    const has = (wanted: string) => children.some((child) => child.kind === 'element' && child.name === wanted);
    if (name === 'w:tbl' && !has('w:tr')) return [];
    if (name === 'w:tc' && !has('w:p')) children.push(element('w:p'));
    const made: XmlElement = { kind: 'element', name, attributes, children };
    return [section !== null && sideways.has(section) ? turned(made) : made];
  }

  return run(root, [data]);
}

function lookUp(name: string, scopes: readonly Data[]): Value | undefined {
  for (const scope of scopes) if (Object.keys(scope).includes(name)) return scope[name];
  return undefined;
}

/** The scopes of each turn of a stretch: an entry of a list before those around it; a text or a block only says yes or no. */
function innerScopes(value: Value | undefined, scopes: readonly Data[]): (readonly Data[])[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value === '' ? [] : [scopes];
  if (isBlock(value)) return isEmptyBlock(value) ? [] : [scopes];
  return value.map((entry) => [entry, ...scopes]);
}
