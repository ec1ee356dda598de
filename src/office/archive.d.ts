import { type Office } from './office.ts';
import type { OutboxMail, OutboxRun } from './outbox.ts';
import type { PlannedReport } from '../commands/report/report.ts';
/** Has this issue reached every recipient? */
export declare function isWholeSent({ mails, open }: PlannedReport, run: OutboxRun<OutboxMail>): boolean;
/** Closes the month's rows and writes the record, unless it is there. Done again it changes nothing. */
export declare function archived(office: Office, planned: PlannedReport): void;
