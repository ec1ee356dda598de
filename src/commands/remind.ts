/** 催报: who owes something is reminded, by hand or by the schedule; who answers for it is told. Each mail once. */
import { contentFingerprint, type MailContent } from '../documents/mail.ts';
import { digestMail, type ReminderAbout, reminderMail } from '../documents/reminder-mail.ts';
import { cellOf } from '../domain/cell.ts';
import { consolidate } from '../domain/consolidation/consolidate.ts';
import type { SubmissionTable } from '../domain/consolidation/input.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import { type Dispatch, mayHaveLeft } from '../domain/dispatch/dispatch.ts';
import { dispatchKey, slotOfKey, slotsServed } from '../domain/dispatch/key.ts';
import { dateOf, type LocalDate } from '../domain/local-date.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import type { Department } from '../domain/matrix.ts';
import { type Period, parsePeriod, periodOf, yearOf } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import {
  type DueDigest,
  dueDigests,
  dueReminders,
  type OwedItem,
  owedItems,
  type Reminder,
  remindersOf,
  remindersUpTo,
} from '../domain/reminder/chase.ts';
import type { Level } from '../domain/reminder/days.ts';
import { remindedIn, toRemind } from '../domain/reminder/served.ts';
import { apply } from '../google/apply.ts';
import { openBook } from '../google/book.ts';
import { stopwatch } from '../google/clock.ts';
import { readExceptions } from '../workbook/exceptions.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { readSubmissions } from '../workbook/submissions.ts';
import { consolidatedMonth } from './consolidate.ts';
import { frozenPeriods } from './frozen.ts';
import { locked } from './locked.ts';
import { logLine } from './log.ts';
import { type Office, type Outcome, readOffice, rowsOf } from './office.ts';
import { type OutboxMail, type RunRecipients, readOutbox, recipientsOf, runOutbox, tallyOf, tried } from './outbox.ts';

export const REMINDER_KIND = '催报';
export const DIGEST_KIND = '督办';

interface Addressee {
  /** As the outbox shows it. */
  readonly who: string;
  readonly mail: string;
}

/** The usable addresses, each by itself: what becomes of a mail is then known of each address. */
function addressees(name: string, typed: string): readonly Addressee[] {
  const mails = [...new Set(typed.split(/[、,，;；\s]+/).filter(isMailAddress))];
  return mails.map((mail) => ({ who: `${name} <${mail}>`, mail }));
}

/** Whom a level's mails go to: the department's head, or the leader in charge. */
function superiors({ head, headMail, leader, leaderMail }: Department, level: Level) {
  return level === 'head' ? addressees(head, headMail) : addressees(leader, leaderMail);
}

/** Of what is owed, what is not of a frozen month: a frozen month's arrears stand in its report. */
function arrears(
  { book, settings, departments }: Office,
  owed: Consolidation['owed'],
  frozen: ReadonlySet<Period>,
): readonly OwedItem[] {
  const asked = book.read(declarationOf('exceptions').title) ?? [];
  const { grants } = readExceptions(asked, departments, settings.year);
  const open = owed.filter((one) => !frozen.has(one.period));
  return owedItems(open, settings.rules.deadline, grants);
}

function aboutOf({ book, settings, matrix, now }: Office): ReminderAbout {
  return { matrix, today: dateOf(now), unitName: settings.unitName, contact: settings.contact, url: book.url() };
}

function mailOf(
  kind: string,
  { who, mail }: Addressee,
  { period, day }: { readonly period: Period; readonly day: LocalDate },
  content: MailContent,
  onWordOf: OutboxMail['onWordOf'],
): OutboxMail {
  const key = dispatchKey({ kind, period, who, occasion: day }, contentFingerprint(content));
  return { key, onWordOf, kind, period, recipient: who, to: [mail], content };
}

