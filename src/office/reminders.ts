/** The reminders that are due: by the schedule, or by hand. Made from what is owed; nothing is sent here. */

import { contentFingerprint, type MailContent } from '../documents/mail.ts';
import { digestMail, type ReminderAbout, reminderMail } from '../documents/reminder-mail.ts';
import { cellOf } from '../domain/cell.ts';
import { consolidate } from '../domain/consolidation/consolidate.ts';
import type { SubmissionTable } from '../domain/consolidation/input.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import type { Dispatch } from '../domain/dispatch/dispatch.ts';
import { dispatchKey } from '../domain/dispatch/key.ts';
import { dateOf, type LocalDate } from '../domain/local-date.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import type { Department } from '../domain/matrix.ts';
import { type Period, parsePeriod, periodOf, yearOf } from '../domain/period.ts';
import {
  type DueDigest,
  dueDigests,
  dueReminders,
  type OwedItem,
  owedItems,
  remindersUpTo,
} from '../domain/reminder/chase.ts';
import type { Level } from '../domain/reminder/days.ts';
import { remindedIn, toRemind } from '../domain/reminder/served.ts';
import { readExceptions } from '../workbook/exceptions.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { readSubmissions } from '../workbook/submissions.ts';

import { frozenPeriods } from './frozen.ts';
import { type Office, rowsOf } from './office.ts';
import type { OutboxMail } from './outbox.ts';

export const REMINDER_KIND = '催报';
const DIGEST_KIND = '督办';

export interface Addressee {
  /** As the outbox shows it. */
  readonly who: string;
  readonly mail: string;
}

/** The usable addresses, each by itself: what becomes of a mail is then known of each address. */
export function addressees(name: string, typed: string): readonly Addressee[] {
  const mails = [...new Set(typed.split(/[、,，;；\s]+/).filter(isMailAddress))];
  return mails.map((mail) => ({ who: `${name} <${mail}>`, mail }));
}

/** Whom a level's mails go to: the department's head, or the leader in charge. */
function superiors({ head, headMail, leader, leaderMail }: Department, level: Level) {
  return level === 'head' ? addressees(head, headMail) : addressees(leader, leaderMail);
}

/** Of what is owed, what is not of a frozen month: a frozen month's arrears stand in its report. */
export function arrears(
  { book, settings, departments }: Office,
  owed: Consolidation['owed'],
  frozen: ReadonlySet<Period>,
): readonly OwedItem[] {
  const asked = book.read(declarationOf('exceptions').title) ?? [];
  const { grants } = readExceptions(asked, departments, settings.year);
  const open = owed.filter((one) => !frozen.has(one.period));
  return owedItems(open, settings.rules.deadline, grants);
}

export function aboutOf({ book, settings, matrix, now }: Office): ReminderAbout {
  return { matrix, today: dateOf(now), unitName: settings.unitName, contact: settings.contact, url: book.url() };
}

export function mailOf(
  kind: string,
  { who, mail }: Addressee,
  { period, day }: { readonly period: Period; readonly day: LocalDate },
  content: MailContent,
  onWordOf: OutboxMail['onWordOf'],
): OutboxMail {
  const key = dispatchKey({ kind, period, who, occasion: day }, contentFingerprint(content));
  return { key, onWordOf, kind, period, recipient: who, to: [mail], content };
}

/** What the schedule wants on its way, and whom it does not reach. */
export interface ScheduledReminders {
  readonly mails: readonly OutboxMail[];
  /** Departments whose day has come and that have no usable address. */
  readonly unreachable: readonly string[];
  /** Departments whose arrears are to be told to a person above who has no usable address. */
  readonly untold: Readonly<Record<Level, readonly string[]>>;
  /** The running month, where its day has come and no row was prepared: nobody is reminded of rows that are not there. */
  readonly unprepared: Period | null;
}

const NOTHING_SCHEDULED: ScheduledReminders = {
  mails: [],
  unreachable: [],
  untold: { head: [], leader: [] },
  unprepared: null,
};

