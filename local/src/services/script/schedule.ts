/** When a clock trigger runs next. */
import { epochOf, localOf } from '../../values/zone.ts';

/** What a script said of the times, by the builder's methods; all numbers, `weekday` from 0 (Sunday). */
export interface Schedule {
  /** Milliseconds from its making, once. */
  readonly after?: number;
  /** An instant, once. */
  readonly at?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
  readonly weeks?: number;
  readonly weekday?: number;
  readonly monthDay?: number;
  readonly hour?: number;
  readonly minute?: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Does it say when to run at all? An hour of no day does not. */
export function isComplete({ hour: _, minute: __, ...when }: Schedule): boolean {
  return Object.keys(when).length > 0;
}

export const runsOnce = ({ after, at }: Schedule): boolean => after !== undefined || at !== undefined;

/** The first time after `made`. The platform picks a minute within the hour itself; here it is the first one. */
export function firstRun(schedule: Schedule, made: number, timeZone: string): number {
  if (schedule.at !== undefined) return schedule.at;
  if (schedule.after !== undefined) return made + schedule.after;
  const interval = intervalOf(schedule);
  if (interval !== undefined) return made + interval;
  return nextDay(schedule, made, timeZone, 1);
}

/** The time after the run at `ran`. */
export function nextRun(schedule: Schedule, ran: number, timeZone: string): number {
  const interval = intervalOf(schedule);
  if (interval !== undefined) return ran + interval;
  return nextDay(schedule, ran, timeZone, (schedule.days ?? 1) * (schedule.weeks ?? 1) * (schedule.weeks ? 7 : 1));
}

function intervalOf({ minutes, hours }: Schedule): number | undefined {
  if (minutes !== undefined) return minutes * MINUTE;
  return hours === undefined ? undefined : hours * 60 * MINUTE;
}

/** The next fitting day at the hour and minute named, `step` days on at least where the time of `from` is that time. */
function nextDay(schedule: Schedule, from: number, timeZone: string, step: number): number {
  const { hour = 0, minute = 0, weekday, monthDay } = schedule;
  const local = localOf(timeZone, from);
  const time = (hour * 60 + minute) * MINUTE;
  let day = Math.floor(local / DAY) * DAY;
  if (day + time <= local) day += (day + time === local ? step : 1) * DAY;
  const fits = (date: Date) =>
    (weekday === undefined || date.getUTCDay() === weekday) &&
    (monthDay === undefined || date.getUTCDate() === monthDay);
  while (!fits(new Date(day))) day += DAY;
  return epochOf(timeZone, day + time);
}
