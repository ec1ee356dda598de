import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOfDayNumber,
  dayInPeriod,
  dayNumber,
  dayOfStamp,
  daysBetween,
  daysInMonth,
  latestDay,
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
    ['2023-1-2', '2023-01-02T00:00:00'],
    ['2023/12/31 23:59:59', '2023-12-31T23:59:59'],
    ['2023-05-18 9:5:7', '2023-05-18T09:05:07'],
    ['2023-05-18T09:30:15.250', '2023-05-18T09:30:15'],
    ['2023年5月18日9时30分15秒', '2023-05-18T09:30:15'],
    ['2023年5月18日 9时30', '2023-05-18T09:30:00'],
    ['  2023-05-18  ', '2023-05-18T00:00:00'],
    ['  2023-05-18T09:30:15', '2023-05-18T09:30:15'],
    ['2023-05-18T09:30:15  ', '2023-05-18T09:30:15'],
    ['2023年5月1日', '2023-05-01T00:00:00'],
    ['2023-05-18 00:00', '2023-05-18T00:00:00'],
    ['0987-05-18', '0987-05-18T00:00:00'],
  ])('%s', (typed, moment) => {
    expect(parseDateTime(typed)).toBe(moment);
  });

  it.each([
    '',
    '昨天',
    '2023-02-29',
    '2023-05-32',
    '2023-05-00',
    '2023-00-18',
    '2023-13-18',
    '2023-05-18 24:30',
    '2023-05-18 09:60',
    '2023-05-18 09:30:60',
    '2023-13-01T09:30:00',
    '2023-05-18T09:30:61',
    '5月18日',
    '18/05/2023',
    '于2023-05-18',
    '2023-05-18 前',
    '12023-05-18',
    '2023-05-181',
    '2023-05-18 09:30:150',
    'T2023-05-18T09:30:00',
  ])('“%s” is none', (typed) => {
    expect(parseDateTime(typed)).toBeNull();
    expect(parseDate(typed)).toBeNull();
  });

  it('a time beside a day is dropped where a day is wanted', () => {
    expect(parseDate('2023年5月8日 9时30分')).toBe('2023-05-08');
  });
});

describe('a moment in the form the sheet keeps', () => {
  it.each([
    '2023-05-18',
    '2023-05-18 09:30',
    '2023-05-18T09:30',
    '2023-05-18 09:30:15',
    '2023-05-18T23:59:59',
    '2023-05-18T00:00:00',
    '2023-01-31',
    '2023-12-01',
    '2023-04-30',
    '2023-02-28',
    '2024-02-29',
    '2000-02-29',
  ])('the day of “%s” reads like it', (text) => {
    expect(String(dayOfStamp(text))).toBe(text.slice(0, 10).replaceAll('-', ''));
  });

  it.each([
    '',
    '2023-5-18',
    '2023-05-1',
    '2023/05-18',
    '2023-05/18',
    '2023-00-18',
    '2023-13-18',
    '2023-05-00',
    '2023-05-32',
    '2023-04-31',
    '2023-02-29',
    '1900-02-29',
    '202a-05-18',
    'a023-05-18',
    '2023-a5-18',
    '2023-0:-18',
    '2023-0/-18',
    '2023-05-1x',
    '2023-05-18 9:30',
    '2023-05-18x09:30',
    '2023-05-18T09-30',
    '2023-05-18T24:00',
    '2023-05-18T09:60',
    '2023-05-18 -9:30',
    '2023-05-18 0-:30',
    '2023-05-18T09:3x',
    '2023-05-18T09:30-15',
    '2023-05-18T09:30:60',
    '2023-05-18T09:30:15.0',
    '２０２３－０５－１８',
  ])('“%s” is none', (text) => {
    expect(dayOfStamp(text)).toBeNaN();
  });

  it('is read as the moment it says (property)', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(two(99), two(13), two(32), two(24), two(60), (year, month, day, hour, minute) => {
        const text = `20${year}-${month}-${day} ${hour}:${minute}`;
        expect(Number.isNaN(dayOfStamp(text))).toBe(parseDateTime(text) === null);
      }),
    );
  });
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

  it('a day before and after each 1 March of four centuries is the calendar’s', () => {
    for (let year = 2000; year <= 2400; year += 1) {
      const march = localDate(year, 3, 1);
      expect(dateOfDayNumber(dayNumber(march))).toBe(march);
      expect(addDays(march, -1)).toBe(localDate(year, 2, daysInMonth(year, 2)));
    }
  });

  it('goes over the ends of months and years', () => {
    expect(addDays(localDate(2023, 12, 31), 1)).toBe('2024-01-01');
    expect(daysBetween(localDate(2024, 2, 28), localDate(2024, 3, 1))).toBe(2);
  });

  it('months have their days, February by the leap years', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([1900, 2000, 2024, 2100, 2400].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28, 29]);
  });

  it('before the year 1 thousand and far ahead too', () => {
    expect([
      dayNumber(localDate(1, 3, 1)),
      dayNumber(localDate(400, 2, 29)),
      dayNumber(localDate(9999, 12, 31)),
    ]).toEqual([-719_103, -573_372, 2_932_896]);
    expect([-719_103, -573_372, 2_932_896].map(dateOfDayNumber)).toEqual(['0001-03-01', '0400-02-29', '9999-12-31']);
  });

  it('the days of the week go on before 1970', () => {
    expect(weekdayOf(localDate(1969, 12, 28))).toBe(0);
    expect(weekdayOf(localDate(1969, 12, 27))).toBe(6);
  });

  it('the latest of some days, in whatever order', () => {
    const days = [localDate(2023, 5, 20), localDate(2023, 5, 30), localDate(2023, 5, 25)] as const;
    expect(latestDay(...days)).toBe('2023-05-30');
    expect(latestDay(days[1], days[0])).toBe('2023-05-30');
    expect(latestDay(days[0])).toBe('2023-05-20');
  });

  it('the 31st of a shorter month is its last day', () => {
    expect(dayInPeriod(periodOf(2023, 2), 31)).toBe('2023-02-28');
    expect(dayInPeriod(periodOf(2024, 2), 30)).toBe('2024-02-29');
    expect(dayInPeriod(periodOf(2023, 5), 20)).toBe('2023-05-20');
    expect(dayInPeriod(periodOf(2023, 5), 0)).toBe('2023-05-01');
  });
});
