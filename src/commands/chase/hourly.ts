/**
 * What the hourly trigger does: what closes by the clock closes, mails that wait go on, reminders whose day has come go out,
 * what is whole is archived. What came of it is answered, and kept for the board.
 */

import type { Dispatch } from '../../domain/dispatch/dispatch.ts';
import { slotOfKey, slotsServed } from '../../domain/dispatch/key.ts';
import { unsettledIn } from '../../domain/dispatch/unsettled.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import { openBook } from '../../google/book.ts';
import { nowIn, stopwatch } from '../../google/clock.ts';
import { messagesIn } from '../../messages/catalogues.ts';
import type { Told } from '../../messages/messages.ts';
import { type HourlyTally, isWholeHour, type OutboxTally } from '../../messages/outbox.ts';
import { officeLanguage, saidBy } from '../../office/boundary.ts';
import { type ContinuedOutbox, continueOutbox } from '../../office/continue-outbox.ts';
import { closeByTheClock } from '../../office/guards.ts';
import { storeLastRun } from '../../office/last-run.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { isSetUp, type Office, type Outcome, readOffice } from '../../office/office.ts';
import { type RunRecipients, recipientsOf, tallyOf, tried } from '../../office/outbox.ts';

/** Reminders go in the morning; a trigger that comes late sends them later in the day. */
const MORNING = 8;

export interface HourlyReply extends RunRecipients {
  /** `2023-05-18T09:30:00` */
  readonly time: string;
  /** All that was due has left, or waits for its turn by itself. */
  readonly isWhole: boolean;
  /** Why nothing could be done at all, in words; `null` where the run went through. */
  readonly refused: string | null;
  /** Why each mail that was tried did not leave, or may not have. */
  readonly notSent: OutboxTally['failed'];
  /** Rows of 发送记录 that wait for a person. */
  readonly unsettled: HourlyTally['unsettled'];
  readonly reminders: HourlyTally['reminders'];
  readonly unreachable: readonly string[];
  readonly untold: HourlyTally['untold'];
  readonly unprepared: string | null;
  readonly unmade: HourlyTally['unmade'];
}

/** Safe to run twice, late, or never: what is to be done follows from the outbox and from what is owed. */
export function everyHourly(): Outcome<HourlyReply> {
  const elapsed = stopwatch();
  try {
    return locked((book) => {
      const office = readOffice(book);
      closeByTheClock(office);
      const reminders = schedulingOf(office);
      const done = continueOutbox(office, { elapsed, fresh: reminders === 'checked' });
      const { messages, now } = office;
      const tally = hourlyTally(office, done, reminders);
      const told = messages.told.everyHour(tally);
      if (tried(done.run)) apply(logLine(book, now, messages.commands.everyHour, told));
      const isWhole = isWholeHour(tally);
      storeLastRun({ time: now, isWhole, lines: told.lines });
      const { unsettled, unreachable, untold, unprepared, unmade } = tally;
      return {
        told,
        reply: {
          time: now,
          isWhole,
          refused: null,
          ...recipientsOf(done.run),
          notSent: [...tally.putOff, ...tally.failed, ...tally.unknown].map(({ recipient, why, reply }) => ({
            recipient,
            why,
            reply,
          })),
          unsettled,
          reminders,
          unreachable,
          untold,
          unprepared,
          unmade,
        },
      };
    });
  } catch (error) {
    const messages = messagesIn(officeLanguage());
    if (error instanceof Refusal) return refusedRun(messages.told.hourRefused(messages.refusal(error.issue)));
    kept(messages.dialogs.unexpected(saidBy(error)));
    throw error;
  }
}

/** A workbook that is not in order, or that another command keeps: the run says so, and the next one comes in an hour. */
function refusedRun(told: Told): Outcome<HourlyReply> {
  const said = told.lines.join(' ');
  return {
    told,
    reply: {
      time: kept(said),
      isWhole: false,
      refused: said,
      sent: [],
      already: [],
      waiting: [],
      putOff: [],
      failed: [],
      unknown: [],
      notSent: [],
      unsettled: [],
      reminders: 'unchecked',
      unreachable: [],
      untold: { head: [], leader: [] },
      unprepared: null,
      unmade: [],
    },
  };
}

/** Keeps why a run did not go through, as far as it can; answers when it was. */
function kept(line: string): string {
  const book = openBook();
  const time = nowIn(book.timeZone);
  try {
    if (isSetUp(book)) storeLastRun({ time, isWhole: false, lines: [line] });
  } catch {
    // What led here says more.
  }
  return time;
}

function schedulingOf({ now, settings }: Office): HourlyTally['reminders'] {
  if (!settings.reminders.automatic) return 'off';
  return Number(now.slice(11, 13)) >= MORNING ? 'checked' : 'later';
}

function hourlyTally(
  { messages }: Office,
  { run, standing, schedule, unmade }: ContinuedOutbox,
  reminders: HourlyTally['reminders'],
): HourlyTally {
  const tally = tallyOf(run);
  const heldRows = new Set(tally.held.map(({ row }) => row));
  const tried = new Set(standing.filter(({ putOff }) => putOff).flatMap(({ key }) => slotsServed(key)));
  const { unreachable, untold, unprepared } = schedule;
  return {
    ...tally,
    // What a person has cancelled is settled.
    held: tally.held.filter(({ state }) => state !== 'cancelled'),
    unsettled: unsettledIn(standing)
      .filter(({ row }) => !heldRows.has(row))
      .map(({ recipient, row, state }: Dispatch) => ({ recipient, row, state })),
    triedBefore: run.waiting.filter(({ key }) => tried.has(slotOfKey(key))).length,
    reminders,
    unreachable,
    untold,
    unprepared,
    unmade: unmade.map(({ period, issue }) => ({ period, why: messages.refusal(issue) })),
  };
}
