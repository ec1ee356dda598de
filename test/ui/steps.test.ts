import { describe, expect, it } from 'vitest';
import { type MonthSoFar, stepsOf } from '../../src/ui/board/steps.ts';

/** A month in which four returns are due, prepared, the day not over. */
function aMonth(about: Partial<MonthSoFar['done'] & MonthSoFar['tally']> & { isOver?: boolean } = {}): MonthSoFar {
  const { isOver = false, due = 4, missing = 0, draft = 0, returned = 0, ...done } = about;
  return {
    isOver,
    lastDay: '2023-05-20',
    tally: { due, missing, draft, returned, handedIn: due - missing - draft - returned },
    done: {
      prepared: true,
      reminded: null,
      unreviewed: 0,
      consolidated: false,
      drafted: false,
      sent: 0,
      frozen: false,
      ...done,
    },
  };
}

const nextOf = (month: MonthSoFar) => stepsOf(month).find(({ state }) => state === 'next')?.name ?? null;

describe('what is next in a month', () => {
  it.each([
    ['prepared by nobody', aMonth({ prepared: false, missing: 4 }), 'prepare'],
    ['some owe, the day is not over', aMonth({ missing: 2 }), 'remind'],
    [
      'some were reminded and there is time: what came in is looked at',
      aMonth({ missing: 2, reminded: '2023-05-18', unreviewed: 1 }),
      'review',
    ],
    [
      'some were reminded, all that came in was looked at: nothing but waiting',
      aMonth({ missing: 2, reminded: '2023-05-18' }),
      null,
    ],
    [
      'the day is over, the reminder was before it',
      aMonth({ missing: 2, reminded: '2023-05-18', isOver: true }),
      'remind',
    ],
    [
      'reminded again after the day, nothing more to look at',
      aMonth({ missing: 2, reminded: '2023-05-21', isOver: true }),
      'consolidate',
    ],
    ['all in before the day, some not looked at', aMonth({ unreviewed: 3 }), 'review'],
    ['all in and looked at', aMonth(), 'consolidate'],
    [
      'consolidated, though some still owe',
      aMonth({ missing: 1, reminded: '2023-05-21', consolidated: true, isOver: true }),
      'documents',
    ],
    ['nothing came in, and nobody was reminded after the day', aMonth({ missing: 4, isOver: true }), 'remind'],
    ['nothing came in, all were reminded', aMonth({ missing: 4, reminded: '2023-05-22', isOver: true }), 'consolidate'],
    ['written', aMonth({ consolidated: true, drafted: true, isOver: true }), 'send'],
    [
      'a return was sent back after that',
      aMonth({ returned: 1, consolidated: true, drafted: true, isOver: true }),
      'send',
    ],
    ['sent to everybody', aMonth({ consolidated: true, drafted: true, frozen: true, missing: 1, unreviewed: 2 }), null],
  ] as const)('%s: %#', (_, month, next) => {
    expect(nextOf(month)).toBe(next);
  });

  it('is never more than one step, and never one that is done', () => {
    for (const month of [aMonth(), aMonth({ prepared: false }), aMonth({ isOver: true, missing: 4 })]) {
      expect(stepsOf(month).filter(({ state }) => state === 'next').length).toBeLessThanOrEqual(1);
      expect(stepsOf(month).map(({ name }) => name)).toEqual([
        'prepare',
        'remind',
        'review',
        'consolidate',
        'documents',
        'send',
      ]);
    }
  });
});
