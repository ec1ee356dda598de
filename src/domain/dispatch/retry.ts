/** When a mail that was put off is tried again: the longer, the more often it failed, and not for ever. */
import { addMinutes, type LocalDateTime } from '../local-date.ts';

/**
 * Minutes after the first failure, the second and so on: hours less ten minutes, since the hourly trigger is not punctual. They
 * come to more than three days, as long as a weekend; RFC 5321, 4.5.4.1, wants half an hour at least.
 */
const PAUSES = [50, 50, 110, 230, 470, 950, 1430, 1430] as const;

/** So often a mail is tried by itself; then it has failed. */
export const MOST_TRIES = PAUSES.length + 1;

/** A mail that waits after it was tried. */
export interface PutOff {
  /** How often it was tried, from 1. */
  readonly tries: number;
  /** When it was tried last. */
  readonly since: LocalDateTime;
}

/** When it is tried again; `null` where that was the last time. */
export function nextTry({ tries, since }: PutOff): LocalDateTime | null {
  const pause = PAUSES[tries - 1];
  return pause === undefined ? null : addMinutes(since, pause);
}

/** A clock that was put back causes no waiting. */
export function isDue(putOff: PutOff, now: LocalDateTime): boolean {
  const next = nextTry(putOff);
  return next === null || now >= next || now < putOff.since;
}
