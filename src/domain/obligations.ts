/** Which duties are due in a month: the task is active, its frequency falls on the month, and the role owes a return. */

import type { DeadlineRule } from './deadline.ts';
import type { Duty, Matrix, Role, Task } from './matrix.ts';
import { monthOf, type Period, periodOf } from './period.ts';

/** Who returns for a task that names only 牵头 departments: every active lead, the first active one, or none. */
export type LeadsReport = 'all' | 'first' | 'none';

/** How an office reports: what 设置 says of months, deadlines and who returns. */
export interface ReportingRules {
  /** The months in which anything is reported, 1 to 12. */
  readonly months: readonly number[];
  readonly deadline: DeadlineRule;
  readonly leadsReport: LeadsReport;
}

/** Is the task reported on in this month? A quarter's return is due in its last month, a yearly or single one at the end. */
export function isDueIn(task: Task, period: Period, { months }: Pick<ReportingRules, 'months'>): boolean {
  const month = monthOf(period);
  if (!months.includes(month) || month < task.fromMonth || month > task.toMonth) return false;
  switch (task.frequency) {
    case 'monthly':
      return true;
    case 'quarterly':
      return month % 3 === 0 || month === task.toMonth;
    case 'yearly':
    case 'once':
      return month === task.toMonth;
  }
}

/** Does a department with this role have to hand something in? 配合 departments may, but never have to. */
export function owes(role: Role): boolean {
  return role !== 'support';
}

/**
 * Who owes a return in some month, whatever the month: leads and responsible departments; for a task that names only
 * leads, as the setting says; inactive departments owe nothing.
 */
export function reports(matrix: Matrix, leadsReport: LeadsReport): (duty: Duty) => boolean {
  const withResponsible = new Set<number>();
  const firstLead = new Map<number, number>();
  const isActive = (department: number) => matrix.departments[department]?.active !== false;
  for (const { task, department, role } of matrix.duties) {
    if (role === 'responsible') withResponsible.add(task);
    // Where the first one is no longer active the next one is the first.
    if (role === 'lead' && isActive(department) && !firstLead.has(task)) firstLead.set(task, department);
  }
  return ({ task, department, role }) => {
    if (!owes(role) || !isActive(department)) return false;
    if (withResponsible.has(task)) return true;
    return leadsReport === 'all' || (leadsReport === 'first' && firstLead.get(task) === department);
  };
}

/** The duties due in a month. */
export function dueObligations(matrix: Matrix, period: Period, rules: ReportingRules): readonly Duty[] {
  const dueTask = matrix.tasks.map((task) => isDueIn(task, period, rules));
  const mustReport = reports(matrix, rules.leadsReport);
  return matrix.duties.filter((duty) => dueTask[duty.task] && mustReport(duty));
}

/** A task that is due and that no active department owes. */
export interface UnowedTask {
  /** Index into `Matrix.tasks`. */
  readonly task: number;
  /**
   * `unassigned`: no department has a role. `supportOnly`: all of them support. `inactive`: none of those that would owe it is
   * active. `setting`: it names only leads, and the setting asks none of them.
   */
  readonly why: 'unassigned' | 'supportOnly' | 'inactive' | 'setting';
}

/** With `dueObligations` all that is due in a month: each due task is owed, or it is here. */
export function unowedTasks(matrix: Matrix, period: Period, rules: ReportingRules): readonly UnowedTask[] {
  const mustReport = reports(matrix, rules.leadsReport);
  const owed = new Set<number>();
  const assigned = new Set<number>();
  const owing = new Set<number>();
  const active = new Set<number>();
  for (const duty of matrix.duties) {
    assigned.add(duty.task);
    if (mustReport(duty)) owed.add(duty.task);
    if (!owes(duty.role)) continue;
    owing.add(duty.task);
    if (matrix.departments[duty.department]?.active !== false) active.add(duty.task);
  }
  return matrix.tasks.flatMap((about, task): UnowedTask[] => {
    if (owed.has(task) || !isDueIn(about, period, rules)) return [];
    if (!assigned.has(task)) return [{ task, why: 'unassigned' }];
    if (!owing.has(task)) return [{ task, why: 'supportOnly' }];
    return [{ task, why: active.has(task) ? 'setting' : 'inactive' }];
  });
}

/** Tasks that are due in no month of the year, such as from September to March: no department would ever be asked for them. */
export function neverDueTasks(
  { tasks }: Pick<Matrix, 'tasks'>,
  year: number,
  rules: ReportingRules,
): readonly number[] {
  const periods = rules.months.map((month) => periodOf(year, month));
  return tasks.flatMap((task, index) => (periods.some((period) => isDueIn(task, period, rules)) ? [] : [index]));
}
