/** The responsibility matrix: who answers for what, in which months. */
import { at } from './at.ts';
import { indexNames, type NameIndex } from './name.ts';
import type { Period } from './period.ts';

/** What a matrix cell says: 牵头, 责任, 配合. */
export type Role = 'lead' | 'responsible' | 'support';

/** How often a task is reported on. */
export type Frequency = 'monthly' | 'quarterly' | 'yearly' | 'once';

/** One numbered item of the plan. */
export interface Task {
  /** As the plan numbers it, `3` or `二-1`; unique within the matrix. */
  readonly no: string;
  readonly title: string;
  readonly content: string;
  /** First and last month of the year in which it is reported on, 1 to 12. */
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly frequency: Frequency;
  /** What must come with a return, as typed in the matrix; `''` for nothing. */
  readonly evidence: string;
}

/** Who answers. */
export interface Department {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly contact: string;
  readonly mail: string;
  /** The leader in charge (分管领导). */
  readonly leader: string;
  readonly leaderMail: string;
  readonly archivist: string;
  /** The department's own head (负责人), told of arrears before the leader is. */
  readonly head: string;
  readonly headMail: string;
  readonly active: boolean;
}

/** One task × department cell with a role. */
export interface Duty {
  /** Index into `Matrix.tasks`. */
  readonly task: number;
  /** Index into `Matrix.departments`. */
  readonly department: number;
  readonly role: Role;
}

export interface Matrix {
  readonly tasks: readonly Task[];
  readonly departments: readonly Department[];
  /** By task, then by department, in the order of the sheets. */
  readonly duties: readonly Duty[];
}

/** What the return for a duty is known by: rows that are prepared bear it. */
export const returnId = (period: Period, { task, department }: Omit<Duty, 'role'>, matrix: Matrix): string =>
  `${period}/${at(matrix.tasks, task).no}/${at(matrix.departments, department).name}`;

/** Finds departments by name or alias. */
export function indexDepartments(departments: readonly Department[]): NameIndex {
  return indexNames(departments.map(({ name, aliases }) => [name, ...aliases]));
}

/**
 * Finds tasks by number, title, or both as the dropdown shows them (`3 开展市容环境综合整治活动`), and by the number
 * as people write it (`3.`, `第3项`, `任务3`).
 */
export function indexTasks(tasks: readonly Task[]): NameIndex {
  return indexNames(
    tasks.map(({ no, title }) => [taskLabel({ no, title }), no, title, `${no}.`, `${no}、`, `第${no}项`, `任务${no}`]),
  );
}

/** A task as people see it in dropdowns and rows: number and title. */
export const taskLabel = ({ no, title }: Pick<Task, 'no' | 'title'>): string => (title === '' ? no : `${no} ${title}`);

/** The names of an obligation as findings tell them. */
export function namesOf(
  { tasks, departments }: Matrix,
  { task, department }: Pick<Duty, 'task' | 'department'>,
): { readonly department: string; readonly task: string } {
  return { department: at(departments, department).name, task: taskLabel(at(tasks, task)) };
}

/**
 * The name under which a clerk meets a task: its title, which is all a clerk needs to know; with the number only where
 * two tasks share a title.
 */
export function taskName(task: number, tasks: readonly Pick<Task, 'no' | 'title'>[]): string {
  const named = tasks[task];
  if (!named) return '';
  const shared = tasks.some(({ title }, index) => index !== task && title === named.title);
  return named.title === '' || shared ? taskLabel(named) : named.title;
}
