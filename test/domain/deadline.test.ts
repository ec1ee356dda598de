import { describe, expect, it } from 'vitest';
import { type DeadlineRule, daysLate, deadlineOf, lastDayInTime } from '../../src/domain/deadline.ts';
import type { LocalDateTime } from '../../src/domain/local-date.ts';
import { periodOf } from '../../src/domain/period.ts';

const rule = (holidays: DeadlineRule['holidays'], day = 20): DeadlineRule => ({ day, inclusive: true, holidays });

describe('the deadline', () => {
  it.each([
    // 20 May 2023 was a Saturday.
    [2023, 5, 'none', '2023-05-20'],
    [2023, 5, 'next', '2023-05-22'],
    [2023, 5, 'previous', '2023-05-19'],
    // 20 June 2023 was a plain Tuesday.
    [2023, 6, 'next', '2023-06-20'],
  ] as const)('of %d-%d by the rule %s', (year, month, holidays, date) => {
    expect(deadlineOf(periodOf(year, month), rule(holidays))).toBe(date);
  });

  it('knows the statutory holidays and the weekends worked to make up for them', () => {
    // National Day 2023: 29 September to 6 October off; Saturday 7 October worked (国办发明电〔2022〕16号).
    expect(deadlineOf(periodOf(2023, 10), rule('next', 1))).toBe('2023-10-07');
    expect(deadlineOf(periodOf(2023, 10), rule('previous', 2))).toBe('2023-09-28');
    expect(deadlineOf(periodOf(2023, 10), rule('next', 7))).toBe('2023-10-07');
  });

  it('the day itself counts, or does not, as the office says', () => {
    const deadline = deadlineOf(periodOf(2023, 5), rule('none'));
    expect(lastDayInTime(deadline, { inclusive: true })).toBe('2023-05-20');
    expect(lastDayInTime(deadline, { inclusive: false })).toBe('2023-05-19');
  });

  it('days late are days of the calendar: a second after midnight is one', () => {
    const last = lastDayInTime(deadlineOf(periodOf(2023, 5), rule('none')), { inclusive: true });
    expect(daysLate('2023-05-20T23:59:59' as LocalDateTime, last)).toBe(0);
    expect(daysLate('2023-05-21T00:00:00' as LocalDateTime, last)).toBe(1);
    expect(daysLate('2023-06-01T08:00:00' as LocalDateTime, last)).toBe(12);
  });
});
