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
