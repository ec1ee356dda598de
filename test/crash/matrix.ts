/** The crash matrix of a group of commands: each, at each of its service calls, in each way a run can break off. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { kill } from '../support/host.ts';
import { COMMANDS, type Command } from './commands.ts';
import { recordSize } from './size.ts';
import { attempt, stopWatch, Trial } from './trial.ts';

/** What the platform throws at times, without being asked; what it had to do may have been done all the same. */
export const TRANSIENT = [
  'Service Spreadsheets timed out while accessing document with id local-spreadsheet.',
  'Service invoked too many times in a short time: try Utilities.sleep(1000) between calls.',
  "We're sorry, a server error occurred. Please wait a bit and try again.",
];

/** In commands of more calls each call fails with one of the texts, in turn: no code looks at a text. */
const FEW = 60;

const AGAIN = 'run again leaves what a run leaves that nobody stopped';

export function crashMatrix(group: keyof typeof COMMANDS): void {
  // Thousands of runs a test, and the machine may be busy.
  vi.setConfig({ testTimeout: 900_000 });
  const commands: readonly Command[] = COMMANDS[group];
  for (const command of commands) describe(`${command.name}, ${command.about}`, () => ofCommand(command));
}

function ofCommand(command: Command): void {
  let made: Trial | undefined;
  const trial = (): Trial => {
    made ??= new Trial(command);
    return made;
  };
  const runs: Record<string, number> = {};
  const count = (mode: string) => {
    runs[mode] = (runs[mode] ?? 0) + 1;
  };

  it(`stopped before or after any call: ${AGAIN}`, () => {
    const { calls, places } = trial();
    const host = trial().fresh();
    const stopped = new Set(places);
    // A stop leaves what was written before it and nothing after: one run, looked at in each of these moments, shows them all.
    let at = -1;
    const failed = attempt(host, command.act, ({ phase }) => {
      if (phase === 'before') at += 1;
      if (!stopped.has(at)) return;
      count(`stopped ${phase}`);
      // Between two calls nothing is written: before a call stands what stood after the last one.
      if (phase === 'after' || at === 0) trial().expectMendable(`${phase} ${at} ${calls[at]}`, host);
    });
    if (failed) throw failed;
    expect(at).toBe(calls.length - 1);
  });

  it(`killed by the platform at any call: ${AGAIN}`, () => {
    for (const at of trial().places) {
      const host = trial().fresh();
      let seen = -1;
      const failed = attempt(host, command.act, ({ phase }) => {
        if (phase === 'before') seen += 1;
        return seen === at && phase === 'before' ? kill() : undefined;
      });
      expect(failed?.name).toBe('Kill');
      count('killed');
      trial().expectMendable(`killed at ${at} ${trial().calls[at]}`, host);
    }
  });

  it(`out of time at any call: ${AGAIN}`, () => {
    const watch = stopWatch();
    try {
      for (const at of trial().places) {
        const host = trial().fresh();
        let seen = -1;
        const failed = attempt(host, command.act, ({ phase }) => {
          if (phase === 'before') seen += 1;
          if (seen === at && phase === 'after') watch.runOut();
        });
        watch.reset();
        expect(failed?.message).toBe('Exceeded maximum execution time');
        count('out of time');
        trial().expectMendable(`out of time at ${at} ${trial().calls[at]}`, host);
      }
    } finally {
      watch.end();
    }
  });

  for (const landed of [false, true]) {
    const how = landed ? 'failing once, though carried out' : 'failing once';
    it(`any call ${how}: it goes through, or ${AGAIN}`, () => {
      const { calls, places } = trial();
      for (const at of places) {
        const texts = calls.length <= FEW ? TRANSIENT : [TRANSIENT[at % TRANSIENT.length]];
        for (const text of texts) {
          const host = trial().fresh();
          let seen = -1;
          let done = false;
          const failed = attempt(host, command.act, ({ phase }) => {
            if (phase === 'before') seen += 1;
            if (done || seen !== at || (phase === 'after') !== landed) return;
            done = true;
            throw new Error(text);
          });
          count(how);
          const where = `${how} at ${at} ${calls[at]}`;
          if (failed) trial().expectMendable(where, host);
          else trial().expectWhole(where, host);
        }
      }
    });
  }

  afterAll(() =>
    recordSize({
      command: `${command.name}, ${command.about}`,
      calls: trial().places.length,
      runs,
      states: trial().states,
    }),
  );
}
