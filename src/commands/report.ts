/** 预览 and 发送: the month's summary goes to the district, each mail once. */

import { type SummaryMail, summaryMail } from '../documents/summary-mail.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import type { LocalDateTime } from '../domain/local-date.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import { Refusal } from '../domain/refusal.ts';
import { apply } from '../google/apply.ts';
import { openBook } from '../google/book.ts';
import { nowIn } from '../google/clock.ts';
import { remainingMailQuota, sendMail } from '../google/mail.ts';
import type { Change } from '../spreadsheet/change.ts';
import { DISPATCH_STATES, type DispatchState, type ReadDispatches, readDispatches } from '../workbook/dispatches.ts';
import { type Recipient, recipientLabel } from '../workbook/recipients.ts';
import { declarationOf, reportTitle } from '../workbook/sheets.ts';
import { consolidatedMonth, worded } from './consolidate.ts';
import { locked } from './locked.ts';
import { logLine } from './log.ts';
import { type Office, type Outcome, readOffice, rowsOf } from './office.ts';

const KIND = '上报';

/** The mail as it would leave now, and what there is to look at before it does. */
export interface ReportReply extends SummaryMail {
  readonly period: string;
  readonly recipients: readonly string[];
  /** Recipients that had another content of this month before: sending again is a correction. */
  readonly corrected: readonly string[];
  /** Recipients that had this very content before: they get nothing again. */
  readonly already: readonly string[];
  readonly problems: readonly string[];
}

/** Nothing is written and nothing leaves. @throws Refusal notConsolidated, noRecipients, recipientInvalid, dispatchUnknown */
export function previewReport(month: string): ReportReply {
  return plannedReport(readOffice(openBook()), month).reply;
}

interface PlannedReport {
  readonly reply: ReportReply;
  readonly consolidation: Consolidation;
  readonly outbox: ReadDispatches;
  /** Who gets a mail now. */
  readonly pending: readonly {
    readonly recipient: Recipient;
    readonly mail: SummaryMail;
    readonly key: string;
    readonly correction: boolean;
  }[];
}

function plannedReport(office: Office, month: string): PlannedReport {
  const { book, settings, messages } = office;
  const recipients = checkedRecipients(settings.recipients);
  const consolidation = consolidatedMonth(office, month);
  const { period } = consolidation;
  const sheet = reportTitle(period);
  if (!book.has(sheet)) throw new Refusal('notConsolidated', { month: period, sheet });
  const outbox = readDispatches(rowsOf(book, 'dispatches'));
  const mail = (correction: boolean) => summaryMail(consolidation, { ...settings, correction });
  const original = mail(false);
  const content = fingerprint(original.text);
  const pending: PlannedReport['pending'][number][] = [];
  const already: string[] = [];
  const corrected: string[] = [];
  for (const recipient of recipients) {
    const label = recipientLabel(recipient);
    const key = `${KIND}/${period}/${recipient.mail}/${content}`;
    const earlier = outbox.dispatches.filter((dispatch) => isFor(dispatch.key, period, recipient));
    const open = earlier.find(({ state }) => state === 'sending' || state === 'unknown');
    if (open) throw new Refusal('dispatchUnknown', { recipient: label, row: open.row });
    const sent = earlier.filter(({ state }) => state === 'sent');
    // The last one counts: a correction may have been corrected back.
    if (sent[sent.length - 1]?.key === key) already.push(label);
    else {
      const correction = sent.length > 0;
      if (correction) corrected.push(label);
      pending.push({ recipient, mail: correction ? mail(true) : original, key, correction });
    }
  }
  const { tally } = consolidation;
  const owed = tally.missing + tally.draft + tally.returned;
  const summary = messages.told.consolidate({
    month: period,
    due: tally.due,
    handedIn: tally.handedIn,
    onTime: tally.onTime,
    late: tally.late,
    missing: owed,
    findings: consolidation.findings.length,
    owed: consolidation.owed.length,
    sheet,
  });
  return {
    consolidation,
    outbox,
    pending,
    reply: {
      ...(pending.length > 0 && corrected.length === pending.length ? mail(true) : original),
      period,
      recipients: recipients.map(recipientLabel),
      corrected,
      already,
      problems: [...(owed > 0 ? [summary.lines[0] ?? ''] : []), ...worded(consolidation.findings, messages)],
    },
  };
}

