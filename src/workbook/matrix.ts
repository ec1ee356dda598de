/** Reads and writes the responsibility matrix. */
import { at } from '../domain/at.ts';
import { cellOf } from '../domain/cell.ts';
import type { Finding } from '../domain/finding.ts';
import {
  type Department,
  type Duty,
  type Frequency,
  indexDepartments,
  type Matrix,
  type Role,
  type Task,
  taskLabel,
} from '../domain/matrix.ts';
import { indexNames } from '../domain/name.ts';
import type { Cell, CellRows, NewCell, NewRows } from '../spreadsheet/cell.ts';
import { rowOf } from './declaration.ts';
import { type Located, locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { matrixSheet } from './sheets/matrix.ts';

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['牵头', 'lead'],
  ['牵头责任', 'lead'],
  ['主办', 'lead'],
  ['lead', 'lead'],
  ['责任', 'responsible'],
  ['负责', 'responsible'],
  ['承办', 'responsible'],
  ['responsible', 'responsible'],
  ['配合', 'support'],
  ['协办', 'support'],
  ['协助', 'support'],
  ['support', 'support'],
]);

const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: '牵头', responsible: '责任', support: '配合' };

const FREQUENCIES: ReadonlyMap<string, Frequency> = new Map<string, Frequency>([
  ['', 'monthly'],
  ['每月', 'monthly'],
  ['月', 'monthly'],
  ['每季', 'quarterly'],
  ['每季度', 'quarterly'],
  ['季度', 'quarterly'],
  ['每年', 'yearly'],
  ['年度', 'yearly'],
  ['一次', 'once'],
  ['一次性', 'once'],
]);

const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  monthly: '每月',
  quarterly: '每季',
  yearly: '每年',
  once: '一次',
};

export interface ReadMatrix {
  readonly matrix: Matrix;
  readonly findings: readonly Finding[];
}

/** A task a row that has a number or a title; a department a column whose heading names one. */
export function readMatrix(rows: CellRows, departments: readonly Department[]): ReadMatrix {
  const located = locate(matrixSheet, rows);
  refuseMissing(matrixSheet, located, ['no', 'title']);
  const findings: Finding[] = [];
  const columns = departmentColumns(located, rows, departments, findings);
  const tasks: Task[] = [];
  const rowNumbers: number[] = [];
  const duties: Duty[] = [];
  rows.forEach((row, index) => {
    if (index <= located.headingRow) return;
    const task = readTask(row, index, located, findings);
    if (!task) return;
    const before = duties.length;
    for (const { department, column } of columns) {
      const role = readRole(cellOf(row, column));
      if (role === undefined) {
        const about = { rows: [index + 1], column: at(departments, department).name, found: String(row[column]) };
        findings.push({ code: 'roleUnknown', sheet: 'matrix', ...about, task: taskLabel(task) });
      } else if (role !== null) duties.push({ task: tasks.length, department, role });
    }
    if (duties.length === before) {
      findings.push({
        code: 'nobodyAssigned',
        sheet: 'matrix',
        rows: [index + 1],
        column: null,
        found: '',
        task: taskLabel(task),
      });
    }
    tasks.push(task);
    rowNumbers.push(index + 1);
  });
  duties.sort((a, b) => a.task - b.task || a.department - b.department);
  for (const { name, first, second } of indexNames(tasks.map(({ no }) => [no])).clashes) {
    const about = { rows: [at(rowNumbers, first), at(rowNumbers, second)], column: 'no', found: name };
    findings.push({ code: 'taskRepeated', sheet: 'matrix', ...about });
  }
  return { matrix: { tasks, departments, duties }, findings };
}

type MatrixKey = (typeof matrixSheet)['columns'][number]['key'];

