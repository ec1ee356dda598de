/**
 * What the hourly trigger does: what closes by the clock closes, mails that wait go on, reminders whose day has come go out,
 * what is whole is archived.
 */
import type { Dispatch } from '../../domain/dispatch/dispatch.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import { stopwatch } from '../../google/clock.ts';
import { archived, isWholeSent } from '../../office/archive.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { REPORT_KIND } from '../../office/month-report.ts';
import { type Office, readOffice } from '../../office/office.ts';
import { type OutboxMail, type OutboxRun, readOutbox, runOutbox, tallyOf, tried } from '../../office/outbox.ts';
import { isReminder, scheduledReminders } from './remind.ts';
import { isReportOf, type PlannedReport, plannedReport } from '../report/report.ts';
import { closeByTheClock } from '../setup/rights.ts';

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
    // A workbook that is not in order is told of by the commands; a trigger has nobody to tell.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** `fresh`: reminders that are due are added to what waits. */
export function continueOutbox(
  office: Office,
  { elapsed, fresh }: { readonly elapsed: () => number; readonly fresh: boolean },
): OutboxRun<OutboxMail> {
  const outbox = readOutbox(office);
  const reports = unfinishedReports(office, outbox.dispatches);
  const planned = [...reports.flatMap(({ mails }) => mails), ...scheduledReminders(office, outbox.dispatches, fresh)];
  const run = runOutbox(office, outbox, planned, {
    covers: (dispatch) => isReminder(dispatch.kind) || reports.some(({ period }) => isReportOf(period)(dispatch)),
    elapsed,
  });
  for (const report of reports) if (isWholeSent(report, run)) archived(office, report);
  return run;
}

/** Months whose report a person has sent and that has not reached everybody, or is not archived yet. */
function unfinishedReports(office: Office, standing: readonly Dispatch[]): PlannedReport[] {
  const frozen = frozenPeriods(office);
  const months = new Set(
    standing
      .filter(({ kind, state, period }) => {
        if (kind !== REPORT_KIND) return false;
        return state === 'waiting' || (state === 'sent' && !frozen.has(period as Period));
      })
      .map(({ period }) => period),
  );
  return [...months].flatMap((month) => {
    try {
      return [plannedReport(office, month, 'standing')];
    } catch (error) {
      // What cannot be made now waits: the next click on it says why.
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}