const isFor = (key: string, period: string, { mail }: Recipient): boolean =>
  key.startsWith(`${KIND}/${period}/${mail}/`);

function checkedRecipients(recipients: readonly Recipient[]): readonly Recipient[] {
  if (recipients.length === 0) throw new Refusal('noRecipients');
  const bad = recipients.find(({ mail }) => !isMailAddress(mail));
  if (bad) throw new Refusal('recipientInvalid', { found: recipientLabel(bad) });
  return recipients.filter(({ mail }, index) => recipients.findIndex((other) => other.mail === mail) === index);
}

export interface SendReply {
  readonly period: string;
  readonly sent: readonly string[];
  readonly already: readonly string[];
  /** Recipients not mailed, because they had another content before and nobody confirmed a correction. */
  readonly needsCorrection: readonly string[];
}

/**
 * Sends the month's summary to whom it has not reached yet. Each mail is written down as being sent before it leaves
 * and as sent after, so that a stop in between is seen and nothing leaves twice.
 *
 * @throws Refusal notConsolidated, noRecipients, recipientInvalid, dispatchUnknown, quotaTooSmall
 */
export function sendReport(month: string, options: { readonly correction: boolean }): Outcome<SendReply> {
  return locked((book) => {
    const office = readOffice(book);
    const { settings, messages, now } = office;
    const planned = plannedReport(office, month);
    const { period } = planned.consolidation;
    const due = planned.pending.filter(({ correction }) => options.correction || !correction);
    const needsCorrection = planned.pending
      .filter((one) => !due.includes(one))
      .map(({ recipient }) => recipientLabel(recipient));
    const left = remainingMailQuota();
    if (left < due.length) throw new Refusal('quotaTooSmall', { needed: due.length, left });
    due.forEach(({ recipient, mail, key }, index) => {
      const row = planned.outbox.nextRow + index;
      const record = (state: DispatchState, error = '') =>
        apply([
          dispatchRow(planned.outbox, row, {
            period,
            recipient,
            subject: mail.subject,
            state,
            time: nowIn(book.timeZone) as LocalDateTime,
            error,
            key,
          }),
        ]);
      record('sending');
      try {
        sendMail({ to: recipient.mail, senderName: settings.unitName, ...mail });
      } catch (error) {
        // Whether it left cannot be told from an error: a person finds out, nothing is sent again by itself.
        record('unknown', error instanceof Error ? error.message : String(error));
        throw new Refusal('dispatchUnknown', { recipient: recipientLabel(recipient), row });
      }
      record('sent');
    });
    const sent = due.map(({ recipient }) => recipientLabel(recipient));
    const already = planned.reply.already;
    const told = messages.told.send({
      sent: sent.length,
      already: already.length,
      month: period,
      quota: left - due.length,
    });
    if (sent.length > 0) apply(logLine(book, now, messages.commands.send, told));
    return { told, reply: { period, sent, already, needsCorrection } };
  });
}

function dispatchRow(
  outbox: ReadDispatches,
  row: number,
  about: {
    readonly period: string;
    readonly recipient: Recipient;
    readonly subject: string;
    readonly state: DispatchState;
    readonly time: LocalDateTime;
    readonly error: string;
    readonly key: string;
  },
): Change {
  const cells = [
    KIND,
    about.period,
    recipientLabel(about.recipient),
    about.subject,
    DISPATCH_STATES[about.state],
    about.time.replace('T', ' '),
    about.error,
    about.key,
  ];
  return { kind: 'write', sheet: declarationOf('dispatches').title, row, places: outbox.places, rows: [cells] };
}
