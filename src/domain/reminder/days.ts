/** On which days a department that owes something is reminded, and when others are told. */
import { moveOffHoliday, stepDays } from '../calendar.ts';
import type { LocalDate } from '../local-date.ts';

export interface ReminderRules {
  /** Do reminders go by themselves? By hand they always may. */
  readonly automatic: boolean;
  /** Days before the last day in time. */
  readonly before: readonly number[];
  /** On the last day in time itself? */
  readonly onDay: boolean;
  /** Days after it. */
  readonly after: readonly number[];
  /** Count working days, and remind on working days only. */
  readonly workingDays: boolean;
  /** Days after it on which the department's head is told; `null`: never. */
  readonly headAfter: number | null;
  /** Days after it on which the leader in charge is told; `null`: never. */
  readonly leaderAfter: number | null;
}

/** The days for one last day in time. */
export function reminderDays(lastDay: LocalDate, rules: ReminderRules): readonly LocalDate[] {
  const { before, onDay, after, workingDays } = rules;
  return [
    ...before.map((days) => stepDays(lastDay, -days, workingDays)),
    ...(onDay ? [workingDays ? moveOffHoliday(lastDay, 'previous') : lastDay] : []),
    ...after.map((days) => stepDays(lastDay, days, workingDays)),
  ];
}

export type Level = 'head' | 'leader';

/** The day from which on others are told; `null`: never. */
export function escalationDay(lastDay: LocalDate, level: Level, rules: ReminderRules): LocalDate | null {
  const after = level === 'head' ? rules.headAfter : rules.leaderAfter;
  return after === null ? null : stepDays(lastDay, after, rules.workingDays);
}

/** The latest of some days that has come; `null` where none has. */
export function latestReached(days: readonly (LocalDate | null)[], today: LocalDate): LocalDate | null {
  let latest: LocalDate | null = null;
  for (const day of days) if (day !== null && day <= today && (latest === null || day > latest)) latest = day;
  return latest;
}
