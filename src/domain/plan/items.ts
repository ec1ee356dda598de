/** The items of a plan's prose as a tree, with who answers for each. */

import { type Assignment, labelledAssignment, merge, namesSomebody } from './assignment.ts';
import { withoutEnd } from './ends.ts';
import { findLabels, isLabelAlone, spacedLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { type Numbering, type NumberingKind, numberingOf } from './numbering.ts';
import type { PlanFinding } from './plan.ts';
import { sentenceAssignment } from './sentence.ts';
import { isUnitLike, splitUnits } from './units.ts';

export interface Item {
  readonly kind: NumberingKind | 'paragraph';
  readonly numbering: Numbering | null;
  readonly line: number;
  readonly bold: string;
  /** The words behind the number, then the paragraphs below it, without who answers. */
  readonly paragraphs: string[];
  readonly parent: Item | null;
  readonly children: Item[];
  assignment: Assignment | null;
  /** Paragraphs that came after the assignment: perhaps a task of their own. */
  since: { text: string; line: number }[];
}

export interface ReadItems {
  readonly items: readonly Item[];
  readonly findings: readonly PlanFinding[];
}

/** Longer paragraphs are not taken for the unit list that a label in the line before announces. */
const LONGEST_LIST = 120;

export function readItems(lines: readonly Line[]): ReadItems {
  const items: Item[] = [];
  const findings: PlanFinding[] = [];
  let stack: Item[] = [];
  let loose: { text: string; line: number } | null = null;
  /** A label whose units stand in the next line. */
  let waiting: string | null = null;

  const open = (kind: Item['kind'], numbering: Numbering | null, line: Line, parent: Item | null): Item => {
    const item: Item = {
      kind,
      numbering,
      line: line.number,
      bold: line.bold,
      paragraphs: [],
      parent,
      children: [],
      assignment: null,
      since: [],
    };
    items.push(item);
    parent?.children.push(item);
    return item;
  };

  const assign = (item: Item, assignment: Assignment) => {
    if (item.assignment) merge(item.assignment, assignment);
    else item.assignment = assignment;
  };

  for (const line of lines) {
    let { text } = line;
    if (waiting !== null) {
      const list = splitUnits(text);
      const taken = list.length > 0 && text.length <= LONGEST_LIST && list.every(({ sure }) => sure);
      if (taken) text = `${waiting}：${text}`;
      else findings.push({ code: 'emptyUnits', line: line.number - 1, found: waiting, other: '' });
      waiting = null;
    }
    // 一、责任单位：X is a line of its own, whatever number it bears.
    const numbering = numberingOf(text);
    const words = numbering ? text.slice(numbering.length) : text;
    if (isLabelAlone(words)) {
      waiting = words.replace(/[【】[\]〔〕［］:：\s]/g, '');
      continue;
    }
    const labelled = labelledAssignment(words) ?? labelledBySpace(words);
    if (labelled) {
      const { assignment: own, rest } = labelled;
      if (own.empty.length > 0 && !namesSomebody(own)) {
        [waiting] = own.empty as [string];
        continue;
      }
      const target = ownerOf(stack, loose, items, line, open);
      note(own, line.number, findings);
      if (target) {
        assign(target, own);
        if (rest !== '') target.paragraphs.push(rest);
      } else if (namesSomebody(own)) {
        const found = [...own.lead, ...own.responsible, ...own.joint].join('、');
        findings.push({ code: 'orphanUnits', line: line.number, found, other: '' });
      }
      loose = null;
      continue;
    }
    const { content, assignment } = splitTail(words, line.number, findings);
    if (numbering) {
      const level = stack.findIndex(({ kind }) => kind === numbering.kind);
      if (level >= 0) stack = stack.slice(0, level);
      const item = open(numbering.kind, numbering, line, stack[stack.length - 1] ?? null);
      stack.push(item);
      item.paragraphs.push(content);
      if (assignment) assign(item, assignment);
      loose = null;
      continue;
    }
    const current = stack[stack.length - 1] ?? null;
    if (
      assignment &&
      (current === null || current.assignment !== null || (current.kind === 'chapter' && content !== ''))
    ) {
      const item = open('paragraph', null, line, current);
      item.paragraphs.push(content);
      assign(item, assignment);
      continue;
    }
    if (current === null) loose = { text: content, line: line.number };
    else if (current.assignment) current.since.push({ text: content, line: line.number });
    else if (content !== '') current.paragraphs.push(content);
    if (assignment && current) assign(current, assignment);
  }
  if (waiting !== null)
    findings.push({ code: 'emptyUnits', line: lines[lines.length - 1]?.number ?? 1, found: waiting, other: '' });
  return { items, findings };
}

/** `责任部门 后勤科、保卫科`, where every word behind the label is a unit. */
function labelledBySpace(words: string): ReturnType<typeof labelledAssignment> {
  const spaced = spacedLabel(words);
  if (spaced === null || !splitUnits(spaced.value).every(({ sure }) => sure)) return null;
  return labelledAssignment(`${spaced.label}：${spaced.value}`);
}

/** The item a line of units belongs to. */
function ownerOf(
  stack: readonly Item[],
  loose: { text: string; line: number } | null,
  items: readonly Item[],
  line: Line,
  open: (kind: Item['kind'], numbering: Numbering | null, line: Line, parent: Item | null) => Item,
): Item | null {
  const current = stack[stack.length - 1];
  if (!current) {
    if (loose) {
      const item = open('paragraph', null, { ...line, number: loose.line, bold: '' }, null);
      item.paragraphs.push(loose.text);
      return item;
    }
    const last = items[items.length - 1];
    return last?.kind === 'paragraph' ? last : null;
  }
  // Words came after the last assignment: an unnumbered task of its own.
  if (current.assignment && current.since.length > 0) {
    splitChapter(current, open, line);
    const [first] = current.since;
    const item = open('paragraph', null, { ...line, number: first?.line ?? line.number, bold: '' }, current);
    item.paragraphs.push(...current.since.map(({ text }) => text));
    current.since = [];
    return item;
  }
  const last = current.children[current.children.length - 1];
  if (last?.kind === 'paragraph' && current.since.length === 0 && current.assignment === null) return last;
  // One line of units below several points that name nobody is for the item they belong to.
  const { parent } = current;
  if (parent && parent.assignment === null && parent.kind !== 'chapter' && current.assignment === null) {
    const earlier = parent.children.slice(0, -1);
    if (earlier.length > 0 && earlier.every(({ assignment }) => assignment === null)) return parent;
  }
  return current;
}

/** A chapter whose paragraphs turn out to be tasks: its first assignment belonged to its first paragraph. */
function splitChapter(
  chapter: Item,
  open: (kind: Item['kind'], numbering: Numbering | null, line: Line, parent: Item | null) => Item,
  line: Line,
): void {
  if (chapter.kind !== 'chapter' || chapter.assignment === null || chapter.paragraphs.length < 2) return;
  const item = open('paragraph', null, { ...line, number: chapter.line + 1, bold: '' }, chapter);
  item.paragraphs.push(...chapter.paragraphs.splice(1));
  item.assignment = chapter.assignment;
  chapter.assignment = null;
}

/** What an assignment is not sure of. */
export function note(assignment: Assignment, line: number, findings: PlanFinding[]): void {
  for (const found of assignment.doubtful) findings.push({ code: 'doubtfulUnit', line, found, other: '' });
  for (const found of assignment.people) findings.push({ code: 'personNamed', line, found, other: '' });
  for (const found of assignment.empty) findings.push({ code: 'emptyUnits', line, found, other: '' });
  for (const found of assignment.unknown) findings.push({ code: 'labelUnknown', line, found, other: '' });
}

/** Takes who answers off the end of a paragraph: a parenthesis, labels, or a last sentence. */
function splitTail(
  text: string,
  line: number,
  findings: PlanFinding[],
): { content: string; assignment: Assignment | null } {
  let content = text;
  let assignment: Assignment | null = null;
  // Several parentheses may follow each other: （牵头单位：X）（完成时限：Y）.
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const tail = lastParenthesis(content);
    if (tail === null) break;
    const read = readParenthesis(tail.inside, line, findings);
    if (read === null) break;
    assignment = assignment ? assignment : read;
    if (assignment !== read) merge(assignment, read);
    content = tail.before + tail.after;
  }
  if (assignment) return { content: content.trim(), assignment };
  const labels = findLabels(content).filter(({ from }) => from > 0);
  const [first] = labels;
  if (first) {
    const read = labelledAssignment(content.slice(first.from));
    const { people = [], due = [] } = read?.assignment ?? {};
    if (read && (namesSomebody(read.assignment) || people.length + due.length > 0)) {
      note(read.assignment, line, findings);
      const before = withoutOpening(content.slice(0, first.from));
      return { content: `${before}${read.rest}`.trim(), assignment: read.assignment };
    }
  }
  return lastSentence(content);
}

