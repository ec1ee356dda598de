/** What is said of mails on their way. */
import type { Undeliverable } from '../domain/dispatch/deliverable.ts';
import type { DispatchState, Settlement } from '../domain/dispatch/dispatch.ts';
import type { FailureReason } from '../domain/dispatch/failure.ts';
import type { LocalDateTime } from '../domain/local-date.ts';
import type { Told } from './told.ts';

/** Why a row of the outbox stands as it does. */
export type DispatchNote = Undeliverable | 'changed' | 'notNeeded' | 'byPerson';

export interface NotSent {
  readonly recipient: string;
  readonly why: Undeliverable | FailureReason;
  /** What the other side said of it; `''` where it said nothing. */
  readonly reply: string;
}

/** A mail that is tried again by itself. */
export interface PutOffAbout {
  /** How often it was tried, and how often it is at most. */
  readonly tries: number;
  readonly most: number;
  readonly until: LocalDateTime;
  /** Why it did not leave; `''` where another content was tried. */
  readonly said: string;
}

/** What a run of the outbox came to. */
export interface OutboxTally {
  readonly sent: number;
  readonly already: number;
  readonly waiting: number;
  readonly cancelled: number;
  /** Certainly did not leave in this run, and is tried again by itself. */
  readonly putOff: readonly (NotSent & Pick<PutOffAbout, 'tries' | 'most' | 'until'>)[];
  readonly failed: readonly NotSent[];
  /** May have left in this run. */
  readonly unknown: readonly NotSent[];
  /** The rest was not tried, because so many failed one after another. */
  readonly brokeOff: boolean;
  /** Not sent because of what became of it earlier. */
  readonly held: readonly { readonly recipient: string; readonly row: number; readonly state: DispatchState }[];
  /** Recipients that can still be mailed today; `null` where it was not asked for. */
  readonly quota: number | null;
}

/** What an hourly run came to, with what it could not do. */
export interface HourlyTally extends OutboxTally {
  /** Rows that wait for a person, besides those `held`. */
  readonly unsettled: OutboxTally['held'];
  /** How many of those that wait were tried before and did not leave. */
  readonly triedBefore: number;
  /** Whether it looked for reminders: `later` before the morning, `off` where the office has switched them off. */
  readonly reminders: 'checked' | 'later' | 'off' | 'unchecked';
  /** Departments that are to be reminded and have no usable address. */
  readonly unreachable: readonly string[];
  /** Departments whose head, or leader in charge, is to be told and has none. */
  readonly untold: Readonly<Record<'head' | 'leader', readonly string[]>>;
  /** The running month, whose reminders are due and whose rows are not there. */
  readonly unprepared: string | null;
  /** Reports that wait and cannot be made, and why. */
  readonly unmade: readonly { readonly period: string; readonly why: string }[];
}

/** Has all left that was due, but for what waits for its turn by itself? Who has no superior's address is told of, no more. */
export const isWholeHour = (tally: HourlyTally): boolean =>
  isWholeRun(tally) &&
  tally.held.length + tally.unsettled.length + tally.triedBefore + tally.unreachable.length + tally.unmade.length ===
    0 &&
  tally.unprepared === null;

export interface OutboxWords {
  readonly notes: Readonly<Record<DispatchNote, string>>;
  /** Why a mail that was tried did not leave, and what to do. */
  readonly notSent: (why: FailureReason, reply: string) => string;
  /** The note of a mail that is tried again: the figures `tries/most` stand first, by them the record is read. */
  readonly putOff: (about: PutOffAbout) => string;
  readonly lines: (tally: OutboxTally) => readonly string[];
  readonly settled: (about: {
    readonly settlement: Settlement;
    readonly done: readonly string[];
    readonly refused: readonly string[];
  }) => Told;
}

/** Did everything leave that was tried? */
export const isWholeRun = ({ putOff, failed, unknown }: OutboxTally): boolean =>
  putOff.length + failed.length + unknown.length === 0;