function readTask(row: readonly Cell[], index: number, { at }: Located<MatrixKey>, findings: Finding[]): Task | null {
  const cell = (key: MatrixKey) => String(cellOf(row, at[key])).trim();
  const title = cell('title');
  // A number typed as one arrives as 3; as text it may be 3. or 三、
  const no = cell('no')
    .normalize('NFKC')
    .replace(/[.、．]$/, '');
  if (no === '' && title === '') return null;
  const frequency = FREQUENCIES.get(cell('frequency').replace(/\s/g, ''));
  if (frequency === undefined) {
    const about = { rows: [index + 1], column: 'frequency', found: cell('frequency') };
    findings.push({ code: 'frequencyUnknown', sheet: 'matrix', ...about });
  }
  return {
    no: no === '' ? title : no,
    title,
    content: cell('content'),
    fromMonth: readMonth(cell('fromMonth'), 1, index, 'fromMonth', findings),
    toMonth: readMonth(cell('toMonth'), 12, index, 'toMonth', findings),
    frequency: frequency ?? 'monthly',
    evidence: cell('evidence'),
  };
}

function readMonth(typed: string, initial: number, index: number, column: MatrixKey, findings: Finding[]): number {
  if (typed === '') return initial;
  const match = /^(?:\d{4}[-年/.])?(\d{1,2})月?$/.exec(typed.normalize('NFKC').replace(/\s/g, ''));
  const month = Number(match?.[1]);
  if (month >= 1 && month <= 12) return month;
  findings.push({ code: 'monthsUnknown', sheet: 'matrix', rows: [index + 1], column, found: typed });
  return initial;
}

/** A role, `null` for a blank cell, `undefined` for what is no role. */
function readRole(cell: Cell): Role | null | undefined {
  const typed = String(cell).normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (typed === '' || typed === '-' || typed === '—') return null;
  return ROLES.get(typed);
}

/** Which department each column belongs to. A column that holds roles but names no department is told, any other is let be. */
function departmentColumns(
  located: Located<MatrixKey>,
  rows: CellRows,
  departments: readonly Department[],
  findings: Finding[],
): { department: number; column: number }[] {
  const index = indexDepartments(departments);
  const columns: { department: number; column: number }[] = [];
  const taken = new Map<number, number>();
  for (const { heading, column } of located.others) {
    const department = index.find(heading);
    const about = { rows: [located.headingRow + 1], column: null, found: heading };
    if (department < 0) {
      const holdsRoles = rows.some((row, at) => at > located.headingRow && readRole(cellOf(row, column)) != null);
      if (!holdsRoles) continue;
      findings.push({ code: 'columnUnknown', sheet: 'matrix', ...about, nearest: index.nearest(heading) });
    } else if (taken.has(department)) {
      findings.push({ code: 'headingRepeated', sheet: 'matrix', ...about });
    } else {
      taken.set(department, column);
      columns.push({ department, column });
    }
  }
  return columns;
}

/** Where the columns of the departments stand. */
export function matrixDepartmentColumns(rows: CellRows, departments: readonly Department[]): readonly number[] {
  return departmentColumns(locate(matrixSheet, rows), rows, departments, []).map(({ column }) => column);
}

/** Headings of a new matrix sheet: the declared ones, then the departments' names. */
export function matrixHeadings(departments: readonly Department[]): readonly string[] {
  return [...matrixSheet.columns.map(({ heading }) => heading), ...departments.map(({ name }) => name)];
}

/** Rows for a new matrix sheet. */
export function matrixRows({ tasks, departments, duties }: Matrix): NewRows {
  const roles = new Map(duties.map(({ task, department, role }) => [task * departments.length + department, role]));
  return tasks.map((task, index) => [
    ...rowOf(matrixSheet, {
      ...task,
      fromMonth: String(task.fromMonth),
      toMonth: String(task.toMonth),
      frequency: FREQUENCY_WORDS[task.frequency],
    }),
    ...departments.map((_, department): NewCell => {
      const role = roles.get(index * departments.length + department);
      return role === undefined ? '' : ROLE_WORDS[role];
    }),
  ]);
}
