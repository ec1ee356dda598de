/** The host's clock: real, fixed, or the caller's own; only ever moved forward by hand. */

/** What `createHost({now})` takes: an instant, a local time `2023-05-21T09:00`, or a function. */
export type Now = Date | string | number | (() => Date | number);

/** Tells the time, and lets it pass. */
export interface Clock {
  now(): number;
  /** Lets time pass (`Utilities.sleep`, waiting for a lock). */
  advance(milliseconds: number): void;
  /** From now on it is that time, or what the function says. */
  set(time: number | (() => number)): void;
}

/** A clock that starts at `start` and stands still, or follows a function. */
export function createClock(start: number | (() => number)): Clock {
  let base = start;
  let ahead = 0;
  return {
    now: () => (typeof base === 'number' ? base : base()) + ahead,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    set(time) {
      base = time;
      ahead = 0;
    },
  };
}
