/** Which duties are due in a month: the task is active, its frequency falls on the month, and the role owes a return. */

import type { DeadlineRule } from './deadline.ts';
import type { Duty, Matrix, Role, Task } from './matrix.ts';
import { monthOf, type Period } from './period.ts';

/** Who returns for a task that names only 牵头 departments: every lead, the first one, or none. */
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
  for (const { task, department, role } of matrix.duties) {
    if (role === 'responsible') withResponsible.add(task);
    if (role === 'lead' && !firstLead.has(task)) firstLead.set(task, department);
  }
  return ({ task, department, role }) => {
    if (!owes(role) || matrix.departments[department]?.active === false) return false;
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
