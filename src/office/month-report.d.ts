/** The month's report as it would go upward now: which issue of it, the mail, the Word document attached to it. */
import type { DraftUpdate } from '../documents/draft/merge.ts';
import { type MailContent, type MailDocument } from '../documents/mail.ts';
import type { ImageSource } from '../documents/official/evidence.ts';
import type { Registered } from '../documents/official/monthly.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import { type Issue, type Issued } from '../domain/dispatch/issues.ts';
import { type ReadArchive } from '../workbook/archive.ts';
import type { ReadDispatches } from '../workbook/dispatches.ts';
import { type Office } from './office.ts';
export declare const REPORT_KIND = "\u4E0A\u62A5";
export interface MonthReport {
    readonly issue: Issue;
    readonly registered: Registered;
    /** What the issue is known by, in the outbox and in 档案. */
    readonly content: string;
    /** To somebody who had no report of the month yet. */
    readonly original: MailContent;
    /** To somebody who had another issue before. */
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
export declare function monthReport(office: Office, consolidation: Consolidation, imageSource: ImageSource): MonthReport;
