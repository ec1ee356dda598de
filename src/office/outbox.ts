/**
 * Sends what is planned through the outbox, 发送记录: each mail is written down as waiting, as being sent before it leaves
 * and as sent after. What does not fit today's quota or this run's time waits for the hourly run.
 */
import { attachedBytes, type MailContent } from '../documents/mail.ts';
import { type Undeliverable, undeliverable } from '../domain/dispatch/deliverable.ts';
import { type Dispatch, type DispatchState, mayBecome } from '../domain/dispatch/dispatch.ts';
import { type FailureReason, failureFrom, type MailFailure } from '../domain/dispatch/failure.ts';
import { slotOfKey, slotsServed } from '../domain/dispatch/key.ts';
import { type OutboxPlan, type Planned, planOutbox } from '../domain/dispatch/outbox.ts';
import { isDue, MOST_TRIES, nextTry, type PutOff } from '../domain/dispatch/retry.ts';
import type { LocalDateTime } from '../domain/local-date.ts';
import { apply } from '../google/apply.ts';
import { cellNow, openBook } from '../google/book.ts';
import { nowIn } from '../google/clock.ts';
import { factsIn, type OutgoingMail, remainingMailQuota, sendMail } from '../google/mail.ts';
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
  /** It does not fit today or into this run, or its time to be tried again has not come: the hourly run goes on with it. */
  readonly waiting: readonly Mail[];
  /** It certainly did not leave now, and is tried again by itself at a time. */
  readonly putOff: readonly (NotSent<Mail> & { readonly tries: number; readonly until: LocalDateTime })[];
  /** It certainly did not leave. */
  readonly failed: readonly NotSent<Mail>[];
  /** It may have left: shown to a person, never sent again by itself. */
  readonly unknown: readonly NotSent<Mail>[];
  /** So many failed one after another, or the other side hung, that the rest was not tried. */
  readonly brokeOff: boolean;
  /** Not sent because of what became of it earlier. */
  readonly held: OutboxPlan<Mail>['held'];
  readonly cancelled: number;
  /** Recipients that can still be mailed today. */
  readonly quota: number;
}

export interface NotSent<Mail> {
  readonly mail: Mail;
  readonly why: Undeliverable | FailureReason;
  /** What the other side said of it; `''` where it was not asked. */
  readonly reply: string;
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
  const { notes, notSent, putOff } = office.messages.outbox;
  const earlier = putOffBySlot(outbox.dispatches);
  apply(writtenDown(plan, outbox, now(), office.messages.outbox, earlier));
  const run = { sent: [], waiting: [], putOff: [], failed: [], unknown: [] } as {
    -readonly [Part in 'sent' | 'waiting' | 'putOff' | 'failed' | 'unknown']: OutboxRun<Mail>[Part][number][];
  };
  let quota = plan.send.length === 0 ? 0 : remainingMailQuota();
  let failures = 0;
  let added = 0;
  for (const { row, mail } of plan.send) {
    const written = row ?? outbox.nextRow + added++;
    const before = earlier.get(slotOfKey(mail.key));
    const rowNow = () => rowOfKey(outbox, mail.key, written);
    const progress = (from: DispatchState, to: DispatchState, note = '', at = rowNow()) => {
      if (!mayBecome(from, to)) throw new Error(`A dispatch does not go from ${from} to ${to}`);
      if (at !== null) apply([progressChange(outbox, at, to, now(), note)]);
      return at !== null;
    };
    const begin = () => {
      const at = rowNow();
      return begun(
        () => progress('waiting', 'sending', '', at),
        () => progress('sending', 'waiting'),
      );
    };
    const why = undeliverable({ to: mail.to, ...mail.content, attachedBytes: attachedBytes(mail.content) });
    const isTime = () => mail.onWordOf === 'person' || before === undefined || isDue(before, now());
    const isRoom = () => mail.to.length <= quota && elapsed() <= LONGEST_RUN && failures < FAILURES_IN_A_ROW;
    if (why !== null) {
      progress('waiting', 'failed', notes[why]);
      run.failed.push({ mail, why, reply: '' });
    } else if (!isRoom() || !isTime()) {
      run.waiting.push(mail);
    } else if (begin()) {
      const failure = failureToSend(outgoing(mail, office.settings.unitName));
      if (!failure?.certain) quota -= mail.to.length;
      if (failure === null) {
        failures = 0;
        progress('sending', 'sent');
        run.sent.push(mail);
        continue;
      }
      failures = failure.hung ? FAILURES_IN_A_ROW : failures + 1;
      const { reason, reply } = failure;
      const said = notSent(reason, reply);
      const tries = (before?.tries ?? 0) + 1;
      const until = failure.temporary ? nextTry({ tries, since: now() }) : null;
      if (!failure.certain) {
        progress('sending', 'unknown', said);
        run.unknown.push({ mail, why: reason, reply });
      } else if (until === null) {
        progress('sending', 'failed', said);
        run.failed.push({ mail, why: reason, reply });
      } else {
        progress('sending', 'waiting', putOff({ tries, most: MOST_TRIES, until, said }));
        run.putOff.push({ mail, why: reason, reply, tries, until });
      }
    }
  }
  const brokeOff = failures >= FAILURES_IN_A_ROW;
  return { ...run, brokeOff, already: plan.already, held: plan.held, cancelled: plan.cancel.length, quota };
}

