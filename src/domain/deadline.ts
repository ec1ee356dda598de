/** When a month's returns are due, and how late one is. */
import { type HolidayRule, moveOffHoliday } from './calendar.ts';
import { addDays, dateOf, dayInPeriod, daysBetween, type LocalDate, type LocalDateTime } from './local-date.ts';
import type { Period } from './period.ts';

export interface DeadlineRule {
  /** Day of the month, 1 to 31. */
  readonly day: number;
  /** Is a return handed in on that day still in time? */
  readonly inclusive: boolean;
  readonly holidays: HolidayRule;
}

/** The day the month's returns are due. */
export function deadlineOf(period: Period, rule: DeadlineRule): LocalDate {
  return moveOffHoliday(dayInPeriod(period, rule.day), rule.holidays);
}

/** The last day on which a return is in time. */
export function lastDayInTime(deadline: LocalDate, rule: Pick<DeadlineRule, 'inclusive'>): LocalDate {
  return rule.inclusive ? deadline : addDays(deadline, -1);
}

/** Days past the last day in time; 0 for a moment in time. */
export function daysLate(moment: LocalDateTime, lastInTime: LocalDate): number {
  return Math.max(0, daysBetween(lastInTime, dateOf(moment)));
}
