import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, isPeriod, monthOf, parsePeriod, periodOf, yearOf } from '../../src/domain/period.ts';

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
    '2023/5/20 19:30',
    '2023年5月20日',
    '5月',
    '5',
    202305,
    5,
    2023.5,
    '05',
    '5月份',
    '2023年度5月',
    '2023年5',
    '2023-05-01T00:00:00.000',
    '2023.5.20',
    '2023年5月20日 9:30:15',
    '2023-5-2',
  ])('%s', (typed) => {
    expect(parsePeriod(typed, 2023)).toBe('2023-05');
  });

  it.each([
    '',
    '五月',
    '2023-13',
    '2023-00',
    '23-05',
    '2023',
    'May 2023',
    '2023-05-20-01',
    '0000-05',
    '1899年12月',
    '13月',
    '0',
    '123',
    '2023-05-',
    '2023年5月20日上午',
    '从2023-05',
    '第2023年5月20日',
    '12023-05-20',
    '2023-05-200',
    '120235',
    '2023055',
    '1202305',
    '5月20日',
    '在5月',
    '2023-05x',
  ])('“%s” is none', (typed) => {
    expect(parsePeriod(typed, 2023)).toBeNull();
  });

  it('a year from elsewhere does not overrule the one that is written', () => {
    expect(parsePeriod('2022年5月', 2023)).toBe('2022-05');
    expect(parsePeriod('2022-05', 2023)).toBe('2022-05');
    expect(parsePeriod('1900-01')).toBe('1900-01');
    expect(parsePeriod('1900年12月')).toBe('1900-12');
  });

  it('the form the sheet keeps is told from what people type', () => {
    expect(['2023-05', '1000-12', '9999-10'].map(isPeriod)).toEqual([true, true, true]);
    expect(
      ['2023-5', '2023-00', '2023-13', '0023-05', '2023-05-01', 'x2023-05', '2023-05x', '2023/05', ''].some(isPeriod),
    ).toBe(false);
  });

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

  it('months go over the ends of years', () => {
    expect(addMonths(periodOf(2023, 12), 1)).toBe('2024-01');
    expect(addMonths(periodOf(2023, 1), -1)).toBe('2022-12');
    expect(addMonths(periodOf(2023, 5), 26)).toBe('2025-07');
    expect(periodOf(987, 5)).toBe('0987-05');
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
