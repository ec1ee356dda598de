/** Who is to be reminded of what, and who is to be told of it. What was sent already is not looked at here. */
import { at } from '../at.ts';
import type { OwedObligation } from '../consolidation/result.ts';
import { type DeadlineRule, lastDayInTime } from '../deadline.ts';
import { type LocalDate, latestDay } from '../local-date.ts';
import type { Period } from '../period.ts';
import type { Grant } from '../rights/closing.ts';
import { escalationDay, type Level, latestReached, type ReminderRules, reminderDays } from './days.ts';

/** Something a department owes, with the day until which it is in time for that department. */
export interface OwedItem extends Pick<OwedObligation, 'period' | 'task' | 'department' | 'status'> {
  readonly lastDay: LocalDate;
}

/** Who was granted more time owes by that day. */
export function owedItems(
  owed: readonly OwedObligation[],
  rule: DeadlineRule,
  grants: readonly Grant[],
): readonly OwedItem[] {
  return owed.map(({ period, task, department, status, deadline }) => {
    const own = grants.filter((grant) => grant.period === period && grant.department === department);
    const lastDay = latestDay(lastDayInTime(deadline, rule), ...own.map(({ until }) => until));
    return { period, task, department, status, lastDay };
  });
}

/** One mail to one department: everything it owes up to a month. */
export interface Reminder {
  readonly department: number;
  /** The latest month it is about. */
  readonly period: Period;
  readonly items: readonly OwedItem[];
}

export interface DueReminder extends Reminder {
  /** The day it was meant for: it may be late, it goes once. */
  readonly day: LocalDate;
}

/**
 * The reminders whose day has come, the latest day of each department: a schedule that did not run for days sends one
 * mail, not all it missed.
 */
export function dueReminders(
  items: readonly OwedItem[],
  rules: ReminderRules,
  today: LocalDate,
): readonly DueReminder[] {
  return byDepartment(items).flatMap(([department, own]) => {
    const days = own.map(({ lastDay }) => latestReached(reminderDays(lastDay, rules), today));
    const day = latestReached(days, today);
    if (day === null) return [];
    const period = latest(own.filter((_, index) => days[index] === day).map((item) => item.period));
    return [{ ...remindersUpTo(own, department, period), day }];
  });
}

/** What departments owe up to a month: those that owe something in that very month. */
export function remindersOf(items: readonly OwedItem[], period: Period): readonly Reminder[] {
  return byDepartment(items)
    .filter(([, own]) => own.some((item) => item.period === period))
    .map(([department, own]) => remindersUpTo(own, department, period));
}

export function remindersUpTo(items: readonly OwedItem[], department: number, period: Period): Reminder {
  return {
    department,
    period,
    items: items.filter((item) => item.department === department && item.period <= period),
  };
}

/** One mail to one person about all departments that person answers for. */
export interface Digest {
  readonly level: Level;
  /** The person, as the caller names people. */
  readonly who: string;
  readonly period: Period;
  readonly items: readonly OwedItem[];
}

export interface DueDigest extends Digest {
  readonly day: LocalDate;
}

/** @param whosOf whom a department's arrears are told to, each by a mail of their own */
export function dueDigests(
  items: readonly OwedItem[],
  level: Level,
  rules: ReminderRules,
  today: LocalDate,
  whosOf: (department: number) => readonly string[],
): readonly DueDigest[] {
  const people = new Map<string, { item: OwedItem; day: LocalDate }[]>();
  for (const item of items) {
    const day = escalationDay(item.lastDay, level, rules);
    if (day === null || day > today) continue;
    for (const who of whosOf(item.department)) people.set(who, [...(people.get(who) ?? []), { item, day }]);
  }
  return [...people].map(([who, told]) => ({
    level,
    who,
    period: latest(told.map(({ item }) => item.period)),
    day: latest(told.map(({ day }) => day)),
    items: told.map(({ item }) => item),
  }));
}

function byDepartment(items: readonly OwedItem[]): [number, OwedItem[]][] {
  const departments = new Map<number, OwedItem[]>();
  for (const item of items) departments.set(item.department, [...(departments.get(item.department) ?? []), item]);
  return [...departments].sort(([a], [b]) => a - b);
}

/** Of months or days, at least one. */
const latest = <Moment extends Period | LocalDate>(moments: readonly Moment[]): Moment =>
  at([...moments].sort(), moments.length - 1);
