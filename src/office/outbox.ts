/**
 * Sends what is planned through the outbox, 发送记录: each mail is written down as waiting, as being sent before it leaves
 * and as sent after. What does not fit today's quota or this run's time waits for the hourly run.
 */
import { attachedBytes, type MailContent } from '../documents/mail.ts';
import { type Undeliverable, undeliverable } from '../domain/dispatch/deliverable.ts';
import { type Dispatch, type DispatchState, mayBecome } from '../domain/dispatch/dispatch.ts';
import { type OutboxPlan, type Planned, planOutbox } from '../domain/dispatch/outbox.ts';
import type { LocalDateTime } from '../domain/local-date.ts';
import { apply } from '../google/apply.ts';
import { cellNow, openBook } from '../google/book.ts';
import { nowIn } from '../google/clock.ts';
import { type OutgoingMail, remainingMailQuota, sendMail } from '../google/mail.ts';
import type { OutboxTally } from '../messages/outbox.ts';
import type { Change } from '../spreadsheet/change.ts';
import { progressCells, type ReadDispatches, readDispatches, waitingRow } from '../workbook/dispatches.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { saidBy } from './boundary.ts';
import { type Office, rowsOf } from './office.ts';

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
  readonly failed: readonly { readonly mail: Mail; readonly why: Undeliverable }[];
  /** It may have left: shown to a person, never sent again by itself. */
  readonly unknown: readonly Mail[];
  /** Not sent because of what became of it earlier. */
  readonly held: OutboxPlan<Mail>['held'];
  readonly cancelled: number;
  /** Recipients that can still be mailed today. */
  readonly quota: number;
}

/** An execution may take six minutes (guides/services/quotas); what is begun then has to be finished too. */
const LONGEST_RUN = 270_000;

/** Where so many fail one after another it is not the addresses: the rest waits. */
const FAILURES_IN_A_ROW = 3;

export interface OutboxOptions {
  /** Standing dispatches that the plan is all of: those that wait and are planned no more are cancelled. */
  readonly covers: (dispatch: Dispatch) => boolean;
  /** Milliseconds since the run began. */
  readonly elapsed: () => number;
}

export const readOutbox = (office: Pick<Office, 'book'>): ReadDispatches =>
  readDispatches(rowsOf(office.book, 'dispatches'));

export function runOutbox<Mail extends OutboxMail>(
  office: Pick<Office, 'book' | 'settings' | 'messages'>,
  outbox: ReadDispatches,
  planned: readonly Mail[],
  { covers, elapsed }: OutboxOptions,
): OutboxRun<Mail> {
  const plan = planOutbox(planned, outbox.dispatches, covers);
  const now = () => nowIn(office.book.timeZone) as LocalDateTime;
  const { notes } = office.messages.outbox;
  apply(writtenDown(plan, outbox, now(), notes));
  const run = { sent: [], waiting: [], failed: [], unknown: [] } as {
    -readonly [Part in 'sent' | 'waiting' | 'failed' | 'unknown']: OutboxRun<Mail>[Part][number][];
  };
  let quota = plan.send.length === 0 ? 0 : remainingMailQuota();
  let failures = 0;
  let added = 0;
  for (const { row, mail } of plan.send) {
    const written = row ?? outbox.nextRow + added++;
    const progress = (from: DispatchState, to: DispatchState, note = '') => {
      if (!mayBecome(from, to)) throw new Error(`A dispatch does not go from ${from} to ${to}`);
      const at = rowOfKey(outbox, mail.key, written);
      if (at !== null) apply([progressChange(outbox, at, to, now(), note)]);
      return at !== null;
    };
    const why = undeliverable({ to: mail.to, ...mail.content, attachedBytes: attachedBytes(mail.content) });
    if (why !== null) {
      progress('waiting', 'failed', notes[why]);
      run.failed.push({ mail, why });
    } else if (mail.to.length > quota || elapsed() > LONGEST_RUN || failures === FAILURES_IN_A_ROW) {
      run.waiting.push(mail);
    } else if (progress('waiting', 'sending')) {
      try {
        sendMail(outgoing(mail, office.settings.unitName));
        failures = 0;
        progress('sending', 'sent');
        run.sent.push(mail);
      } catch (error) {
        // Whether it left cannot be told from an error: a person finds out.
        failures += 1;
        progress('sending', 'unknown', saidBy(error));
        run.unknown.push(mail);
      }
      quota -= mail.to.length;
    }
  }
  return { ...run, already: plan.already, held: plan.held, cancelled: plan.cancel.length, quota };
}

