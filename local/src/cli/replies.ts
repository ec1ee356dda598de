/**
 * What the script's functions answer, by the script's own types: a script that answers otherwise does not compile with the command
 * line. Only types are read from the sources, so the command line still runs the built script it is given, and nothing else of it.
 */
import type { Answer } from '../../../src/entry/answers.ts';

export type { Answer, Asked, FunctionName, HourlyAnswer } from '../../../src/entry/answers.ts';

export type ConsolidateReply = Answer<'consolidate'>['reply'];
export type ReportReply = Answer<'report'>;
export type PackReply = Answer<'pack'>;
export type ReminderReply = Answer<'reminders'>;
export type EvidenceLink = Answer<'evidence'>[number];
export type DocumentFiles = Answer<'documents'>['files'];

/** What was done, in words and as data. */
export interface Outcome<Reply> {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: Reply;
}
