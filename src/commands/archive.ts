/** What has reached everybody upward is kept in 档案, and its month is frozen: its rows close. */

import { contentFingerprint } from '../documents/mail.ts';
import { splitText } from '../documents/merged-text.ts';
import { yearOf } from '../domain/period.ts';
import { apply } from '../google/apply.ts';
import { recordRows } from '../workbook/archive.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { type Office, rowsOf } from './office.ts';
import type { OutboxMail, OutboxRun } from './outbox.ts';
import type { PlannedReport } from './report.ts';
import { rightsOf } from './rights.ts';

/** Has this issue reached every recipient? */
export function isWholeSent({ mails, open }: PlannedReport, run: OutboxRun<OutboxMail>): boolean {
  const there = new Set([...run.sent, ...run.already].map(({ key }) => key));
  return open.length === 0 && mails.every(({ key }) => there.has(key));
}

/** Closes the month's rows and writes the record, unless it is there. Done again it changes nothing. */
export function archived(office: Office, planned: PlannedReport): void {
  const { period, issue, archive, original, consolidation } = planned;
  const { tally, count, people } = consolidation;
  // The record comes last: without it the next run does both again.
  const frozen = [...archive.records.map((record) => record.period), period];
  apply(rightsOf(office, rowsOf(office.book, 'submissions'), new Set(frozen)).changes);
  const known = archive.records.some((record) => record.period === period && record.issue === issue);
  if (known) return;
  const rows = recordRows({
    period,
    issue,
    number: documentNumber(office, planned),
    content: contentFingerprint(original),
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
    text: splitText([original.text, ...original.attachments.map(({ text }) => text)].join('\n\n')),
  });
  apply([{ kind: 'write', sheet: declarationOf('archive').title, row: archive.nextRow, places: archive.places, rows }]);
}

/** `示交〔{年}〕{号}号` with the year and the running number; `''` where the office numbers by hand. */
function documentNumber({ settings }: Office, { archive, period }: PlannedReport): string {
  return settings.documentNumber
    .replace(/[{｛]年[}｝]/g, String(yearOf(period)))
    .replace(/[{｛]号[}｝]/g, String(archive.records.length + 1));
}
