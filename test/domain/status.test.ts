import { describe, expect, it } from 'vitest';
import { countIn, emptyTally, isHandedIn, isOwed, rate, type Status } from '../../src/domain/status.ts';

const NONE = { due: 0, handedIn: 0, onTime: 0, late: 0, missing: 0, draft: 0, returned: 0, nil: 0, exempt: 0 };
const counted = (status: Status, daysLate: number) => {
  const tally = emptyTally();
  countIn(tally, status, daysLate);
  return tally;
};

describe('what a status counts as', () => {
  it.each<[Status, boolean, boolean]>([
    ['submitted', true, false],
    ['late', true, false],
    ['accepted', true, false],
    ['nil', true, false],
    ['missing', false, true],
    ['draft', false, true],
    ['returned', false, true],
    ['exempt', false, false],
  ])('%s: handed in %s, owed %s', (status, handedIn, owed) => {
    expect([isHandedIn(status), isOwed(status)]).toEqual([handedIn, owed]);
  });

  it.each<[Status, number, Partial<typeof NONE>]>([
    ['submitted', 0, { due: 1, handedIn: 1, onTime: 1 }],
    ['late', 3, { due: 1, handedIn: 1, late: 1 }],
    ['accepted', 1, { due: 1, handedIn: 1, late: 1 }],
    ['accepted', 0, { due: 1, handedIn: 1, onTime: 1 }],
    ['nil', 0, { due: 1, handedIn: 1, onTime: 1, nil: 1 }],
    ['nil', 2, { due: 1, handedIn: 1, late: 1, nil: 1 }],
    ['missing', 9, { due: 1, missing: 1 }],
    ['draft', 0, { due: 1, draft: 1 }],
    ['returned', 0, { due: 1, returned: 1 }],
    ['exempt', 0, { exempt: 1 }],
  ])('%s, %d days late, is counted once where it belongs', (status, late, wanted) => {
    expect(counted(status, late)).toEqual({ ...NONE, ...wanted });
  });

  it('a share of nothing is neither good nor bad', () => {
    expect(rate(0, 0)).toBeNull();
    expect(rate(0, 4)).toBe(0);
    expect(rate(3, 4)).toBe(0.75);
  });
});
