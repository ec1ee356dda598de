/**
 * Sends what is planned through the outbox, 发送记录: each mail is written down as waiting, as being sent before it leaves
 * and as sent after. What does not fit today's quota or this run's time waits for the hourly run.
 */
import { type MailContent } from '../documents/mail.ts';
import { type Undeliverable } from '../domain/dispatch/deliverable.ts';
import { type Dispatch, type DispatchState } from '../domain/dispatch/dispatch.ts';
import { type OutboxPlan, type Planned } from '../domain/dispatch/outbox.ts';
import type { LocalDateTime } from '../domain/local-date.ts';
import type { OutboxTally } from '../messages/outbox.ts';
import type { Change } from '../spreadsheet/change.ts';
import { type ReadDispatches } from '../workbook/dispatches.ts';
import { type Office } from './office.ts';
/** A mail on its way: what stands in its row, and what leaves. */
export interface OutboxMail extends Planned, Pick<Dispatch, 'kind' | 'period' | 'recipient'> {
    readonly to: readonly string[];
    readonly content: MailContent;
}
export interface OutboxRun<Mail extends OutboxMail> {
    readonly sent: readonly Mail[];
    readonly already: readonly Mail[];
    /** It does not fit today or into this run: the hourly run goes on with it. */
    readonly waiting: readonly Mail[];
    /** It certainly did not leave. */
    readonly failed: readonly {
        readonly mail: Mail;
        readonly why: Undeliverable;
    }[];
    /** It may have left: shown to a person, never sent again by itself. */
    readonly unknown: readonly Mail[];
    /** Not sent because of what became of it earlier. */
    readonly held: OutboxPlan<Mail>['held'];
    readonly cancelled: number;
    /** Recipients that can still be mailed today. */
    readonly quota: number;
}
export interface OutboxOptions {
    /** Standing dispatches that the plan is all of: those that wait and are planned no more are cancelled. */
    readonly covers: (dispatch: Dispatch) => boolean;
    /** Milliseconds since the run began. */
    readonly elapsed: () => number;
}
export declare const readOutbox: (office: Pick<Office, 'book'>) => ReadDispatches;
export declare function runOutbox<Mail extends OutboxMail>(office: Pick<Office, 'book' | 'settings' | 'messages'>, outbox: ReadDispatches, planned: readonly Mail[], { covers, elapsed }: OutboxOptions): OutboxRun<Mail>;
/** State, time and note of a row. */
export declare function progressChange(outbox: ReadDispatches, row: number, state: DispatchState, time: LocalDateTime, note: string): Change;
/** Did the run try to send anything? */
export declare const tried: ({ sent, failed, unknown }: OutboxRun<OutboxMail>) => boolean;
/** Recipients of a run's mails, by what became of them. */
export interface RunRecipients {
    readonly sent: readonly string[];
    readonly already: readonly string[];
    /** Their mail goes by itself as soon as it may. */
    readonly waiting: readonly string[];
    readonly failed: readonly string[];
    /** They may or may not have got theirs: a person has to find out. */
    readonly unknown: readonly string[];
}
export declare function recipientsOf(run: OutboxRun<OutboxMail>): RunRecipients;
/** A run in numbers and names, to be told. */
export declare function tallyOf(run: OutboxRun<OutboxMail>): OutboxTally;