/** What the schedule wants on its way now, and what of the waiting still is wanted. `fresh`: new ones too. */
export function scheduledReminders(office: Office, standing: readonly Dispatch[], fresh: boolean): OutboxMail[] {
  const { settings, departments, matrix, now } = office;
  const today = dateOf(now);
  const waits = standing.some(({ kind, state }) => isReminder(kind) && state === 'waiting');
  if ((!fresh && !waits) || today.slice(0, 4) < String(settings.year)) return [];
  const period =
    yearOf(today.slice(0, 7) as Period) > settings.year ? periodOf(settings.year, 12) : (today.slice(0, 7) as Period);
  const submissions = readSubmissions(rowsOf(office.book, 'submissions'));
  const { owed } = consolidate({ period, asOf: now, matrix, rules: settings.rules, submissions });
  const prepared = preparedPeriods(submissions, settings.year);
  const items = arrears(office, owed, frozenPeriods(office)).filter((item) => prepared.has(item.period));
  const about = aboutOf(office);
  const due = fresh ? dueReminders(items, settings.reminders, today) : [];
  const reminded = remindedIn(standing, REMINDER_KIND);
  const mails = departments.flatMap((department, index) =>
    addressees(department.name, department.mail).flatMap((to) => {
      const next = toRemind(to.who, due.find((one) => one.department === index) ?? null, reminded);
      const reminder = next && remindersUpTo(items, index, next.period);
      if (!next || !reminder || reminder.items.length === 0) return [];
      return [mailOf(REMINDER_KIND, to, next, reminderMail(reminder, about), 'schedule')];
    }),
  );
  return [
    ...mails,
    ...(['head', 'leader'] as const).flatMap((level) => digests(office, standing, items, level, fresh)),
  ];
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

/** Months for which rows are there: nobody is reminded of rows that do not stand in the sheet yet. */
function preparedPeriods({ rows, from, columns }: SubmissionTable, year: number): ReadonlySet<Period> {
  const typed = new Set(rows.slice(from).map((row) => cellOf(row, columns.period)));
  return new Set([...typed].flatMap((cell) => parsePeriod(String(cell), year) ?? []));
}

/** A reminder somebody may send by hand. */
export interface ReminderReply {
  readonly period: string;
  readonly mails: readonly {
    readonly department: string;
    /** Name and address, one after the other where there are several addresses. */
    readonly recipient: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly owed: number;
    /** It was sent to each address today, or may have been: it does not go again. */
    readonly already: boolean;
  }[];
  /** Departments that owe something and have no usable address. */
  readonly unreachable: readonly string[];
}

/** What `remind` would send now; nothing is written, nothing leaves. @throws Refusal as `remind` */
export function previewReminders(month: string, only: readonly string[] | null): ReminderReply {
  const office = readOffice(openBook());
  const { period, reminders, unreachable } = remindersByHand(office, month, only);
  const left = readOutbox(office).dispatches.filter(({ state }) => mayHaveLeft(state));
  const slots = new Set(left.flatMap(({ key }) => slotsServed(key)));
  return {
    period,
    mails: reminders.map(({ mails, content, department, owed }) => ({
      department,
      recipient: mails.map(({ recipient }) => recipient).join('；'),
      subject: content.subject,
      text: content.text,
      html: content.html,
      owed,
      already: mails.every(({ key }) => slots.has(slotOfKey(key))),
    })),
    unreachable,
  };
}

function remindersByHand(office: Office, month: string, only: readonly string[] | null) {
  const { departments, now } = office;
  const strangers = only?.filter((name) => !departments.some((department) => department.name === name)) ?? [];
  if (strangers.length > 0) throw new Refusal('departmentUnknown', { names: strangers.join('、') });
  const { period, owed } = consolidatedMonth(office, month);
  const frozen = frozenPeriods(office);
  if (frozen.has(period)) throw new Refusal('monthFrozen', { month: period });
  const about = aboutOf(office);
  const unreachable: string[] = [];
  const reminders = remindersOf(arrears(office, owed, frozen), period).flatMap((reminder: Reminder) => {
    const department = departments[reminder.department];
    if (!department || only?.includes(department.name) === false) return [];
    const to = addressees(department.name, department.mail);
    if (to.length === 0) {
      unreachable.push(department.name);
      return [];
    }
    const content = reminderMail(reminder, about);
    const mails = to.map((one) => mailOf(REMINDER_KIND, one, { period, day: dateOf(now) }, content, 'person'));
    return [{ mails, content, department: department.name, owed: reminder.items.length }];
  });
  return { period, reminders, unreachable };
}

export interface RemindReply extends RunRecipients {
  readonly period: string;
  readonly unreachable: readonly string[];
}

/**
 * Reminds departments that owe something in a month: all of them, or those named. One mail to each address a day.
 *
 * @throws Refusal nothingDue, monthFrozen, departmentUnknown
 */
export function remind(month: string, only: readonly string[] | null): Outcome<RemindReply> {
  const elapsed = stopwatch();
  return locked((book) => {
    const office = readOffice(book);
    const { messages, now } = office;
    const { period, reminders, unreachable } = remindersByHand(office, month, only);
    const chosen = reminders.flatMap(({ mails }) => mails);
    const whos = new Set(chosen.map(({ recipient }) => recipient));
    const run = runOutbox(office, readOutbox(office), chosen, {
      // What waits for the same address is what is being sent now, or older.
      covers: (dispatch) => remindedIn([dispatch], REMINDER_KIND).some(({ who }) => whos.has(who)),
      elapsed,
    });
    const tally = tallyOf(run);
    const told = messages.told.remind({ ...tally, month: period, unreachable });
    if (tried(run)) apply(logLine(book, now, messages.commands.remind, told));
    return { told, reply: { period, ...recipientsOf(run), unreachable } };
  });
}
