/** The script carries the statutory calendar as a table: it says of every day what the package says that it was made from. */
import { isWorkday } from 'chinese-days';
import { describe, expect, it, vi } from 'vitest';

const { holidaysModule } = (await import('../../build/holidays.mjs' as string)) as { holidaysModule(): string };

describe('the calendar built into the script', () => {
  it('says of every day of 2004 to 2030 what the package says', async () => {
    const module = (await import(`data:text/javascript,${encodeURIComponent(holidaysModule())}`)) as {
      isWorkday: typeof isWorkday;
    };
    const different: string[] = [];
    for (let day = Date.UTC(2004, 0, 1); day < Date.UTC(2031, 0, 1); day += 86_400_000) {
      const told = new Date(day).toISOString().slice(0, 10);
      if (module.isWorkday(told) !== isWorkday(told)) different.push(told);
    }
    expect(different).toEqual([]);
    expect([module.isWorkday('2023-05-01'), module.isWorkday('2023-05-06')]).toEqual([false, true]);
  });

  it('is the same in whatever year the script is built', () => {
    const now = holidaysModule();
    vi.useFakeTimers({ now: Date.UTC(2040, 5, 1) });
    try {
      expect(holidaysModule()).toBe(now);
    } finally {
      vi.useRealTimers();
    }
  });
});
