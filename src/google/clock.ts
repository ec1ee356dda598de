/** Turns instants into what the wall clock of a zone shows. The edge beyond which no `Date` travels. */

const DAY = 86_400_000;

/** The moment it is, as `2023-05-18T09:30:00` in a zone. */
export const nowIn = (timeZone: string): string => wallClockOf(timeZone)(new Date());

/** Measures how long the run has gone on, in milliseconds from now. */
export function stopwatch(): () => number {
  const start = Date.now();
  return () => Date.now() - start;
}

/**
 * Tells instants as `2023-05-18T09:30:00`. The zone's offset is asked for twice a day of the calendar that occurs, not
 * once a cell: asking is slow, and a service call for every date would grow with the rows.
 */
export function wallClockOf(timeZone: string): (moment: Date) => string {
  const offsets = new Map<number, number | null>();
  const offsetAt = (instant: number): number => {
    const day = Math.floor(instant / DAY);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const first = askOffset(day * DAY, timeZone);
      // On a day on which the clocks change every instant is asked for.
      offset = first === askOffset((day + 1) * DAY - 1000, timeZone) ? first : null;
      offsets.set(day, offset);
    }
    return offset ?? askOffset(instant, timeZone);
  };
  return (moment) => {
    // A cell holds a fraction of a day, which can miss the full second by a hair.
    const instant = Math.round(moment.getTime() / 1000) * 1000;
    return new Date(instant + offsetAt(instant)).toISOString().slice(0, 19);
  };
}

/** Milliseconds to add to an instant so that its UTC clock shows the zone's time. */
function askOffset(instant: number, timeZone: string): number {
  const moment = new Date(instant);
  // Swedish writes dates as ISO 8601 does.
  const local = moment.toLocaleString('sv-SE', { timeZone });
  const shown = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(local)
    ? local
    : Utilities.formatDate(moment, timeZone, 'yyyy-MM-dd HH:mm:ss');
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - instant;
}
