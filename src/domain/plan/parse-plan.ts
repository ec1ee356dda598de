/**
 * A plan's text becomes tasks, departments with roles, phases and returns. The one door into this folder.
 *
 * Plans are written by people for people: what the parser is not sure of it says, with the line, and never passes a
 * guess off as a fact. It never fails, whatever it is given.
 */

import { namesSomebody } from './assignment.ts';
import { deadlinesIn } from './deadlines.ts';
import { departmentFindings, departmentsOf } from './departments.ts';
import { withoutEnd } from './ends.ts';
import { type Item, note, readItems } from './items.ts';
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
  if (lines.length === 0) findings.push({ code: 'emptyText', line: 1, found: '', other: '' });
  const { tables, prose } = takeTables(lines, findings);
  const title = titleOf(prose);
  const stated = yearOf(title ?? '');
  const year = stated ?? options.year ?? null;
  const phases = prose.flatMap((line) => phaseOf(line, year) ?? []);
  const reports = prose.flatMap(reportsOf);
  const read = readItems(prose.filter((line) => phaseOf(line, year) === null));
  findings.push(...read.findings);
  if (tables.length === 0 && !read.items.some(isTask)) findings.push(...assignFromProse(read.items));
  const drafts = [...read.items.filter(isTask).map(fromItem), ...tables.map(fromTable)].sort((a, b) => a.line - b.line);
  for (const table of tables) note(table.assignment, table.line, findings);
  const tasks = numbered(drafts, findings);
  findings.push(...tasksWithoutUnits(read.items));
  if (lines.length > 0 && tasks.length === 0) findings.push({ code: 'noUnits', line: 1, found: '', other: '' });
  const departments = departmentsOf(tasks);
  findings.push(...departmentFindings(departments, tasks, lines));
  findings.sort((a, b) => a.line - b.line);
  return { title, year: stated, tasks, departments, phases, reports, findings };
}

function takeTables(lines: readonly Line[], findings: PlanFinding[]): { tables: TableTask[]; prose: Line[] } {
  const tables: TableTask[] = [];
  const prose: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const table = tableAt(lines, at);
    if (table) {
      if (table.unread !== null)
        findings.push({ code: 'columnsUnknown', line: line.number, found: table.unread, other: '' });
      tables.push(...table.tasks.filter(({ assignment }) => namesSomebody(assignment)));
      for (const task of table.tasks.filter(({ assignment }) => table.unread === null && !namesSomebody(assignment))) {
        findings.push({ code: 'taskWithoutUnits', line: task.line, found: task.title, other: '' });
      }
      at += table.length - 1;
    } else prose.push(line);
  }
  return { tables, prose };
}

/** The first line, where it is a heading and not already the matter itself. */
function titleOf(lines: readonly Line[]): string | null {
  const [first] = lines;
  if (!first || numberingOf(first.text) || first.text.length > 60 || /[。；]$/.test(first.text)) return null;
  return first.text;
}

