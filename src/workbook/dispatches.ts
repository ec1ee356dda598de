/** Reads the outbox, 发送记录. */
import type { CellRows } from '../spreadsheet/cell.ts';
import { endOfRows, locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { dispatchesSheet } from './sheets/dispatches.ts';

/** Where a mail stands. 发送中 is only seen after a stop in the middle of sending: it means the same as 不明. */
export const DISPATCH_STATES = { sending: '发送中', sent: '已发送', failed: '发送失败', unknown: '不明' } as const;

export type DispatchState = keyof typeof DISPATCH_STATES;

export interface Dispatch {
  /** The sheet's row, from 1. */
  readonly row: number;
  readonly kind: string;
  readonly period: string;
  readonly recipient: string;
  /** A state nobody can read counts as unknown: never as not sent. */
  readonly state: DispatchState;
  readonly key: string;
}

export interface ReadDispatches {
  readonly dispatches: readonly Dispatch[];
  /** Number of the first free row. */
  readonly nextRow: number;
  /** Where each column stands, in the order of the declaration. */
  readonly places: readonly number[];
}

/** @throws Refusal columnsMissing */
export function readDispatches(rows: CellRows): ReadDispatches {
  const { at, headingRow } = ((located) => {
    refuseMissing(
      dispatchesSheet,
      located,
      dispatchesSheet.columns.map(({ key }) => key),
    );
    return located;
  })(locate(dispatchesSheet, rows));
  const dispatches: Dispatch[] = [];
  for (let index = headingRow + 1; index < rows.length; index += 1) {
    const cell = (key: keyof typeof at) => String(rows[index]?.[at[key]] ?? '').trim();
    if (cell('key') === '' && cell('recipient') === '') continue;
    dispatches.push({
      row: index + 1,
      kind: cell('kind'),
      period: cell('period'),
      recipient: cell('recipient'),
      state: stateOf(cell('state')),
      key: cell('key'),
    });
  }
  return {
    dispatches,
    nextRow: endOfRows(rows, headingRow, Object.values(at)) + 1,
    places: dispatchesSheet.columns.map(({ key }) => at[key]),
  };
}

function stateOf(typed: string): DispatchState {
  for (const state of ['sending', 'sent', 'failed'] as const) if (DISPATCH_STATES[state] === typed) return state;
  return 'unknown';
}
