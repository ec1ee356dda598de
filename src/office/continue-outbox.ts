/** Goes on with what waits in the outbox, and adds what is due. */

import type { Dispatch } from '../domain/dispatch/dispatch.ts';
import type { Period } from '../domain/period.ts';
import { Refusal, type RefusalIssue } from '../domain/refusal.ts';
import { archive, isWholeSent } from './archive.ts';
import { frozenPeriods } from './frozen.ts';
import { REPORT_KIND } from './month-report.ts';
import type { Office } from './office.ts';
import { type OutboxMail, type OutboxRun, readOutbox, runOutbox } from './outbox.ts';
import { isReportOf, type PlannedReport, plannedReport } from './planned-report.ts';
import { isReminder, type ScheduledReminders, scheduledReminders } from './reminders.ts';

export interface ContinuedOutbox {
  readonly run: OutboxRun<OutboxMail>;
  /** As the outbox stood before. */
  readonly standing: readonly Dispatch[];
  readonly schedule: ScheduledReminders;
  /** Reports a person has sent that cannot be made now, so that they go on waiting. */
  readonly unmade: readonly UnmadeReport[];
}

export interface UnmadeReport {
  readonly period: string;
  readonly issue: RefusalIssue;
}

/** `fresh`: reminders that are due are added to what waits. */
export function continueOutbox(
  office: Office,
  { elapsed, fresh }: { readonly elapsed: () => number; readonly fresh: boolean },
): ContinuedOutbox {
  const outbox = readOutbox(office);
  const standing = outbox.dispatches;
  const { reports, unmade } = unfinishedReports(office, standing);
  const schedule = scheduledReminders(office, standing, fresh);
  const run = runOutbox(office, outbox, [...reports.flatMap(({ mails }) => mails), ...schedule.mails], {
    covers: (dispatch) => isReminder(dispatch.kind) || reports.some(({ period }) => isReportOf(period)(dispatch)),
    elapsed,
  });
  for (const report of reports) if (isWholeSent(report, run)) archive(office, report);
  return { run, standing, schedule, unmade };
}

/** Months whose report a person has sent and that has not reached every recipient, or is not archived yet. */
function unfinishedReports(office: Office, standing: readonly Dispatch[]) {
  const frozen = frozenPeriods(office);
  const months = new Set(
    standing
      .filter(({ kind, state, period }) => {
        if (kind !== REPORT_KIND) return false;
        return state === 'waiting' || (state === 'sent' && !frozen.has(period as Period));
      })
      .map(({ period }) => period),
  );
  const reports: PlannedReport[] = [];
  const unmade: UnmadeReport[] = [];
  for (const period of months) {
    try {
      reports.push(plannedReport(office, period, 'standing'));
    } catch (error) {
      // It waits until what is in the way is mended.
      if (!(error instanceof Refusal)) throw error;
      unmade.push({ period, issue: error.issue });
    }
  }
  return { reports, unmade };
}
