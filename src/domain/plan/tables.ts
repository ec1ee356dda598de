/** Tables pasted out of a document: one row a line, cells separated by tabs or `|`. */
import { type Assignment, blankAssignment } from './assignment.ts';
import { takeValue } from './labelled.ts';
import { groupOf } from './labels.ts';
import type { Line } from './lines.ts';

export interface TableTask {
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly assignment: Assignment;
  readonly line: number;
}

export interface ReadTable {
  readonly tasks: readonly TableTask[];
  /** How many lines the table has taken. */
  readonly length: number;
  /** Headings that name no column of units. */
  readonly unread: string | null;
}

type Column = 'number' | 'task' | 'content' | 'category' | ReturnType<typeof groupOf>;

const NUMBER = /^(?:序号|编号|号|序)$/;
const TASK = /^(?:.{0,8}(?:任务|事项|项目|举措|措施|指标|工作)(?:名称|分解|清单)?)$/;
const CONTENT = /^(?:.{0,6}(?:内容|要求|目标|说明|做法))$/;
const CATEGORY = /^(?:类别|分类|大类|板块|领域|方面|一级.*|.*类别)$/;

/** Reads the table that begins at a line; `null` where no heading row stands there. */
export function tableAt(lines: readonly Line[], start: number): ReadTable | null {
  const heading = lines[start]?.cells;
  if (!heading) return null;
  const kinds = heading.map(columnOf);
  // Of 重点任务, 工作目标 and 具体措施 the first names the task, the others say what it is.
  const named = kinds.includes('task') ? kinds.indexOf('task') : kinds.indexOf('content');
  const columns = kinds.map((kind, index) => (index === named ? 'task' : kind === 'task' ? 'content' : kind));
  const known = columns.filter((column) => column !== null).length;
  const units = columns.some(
    (column) => column === 'lead' || column === 'responsible' || column === 'joint' || column === 'person',
  );
  if (known < 2 || named < 0) return null;
  const tasks: TableTask[] = [];
  let length = 1;
  for (const { cells, text, number } of lines.slice(start + 1)) {
    // A line break inside a cell: the row goes on in the next line that has cells.
    if (cells === null && !(lines[start + length + 1]?.cells && text.length <= 60)) break;
    length += 1;
    if (cells?.some((cell) => !/^[-:\s]*$/.test(cell))) takeRow(tasks, columns, cells, number);
  }
  return { tasks, length, unread: units ? null : heading.join(' ') };
}

function columnOf(heading: string): Column {
  const text = heading.replace(/\s/g, '');
  if (NUMBER.test(text)) return 'number';
  const group = groupOf(text);
  if (group !== null) return group;
  if (CATEGORY.test(text)) return 'category';
  if (CONTENT.test(text)) return 'content';
  return TASK.test(text) ? 'task' : null;
}

function takeRow(tasks: TableTask[], columns: readonly Column[], cells: readonly string[], line: number): void {
  const cell = (wanted: Column) => cells[columns.indexOf(wanted)] ?? '';
  const task = cell('task');
  const content = cells.filter((text, index) => columns[index] === 'content' && text !== '').join('\n');
  const last = tasks[tasks.length - 1];
  const merged = task === '' && (content !== '' || cell('number') === '') && last !== undefined;
  const assignment: Assignment = merged ? last.assignment : blankAssignment();
  columns.forEach((column, index) => {
    if (column === null || column === 'number' || column === 'task' || column === 'content' || column === 'category')
      return;
    takeValue(assignment, column, '', cells[index] ?? '');
  });
  if (merged) {
    const words = [last.content, content].filter((part) => part !== '').join('\n');
    tasks[tasks.length - 1] = { ...last, content: words };
  } else if (task !== '') {
    tasks.push({ number: cell('number'), title: task, content: content === '' ? task : content, assignment, line });
  }
}
