/** The items of a plan's prose as a tree, with who answers for each. */
import { type Assignment, merge, namesOf, namesSomebody } from './assignment.ts';
import { withBrokenLists } from './broken-lists.ts';
import { type LabelledText, labelledAssignment } from './labelled.ts';
import { spacedLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { type Numbering, type NumberingKind, numberingOf } from './numbering.ts';
import type { PlanFinding } from './plan.ts';
import { saidBy, splitTail } from './tail.ts';
import { splitUnits } from './units.ts';

export interface Paragraph {
  readonly text: string;
  readonly line: number;
}

/** The words behind the number, then the paragraphs below it, without who answers. */
export type Paragraphs = [Paragraph, ...Paragraph[]];

export interface Item {
  /** `null` for a paragraph that is a task of its own. */
  readonly kind: NumberingKind | null;
  readonly numbering: Numbering | null;
  readonly bold: string;
  readonly paragraphs: Paragraphs;
  readonly parent: Item | null;
  readonly children: Item[];
  assignment: Assignment | null;
  /** Paragraphs that came after who answers for it or for the last below it: perhaps a task of their own. */
  since: Paragraph[];
}

export interface ReadItems {
  readonly items: readonly Item[];
  readonly findings: readonly PlanFinding[];
}

type Open = (parent: Item | null, paragraphs: Paragraphs, bold?: string, numbering?: Numbering | null) => Item;

export function readItems(lines: readonly Line[]): ReadItems {
  const items: Item[] = [];
  const findings: PlanFinding[] = [];
  /** The last numbered item with all that it is part of, the outermost first. */
  let stack: Item[] = [];
  /** The last paragraph before any item. */
  let loose: Paragraph | null = null;

  const open: Open = (parent, paragraphs, bold = '', numbering = null) => {
    const kind = numbering?.kind ?? null;
    const item: Item = { kind, numbering, bold, paragraphs, parent, children: [], assignment: null, since: [] };
    items.push(item);
    loose = null;
    if (parent) {
      parent.children.push(item);
      parent.since = [];
    }
    return item;
  };

  for (const { text, number: line, bold } of withBrokenLists(lines)) {
    // 一、责任单位：X is a line of its own, whatever number it bears.
    const numbering = numberingOf(text);
    const words = text.slice(numbering?.length);
    const labelled = labelledAssignment(words) ?? labelledBySpace(words);
    const { rest, assignment } = labelled ? saidBy(labelled, line, findings) : splitTail(words, line, findings);
    const current = stack[stack.length - 1] ?? null;
    // A label with nothing behind it; with a number it is a heading: 三、责任分工.
    if (assignment === null && rest === '' && numbering === null) continue;
    if (assignment && (labelled || (rest === '' && numbering === null))) {
      const owner = ownerOf(current, loose, items, open);
      if (owner) {
        assign(owner, assignment);
        if (rest !== '') owner.paragraphs.push({ text: rest, line });
      } else if (namesSomebody(assignment)) {
        findings.push({ code: 'orphanUnits', line, units: namesOf(assignment) });
      }
    } else if (numbering) {
      const level = stack.findIndex(({ kind }) => kind === numbering.kind);
      if (level >= 0) stack = stack.slice(0, level);
      const item = open(stack[stack.length - 1] ?? null, [{ text: rest || words, line }], bold, numbering);
      item.assignment = assignment;
      stack.push(item);
    } else if (assignment && (current === null || current.assignment || current.kind === 'chapter')) {
      open(current, [{ text: rest, line }], bold).assignment = assignment;
    } else if (current === null) {
      loose = { text, line };
    } else if (current.assignment || current.children.length > 0) {
      current.since.push({ text, line });
    } else {
      current.paragraphs.push({ text: rest, line });
      current.assignment = assignment;
    }
  }
  return { items, findings };
}

function assign(item: Item, assignment: Assignment): void {
  if (item.assignment) merge(item.assignment, assignment);
  else item.assignment = assignment;
}

/** `责任部门 后勤科、保卫科`, where every word behind the label is a unit. */
function labelledBySpace(words: string): LabelledText | null {
  const spaced = spacedLabel(words);
  if (spaced === null || !splitUnits(spaced.value).every(({ sure }) => sure)) return null;
  return labelledAssignment(`${spaced.label}：${spaced.value}`);
}

/** The item a line of units belongs to. */
function ownerOf(current: Item | null, loose: Paragraph | null, items: readonly Item[], open: Open): Item | null {
  if (current === null) return loose ? open(null, [loose]) : (items[items.length - 1] ?? null);
  // Words came after the last assignment: an unnumbered task of its own.
  const [first, ...more] = current.since;
  if (first) {
    splitChapter(current, open);
    return open(current, [first, ...more]);
  }
  // Below the innermost item stand unnumbered tasks only.
  const last = current.children[current.children.length - 1];
  if (last) return last;
  // One line of units below several points without units is for the item they belong to.
  const { parent } = current;
  if (parent && parent.kind !== 'chapter' && parent.assignment === null && parent.children.length > 1) {
    if (parent.children.every(({ assignment }) => assignment === null)) return parent;
  }
  return current;
}

/** A chapter whose paragraphs turn out to be tasks: its first assignment belonged to its first paragraph. */
function splitChapter(chapter: Item, open: Open): void {
  const [, first, ...more] = chapter.paragraphs;
  if (chapter.kind !== 'chapter' || chapter.assignment === null || first === undefined) return;
  chapter.paragraphs.splice(1);
  open(chapter, [first, ...more]).assignment = chapter.assignment;
  chapter.assignment = null;
}