/** What the schedule wants on its way now, and what of the waiting still is wanted. `fresh`: new ones too. */
export function scheduledReminders(office: Office, standing: readonly Dispatch[], fresh: boolean): ScheduledReminders {
  const { settings, departments, matrix, now } = office;
  const today = dateOf(now);
  const waits = standing.some(({ kind, state }) => isReminder(kind) && state === 'waiting');
  if ((!fresh && !waits) || today.slice(0, 4) < String(settings.year)) return NOTHING_SCHEDULED;
  const period =
    yearOf(today.slice(0, 7) as Period) > settings.year ? periodOf(settings.year, 12) : (today.slice(0, 7) as Period);
  const submissions = readSubmissions(rowsOf(office.book, 'submissions'));
  const { owed } = consolidate({ period, asOf: now, matrix, rules: settings.rules, submissions });
  const prepared = preparedPeriods(submissions, settings.year);
  const all = arrears(office, owed, frozenPeriods(office));
  const items = all.filter((item) => prepared.has(item.period));
  const about = aboutOf(office);
  const due = fresh ? dueReminders(items, settings.reminders, today) : [];
  const ofMonth = all.filter((item) => item.period === period);
  const isUnprepared = fresh && !prepared.has(period) && dueReminders(ofMonth, settings.reminders, today).length > 0;
  const reminded = remindedIn(standing, REMINDER_KIND);
  const mails = departments.flatMap((department, index) =>
    addressees(department.name, department.mail).flatMap((to) => {
      const next = toRemind(to.who, due.find((one) => one.department === index) ?? null, reminded);
      const reminder = next && remindersUpTo(items, index, next.period);
      if (!next || !reminder || reminder.items.length === 0) return [];
      return [mailOf(REMINDER_KIND, to, next, reminderMail(reminder, about), 'schedule')];
    }),
  );
  return {
    mails: [
      ...mails,
      ...(['head', 'leader'] as const).flatMap((level) => digests(office, standing, items, level, fresh)),
    ],
    unreachable: due.flatMap(({ department }) => withoutAddress(departments[department])),
    untold: fresh
      ? { head: untold(office, items, 'head'), leader: untold(office, items, 'leader') }
      : NOTHING_SCHEDULED.untold,
    unprepared: isUnprepared ? period : null,
  };
}

const withoutAddress = (department: Department | undefined): readonly string[] =>
  department && addressees(department.name, department.mail).length === 0 ? [department.name] : [];

/** By the schedule's own rule of whose arrears are told, those that there is no address for. */
function untold({ settings, departments, now }: Office, items: readonly OwedItem[], level: Level): readonly string[] {
  const whosOf = (index: number) => {
    const department = departments[index];
    return department && superiors(department, level).length === 0 ? [department.name] : [];
  };
  return dueDigests(items, level, settings.reminders, dateOf(now), whosOf).map(({ who }) => who);
}

/** One mail to each address, however many departments; one that waits is made anew from what is owed now. */
function digests(
  office: Office,
  standing: readonly Dispatch[],
  items: readonly OwedItem[],
  level: Level,
  fresh: boolean,
): OutboxMail[] {
  const { settings, departments, now } = office;
  const reminded = remindedIn(standing, DIGEST_KIND);
  const people = new Map(
    departments.flatMap((department) => superiors(department, level).map((person) => [person.who, person] as const)),
  );
  const whosOf = (department: number) => {
    const named = departments[department];
    return named ? superiors(named, level).map(({ who }) => who) : [];
  };
  return dueDigests(items, level, settings.reminders, dateOf(now), whosOf).flatMap((digest: DueDigest) => {
    const person = people.get(digest.who);
    const next = person && toRemind(`${digest.who}/${level}`, digest, reminded);
    const waits = reminded.some((one) => one.who === `${digest.who}/${level}` && one.isWaiting);
    if (!person || !next || (!fresh && !waits)) return [];
    const content = digestMail({ ...digest, period: next.period }, aboutOf(office));
    const mail = mailOf(DIGEST_KIND, { ...person, who: `${person.who}/${level}` }, next, content, 'schedule');
    return [{ ...mail, recipient: person.who }];
  });
}

export const isReminder = (kind: string): boolean => kind === REMINDER_KIND || kind === DIGEST_KIND;

/** Months for which rows are there: there are no reminders of rows that do not stand in the sheet yet. */
function preparedPeriods({ rows, from, columns }: SubmissionTable, year: number): ReadonlySet<Period> {
  const typed = new Set(rows.slice(from).map((row) => cellOf(row, columns.period)));
  return new Set([...typed].flatMap((cell) => parsePeriod(String(cell), year) ?? []));
}
