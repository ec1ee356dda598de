/** The year to date, and who owes what now, from where each obligation stands in the ledger. */
import { daysLate } from '../deadline.ts';
import type { Duty, Task } from '../matrix.ts';
import { isDueIn, reportingDuties } from '../obligations.ts';
import { monthOf, periodOf, yearOf } from '../period.ts';
import type { Status } from '../status.ts';
import type { ConsolidationInput } from './input.ts';
import { DRAFT, EXEMPT, HANDED_IN, IN_TIME, type Ledger, RETURNED } from './pass.ts';
import type { MonthCount, OwedObligation, YearToDate } from './result.ts';

export function yearToDate(input: ConsolidationInput, ledger: Ledger): YearToDate {
  const { matrix } = input;
  const target = monthOf(input.period) - 1;
  const months = matrix.departments.map(() =>
    ledger.started.map((started) => (started ? { due: 0, handedIn: 0, onTime: 0 } : null)),
  );
  eachDue(input, ledger, (duty, month, flags) => {
    const count = months[duty.department]?.[month];
    if (!count || flags & EXEMPT) return;
    count.due += 1;
    if (flags & HANDED_IN) count.handedIn += 1;
    if (flags & HANDED_IN && flags & IN_TIME) count.onTime += 1;
  });
  return {
    year: yearOf(input.period),
    started: ledger.started,
    months,
    totals: months.map((counts) => total(counts.slice(0, target + 1))),
    count: Number(ledger.count.toFixed(6)),
    people: Number(ledger.people.toFixed(6)),
  };
}

function total(counts: readonly (MonthCount | null)[]): MonthCount {
  const sum = { due: 0, handedIn: 0, onTime: 0 };
  for (const count of counts) {
    if (count === null) continue;
    sum.due += count.due;
    sum.handedIn += count.handedIn;
    sum.onTime += count.onTime;
  }
  return sum;
}

/** Every obligation of a started month that is owed, the earliest month first, then by department and task. */
export function owedNow(input: ConsolidationInput, ledger: Ledger): readonly OwedObligation[] {
  const owed: OwedObligation[] = [];
  const year = yearOf(input.period);
  eachDue(input, ledger, (duty, month, flags) => {
    const deadline = ledger.deadlines[month];
    const lastInTime = ledger.lastInTime[month];
    const status = owedStatus(flags);
    if (status === null || deadline === undefined || lastInTime === undefined) return;
    owed.push({
      period: periodOf(year, month + 1),
      deadline,
      ...duty,
      status,
      daysOverdue: daysLate(input.asOf, lastInTime),
    });
  });
  return owed.sort(
    (a, b) =>
      (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) || a.department - b.department || a.task - b.task,
  );
}

function owedStatus(flags: number): Status | null {
  if (flags & (HANDED_IN | EXEMPT)) return null;
  if (flags & DRAFT) return 'draft';
  return flags & RETURNED ? 'returned' : 'missing';
}

function eachDue(
  { matrix, period, rules }: ConsolidationInput,
  ledger: Ledger,
  visit: (duty: Duty, month: number, flags: number) => void,
): void {
  const year = yearOf(period);
  const duties = reportingDuties(matrix, rules.leadsReport);
  const cells = matrix.tasks.length * matrix.departments.length;
  ledger.started.forEach((started, month) => {
    if (!started) return;
    const dueTasks = matrix.tasks.map((task: Task) => isDueIn(task, periodOf(year, month + 1), rules));
    for (const duty of duties) {
      if (!dueTasks[duty.task]) continue;
      const at = month * cells + duty.task * matrix.departments.length + duty.department;
      visit(duty, month, ledger.flags[at] ?? 0);
    }
  });
}
