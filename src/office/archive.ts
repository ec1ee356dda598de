/** What has reached every recipient is kept in 档案, and its month is frozen: its rows close. */
import { splitText } from '../documents/merged-text.ts';
import { apply } from '../google/apply.ts';
import { recordRows } from '../workbook/archive.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { rightsOf } from './guards.ts';
import { type Office, rowsOf } from './office.ts';
import type { OutboxMail, OutboxRun } from './outbox.ts';
import type { PlannedReport } from './planned-report.ts';

/** Has this issue reached every recipient? */
export function isWholeSent({ mails, open }: PlannedReport, run: OutboxRun<OutboxMail>): boolean {
  const there = new Set([...run.sent, ...run.already].map(({ key }) => key));
  return open.length === 0 && mails.every(({ key }) => there.has(key));
}

/** Closes the month's rows and writes the record, unless it is there. Done again it changes nothing. */
export function archive(office: Office, planned: PlannedReport): void {
  const { period, report, consolidation } = planned;
  const { archive: kept, issue } = report;
  const { tally, count, people } = consolidation;
  // The record comes last: without it the next run does both again.
  const frozen = [...kept.records.map((record) => record.period), period];
  apply(rightsOf(office, rowsOf(office.book, 'submissions'), new Set(frozen)).changes);
  const known = kept.records.some((record) => record.period === period && record.issue === issue.supplement);
  if (known) return;
  const rows = recordRows({
    period,
    issue: issue.supplement,
    number: report.registered.number,
    content: report.content,
    time: office.now,
    recipients: planned.reply.recipients,
    figures: {
      due: tally.due,
      handedIn: tally.handedIn,
      onTime: tally.onTime,
      late: tally.late,
      owed: tally.missing + tally.draft + tally.returned,
      count,
      people,
    },
    text: splitText(report.text),
  });
  apply([{ kind: 'write', sheet: declarationOf('archive').title, row: kept.nextRow, places: kept.places, rows }]);
}
