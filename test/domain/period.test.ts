import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthOf, parsePeriod, periodOf, yearOf } from '../../src/domain/period.ts';

describe('a month as people write it', () => {
  it.each([
    '2023-05',
    '2023-5',
    '2023年5月',
    '2023年05月份',
    '2023/5',
    '2023.05',
    '202305',
    '２０２３年５月',
    ' 2023 年 5 月 ',
    '2023-05-01T00:00:00',
    '2023-05-20',
    '2023/5/20 9:30',
    '2023年5月20日',
    '5月',
    '5',
    202305,
  ])('%s', (typed) => {
    expect(parsePeriod(typed, 2023)).toBe('2023-05');
  });

  it.each(['', '五月', '2023-13', '2023-00', '23-05', '2023', 'May 2023', '2023-05-20-01', '0000-05'])(
    '“%s” is none',
    (typed) => {
      expect(parsePeriod(typed, 2023)).toBeNull();
    },
  );

  it('a bare month needs a year from elsewhere', () => {
    expect(parsePeriod('5月')).toBeNull();
  });

  it('whatever it was written as, it comes back the same (property)', () => {
    const months = fc.record({ year: fc.integer({ min: 1900, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(months, fc.constantFrom('-', '/', '.', '年'), ({ year, month }, between) => {
        const period = periodOf(year, month);
        expect(parsePeriod(`${year}${between}${month}${between === '年' ? '月' : ''}`)).toBe(period);
        expect([yearOf(period), monthOf(period)]).toEqual([year, month]);
      }),
    );
  });

  it('so many months on and back is where it began (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), fc.integer({ min: 1, max: 12 }), (count, month) => {
        const period = periodOf(2023, month);
        expect(addMonths(addMonths(period, count), -count)).toBe(period);
      }),
    );
  });
});
