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

/** What tags are filled with: inside a stretch its entry's values go before those around it. */
type Scope = ReadonlyMap<string, Value>;

const isBlock = (value: Value | undefined): value is Block => typeof value === 'object' && 'kind' in value;

export function fill(root: Instruction, data: Data, filling: Filling): XmlNode[] {
  /** Sections a wide table stands in: their properties come after it in the text. */
  const sideways = new Set<TaggedElement>();

  const list = (instructions: readonly Instruction[], scope: Scope): XmlNode[] =>
    instructions.flatMap((instruction) => run(instruction, scope));

  function run(instruction: Instruction, scope: Scope): XmlNode[] {
    switch (instruction.kind) {
      case 'text':
        return [instruction];
      case 'words':
        return wordNodes(String(scope.get(instruction.name)));
      case 'block': {
        const value = scope.get(instruction.name);
        if (!isBlock(value)) return [];
        const { upright, turned: side, turnable } = instruction.width;
        const wide = value.kind === 'tables' && value.wide && turnable !== undefined;
        if (wide) sideways.add(turnable);
        return blockNodes(value, instruction.paragraph, wide ? side : upright, filling);
      }
      case 'stretch': {
        const inner = innerScopes(scope.get(instruction.name), scope);
        if (instruction.inverted) return inner.length === 0 ? list(instruction.body, scope) : [];
        return inner.flatMap((each) => list(instruction.body, each));
      }
      case 'element':
        return whole(instruction, list(instruction.children, scope));
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

  return run(root, new Map(Object.entries(data)));
}

/** The scopes of each turn of a stretch: an entry of a list before those around it; a text or a block only says yes or no. */
function innerScopes(value: Value | undefined, scope: Scope): Scope[] {
  if (isBlock(value)) return isEmptyBlock(value) ? [] : [scope];
  if (typeof value === 'object') return value.map((entry) => new Map([...scope, ...Object.entries(entry)]));
  return value === '' ? [] : [scope];
}
