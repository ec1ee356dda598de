/** What is tried again where the platform fails, and how often. */
import { describe, expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { type Command, call, consolidated, NOON, setUpShort, withReturn } from './commands.ts';
import { TRANSIENT } from './matrix.ts';
import { attempt, hostWith } from './trial.ts';

const MAY = { month: '2023-05' };

/** How often the first call of each method is made where that method fails every time. */
function attemptsOf(make: () => Host, act: Command['act']): Record<string, number> {
  const made = make();
  const start = () => hostWith(made, NOON);
  const methods = new Set<string>();
  attempt(start(), act, ({ service, method }) => void methods.add(`${service}.${method}`));
  return Object.fromEntries(
    [...methods].map((name) => {
      let tried = 0;
      attempt(start(), act, ({ service, method, phase }) => {
        if (phase !== 'before' || `${service}.${method}` !== name) return;
        tried += 1;
        throw new Error(TRANSIENT[0]);
      });
      return [name, tried];
    }),
  );
}

/** Doing these twice is the same as doing them once: reads, given values into a given range, and the flush. */
const OF_CONSOLIDATION = ['Sheet.getDataRange', 'Range.getValues', 'Range.setValues', 'SpreadsheetApp.flush'];
const SAFE = [...OF_CONSOLIDATION, 'Range.getValue'];
const MAIL = 'MailApp.sendEmail';
/** Made once for each mail, whatever became of the one before. */
const OF_EACH_MAIL = [MAIL, 'Utilities.newBlob'];
const RECIPIENTS = 2;

const timesOf = (method: string): number => {
  if (SAFE.includes(method)) return 3;
  return OF_EACH_MAIL.includes(method) ? RECIPIENTS : 1;
};

describe('a call that fails every time', () => {
  it.each([
    ['prepare', setUpShort, call('prepare', MAY)],
    ['consolidate', withReturn, call('consolidate', MAY)],
    ['send', consolidated, call('send', MAY)],
  ] as const)('of %s is tried three times where that is safe, and once where it is not', (_, start, act) => {
    for (const [method, tried] of Object.entries(attemptsOf(start, act))) {
      expect({ method, tried }).toEqual({ method, tried: timesOf(method) });
    }
  });

  it('a mail that may have left is never tried again: each of the two recipients’ once', () => {
    expect(attemptsOf(consolidated, call('send', MAY))[MAIL]).toBe(RECIPIENTS);
  });

  it('reading, writing and flushing that fail once are made good without anybody noticing', () => {
    for (const name of OF_CONSOLIDATION) {
      let failed = false;
      const error = attempt(withReturn(), call('consolidate', MAY), ({ service, method, phase }) => {
        if (failed || phase !== 'before' || `${service}.${method}` !== name) return;
        failed = true;
        throw new Error(TRANSIENT[2]);
      });
      expect({ name, failed, error }).toEqual({ name, failed: true, error: null });
    }
  });
});
