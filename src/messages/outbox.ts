/** What is said of mails on their way. */
import type { Undeliverable } from '../domain/dispatch/deliverable.ts';
import type { DispatchState, Settlement } from '../domain/dispatch/dispatch.ts';
import type { Told } from './told.ts';

/** Why a row of the outbox stands as it does. */
export type DispatchNote = Undeliverable | 'changed' | 'notNeeded' | 'byPerson';

/** What a run of the outbox came to. */
export interface OutboxTally {
  readonly sent: number;
  readonly already: number;
  readonly waiting: number;
  readonly cancelled: number;
  readonly failed: readonly { readonly recipient: string; readonly why: Undeliverable }[];
  /** May have left in this run. */
  readonly unknown: readonly string[];
  /** Not sent because of what became of it earlier. */
  readonly held: readonly { readonly recipient: string; readonly row: number; readonly state: DispatchState }[];
  /** Recipients that can still be mailed today; `null` where nobody asked. */
  readonly quota: number | null;
}

export interface OutboxWords {
  readonly notes: Readonly<Record<DispatchNote, string>>;
  readonly lines: (tally: OutboxTally) => readonly string[];
  readonly settled: (about: {
    readonly settlement: Settlement;
    readonly done: readonly string[];
    readonly refused: readonly string[];
  }) => Told;
}
