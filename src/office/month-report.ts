/** The month's report as it would go upward now: which issue of it, the mail, the Word document attached to it. */
import type { DraftUpdate } from '../documents/draft/merge.ts';
import { contentFingerprint, type MailContent, type MailDocument } from '../documents/mail.ts';
import { reportForMail } from '../documents/official/documents.ts';
import type { ImageSource } from '../documents/official/evidence.ts';
import type { Registered } from '../documents/official/monthly.ts';
import { summaryMail } from '../documents/summary-mail.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import { type Issue, type Issued, issueContent, issueOf, issuesIn, nextNumber } from '../domain/dispatch/issues.ts';
import { dateOf } from '../domain/local-date.ts';
import { yearOf } from '../domain/period.ts';
import { type ReadArchive, readArchive } from '../workbook/archive.ts';
import type { ReadDispatches } from '../workbook/dispatches.ts';
import { plannedDraft, reportInput } from './draft.ts';
import { type Office, rowsOf } from './office.ts';
import { readOutbox } from './outbox.ts';
import { templatesInForce } from './templates.ts';

export const REPORT_KIND = '上报';

export interface MonthReport {
  readonly issue: Issue;
  readonly registered: Registered;
  /** What the issue is known by, in the outbox and in 档案. */
  readonly content: string;
  /** To a person who had no report of the month yet. */
  readonly original: MailContent;
  /** To a person who had another issue before. */
  readonly correction: MailContent;
  /** Everything it says, for 档案. */
  readonly text: string;
  readonly document: MailDocument;
  /** What the office should look at in the draft. */
  readonly flagged: DraftUpdate['flagged'];
  readonly outbox: ReadDispatches;
  readonly archive: ReadArchive;
  /** The month's mails upward, as the outbox remembers them. */
  readonly issued: readonly Issued[];
}

/** @throws Refusal sheetMissing, columnsMissing, templateNotDocx, templateInvalid, templateDamaged */
export function monthReport(office: Office, consolidation: Consolidation, imageSource: ImageSource): MonthReport {
  const { book, settings, now } = office;
  const { period } = consolidation;
  const outbox = readOutbox(office);
  const archive = readArchive(rowsOf(book, 'archive'));
  const draft = plannedDraft(office, consolidation);
  const input = reportInput(office, consolidation, draft, imageSource);
  const template = templatesInForce(book)('月度报告');
  const all = issuesIn(outbox.dispatches, REPORT_KIND);
  const issued = all.filter((one) => one.period === period);
  const fresh = { day: dateOf(now), number: nextNumber(all, archive.records.length) };
  const { issue, print, ...made } = issueOf(issued, fresh, (one) => {
    const registered = {
      day: one.day,
      supplement: one.supplement,
      number: numberInWords(settings.documentNumber, yearOf(period), one.number),
    };
    const { document, text } = reportForMail({ ...input, registered }, template);
    const mail = (supplement: number) => summaryMail(consolidation, { ...settings, supplement }, document);
    const original = mail(0);
    const correction = one.supplement === 0 ? original : mail(one.supplement);
    return { registered, original, correction, document, text, print: contentFingerprint(original) };
  });
  const attached = made.original.attachments.map((file) => file.text);
  return {
    ...made,
    issue,
    content: issueContent(issue, print),
    text: [made.original.text, ...attached, made.text].join('\n\n'),
    flagged: draft.update.flagged,
    outbox,
    archive,
    issued,
  };
}

/** `示交〔{年}〕{号}号` with the year and the running number; `''` where the office wants none. */
const numberInWords = (pattern: string, year: number, number: number): string =>
  pattern.replace(/[{｛]年[}｝]/g, String(year)).replace(/[{｛]号[}｝]/g, String(number));
