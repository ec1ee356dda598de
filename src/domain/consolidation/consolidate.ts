/** The consolidation of a month: obligations joined with submissions. The one door into this folder. */
import { deadlineOf, lastDayInTime } from '../deadline.ts';
import { type Finding, finding } from '../finding.ts';
import { type Duty, type Matrix, type Role, taskLabel } from '../matrix.ts';
import { dueObligations, isDueIn } from '../obligations.ts';
import { tally } from '../status.ts';
import type { ConsolidationInput } from './input.ts';
import { cellFindings, type JoinedDuty, joinDuty } from './join.ts';
import { type Ledger, passOverRows } from './pass.ts';
import type { Consolidation, DepartmentSummary, MergedPart, TaskSummary } from './result.ts';
import { cellOf, isFilled } from './verdict.ts';
import { owedNow, yearToDate } from './year.ts';

/** Consolidates one month. Never fails on what the rows say: whatever is wrong with them is a finding. */
export function consolidate(input: ConsolidationInput): Consolidation {
  const { matrix, period, asOf } = input;
  const deadline = deadlineOf(period, input.rules.deadline);
  const lastInTime = lastDayInTime(deadline, input.rules.deadline);
  const ledger = passOverRows(input);
  const due = new Set(dueObligations(matrix, period, input.rules));
  const joined = matrix.duties.map((duty) => joinDuty(duty, ledger, input, lastInTime));
  const owing = joined.filter((_, index) => due.has(matrix.duties[index] as Duty));
  const voluntary = joined.filter((join, index) => !due.has(matrix.duties[index] as Duty) && join.texts.length > 0);
  const counted = [...owing, ...voluntary];
  return {
    period,
    asOf,
    deadline,
    matrix,
    tally: tally(owing.map(({ obligation }) => obligation)),
    count: sum(counted.map(({ count }) => count)),
    people: sum(counted.map(({ people }) => people)),
    obligations: owing.map(({ obligation }) => obligation),
    voluntary: voluntary.map(({ obligation }) => obligation),
    tasks: taskSummaries(matrix, owing, voluntary),
    departments: departmentSummaries(matrix, owing),
    owed: owedNow(input, ledger),
    year: yearToDate(input, ledger),
    findings: [
      ...matrixFindings(matrix, ledger),
      ...ledger.findings,
      ...strayRows(input, ledger),
      ...voluntary.flatMap((join) => unexpected(join, input)),
      ...joined.flatMap(({ findings }) => findings),
      ...untimedRows(counted),
    ],
  };
}

const RANK: Readonly<Record<Role, number>> = { lead: 0, responsible: 1, support: 2 };

function taskSummaries(matrix: Matrix, owing: readonly JoinedDuty[], voluntary: readonly JoinedDuty[]): TaskSummary[] {
  const owingOf = byIndex(owing, matrix.tasks.length, ({ obligation }) => obligation.task);
  const voluntaryOf = byIndex(voluntary, matrix.tasks.length, ({ obligation }) => obligation.task);
  return matrix.tasks.map((_, task) => {
    const obliged = owingOf[task] ?? [];
    const all = [...obliged, ...(voluntaryOf[task] ?? [])];
    return {
      task,
      tally: tally(obliged.map(({ obligation }) => obligation)),
      parts: all
        .filter(({ texts }) => texts.length > 0)
        .map(partOf)
        .sort(byRank),
      count: sum(all.map(({ count }) => count)),
      people: sum(all.map(({ people }) => people)),
    };
  });
}

function partOf({ obligation, texts }: JoinedDuty): MergedPart {
  return { department: obligation.department, role: obligation.role, texts };
}

function byRank(a: MergedPart, b: MergedPart): number {
  return RANK[a.role] - RANK[b.role] || a.department - b.department;
}

function departmentSummaries(matrix: Matrix, owing: readonly JoinedDuty[]): DepartmentSummary[] {
  const owingOf = byIndex(owing, matrix.departments.length, ({ obligation }) => obligation.department);
  return matrix.departments.map((_, department) => ({
    department,
    tally: tally((owingOf[department] ?? []).map(({ obligation }) => obligation)),
  }));
}

function byIndex<T>(items: readonly T[], length: number, indexOf: (item: T) => number): T[][] {
  const groups = Array.from({ length }, (): T[] => []);
  for (const item of items) groups[indexOf(item)]?.push(item);
  return groups;
}

/** Evidence rules nobody can read: the return is not held back for them, the office is told. */
function matrixFindings(matrix: Matrix, { evidence }: Ledger): Finding[] {
  return evidence.flatMap((rule, task) =>
    rule.unread.map((part) => {
      const named = matrix.tasks[task];
      return finding('evidenceUnread', 'matrix', {
        column: 'evidence',
        found: part,
        details: { task: named ? taskLabel(named) : '' },
      });
    }),
  );
}

/** Filled rows of a department the matrix does not name for the task. */
function strayRows(input: ConsolidationInput, ledger: Ledger): Finding[] {
  const { matrix, submissions } = input;
  const assigned = new Set(matrix.duties.map(({ task, department }) => task * matrix.departments.length + department));
  const found: Finding[] = [];
  for (const [cell, rows] of ledger.rowsOf) {
    if (assigned.has(cell)) continue;
    const task = matrix.tasks[Math.floor(cell / matrix.departments.length)];
    const department = matrix.departments[cell % matrix.departments.length];
    for (const index of rows) {
      const row = submissions.rows[index] ?? [];
      if (!isFilled(row, submissions.columns)) continue;
      const details = {
        department: department?.name ?? '',
        task: task ? taskLabel(task) : '',
        text: String(cellOf(row, submissions.columns.text)),
      };
      found.push(finding('notAssigned', 'submissions', { rows: [index + 1], column: 'task', details }));
      found.push(...cellFindings(row, index, input));
    }
  }
  return found;
}

/** A return nobody had to make is kept and merged; where it looks like a slip the office is told. */
function unexpected({ obligation, texts }: JoinedDuty, { matrix, period, rules }: ConsolidationInput): Finding[] {
  const task = matrix.tasks[obligation.task];
  const department = matrix.departments[obligation.department];
  if (obligation.role === 'support' || !task || !department) return [];
  const about = {
    rows: texts.map(({ row }) => row),
    details: { department: department.name, task: taskLabel(task) },
  };
  if (!department.active) return [finding('departmentInactive', 'submissions', { ...about, column: 'department' })];
  if (isDueIn(task, period, rules)) return [];
  return [finding('notDue', 'submissions', { ...about, column: 'period' })];
}

/** One finding for all rows without a time: they count as in time, and the office can type the time in. */
function untimedRows(joined: readonly JoinedDuty[]): Finding[] {
  const rows = joined.flatMap(({ untimed }) => untimed).sort((a, b) => a - b);
  return rows.length === 0 ? [] : [finding('timeMissing', 'submissions', { rows, column: 'time' })];
}

function sum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toFixed(6));
}
