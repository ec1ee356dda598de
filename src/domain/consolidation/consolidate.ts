/** The consolidation of a month: obligations joined with submissions. The one door into this folder. */
import { at } from '../at.ts';
import type { Finding } from '../finding.ts';
import { type Matrix, namesOf, type Role, taskLabel } from '../matrix.ts';
import { isDueIn, neverDueTasks, owes, reports, unowedTasks } from '../obligations.ts';
import { monthOf, yearOf } from '../period.ts';
import { countIn, emptyTally } from '../status.ts';
import type { ConsolidationInput } from './input.ts';
import { type JoinedDuty, join, monthJoin, withoutDust } from './join.ts';
import { numberOf } from './numbering.ts';
import { type Ledger, passOverRows } from './pass.ts';
import type { Consolidation, MergedPart, Obligation } from './result.ts';
import { silentMonths, silentRows, strayRows, unplacedRows } from './unplaced.ts';
import { yearOfLedger } from './year.ts';

/** Consolidates one month. Never fails on what the rows say: whatever is wrong with them is a finding. */
export function consolidate(input: ConsolidationInput): Consolidation {
  const ledger = passOverRows(input);
  return { ...monthOfLedger(input, ledger), ...yearOfLedger(input, ledger) };
}

/** One month without the year around it. */
export interface MonthAtAGlance extends Omit<Consolidation, 'owed' | 'year'> {
  /** Number of the first row that stands for an obligation, filled in or not; `null` where none was prepared. */
  readonly firstRow: (obligation: Pick<Obligation, 'task' | 'department'>) => number | null;
}

export function monthAtAGlance(input: ConsolidationInput): MonthAtAGlance {
  const ledger = passOverRows(input);
  return {
    ...monthOfLedger(input, ledger),
    firstRow: ({ task, department }) => {
      const index = at(ledger.first, numberOf(input.matrix, monthOf(input.period) - 1, department, task));
      return index === 0 ? null : index + 1;
    },
  };
}

/** What the ledger says of the input's month. */
function monthOfLedger(input: ConsolidationInput, ledger: Ledger): Omit<Consolidation, 'owed' | 'year'> {
  const { matrix, period, asOf, rules } = input;
  const isDueTask = matrix.tasks.map((task) => isDueIn(task, period, rules));
  const mustReport = reports(matrix, rules.leadsReport);
  const tally = emptyTally();
  const tasks = matrix.tasks.map((_, task) => ({
    task,
    tally: emptyTally(),
    parts: [] as MergedPart[],
    count: 0,
    people: 0,
  }));
  const departments = matrix.departments.map((_, department) => ({ department, tally: emptyTally() }));
  const obligations: Obligation[] = [];
  const voluntary: JoinedDuty[] = [];
  const month = monthJoin(input, ledger);
  const silent = silentMonths(input);

  for (const duty of matrix.duties) {
    const joinedDuty = join(month, duty);
    const { obligation, texts } = joinedDuty;
    const { status, daysLate } = obligation;
    const task = at(tasks, duty.task);
    const department = at(departments, duty.department);
    if (isDueTask[duty.task] && mustReport(duty)) {
      obligations.push(obligation);
      countIn(tally, status, daysLate);
      countIn(task.tally, status, daysLate);
      countIn(department.tally, status, daysLate);
    } else if (texts.length > 0) voluntary.push(joinedDuty);
    if (texts.length === 0) continue;
    task.parts.push({ department: duty.department, role: duty.role, texts });
    task.count += joinedDuty.count;
    task.people += joinedDuty.people;
  }
  for (const task of tasks) {
    task.parts.sort(byRank);
    task.count = withoutDust(task.count);
    task.people = withoutDust(task.people);
  }
  return {
    period,
    asOf,
    deadline: ledger.deadlines[monthOf(period) - 1] as Consolidation['deadline'],
    matrix,
    tally,
    count: withoutDust(tasks.reduce((sum, { count }) => sum + count, 0)),
    people: withoutDust(tasks.reduce((sum, { people }) => sum + people, 0)),
    obligations,
    voluntary: voluntary.map(({ obligation }) => obligation),
    tasks,
    departments,
    findings: [
      ...matrixFindings(matrix, ledger),
      ...unowedFindings(input),
      ...unplacedRows(input, ledger, silent),
      ...strayRows(input, ledger, silent),
      ...silentRows(input, ledger, silent),
      ...voluntary.flatMap((one) => unexpected(one, input)),
      ...month.findings,
      ...untimedRows(month.untimed),
    ],
  };
}

const RANK: Readonly<Record<Role, number>> = { lead: 0, responsible: 1, support: 2 };

function byRank(a: MergedPart, b: MergedPart): number {
  return RANK[a.role] - RANK[b.role] || a.department - b.department;
}

/** Evidence rules that cannot be read: the return is not held back for them, the office is told. */
function matrixFindings(matrix: Matrix, { evidence }: Ledger): Finding[] {
  return evidence.flatMap((rule, task) =>
    rule.unread.map((found): Finding => {
      const label = taskLabel(at(matrix.tasks, task));
      return { code: 'evidenceUnread', sheet: 'matrix', rows: [], column: 'evidence', found, task: label };
    }),
  );
}

/** What is due and owed by no department: it would be missed by all. A task without any role is told of where the matrix is read. */
function unowedFindings({ matrix, period, rules }: ConsolidationInput): Finding[] {
  const about = { sheet: 'matrix', rows: [], column: null, found: '' } as const;
  const label = (task: number) => taskLabel(at(matrix.tasks, task));
  const unowed = unowedTasks(matrix, period, rules);
  const unasked = unowed.filter(({ why }) => why === 'setting').map(({ task }) => label(task));
  const named = (task: number, why: string) =>
    matrix.duties
      .filter((duty) => duty.task === task && (why === 'supportOnly' || owes(duty.role)))
      .map(({ department }) => at(matrix.departments, department).name);
  return [
    ...unowed.flatMap(({ task, why }): Finding[] => {
      if (why !== 'supportOnly' && why !== 'inactive') return [];
      return [{ code: 'nobodyOwes', ...about, task: label(task), why, departments: named(task, why) }];
    }),
    ...(unasked.length === 0 ? [] : [{ code: 'nobodyAsked', ...about, tasks: unasked } as const]),
    ...neverDueTasks(matrix, yearOf(period), rules).map((task): Finding => {
      const { fromMonth, toMonth } = at(matrix.tasks, task);
      return { code: 'neverDue', ...about, task: label(task), fromMonth, toMonth, months: rules.months };
    }),
  ];
}

/** A return that was not owed is kept and merged; where it looks like a slip the office is told. */
function unexpected({ obligation, texts }: JoinedDuty, { matrix, period, rules }: ConsolidationInput): Finding[] {
  if (obligation.role === 'support') return [];
  const rows = texts.map(({ row }) => row);
  const about = { sheet: 'submissions', rows, found: '', ...namesOf(matrix, obligation) } as const;
  if (!at(matrix.departments, obligation.department).active)
    return [{ code: 'departmentInactive', ...about, column: 'department' }];
  if (isDueIn(at(matrix.tasks, obligation.task), period, rules)) return [];
  return [{ code: 'notDue', ...about, column: 'period' }];
}

/** One finding for all rows without a time: they count as in time, and the office can type the time in. */
function untimedRows(untimed: readonly number[]): Finding[] {
  const rows = [...untimed].sort((a, b) => a - b);
  return rows.length === 0 ? [] : [{ code: 'timeMissing', sheet: 'submissions', rows, column: 'time', found: '' }];
}
