import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOfDayNumber,
  dayInPeriod,
  dayNumber,
  daysBetween,
  localDate,
  parseDate,
  parseDateTime,
  weekdayOf,
} from '../../src/domain/local-date.ts';
import { periodOf } from '../../src/domain/period.ts';

describe('a moment as people write it', () => {
  it.each([
    ['2023-05-18 09:30', '2023-05-18T09:30:00'],
    ['2023/5/18 9:30', '2023-05-18T09:30:00'],
    ['2023.5.18', '2023-05-18T00:00:00'],
    ['2023年5月18日', '2023-05-18T00:00:00'],
    ['2023年5月18日 9时30分', '2023-05-18T09:30:00'],
    ['2023年5月18日9点', '2023-05-18T09:00:00'],
    ['２０２３－０５－１８　０９：３０', '2023-05-18T09:30:00'],
    ['2023-05-18T09:30:15', '2023-05-18T09:30:15'],
    ['2024-02-29', '2024-02-29T00:00:00'],
  ])('%s', (typed, moment) => {
    expect(parseDateTime(typed)).toBe(moment);
  });

  it.each(['', '昨天', '2023-02-29', '2023-05-32', '2023-05-18 24:30', '5月18日', '18/05/2023'])(
    '“%s” is none',
    (typed) => {
      expect(parseDateTime(typed)).toBeNull();
      expect(parseDate(typed)).toBeNull();
    },
  );
});

describe('counting days', () => {
  it('agrees with the calendar of the machine on every day from 1900 to 2100 (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 47_481 }), (number) => {
        const date = dateOfDayNumber(number);
        expect(date).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(number);
        expect(weekdayOf(date)).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
    );
  });

  it('goes over the ends of months and years', () => {
    expect(addDays(localDate(2023, 12, 31), 1)).toBe('2024-01-01');
    expect(daysBetween(localDate(2024, 2, 28), localDate(2024, 3, 1))).toBe(2);
  });

  it('the 31st of a shorter month is its last day', () => {
    expect(dayInPeriod(periodOf(2023, 2), 31)).toBe('2023-02-28');
    expect(dayInPeriod(periodOf(2024, 2), 30)).toBe('2024-02-29');
    expect(dayInPeriod(periodOf(2023, 5), 20)).toBe('2023-05-20');
  });
});
