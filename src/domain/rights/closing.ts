/** When a month's rows close to the departments, and for whom they stay open a while longer. */
import { type DeadlineRule, deadlineOf, lastDayInTime } from '../deadline.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import type { Period } from '../period.ts';

/** Days after the last day in time on which rows are still open; `null`: they never close. */
export type CloseAfter = number | null;

/** The office lets a department hand in late, up to a day and including it. */
export interface Grant {
  readonly period: Period;
  /** Index into the departments. */
  readonly department: number;
  readonly until: LocalDate;
}

/** The last day on which a month's rows are open to their departments; `null` where they never close. */
export function lastOpenDay(period: Period, rule: DeadlineRule, closeAfter: CloseAfter): LocalDate | null {
  if (closeAfter === null) return null;
  return addDays(lastDayInTime(deadlineOf(period, rule), rule), closeAfter);
}

/**
 * Tells whether a department may still write its rows of a month.
 *
 * @param frozen months that were reported upward: open only to departments the office grants it after all
 */
export function openTo(
  today: LocalDate,
  rule: DeadlineRule,
  closeAfter: CloseAfter,
  grants: readonly Grant[],
  frozen: ReadonlySet<Period> = new Set(),
): (period: Period, department: number) => boolean {
  const days = new Map<Period, LocalDate | null>();
  return (period, department) => {
    let last = days.get(period);
    if (last === undefined) {
      last = lastOpenDay(period, rule, closeAfter);
      days.set(period, last);
    }
    if (!frozen.has(period) && (last === null || today <= last)) return true;
    return grants.some((grant) => grant.period === period && grant.department === department && today <= grant.until);
  };
}
