import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/domain/local-date.ts';
import { type Period, periodOf } from '../../../src/domain/period.ts';
import { blocksOf } from '../../../src/domain/rights/blocks.ts';
import { lastOpenDay, openTo } from '../../../src/domain/rights/closing.ts';

const day = (text: string) => text as LocalDate;
const MAY = periodOf(2023, 5);
const RULE = { day: 20, inclusive: true, holidays: 'none' } as const;

describe('who may write which rows', () => {
  it('rows below each other with one owner are one block', () => {
    expect(blocksOf([0, 0, 1, 'office', 'office', 0])).toEqual([
      { from: 0, to: 1, owner: 0 },
      { from: 2, to: 2, owner: 1 },
      { from: 3, to: 4, owner: 'office' },
      { from: 5, to: 5, owner: 0 },
    ]);
  });

  it('a row that is anybody’s parts two blocks', () => {
    expect(blocksOf(['anybody', 2, 'anybody', 2, 2])).toEqual([
      { from: 1, to: 1, owner: 2 },
      { from: 3, to: 4, owner: 2 },
    ]);
  });
});

describe('when a month closes', () => {
  it('so many days after the last day in time, or never', () => {
    expect(lastOpenDay(MAY, RULE, 3)).toBe('2023-05-23');
    expect(lastOpenDay(MAY, { ...RULE, inclusive: false }, 0)).toBe('2023-05-19');
    expect(lastOpenDay(MAY, RULE, null)).toBeNull();
  });

  const openOn = (today: string, closeAfter: number | null, frozen: Period[] = [], until = '2023-05-30') =>
    openTo(day(today), RULE, closeAfter, [{ period: MAY, department: 1, until: day(until) }], new Set(frozen));

  it('it is open on that day and closed the day after, month by month', () => {
    const [open, closed] = [openOn('2023-05-23', 3), openOn('2023-05-24', 3)];
    expect([open(MAY, 0), closed(MAY, 0), closed(periodOf(2023, 6), 0), closed(periodOf(2023, 4), 0)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(closed(MAY, 0)).toBe(false);
  });

  it('whom the office lets be late may write up to that day, in that month alone', () => {
    expect(openOn('2023-05-30', 0)(MAY, 1)).toBe(true);
    expect(openOn('2023-05-31', 0)(MAY, 1)).toBe(false);
    expect(openOn('2023-05-30', 0)(MAY, 2)).toBe(false);
    expect(openOn('2023-05-30', 0)(periodOf(2023, 4), 1)).toBe(false);
  });

  it('it never closes where the office wants it so, unless it was reported upward', () => {
    expect(openOn('2024-05-30', null)(MAY, 0)).toBe(true);
    expect(openOn('2023-05-10', null, [MAY])(MAY, 0)).toBe(false);
    expect(openOn('2023-05-10', 5, [MAY])(MAY, 1)).toBe(true);
    expect(openOn('2023-05-10', 5, [MAY])(periodOf(2023, 6), 0)).toBe(true);
    expect(openTo(day('2023-05-10'), RULE, 5, [])(MAY, 0)).toBe(true);
  });
});
