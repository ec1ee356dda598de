/** Working days by the Chinese statutory calendar: weekends, public holidays, and the weekends worked to make up for them. */
import { isWorkday } from 'chinese-days';
import { addDays, type LocalDate } from './local-date.ts';

/** Where a deadline that falls on a day off moves to. */
export type HolidayRule = 'none' | 'next' | 'previous';

/** No run of days off is longer; a bound for the search, not a rule. */
const LONGEST_HOLIDAY = 31;

/** The deadline's day after the holiday rule: itself, or the nearest working day on the side the rule names. */
export function moveOffHoliday(date: LocalDate, rule: HolidayRule): LocalDate {
  if (rule === 'none') return date;
  const step = rule === 'next' ? 1 : -1;
  for (let days = 0; days <= LONGEST_HOLIDAY; days += 1) {
    const candidate = addDays(date, step * days);
    if (isWorkday(candidate)) return candidate;
  }
  return date;
}

/** A number of days after a date (before it, where negative), counting working days only where asked to. */
export function stepDays(date: LocalDate, days: number, workingDaysOnly: boolean): LocalDate {
  if (!workingDaysOnly) return addDays(date, days);
  const step = days < 0 ? -1 : 1;
  let at = date;
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}