const outgoing = ({ to, content }: OutboxMail, senderName: string): OutgoingMail => ({ to, senderName, ...content });

/** The new ones before the old ones are cancelled: a stop between them leaves a mail planned twice, never not at all. */
function writtenDown<Mail extends OutboxMail>(
  plan: OutboxPlan<Mail>,
  outbox: ReadDispatches,
  now: LocalDateTime,
  notes: Office['messages']['outbox']['notes'],
): Change[] {
  const added = plan.add.map((mail) => waitingRow({ ...mail, subject: mail.content.subject }, now));
  return [
    ...(added.length === 0
      ? []
      : [{ kind: 'write', sheet: SHEET(), row: outbox.nextRow, places: outbox.places, rows: added } as const]),
    ...plan.revive.map(({ row }) => progressChange(outbox, row, 'waiting', now, '')),
    ...plan.cancel.map(({ row, why }) => progressChange(outbox, row, 'cancelled', now, notes[why])),
  ];
}

const SHEET = () => declarationOf('dispatches').title;

/** State, time and note of a row. */
export function progressChange(
  outbox: ReadDispatches,
  row: number,
  state: DispatchState,
  time: LocalDateTime,
  note: string,
): Change {
  return { kind: 'write', sheet: SHEET(), row, places: outbox.progress, rows: [progressCells(state, time, note)] };
}

/**
 * Where a dispatch stands now: people may sort the sheet while a run goes on, and another mail's row must never be written
 * into. `null` where its row was taken out: what is not written down is not sent.
 */
function rowOfKey(outbox: ReadDispatches, key: string, expected: number): number | null {
  if (cellNow(SHEET(), expected, outbox.keyPlace) === key) return expected;
  const { dispatches } = readDispatches(rowsOf(openBook(), 'dispatches'));
  return dispatches.find((dispatch) => dispatch.key === key)?.row ?? null;
}

/** Did the run try to send anything? */
export const tried = ({ sent, failed, unknown }: OutboxRun<OutboxMail>): boolean =>
  sent.length + failed.length + unknown.length > 0;

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

export function recipientsOf(run: OutboxRun<OutboxMail>): RunRecipients {
  return {
    sent: names(run.sent),
    already: names(run.already),
    waiting: names(run.waiting),
    failed: run.failed.map(({ mail }) => mail.recipient),
    unknown: names([...run.unknown, ...run.held.map(({ mail }) => mail)]),
  };
}

const names = (mails: readonly OutboxMail[]): readonly string[] => mails.map(({ recipient }) => recipient);

/** A run in numbers and names, to be told. */
export function tallyOf(run: OutboxRun<OutboxMail>): OutboxTally {
  return {
    sent: run.sent.length,
    already: run.already.length,
    waiting: run.waiting.length,
    cancelled: run.cancelled,
    failed: run.failed.map(({ mail, why }) => ({ recipient: mail.recipient, why })),
    unknown: names(run.unknown),
    held: run.held.map(({ mail, dispatch }) => ({
      recipient: mail.recipient,
      row: dispatch.row,
      state: dispatch.state,
    })),
    quota: run.sent.length + run.waiting.length === 0 ? null : Math.max(0, run.quota),
  };
}