/**
 * Writes down that a mail is being sent. Where that fails the mail has certainly not left: it must not stand as if it might have,
 * should what the failed call wrote be kept after all.
 */
function begun(write: () => boolean, takeBack: () => boolean): boolean {
  try {
    return write();
  } catch (error) {
    try {
      takeBack();
    } catch {
      // What cannot be written down now is found as it stands by the next run.
    }
    throw error;
  }
}

/** What is known of a mail that did not leave, or may not have; `null` where it left. */
function failureToSend(mail: OutgoingMail): MailFailure | null {
  try {
    sendMail(mail);
    return null;
  } catch (error) {
    return failureFrom(factsIn(error), saidBy(error));
  }
}

/** Also those whose content has changed meanwhile: the mail in their place was tried as often. */
function putOffBySlot(standing: readonly Dispatch[]): ReadonlyMap<string, PutOff> {
  return new Map(
    standing.flatMap(({ key, putOff }) => (putOff ? slotsServed(key).map((slot) => [slot, putOff] as const) : [])),
  );
}

const outgoing = ({ to, content }: OutboxMail, senderName: string): OutgoingMail => ({ to, senderName, ...content });

/** The new ones before the old ones are cancelled: a stop between them leaves a mail planned twice, never not at all. */
function writtenDown<Mail extends OutboxMail>(
  plan: OutboxPlan<Mail>,
  outbox: ReadDispatches,
  now: LocalDateTime,
  { notes, putOff }: Office['messages']['outbox'],
  earlier: ReadonlyMap<string, PutOff>,
): Change[] {
  const added = plan.add.map((mail) => {
    const row = { ...mail, subject: mail.content.subject };
    const before = earlier.get(slotOfKey(mail.key));
    const until = before && nextTry(before);
    if (!before || !until) return waitingRow(row, now, '');
    return waitingRow(row, before.since, putOff({ tries: before.tries, most: MOST_TRIES, until, said: '' }));
  });
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
export const tried = ({ sent, putOff, failed, unknown }: OutboxRun<OutboxMail>): boolean =>
  sent.length + putOff.length + failed.length + unknown.length > 0;

/** Recipients of a run's mails, by what became of them. */
export interface RunRecipients {
  readonly sent: readonly string[];
  readonly already: readonly string[];
  /** Their mail goes by itself as soon as it may. */
  readonly waiting: readonly string[];
  /** Those of them whose mail was tried in this run and did not leave. */
  readonly putOff: readonly string[];
  readonly failed: readonly string[];
  /** They may or may not have got theirs: a person has to find out. */
  readonly unknown: readonly string[];
}

export function recipientsOf(run: OutboxRun<OutboxMail>): RunRecipients {
  const putOff = mailsIn(run.putOff);
  return {
    sent: names(run.sent),
    already: names(run.already),
    waiting: names([...putOff, ...run.waiting]),
    putOff: names(putOff),
    failed: names(mailsIn(run.failed)),
    unknown: names(mailsIn([...run.unknown, ...run.held])),
  };
}

const names = (mails: readonly OutboxMail[]): readonly string[] => mails.map(({ recipient }) => recipient);
const mailsIn = (all: readonly { readonly mail: OutboxMail }[]): readonly OutboxMail[] => all.map(({ mail }) => mail);

/** A run in numbers and names, to be told. */
export function tallyOf(run: OutboxRun<OutboxMail>): OutboxTally {
  const notSent = ({ mail, why, reply }: NotSent<OutboxMail>) => ({ recipient: mail.recipient, why, reply });
  return {
    sent: run.sent.length,
    already: run.already.length,
    waiting: run.waiting.length,
    cancelled: run.cancelled,
    putOff: run.putOff.map((one) => ({ ...notSent(one), tries: one.tries, most: MOST_TRIES, until: one.until })),
    failed: run.failed.map(notSent),
    unknown: run.unknown.map(notSent),
    brokeOff: run.brokeOff,
    held: run.held.map(({ mail, dispatch }) => ({
      recipient: mail.recipient,
      row: dispatch.row,
      state: dispatch.state,
    })),
    quota: run.sent.length + run.waiting.length === 0 ? null : Math.max(0, run.quota),
  };
}
