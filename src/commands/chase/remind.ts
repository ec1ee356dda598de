/** 催报: who owes something in a month is reminded by hand, each department once a day. */
import { reminderMail } from '../../documents/reminder-mail.ts';
import { mayHaveLeft } from '../../domain/dispatch/dispatch.ts';
import { slotOfKey } from '../../domain/dispatch/key.ts';
import { dateOf } from '../../domain/local-date.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Reminder, remindersOf } from '../../domain/reminder/chase.ts';
import { apply } from '../../google/apply.ts';
import { openBook } from '../../google/book.ts';
import { stopwatch } from '../../google/clock.ts';
import { consolidatedMonth } from '../../office/consolidated.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Office, type Outcome, readOffice } from '../../office/office.ts';
import { type RunRecipients, readOutbox, recipientsOf, runOutbox, tallyOf, tried } from '../../office/outbox.ts';
import { aboutOf, addressee, arrears, mailOf, REMINDER_KIND } from '../../office/reminders.ts';

/** A reminder somebody may send by hand. */
export interface ReminderReply {
  readonly period: string;
  readonly mails: readonly {
    readonly department: string;
    readonly recipient: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly owed: number;
    /** It was sent today, or may have been: it does not go again. */
    readonly already: boolean;
  }[];
  /** Departments that owe something and have no usable address. */
  readonly unreachable: readonly string[];
}

/** What `remind` would send now; nothing is written, nothing leaves. @throws Refusal as `remind` */
export function previewReminders(month: string, only: readonly string[] | null): ReminderReply {
  const office = readOffice(openBook());
  const { period, mails, unreachable } = remindersByHand(office, month, only);
  const left = readOutbox(office).dispatches.filter(({ state }) => mayHaveLeft(state));
  const slots = new Set(left.map(({ key }) => slotOfKey(key)));
  return {
    period,
    mails: mails.map(({ mail, department, owed }) => ({
      department,
      recipient: mail.recipient,
      subject: mail.content.subject,
      text: mail.content.text,
      html: mail.content.html,
      owed,
      already: slots.has(slotOfKey(mail.key)),
    })),
    unreachable,
  };
}

function remindersByHand(office: Office, month: string, only: readonly string[] | null) {
  const { departments, now } = office;
  const strangers = only?.filter((name) => !departments.some((department) => department.name === name)) ?? [];
  if (strangers.length > 0) throw new Refusal({ code: 'departmentUnknown', names: strangers });
  const { period, owed } = consolidatedMonth(office, month);
  const frozen = frozenPeriods(office);
  if (frozen.has(period)) throw new Refusal({ code: 'monthFrozen', month: period });
  const about = aboutOf(office);
  const unreachable: string[] = [];
  const mails = remindersOf(arrears(office, owed, frozen), period).flatMap((reminder: Reminder) => {
    const department = departments[reminder.department];
    if (!department || only?.includes(department.name) === false) return [];
    const to = addressee(department.name, department.mail);
    if (!to) {
      unreachable.push(department.name);
      return [];
    }
    const mail = mailOf(REMINDER_KIND, to, { period, day: dateOf(now) }, reminderMail(reminder, about), 'person');
    return [{ mail, department: department.name, owed: reminder.items.length }];
  });
  return { period, mails, unreachable };
}

export interface RemindReply extends RunRecipients {
  readonly period: string;
  readonly unreachable: readonly string[];
}

/**
 * Reminds departments that owe something in a month: all of them, or those named. One mail each a day.
 *
 * @throws Refusal nothingDue, monthFrozen, departmentUnknown
 */
export function remind(month: string, only: readonly string[] | null): Outcome<RemindReply> {
  const elapsed = stopwatch();
  return locked((book) => {
    const office = readOffice(book);
    const { messages, now } = office;
    const { period, mails, unreachable } = remindersByHand(office, month, only);
    const chosen = mails.map(({ mail }) => mail);
    const whos = new Set(chosen.map(({ recipient }) => recipient));
    const run = runOutbox(office, readOutbox(office), chosen, {
      // What waits for the same department is what is being sent now, or older.
      covers: ({ kind, recipient }) => kind === REMINDER_KIND && whos.has(recipient),
      elapsed,
    });
    const tally = tallyOf(run);
    const told = messages.told.remind({ ...tally, month: period, unreachable });
    if (tried(run)) apply(logLine(book, now, messages.commands.remind, told));
    return { told, reply: { period, ...recipientsOf(run), unreachable } };
  });
}
