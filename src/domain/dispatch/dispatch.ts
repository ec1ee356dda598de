/** A mail in the outbox: what it is, where it stands, what may become of it. */

import type { PutOff } from './retry.ts';

/**
 * waiting 待发送, sending 发送中, sent 已发送, failed 发送失败 (it certainly did not leave), unknown 不明 (it may have
 * left), cancelled 已取消. Sending is only seen after a stop in the middle: it means the same as unknown.
 */
export type DispatchState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled';

export interface Dispatch {
  /** The sheet's row, from 1. */
  readonly row: number;
  readonly kind: string;
  readonly period: string;
  /** As it is shown: `区文明办 <wmb@example.cn>`. */
  readonly recipient: string;
  readonly subject: string;
  readonly state: DispatchState;
  readonly key: string;
  /** Only of one that waits because it was tried and put off. */
  readonly putOff?: PutOff;
}

/** What a person may decide of a dispatch. */
export type Settlement = 'resend' | 'cancel' | 'arrived' | 'notArrived';

const BY_PERSON: Readonly<Record<Settlement, Partial<Record<DispatchState, DispatchState>>>> = {
  resend: { failed: 'waiting', cancelled: 'waiting' },
  cancel: { waiting: 'cancelled', failed: 'cancelled' },
  arrived: { sending: 'sent', unknown: 'sent' },
  notArrived: { sending: 'failed', unknown: 'failed' },
};

/** What becomes of a dispatch by a person's decision; `null` where that cannot be decided of it. Sent is for good. */
export function settled(state: DispatchState, settlement: Settlement): DispatchState | null {
  return BY_PERSON[settlement][state] ?? null;
}

const BY_OUTBOX: Readonly<Record<DispatchState, readonly DispatchState[]>> = {
  waiting: ['sending', 'failed', 'cancelled'],
  sending: ['sent', 'unknown', 'failed', 'waiting'],
  failed: ['waiting'],
  cancelled: ['waiting'],
  sent: [],
  unknown: [],
};

/** May the outbox by itself take a dispatch from one state to another? Never out of sent or unknown. */
export const mayBecome = (from: DispatchState, to: DispatchState): boolean => BY_OUTBOX[from].includes(to);

/** May the mail have left? */
export const mayHaveLeft = (state: DispatchState): boolean =>
  state === 'sent' || state === 'sending' || state === 'unknown';

/** It may have left, which cannot be told: a person has to find out. */
export const isOpen = (state: DispatchState): boolean => state === 'sending' || state === 'unknown';
