/** When a mail that was put off is tried again, and what a host's word on it is worth. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_REASONS, failureFrom } from '../../../src/domain/dispatch/failure.ts';
import { isDue, MOST_TRIES, nextTry } from '../../../src/domain/dispatch/retry.ts';
import { addMinutes, type LocalDateTime } from '../../../src/domain/local-date.ts';

const at = (text: string) => text as LocalDateTime;

describe('minutes added to a moment', () => {
  it.each([
    ['2023-05-23T09:30:15', 0, '2023-05-23T09:30:15'],
    ['2023-05-23T09:30:15', 30, '2023-05-23T10:00:15'],
    ['2023-05-31T23:59:59', 1, '2023-06-01T00:00:59'],
    ['2024-02-28T12:00:00', 2 * 1440, '2024-03-01T12:00:00'],
    ['2023-01-01T00:10:00', -20, '2022-12-31T23:50:00'],
  ])('%s and %d: %s', (moment, minutes, sum) => {
    expect(addMinutes(at(moment), minutes)).toBe(sum);
  });

  it('are those a clock without summer time counts', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: -100_000, max: 100_000 }),
        (date, minutes) => {
          const moment = date.toISOString().slice(0, 19);
          const sum = new Date(Date.parse(`${moment}Z`) + minutes * 60_000).toISOString().slice(0, 19);
          expect(addMinutes(at(moment), minutes)).toBe(sum);
        },
      ),
    );
  });
});

describe('a mail that was put off', () => {
  const since = at('2023-05-23T09:00:00');

  it('waits longer each time, half an hour at least, more than three days in all, and not for ever', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, index) => nextTry({ tries: index + 1, since }));
    const minutes = waits.flatMap((next) => (next === null ? [] : [(Date.parse(next) - Date.parse(since)) / 60_000]));
    expect(minutes).toHaveLength(MOST_TRIES - 1);
    expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
    expect(minutes[0]).toBeGreaterThanOrEqual(30);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(3 * 1440);
    expect(waits[MOST_TRIES - 1]).toBeNull();
  });

  it('is due from its time on, and at once where the clock was put back', () => {
    expect(isDue({ tries: 1, since }, at('2023-05-23T09:49:59'))).toBe(false);
    expect(isDue({ tries: 1, since }, at('2023-05-23T09:50:00'))).toBe(true);
    expect(isDue({ tries: 1, since }, at('2023-05-23T09:00:00'))).toBe(false);
    expect(isDue({ tries: 1, since }, at('2023-05-23T08:59:59'))).toBe(true);
    expect(isDue({ tries: MOST_TRIES, since }, since)).toBe(true);
  });
});

describe('what a host says of a mail that failed', () => {
  it('without a word nobody knows', () => {
    expect(failureFrom(null, '断了')).toEqual({
      ...{ reason: 'unsaid', certain: false, temporary: false, hung: false, reply: '断了' },
    });
  });

  it('is taken as it is where it is whole', () => {
    for (const reason of FAILURE_REASONS) {
      const told = { reason, certain: true, temporary: true, hung: true, reply: '451' };
      expect(failureFrom(told, '')).toEqual(told);
    }
  });

  it('is certain only where it says so, and tried again only where it is certain', () => {
    const anything = fc.dictionary(fc.constantFrom('reason', 'certain', 'temporary', 'hung', 'reply'), fc.jsonValue());
    fc.assert(
      fc.property(anything, (told) => {
        const { certain, temporary, reason, reply } = failureFrom(told, '断了');
        expect(certain).toBe(told['certain'] === true);
        expect(temporary && !certain).toBe(false);
        expect(FAILURE_REASONS).toContain(reason);
        expect(reply).toBe(typeof told['reply'] === 'string' ? told['reply'] : '断了');
      }),
    );
    expect(failureFrom({ certain: true }, '')).toMatchObject({ reason: 'other', certain: true, hung: false });
  });
});
