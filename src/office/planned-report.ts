/** The month's report as it stands before it leaves: the mails, whom they go to, and what there is to look at. */

import { attachedBytes, filesOf, type MailContent } from '../documents/mail.ts';
import type { ImageSource } from '../documents/official/evidence.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import { undeliverable } from '../domain/dispatch/deliverable.ts';
import { isOpen, mayHaveLeft } from '../domain/dispatch/dispatch.ts';
import { issueOccasion } from '../domain/dispatch/issues.ts';
import { dispatchKey, type Slot, slotFrom, slotOfKey } from '../domain/dispatch/key.ts';
import type { OnWordOf } from '../domain/dispatch/outbox.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import type { Period } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Recipient, recipientLabel } from '../workbook/recipients.ts';
import { declarationOf, reportTitle } from '../workbook/sheets.ts';
import { consolidatedMonth, tellingOf, worded } from './consolidated.ts';

import { type MonthReport, monthReport, REPORT_KIND } from './month-report.ts';
import type { Office } from './office.ts';
import type { OutboxMail } from './outbox.ts';

/** A file attached to the mail. */
export interface AttachedFile {
  readonly name: string;
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
}

/** The mail as it would leave now, and what there is to look at before it does. */
export interface ReportReply extends Pick<MailContent, 'subject' | 'text' | 'html'> {
  readonly period: string;
  /** 0 for the report itself, n for the nth supplement to what has been sent. */
  readonly supplement: number;
  readonly attachments: readonly AttachedFile[];
  readonly recipients: readonly string[];
  /** Recipients that had another content of this month before: they get it as a supplement, if a person confirms. */
  readonly corrected: readonly string[];
  /** Recipients that had this very content before: they get nothing again. */
  readonly already: readonly string[];
  /** Recipients who may have got an earlier mail: they get nothing until a person has settled it. */
  readonly open: readonly string[];
  readonly problems: readonly string[];
}

export interface ReportMail extends OutboxMail {
  /** It goes to a person who had another content before. */
  readonly isCorrection: boolean;
}

export interface PlannedReport {
  readonly reply: ReportReply;
  readonly period: Period;
  readonly consolidation: Consolidation;
  readonly report: MonthReport;
  /** One to each recipient, but for those who may have got an earlier one. */
  readonly mails: readonly ReportMail[];
  readonly open: readonly { readonly recipient: string; readonly row: number }[];
}

/** @throws Refusal notConsolidated, noRecipients, recipientInvalid, mailTooLarge, and what monthReport refuses */
export function plannedReport(
  office: Office,
  month: string,
  onWordOf: OnWordOf,
  imageSource: ImageSource = NO_IMAGES,
): PlannedReport {
  const { book, settings } = office;
  const recipients = checkedRecipients(settings.recipients);
  const consolidation = consolidatedMonth(office, month);
  const { period } = consolidation;
  if (!book.has(reportTitle(period)))
    throw new Refusal({ code: 'notConsolidated', month: period, sheet: reportTitle(period) });
  const report = monthReport(office, consolidation, imageSource);
  const { issue, original, correction, outbox } = report;
  refuseTooLarge(original);
  const issued = report.issued.filter(({ state }) => mayHaveLeft(state));
  const mails: ReportMail[] = [];
  const open: PlannedReport['open'][number][] = [];
  const already: string[] = [];
  for (const recipient of recipients) {
    const label = recipientLabel(recipient);
    const slot = { kind: REPORT_KIND, period, who: recipient.mail };
    const unclear = outbox.dispatches.find(({ key, state }) => isOpen(state) && isOf(slotFrom(slotOfKey(key)), slot));
    const before = issued.filter(({ who }) => who === recipient.mail);
    const has = before.some(({ supplement }) => supplement === issue.supplement);
    const hadAnother = before.some(({ supplement }) => supplement !== issue.supplement);
    if (unclear) open.push({ recipient: label, row: unclear.row });
    else {
      if (has) already.push(label);
      mails.push({
        key: dispatchKey({ ...slot, occasion: issueOccasion(issue) }, report.content),
        onWordOf,
        kind: REPORT_KIND,
        period,
        recipient: label,
        to: [recipient.mail],
        content: hadAnother ? correction : original,
        isCorrection: hadAnother && !has,
      });
    }
  }
  const corrected = mails.filter((mail) => mail.isCorrection).map(({ recipient }) => recipient);
  const shown = mails.length > 0 && mails.every(({ content }) => content === correction) ? correction : original;
  const { subject, text, html } = shown;
  return {
    period,
    consolidation,
    report,
    mails,
    open,
    reply: {
      period,
      subject,
      text,
      html,
      attachments: filesOf(shown).map(({ name, mimeType, size }) => ({ name, mimeType, size })),
      supplement: issue.supplement,
      recipients: recipients.map(recipientLabel),
      corrected,
      already,
      open: open.map(({ recipient }) => recipient),
      problems: [...tellOpen(office, open), ...flagsOf(report), ...problemsOf(office, consolidation)],
    },
  };
}

export const NO_IMAGES: ImageSource = () => null;

/** Paragraphs of the draft whose words should be looked at before they go. */
const flagsOf = ({ flagged }: MonthReport): string[] =>
  flagged.map(
    ({ task, subject, note }) => `【${declarationOf('draft').title}】${[task, subject].join(' ').trim()}：${note}`,
  );

function problemsOf({ messages }: Office, consolidation: Consolidation): string[] {
  const { missing, draft, returned } = consolidation.tally;
  const figures = tellingOf(consolidation, messages, false).lines.slice(0, 1);
  return [...(missing + draft + returned > 0 ? figures : []), ...worded(consolidation.findings, messages)];
}

const tellOpen = ({ messages }: Office, open: PlannedReport['open']): readonly string[] =>
  messages.outbox.lines({ ...NOTHING, held: open.map((one) => ({ ...one, state: 'unknown' })) });

const NOTHING = {
  sent: 0,
  already: 0,
  waiting: 0,
  cancelled: 0,
  putOff: [],
  failed: [],
  unknown: [],
  brokeOff: false,
  held: [],
  quota: null,
} as const;

/** Is it of the same month and recipient, whichever issue? */
const isOf = (slot: Slot | null, { kind, period, who }: Omit<Slot, 'occasion'>): boolean =>
  slot?.kind === kind && slot.period === period && slot.who === who;

/** All recipients get the same: what is too large for one is refused before it leaves to any. */
function refuseTooLarge(content: MailContent): void {
  const bytes = attachedBytes(content);
  const why = undeliverable({ to: ['somebody@example.cn'], ...content, attachedBytes: bytes });
  if (why !== null) throw new Refusal({ code: 'mailTooLarge', megabytes: Math.ceil(bytes / 1024 / 1024) });
}

function checkedRecipients(recipients: readonly Recipient[]): readonly Recipient[] {
  if (recipients.length === 0) throw new Refusal({ code: 'noRecipients' });
  const bad = recipients.find(({ mail }) => !isMailAddress(mail));
  if (bad) throw new Refusal({ code: 'recipientInvalid', found: recipientLabel(bad) });
  return recipients.filter(({ mail }, index) => recipients.findIndex((other) => other.mail === mail) === index);
}

/** The standing dispatches a plan of that month's report is all of. */
export const isReportOf =
  (period: string) =>
  (dispatch: { readonly kind: string; readonly period: string }): boolean =>
    dispatch.kind === REPORT_KIND && dispatch.period === period;