const OPENING = '（(【[〔';
const CLOSING = '）)】]〕';

/** The parenthesis a paragraph ends with, its own parentheses inside it; a full stop may follow. */
function lastParenthesis(text: string): { before: string; inside: string; after: string } | null {
  const end = withoutEnd(text, /[。．.；;，,\s]/).length;
  if (end === 0 || !CLOSING.includes(text[end - 1] ?? '')) return null;
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const character = text[at] ?? '';
    if (CLOSING.includes(character)) depth += 1;
    else if (OPENING.includes(character)) depth -= 1;
    if (depth === 0) {
      return { before: text.slice(0, at), inside: text.slice(at + 1, end - 1).trim(), after: text.slice(end) };
    }
  }
  return null;
}

function readParenthesis(inside: string, line: number, findings: PlanFinding[]): Assignment | null {
  const labelled = labelledAssignment(inside);
  if (labelled) {
    note(labelled.assignment, line, findings);
    return labelled.assignment;
  }
  const sentence = sentenceAssignment(inside);
  if (sentence) {
    if (sentence.unlabelled) findings.push({ code: 'unlabelledUnits', line, found: inside, other: '' });
    return sentence;
  }
  const units = inside.length <= LONGEST_LIST ? splitUnits(inside) : [];
  if (units.length > 1 && units.some(({ name }) => isUnitLike(name))) {
    findings.push({ code: 'doubtfulParenthesis', line, found: inside, other: '' });
  }
  return null;
}

/** Takes an opening bracket and the separators before it off the end. */
function withoutOpening(text: string): string {
  return withoutEnd(text, /[\s（(【[〔［，,]/);
}

/** `由办公室牵头，综合科配合。` as the last sentence. Only a sentence that is nothing else is taken. */
function lastSentence(text: string): { content: string; assignment: Assignment | null } {
  const body = withoutEnd(text, /[。；;\s]/);
  const at = Math.max(body.lastIndexOf('。'), body.lastIndexOf('；'), body.lastIndexOf(';'));
  const sentence = body.slice(at + 1);
  if (at < 0 || sentence.length > LONGEST_LIST || !/牵头|负责|主办|配合|协办/.test(sentence))
    return { content: text, assignment: null };
  const assignment = sentenceAssignment(
    sentence.replace(/^(?:此项工作|该项工作|本项工作|这项工作|此项|以上工作)?由?/, ''),
  );
  const names = assignment ? [...assignment.lead, ...assignment.responsible, ...assignment.joint] : [];
  if (!assignment || assignment.unlabelled || !names.every(isUnitLike)) return { content: text, assignment: null };
  return { content: text.slice(0, at + 1), assignment };
}
