import { describe, expect, it } from 'vitest';
import { moveOffHoliday, stepDays } from '../../src/domain/calendar.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';

const day = (text: string) => text as LocalDate;

describe('working days', () => {
  it('a day off moves to the nearest working day on the side the rule names', () => {
    // The Spring Festival of 2023 was 21 to 27 January; the 28th and 29th, a weekend, were worked.
    expect(moveOffHoliday(day('2023-01-24'), 'next')).toBe('2023-01-28');
    expect(moveOffHoliday(day('2023-01-24'), 'previous')).toBe('2023-01-20');
    expect(moveOffHoliday(day('2023-01-24'), 'none')).toBe('2023-01-24');
    expect(moveOffHoliday(day('2023-01-28'), 'next')).toBe('2023-01-28');
  });

  it('are counted one by one, forwards and backwards', () => {
    expect(stepDays(day('2023-01-20'), 1, true)).toBe('2023-01-28');
    expect(stepDays(day('2023-01-28'), -1, true)).toBe('2023-01-20');
    expect(stepDays(day('2023-01-20'), 3, true)).toBe('2023-01-30');
    expect(stepDays(day('2023-01-20'), 3, false)).toBe('2023-01-23');
    expect(stepDays(day('2023-01-20'), -3, false)).toBe('2023-01-17');
  });

  it('no working days from a day off is that day', () => {
    expect(stepDays(day('2023-01-22'), 0, true)).toBe('2023-01-22');
  });
});
