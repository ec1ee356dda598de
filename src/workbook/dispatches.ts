/** Reads the outbox, 发送记录, and words its rows. */
import { cellOf } from '../domain/cell.ts';
import { type Dispatch, type DispatchState, mayHaveLeft } from '../domain/dispatch/dispatch.ts';
import type { PutOff } from '../domain/dispatch/retry.ts';
import { type LocalDateTime, parseDateTime } from '../domain/local-date.ts';
import type { CellRows, NewRows } from '../spreadsheet/cell.ts';
import { rowOf } from './declaration.ts';
import { endOfRows, locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { DISPATCH_STATES, dispatchesSheet } from './sheets/dispatches.ts';

export interface ReadDispatches {
  readonly dispatches: readonly Dispatch[];
  /** Number of the first free row. */
  readonly nextRow: number;
  /** Where each column stands, in the order of the declaration. */
  readonly places: readonly number[];
  /** Where the columns stand that change as a mail goes its way: state, time, error. */
  readonly progress: readonly number[];
  /** Where the key stands. */
  readonly keyPlace: number;
}

/** @throws Refusal columnsMissing */
export function readDispatches(rows: CellRows): ReadDispatches {
  const located = locate(dispatchesSheet, rows);
  const keys = dispatchesSheet.columns.map(({ key }) => key);
  refuseMissing(dispatchesSheet, located, keys);
  const { at, headingRow } = located;
  const dispatches: Dispatch[] = [];
  for (let index = headingRow + 1; index < rows.length; index += 1) {
    const cell = (key: keyof typeof at) => String(rows[index]?.[at[key]] ?? '').trim();
    if (cell('key') === '' && cell('recipient') === '') continue;
    const state = stateOf(cell('state'));
    const putOff = state === 'waiting' ? putOffIn(cell('error'), cell('time')) : null;
    dispatches.push({
      row: index + 1,
      kind: cell('kind'),
      period: cell('period'),
      recipient: cell('recipient'),
      subject: cell('subject'),
      state,
      key: cell('key'),
      ...(putOff === null ? {} : { putOff }),
    });
  }
  return {
    dispatches,
    nextRow: endOfRows(rows, headingRow, Object.values(at)) + 1,
    places: keys.map((key) => at[key]),
    progress: [at.state, at.time, at.error],
    keyPlace: at.key,
  };
}

/** When the last mail of a kind left, or may have: `2023-05-23 12:00:00`; `''` where none did. */
export function lastMailLeft(rows: CellRows | null, kind: string): string {
  if (rows === null) return '';
  const { at } = locate(dispatchesSheet, rows);
  const times = rows
    .filter((row) => cellOf(row, at.kind) === kind && mayHaveLeft(stateOf(String(cellOf(row, at.state)))))
    .map((row) => String(cellOf(row, at.time)));
  return times.sort().pop() ?? '';
}

/** A state that cannot be read counts as unknown: never as not sent. */
function stateOf(typed: string): DispatchState {
  for (const [state, word] of Object.entries(DISPATCH_STATES)) if (word === typed) return state as DispatchState;
  return 'unknown';
}

/**
 * How often a mail that waits was tried stands in its note, first of its figures: `第 2/9 次…`, in any language. A note a person
 * changed makes it a mail that was never tried.
 */
function putOffIn(note: string, time: string): PutOff | null {
  const tries = Number(/(\d+)\/\d+/.exec(note)?.[1] ?? 0);
  const since = parseDateTime(time);
  return tries === 0 || since === null ? null : { tries, since };
}

/** The cells of state, time and error. */
export function progressCells(
  state: DispatchState,
  time: LocalDateTime,
  error: string,
): readonly [string, string, string] {
  return [DISPATCH_STATES[state], time.replace('T', ' '), error];
}

/** A row for a mail that waits. */
export function waitingRow(
  { kind, period, recipient, subject, key }: Pick<Dispatch, 'kind' | 'period' | 'recipient' | 'subject' | 'key'>,
  at: LocalDateTime,
  note: string,
): NewRows[number] {
  const [state, time, error] = progressCells('waiting', at, note);
  return rowOf(dispatchesSheet, { kind, period, recipient, subject, state, time, error, key });
}
