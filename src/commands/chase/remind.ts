/** 催报: who owes something in a month is reminded by hand, each address once a day. */
import { reminderMail } from '../../documents/reminder-mail.ts';
import { mayHaveLeft } from '../../domain/dispatch/dispatch.ts';
import { slotOfKey, slotsServed } from '../../domain/dispatch/key.ts';
import { dateOf } from '../../domain/local-date.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Reminder, remindersOf } from '../../domain/reminder/chase.ts';
import { remindedIn } from '../../domain/reminder/served.ts';
import { apply } from '../../google/apply.ts';
import { openBook } from '../../google/book.ts';
import { stopwatch } from '../../google/clock.ts';
import { consolidatedMonth } from '../../office/consolidated.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Office, type Outcome, readOffice } from '../../office/office.ts';
import { type RunRecipients, readOutbox, recipientsOf, runOutbox, tallyOf, tried } from '../../office/outbox.ts';
import { aboutOf, addressees, arrears, mailOf, REMINDER_KIND } from '../../office/reminders.ts';

/** A reminder a person may send by hand. */
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
  if (strangers.length > 0) throw new Refusal({ code: 'departmentUnknown', names: strangers });
  const { period, owed } = consolidatedMonth(office, month);
  const frozen = frozenPeriods(office);
  if (frozen.has(period)) throw new Refusal({ code: 'monthFrozen', month: period });
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
