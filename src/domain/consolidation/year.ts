/** The year to date, and who owes what now, from where each obligation stands in the ledger. */
import { daysLate } from '../deadline.ts';
import type { LocalDate } from '../local-date.ts';
import type { Duty } from '../matrix.ts';
import { isDueIn, reports } from '../obligations.ts';
import { monthOf, type Period, periodOf, yearOf } from '../period.ts';
import type { Status } from '../status.ts';
import type { ConsolidationInput } from './input.ts';
import { withoutDust } from './join.ts';
import { numberOf } from './numbering.ts';
import type { Ledger } from './pass.ts';
import type { MonthCount, OwedObligation, YearToDate } from './result.ts';
import { DRAFT, EXEMPT, HANDED_IN, IN_TIME, RETURNED } from './verdict.ts';

/** What the ledger says of all months. What is owed is told the earliest month first, then by department and task. */
export function yearOfLedger(
  input: ConsolidationInput,
  ledger: Ledger,
): { readonly owed: readonly OwedObligation[]; readonly year: YearToDate } {
  const { matrix, period, rules } = input;
  const target = monthOf(period) - 1;
  // The consolidated month counts as started, whether any row names it or not.
  const started = ledger.started.map((isStarted, month) => isStarted || month === target);
  const books = started.flatMap((isStarted, month) => (isStarted ? [openBook(month, input, ledger)] : []));
  const months = matrix.departments.map(() =>
    started.map((isStarted): OpenCount | null => (isStarted ? emptyCount() : null)),
  );
  const duties = matrix.duties
    .filter(reports(matrix, rules.leadsReport))
    .sort((a, b) => a.department - b.department || a.task - b.task);
  // All months of a duty before the next duty: its department's counts lie side by side.
  for (const duty of duties) {
    const counts = months[duty.department] ?? [];
    for (const book of books) if (book.isDueTask[duty.task]) enterDuty(duty, book, counts, input, ledger);
  }
  const year: YearToDate = {
    year: yearOf(period),
    started,
    months,
    totals: months.map((counts) => total(counts, target)),
    count: withoutDust(sumUpTo(ledger.count, target)),
    people: withoutDust(sumUpTo(ledger.people, target)),
  };
  return { owed: NOTHING.concat(...books.map(({ owed }) => owed)), year };
}

/** Lists are joined to it whole: going over a hundred thousand owed returns one by one takes longer than finding them. */
const NOTHING: readonly OwedObligation[] = [];

/** A started month whose duties are being gone through. */
interface MonthBook {
  /** 0 is January. */
  readonly month: number;
  readonly period: Period;
  readonly deadline: LocalDate;
  readonly daysOverdue: number;
  /** By task. */
  readonly isDueTask: readonly boolean[];
  readonly owed: OwedObligation[];
}

function openBook(
  month: number,
  { matrix, period: consolidated, rules, asOf }: ConsolidationInput,
  ledger: Ledger,
): MonthBook {
  const period = periodOf(yearOf(consolidated), month + 1);
  return {
    month,
    period,
    deadline: ledger.deadlines[month] as LocalDate,
    daysOverdue: daysLate(asOf, ledger.lastInTime[month] as LocalDate),
    isDueTask: matrix.tasks.map((task) => isDueIn(task, period, rules)),
    owed: [],
  };
}

/** A count still being made. */
type OpenCount = { -readonly [Name in keyof MonthCount]: MonthCount[Name] };

function emptyCount(): OpenCount {
  return { due: 0, handedIn: 0, onTime: 0 };
}

/** Counts one duty of one month, and writes it down where it is owed. */
function enterDuty(
  { task, department, role }: Duty,
  { month, period, deadline, daysOverdue, owed }: MonthBook,
  counts: readonly (OpenCount | null)[],
  { matrix }: ConsolidationInput,
  ledger: Ledger,
): void {
  const flags = ledger.flags[numberOf(matrix, month, department, task)] ?? 0;
  const status = owedStatus(flags);
  if (status !== null) owed.push({ period, deadline, task, department, role, status, daysOverdue });
  const count = counts[month];
  if (!count || flags & EXEMPT) return;
  count.due += 1;
  if (flags & HANDED_IN) count.handedIn += 1;
  if (flags & IN_TIME) count.onTime += 1;
}

function owedStatus(flags: number): Status | null {
  if (flags & (HANDED_IN | EXEMPT)) return null;
  if (flags & DRAFT) return 'draft';
  return flags & RETURNED ? 'returned' : 'missing';
}

function total(counts: readonly (MonthCount | null)[], target: number): MonthCount {
  const sum = emptyCount();
  for (const count of counts.slice(0, target + 1)) {
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
