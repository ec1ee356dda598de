/**
 * A plan's text becomes tasks, departments with roles, phases and returns. The one door into this folder.
 *
 * Plans are written by people for people: what the parser is not sure of it says, with the line, and never passes a
 * guess off as a fact. It never fails, whatever it is given.
 */

import { type Assignment, namesOf, namesSomebody, note } from './assignment.ts';
import { deadlinesIn } from './deadlines.ts';
import { departmentFindings, departmentsOf } from './departments.ts';
import { withoutEnd } from './ends.ts';
import { type Item, type Paragraph, readItems } from './items.ts';
import { type Line, linesOf } from './lines.ts';
import { numberingOf } from './numbering.ts';
import { phaseOf } from './phases.ts';
import type { Plan, PlanFinding, PlanTask } from './plan.ts';
import { proseAssignment } from './prose.ts';
import { reportsOf } from './reports.ts';
import { type TableTask, tableAt } from './tables.ts';

export interface ParseOptions {
  /** The year the plan is for, where its text leaves it open. */
  readonly year?: number;
}

export function parsePlan(text: string, options: ParseOptions = {}): Plan {
  const lines = linesOf(text);
  const findings: PlanFinding[] = [];
  if (lines.length === 0) findings.push({ code: 'emptyText', line: 1 });
  const { tables, prose } = takeTables(lines, findings);
  const title = titleOf(prose);
  const stated = title === null ? null : yearOf(title);
  const year = stated ?? options.year ?? null;
  const phases = prose.flatMap((line) => phaseOf(line, year) ?? []);
  const reports = prose.flatMap(reportsOf);
  const { items, findings: doubts } = readItems(prose);
  findings.push(...doubts);
  if (tables.length === 0 && !items.some(isTask)) findings.push(...assignFromProse(items));
  const drafts = [...items.filter(isTask).map(fromItem), ...tables.map(fromTable)].sort((a, b) => a.line - b.line);
  for (const table of tables) note(table.assignment, table.line, findings);
  const tasks = numbered(drafts, findings);
  findings.push(...tasksWithoutUnits(items));
  if (lines.length > 0 && tasks.length === 0) findings.push({ code: 'noUnits', line: 1 });
  findings.push(...departmentFindings(tasks, lines));
  findings.sort((a, b) => a.line - b.line);
  return { title, year: stated, tasks, departments: departmentsOf(tasks), phases, reports, findings };
}

function takeTables(lines: readonly Line[], findings: PlanFinding[]): { tables: TableTask[]; prose: Line[] } {
  const tables: TableTask[] = [];
  const prose: Line[] = [];
  let next = 0;
  for (const [at, line] of lines.entries()) {
    if (at < next) continue;
    const table = tableAt(lines, at);
    if (!table) {
      prose.push(line);
      continue;
    }
    next = at + table.length;
    if (table.unread !== null) findings.push({ code: 'columnsUnknown', line: line.number, headings: table.unread });
    for (const task of table.tasks) {
      if (namesSomebody(task.assignment)) tables.push(task);
      else if (table.unread === null) findings.push({ code: 'taskWithoutUnits', line: task.line, title: task.title });
    }
  }
  return { tables, prose };
}

/** The first line below 附件1, where it is a heading and not already the matter itself. */
function titleOf(lines: readonly Line[]): string | null {
  const first = lines.find(({ text }) => !/^附[件表录][\d一二三四五六七八九十]*[：:]?$/.test(text.replace(/\s/g, '')));
  if (!first || numberingOf(first.text) || first.text.length > 60 || /[。；]$/.test(first.text)) return null;
  return first.text;
}

