/** Tries again what the platform fails to do at times, where doing it twice is the same as doing it once. */

/** Waits before the second and the third attempt, in milliseconds. */
const WAITS = [500, 1500] as const;

/**
 * Reads, and writes of given values into a given range: only such work may be tried again, because a call that failed may
 * have been carried out all the same. Any error is tried again: its text is localised and its class says nothing.
 *
 * @throws what the last attempt threw
 */
export function retried<Result>(work: () => Result): Result {
  for (const wait of WAITS) {
    try {
      return work();
    } catch {
      Utilities.sleep(wait);
    }
  }
  return work();
}
