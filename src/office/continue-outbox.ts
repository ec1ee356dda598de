/** Goes on with what waits in the outbox, and adds what is due. */

import type { Dispatch } from '../domain/dispatch/dispatch.ts';
import type { Period } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { archive, isWholeSent } from './archive.ts';
import { frozenPeriods } from './frozen.ts';
import { REPORT_KIND } from './month-report.ts';
import type { Office } from './office.ts';
import { type OutboxMail, type OutboxRun, readOutbox, runOutbox } from './outbox.ts';
import { isReportOf, type PlannedReport, plannedReport } from './planned-report.ts';
import { isReminder, scheduledReminders } from './reminders.ts';

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
  for (const report of reports) if (isWholeSent(report, run)) archive(office, report);
  return run;
}

/** Months whose report a person has sent and that has not reached every recipient, or is not archived yet. */
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