function yearOf(text: string): number | null {
  const year = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

interface Draft {
  /** `null` where the plan does not number it. */
  readonly number: number | string | null;
  readonly chapter: string;
  /** Tasks that are counted together. */
  readonly series: string;
  readonly task: Omit<PlanTask, 'no' | 'line'>;
  readonly line: number;
}

interface TaskItem extends Item {
  assignment: Assignment;
}

const isTask = (item: Item): item is TaskItem => item.assignment !== null && namesSomebody(item.assignment);

/** The last resort: what the sentences of the innermost items say. */
function assignFromProse(items: readonly Item[]): PlanFinding[] {
  return items.flatMap((item): PlanFinding[] => {
    const assignment = item.children.length > 0 ? null : proseAssignment(textOf(item.paragraphs));
    if (assignment === null) return [];
    item.assignment = assignment;
    return [{ code: 'proseUnits', line: lineOf(item), units: namesOf(assignment) }];
  });
}

function fromItem(item: TaskItem): Draft {
  const { kind, numbering, assignment } = item;
  const words = item.children.filter((child) => !isTask(child)).flatMap(wordsOf);
  const content = [textOf(item.paragraphs), ...words].join('\n');
  const chapter = chapterOf(item);
  return {
    number: numbering && (kind === 'dotted' ? numbering.label : numbering.value),
    chapter,
    // 1. 2. 3. are often counted through the chapters.
    series: kind === 'arabic' ? kind : `${kind}/${chapter}`,
    line: lineOf(item),
    task: taskOf(titleOfItem(item), content, assignment),
  };
}

function taskOf(title: string, content: string, { lead, responsible, joint, due }: Assignment): Draft['task'] {
  const deadlines = [...new Set([...due, ...deadlinesIn(content)])];
  return { title, content, lead, responsible, joint, due: deadlines.length > 0 ? deadlines.join('；') : null };
}

const lineOf = (item: Item): number => item.paragraphs[0].line;

const titleOfItem = ({ paragraphs: [{ text }], bold }: Item): string => titleFrom(text, bold);

const textOf = (paragraphs: readonly Paragraph[]): string => paragraphs.map(({ text }) => text).join('\n');

function wordsOf(item: Item): string[] {
  const label = item.numbering ? `${item.numbering.label}.` : '';
  return [`${label}${textOf(item.paragraphs)}`, ...item.children.flatMap(wordsOf)];
}

/** The numbers of the items above, which tell apart items whose numbers begin anew: `二`, `二-一`. */
function chapterOf({ parent }: Item): string {
  const labels: string[] = [];
  for (let at = parent; at?.numbering; at = at.parent) labels.unshift(at.numbering.label);
  return labels.join('-');
}

function fromTable({ number, title, content, assignment, line }: TableTask): Draft {
  const shown = numberingOf(`${number}、`);
  const titled = numberingOf(title);
  return {
    number: number === '' ? (titled?.value ?? null) : (shown?.value ?? number),
    chapter: '',
    series: 'table',
    line,
    task: taskOf(titleFrom(title.slice(titled?.length), ''), content, assignment),
  };
}

const LONGEST_TITLE = 40;

/** What an item is called: its bold part, or its words up to the first full stop or colon. */
function titleFrom(words: string, bold: string): string {
  if (bold !== '') return withoutEnd(bold.slice(numberingOf(bold)?.length), /[。．.：:\s]/);
  const sentence = words.replace(/(?:[。！？；;]|\s[—–-]{1,2}\s|——).*/, '');
  const named = sentence.replace(/^([^：:]{2,40})[：:].*/, '$1');
  const short = named.length > LONGEST_TITLE ? named.replace(/[，,].*/, '') : named;
  return withoutEnd(short, /[，,、\s]/);
}

/** Gives every task a number of its own, and tells where the plan's jump or repeat. */
function numbered(drafts: readonly Draft[], findings: PlanFinding[]): PlanTask[] {
  const taken = new Set<string>();
  const before = new Map<string, number>();
  return drafts.map((draft, index) => {
    const { number: stated, chapter, series, line } = draft;
    const previous = before.get(series);
    // 最后， is one more than the one before.
    const number = Number.isNaN(stated) ? (previous ?? index) + 1 : stated;
    let no: number | string = number ?? index + 1;
    if (typeof number === 'number') {
      if (previous !== undefined && number > previous + 1) {
        findings.push({ code: 'numberJump', line, from: previous, to: number });
      }
      before.set(series, number);
    }
    if (taken.has(String(no))) {
      const repeated = String(no);
      const wanted = chapter === '' ? repeated : `${chapter}-${repeated}`;
      no = wanted;
      for (let copy = 2; taken.has(no); copy += 1) no = `${wanted}-${copy}`;
      if (number !== null) findings.push({ code: 'numberRepeated', line, number: repeated, became: no });
    }
    taken.add(String(no));
    return { no, ...draft.task, line };
  });
}

/** An item without units among others of its kind that have them. */
function tasksWithoutUnits(items: readonly Item[]): PlanFinding[] {
  return items.flatMap((item): PlanFinding[] => {
    if (hasTask(item) || item.kind === 'chapter') return [];
    const siblings = item.parent?.children ?? items.filter(({ parent }) => parent === null);
    const named = siblings.filter((sibling) => sibling.kind === item.kind && isTask(sibling)).length;
    if (named * 2 < siblings.length) return [];
    return [{ code: 'taskWithoutUnits', line: lineOf(item), title: titleOfItem(item) }];
  });
}

const hasTask = (item: Item): boolean => isTask(item) || item.children.some(hasTask);
