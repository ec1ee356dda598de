/** The year to date, and who owes what now, from where each obligation stands in the ledger. */
import { daysLate } from '../deadline.ts';
import type { Duty } from '../matrix.ts';
import { isDueIn, reports } from '../obligations.ts';
import { monthOf, periodOf, yearOf } from '../period.ts';
import type { Status } from '../status.ts';
import type { ConsolidationInput } from './input.ts';
import { withoutDust } from './join.ts';
import type { Ledger } from './pass.ts';
import type { MonthCount, OwedObligation, YearToDate } from './result.ts';
import { DRAFT, EXEMPT, HANDED_IN, IN_TIME, RETURNED } from './verdict.ts';

export function yearToDate(input: ConsolidationInput, ledger: Ledger): YearToDate {
  const { matrix } = input;
  const target = monthOf(input.period) - 1;
  const started = startedMonths(input, ledger);
  const months = matrix.departments.map(() =>
    started.map((isStarted) => (isStarted ? { due: 0, handedIn: 0, onTime: 0 } : null)),
  );
  for (const { duties, month, flagsOf } of dueByMonth(input, ledger)) {
    for (const duty of duties) {
      const count = months[duty.department]?.[month];
      const flags = flagsOf(duty);
      if (!count || flags & EXEMPT) continue;
      count.due += 1;
      if (flags & HANDED_IN) count.handedIn += 1;
      if (flags & IN_TIME) count.onTime += 1;
    }
  }
  return {
    year: yearOf(input.period),
    started,
    months,
    totals: months.map((counts) => total(counts, target)),
    count: withoutDust(sumUpTo(ledger.count, target)),
    people: withoutDust(sumUpTo(ledger.people, target)),
  };
}

/** The consolidated month counts as started, whether any row names it or not. */
function startedMonths({ period }: ConsolidationInput, { started }: Ledger): readonly boolean[] {
  return started.map((isStarted, month) => isStarted || month === monthOf(period) - 1);
}

function total(counts: readonly (MonthCount | null)[], target: number): MonthCount {
  const sum = { due: 0, handedIn: 0, onTime: 0 };
  for (let month = 0; month <= target; month += 1) {
    const count = counts[month];
    if (!count) continue;
    sum.due += count.due;
    sum.handedIn += count.handedIn;
    sum.onTime += count.onTime;
  }
  return sum;
}

function sumUpTo(values: Float64Array, last: number): number {
  return values.subarray(0, last + 1).reduce((sum, value) => sum + value, 0);
}

/** Every obligation of a started month that is owed, the earliest month first, then by department and task. */
export function owedNow(input: ConsolidationInput, ledger: Ledger): readonly OwedObligation[] {
  const owed: OwedObligation[] = [];
  for (const { duties, month, flagsOf } of dueByMonth(input, ledger)) {
    const deadline = ledger.deadlines[month];
    const lastInTime = ledger.lastInTime[month];
    if (deadline === undefined || lastInTime === undefined) continue;
    const period = periodOf(yearOf(input.period), month + 1);
    const daysOverdue = daysLate(input.asOf, lastInTime);
    for (const duty of duties) {
      const status = owedStatus(flagsOf(duty));
      if (status === null) continue;
      const { task, department, role } = duty;
      owed.push({ period, deadline, task, department, role, status, daysOverdue });
    }
  }
  return owed;
}

function owedStatus(flags: number): Status | null {
  if (flags & (HANDED_IN | EXEMPT)) return null;
  if (flags & DRAFT) return 'draft';
  return flags & RETURNED ? 'returned' : 'missing';
}

interface DueMonth {
  /** 0 is January. */
  readonly month: number;
  /** By department, then by task. */
  readonly duties: readonly Duty[];
  readonly flagsOf: (duty: Duty) => number;
}

/** The duties due in each started month. */
function dueByMonth(input: ConsolidationInput, ledger: Ledger): DueMonth[] {
  const { matrix, period, rules } = input;
  const year = yearOf(period);
  const departmentCount = matrix.departments.length;
  const cells = matrix.tasks.length * departmentCount;
  const duties = matrix.duties
    .filter(reports(matrix, rules.leadsReport))
    .sort((a, b) => a.department - b.department || a.task - b.task);
  return startedMonths(input, ledger).flatMap((started, month) => {
    if (!started) return [];
    const isDueTask = matrix.tasks.map((task) => isDueIn(task, periodOf(year, month + 1), rules));
    return {
      month,
      duties: isDueTask.every((isDue) => isDue) ? duties : duties.filter(({ task }) => isDueTask[task]),
      flagsOf: ({ task, department }: Duty) => ledger.flags[month * cells + task * departmentCount + department] ?? 0,
    };
  });
}