function yearOf(text: string): number | null {
  const year = /(?:^|\D)((?:19|20)\d{2})(?:年|\D|$)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

interface Draft {
  /** `null` where the plan does not number it. */
  readonly number: number | string | null;
  readonly chapter: string;
  readonly kind: string;
  readonly task: Omit<PlanTask, 'no' | 'line'>;
  readonly line: number;
}

const isTask = ({ assignment }: Item): boolean => assignment !== null && namesSomebody(assignment);

/** The last resort: what the sentences of the innermost items say. */
function assignFromProse(items: readonly Item[]): PlanFinding[] {
  return items.flatMap((item): PlanFinding[] => {
    const assignment = item.children.length > 0 ? null : proseAssignment(item.paragraphs.join('\n'));
    if (assignment === null) return [];
    item.assignment = assignment;
    const found = [...assignment.lead, ...assignment.responsible, ...assignment.joint].join('、');
    return [{ code: 'proseUnits', line: item.line, found, other: '' }];
  });
}

function fromItem(item: Item): Draft {
  const content = item.paragraphs.concat(item.children.filter((child) => !isTask(child)).flatMap(wordsOf)).join('\n');
  const own = item.assignment ?? { lead: [], responsible: [], joint: [], due: [] };
  const due = [...new Set([...own.due, ...deadlinesIn(content)])];
  return {
    number: item.numbering ? (item.kind === 'dotted' ? item.numbering.label : item.numbering.value) : null,
    chapter: chapterOf(item),
    kind: item.kind,
    line: item.line,
    task: {
      title: titleFrom(item.paragraphs[0] ?? '', item.bold),
      content,
      lead: own.lead,
      responsible: own.responsible,
      joint: own.joint,
      due: due.length > 0 ? due.join('；') : null,
    },
  };
}

function wordsOf(item: Item): string[] {
  const [first = '', ...more] = item.paragraphs;
  const label = item.numbering ? `${item.numbering.label}.` : '';
  return [`${label}${first}`, ...more, ...item.children.flatMap(wordsOf)];
}

/** The numbers of the items above, which tell apart items whose numbers begin anew: `二`, `二-一`. */
function chapterOf({ parent }: Item): string {
  const labels: string[] = [];
  for (let at = parent; at; at = at.parent) if (at.numbering) labels.unshift(at.numbering.label);
  return labels.join('-');
}

function fromTable({ number, title, content, assignment, line }: TableTask): Draft {
  const shown = numberingOf(`${number}、`);
  const titled = numberingOf(title);
  const words = titled ? title.slice(titled.length) : title;
  const due = [...new Set([...assignment.due, ...deadlinesIn(content)])];
  return {
    number: number === '' ? (titled?.value ?? null) : (shown?.value ?? number),
    chapter: '',
    kind: 'table',
    line,
    task: {
      title: titleFrom(words, ''),
      content,
      lead: assignment.lead,
      responsible: assignment.responsible,
      joint: assignment.joint,
      due: due.length > 0 ? due.join('；') : null,
    },
  };
}

const LONGEST_TITLE = 40;

/** What an item is called: its bold part, or its words up to the first full stop or colon. */
function titleFrom(words: string, bold: string): string {
  if (bold !== '') {
    const numbering = numberingOf(bold);
    return withoutEnd(numbering ? bold.slice(numbering.length) : bold, /[。．.：:\s]/);
  }
  const sentence = words.split(/[。！？；;\n]|\s[—–-]{1,2}\s|——/)[0] ?? '';
  const named = /^([^：:]{2,40})[：:]/.exec(sentence)?.[1] ?? sentence;
  const short = named.length > LONGEST_TITLE ? (named.split(/[，,]/)[0] ?? named) : named;
  return withoutEnd(short, /[，,、\s]/).trim();
}

/** Gives every task a number of its own, and tells where the plan's jump or repeat. */
function numbered(drafts: readonly Draft[], findings: PlanFinding[]): PlanTask[] {
  const taken = new Set<string>();
  const before = new Map<string, number>();
  return drafts.map((draft, index) => {
    const { number: stated, chapter, kind, line } = draft;
    const series = `${kind}/${kind === 'arabic' || kind === 'table' ? '' : chapter}`;
    const previous = before.get(series);
    // 最后， is one more than the one before.
    const number = Number.isNaN(stated) ? (previous ?? index) + 1 : stated;
    let no: number | string = number ?? index + 1;
    if (typeof number === 'number') {
      if (previous !== undefined && number > previous + 1) {
        findings.push({ code: 'numberJump', line, found: String(number), other: String(previous) });
      }
      before.set(series, number);
    }
    if (taken.has(String(no))) {
      const wanted = String(no);
      no = chapter === '' ? `${wanted}-2` : `${chapter}-${wanted}`;
      for (let copy = 2; taken.has(String(no)); copy += 1)
        no = `${chapter === '' ? wanted : `${chapter}-${wanted}`}-${copy}`;
      if (number !== null) findings.push({ code: 'numberRepeated', line, found: wanted, other: String(no) });
    }
    taken.add(String(no));
    return { no, ...draft.task, line };
  });
}

/** An item that names nobody among others of its kind that do. */
function tasksWithoutUnits(items: readonly Item[]): PlanFinding[] {
  return items.flatMap((item): PlanFinding[] => {
    if (item.assignment || item.children.some(hasTask) || item.kind === 'chapter') return [];
    const siblings = item.parent?.children ?? items.filter(({ parent }) => parent === null);
    const named = siblings.filter((sibling) => sibling.kind === item.kind && isTask(sibling)).length;
    if (named === 0 || named * 2 < siblings.length) return [];
    return [
      { code: 'taskWithoutUnits', line: item.line, found: titleFrom(item.paragraphs[0] ?? '', item.bold), other: '' },
    ];
  });
}

const hasTask = (item: Item): boolean => isTask(item) || item.children.some(hasTask);
