/** The year to date, and who owes what now, from where each obligation stands in the ledger. */
import { daysLate } from '../deadline.ts';
import type { Duty, Matrix } from '../matrix.ts';
import { isDueIn, reports } from '../obligations.ts';
import { monthOf, periodOf, yearOf } from '../period.ts';
import type { Status } from '../status.ts';
import type { ConsolidationInput } from './input.ts';
import { withoutDust } from './join.ts';
import { numberOf } from './numbering.ts';
import type { Ledger } from './pass.ts';
import type { MonthCount, OwedObligation, YearToDate } from './result.ts';
import { DRAFT, EXEMPT, HANDED_IN, IN_TIME, RETURNED } from './verdict.ts';

/** What the ledger says of all months. */
export function yearOfLedger(
  input: ConsolidationInput,
  ledger: Ledger,
): { readonly owed: readonly OwedObligation[]; readonly year: YearToDate } {
  const started = startedMonths(input, ledger);
  const due = dueByMonth(input, started);
  return { owed: owedNow(input, ledger, due), year: yearToDate(input, ledger, started, due) };
}

/** A count still being made. */
type OpenCount = { -readonly [Name in keyof MonthCount]: MonthCount[Name] };

function yearToDate(
  { matrix, period }: ConsolidationInput,
  ledger: Ledger,
  started: readonly boolean[],
  due: readonly DueMonth[],
): YearToDate {
  const target = monthOf(period) - 1;
  const months = matrix.departments.map(() =>
    started.map((isStarted) => (isStarted ? { due: 0, handedIn: 0, onTime: 0 } : null)),
  );
  for (const { duties, month } of due) {
    for (const duty of duties) {
      const count = months[duty.department]?.[month];
      if (count) countDuty(count, flagsOf(duty, month, matrix, ledger));
    }
  }
  return {
    year: yearOf(period),
    started,
    months,
    totals: months.map((counts) => total(counts, target)),
    count: withoutDust(sumUpTo(ledger.count, target)),
    people: withoutDust(sumUpTo(ledger.people, target)),
  };
}

function countDuty(count: OpenCount, flags: number): void {
  if (flags & EXEMPT) return;
  count.due += 1;
  if (flags & HANDED_IN) count.handedIn += 1;
  if (flags & IN_TIME) count.onTime += 1;
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
function owedNow(input: ConsolidationInput, ledger: Ledger, due: readonly DueMonth[]): readonly OwedObligation[] {
  const owed: OwedObligation[] = [];
  for (const { duties, month } of due) {
    const deadline = ledger.deadlines[month];
    const lastInTime = ledger.lastInTime[month];
    if (deadline === undefined || lastInTime === undefined) continue;
    const period = periodOf(yearOf(input.period), month + 1);
    const daysOverdue = daysLate(input.asOf, lastInTime);
    for (const duty of duties) {
      const status = owedStatus(flagsOf(duty, month, input.matrix, ledger));
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
}

/** The duties due in each started month. */
function dueByMonth({ matrix, period, rules }: ConsolidationInput, started: readonly boolean[]): DueMonth[] {
  const year = yearOf(period);
  const duties = matrix.duties
    .filter(reports(matrix, rules.leadsReport))
    .sort((a, b) => a.department - b.department || a.task - b.task);
  return started.flatMap((isStarted, month) => {
    if (!isStarted) return [];
    const isDueTask = matrix.tasks.map((task) => isDueIn(task, periodOf(year, month + 1), rules));
    return {
      month,
      duties: isDueTask.every((isDue) => isDue) ? duties : duties.filter(({ task }) => isDueTask[task]),
    };
  });
}

function flagsOf({ task, department }: Duty, month: number, matrix: Matrix, { flags }: Ledger): number {
  return flags[numberOf(matrix, month, department, task)] ?? 0;
}
