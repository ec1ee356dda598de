/**
 * What the hourly trigger does: what closes by the clock closes, mails that wait go on, reminders whose day has come go out,
 * what is whole is archived.
 */

import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import { stopwatch } from '../../google/clock.ts';
import { continueOutbox } from '../../office/continue-outbox.ts';
import { closeByTheClock } from '../../office/guards.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { readOffice } from '../../office/office.ts';
import { tallyOf, tried } from '../../office/outbox.ts';

/** Reminders go in the morning; a trigger that comes late sends them later in the day. */
const MORNING = 8;

/** Safe to run twice, late, or never: what is to be done follows from the outbox and from what is owed. */
export function everyHourly(): void {
  const elapsed = stopwatch();
  try {
    locked((book) => {
      const office = readOffice(book);
      closeByTheClock(office);
      const isMorning = Number(office.now.slice(11, 13)) >= MORNING;
      const run = continueOutbox(office, { elapsed, fresh: isMorning && office.settings.reminders.automatic });
      if (!tried(run)) return;
      const { messages, now } = office;
      apply(logLine(book, now, messages.commands.everyHour, messages.told.everyHour(tallyOf(run))));
    });
  } catch (error) {
    // A workbook that is not in order is told of by the commands; a trigger has no reader.
    if (!(error instanceof Refusal)) throw error;
  }
}
