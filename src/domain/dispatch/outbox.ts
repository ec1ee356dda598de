/** What to do with the outbox: which mails to write down, which to send now, which to leave be. Nothing is done here. */
import { type Dispatch, isOpen } from './dispatch.ts';
import { slotOfKey, slotsServed } from './key.ts';

/**
 * On whose word a mail goes. A person's: it goes also where it failed or was cancelled before. The schedule's: once,
 * whatever became of it. Standing: only what a person asked for earlier and is still waiting with this very content.
 */
export type OnWordOf = 'person' | 'schedule' | 'standing';

/** A mail that should be on its way. */
export interface Planned {
  readonly key: string;
  readonly onWordOf: OnWordOf;
}

export interface OutboxPlan<Mail extends Planned> {
  /** To be written below as waiting. */
  readonly add: readonly Mail[];
  /** Rows of the same mail that failed or were cancelled and are to wait again. */
  readonly revive: readonly { readonly row: number; readonly mail: Mail }[];
  readonly cancel: readonly { readonly row: number; readonly why: 'changed' | 'notNeeded' }[];
  /** What to send, in the order of writing down; `row` is `null` for one to be added. */
  readonly send: readonly { readonly row: number | null; readonly mail: Mail }[];
  readonly already: readonly Mail[];
  /** What may have left, failed or was cancelled: a person decides. */
  readonly held: readonly { readonly mail: Mail; readonly dispatch: Dispatch }[];
}

/**
 * @param covers standing dispatches that this plan is all of: one that waits and is planned no more is cancelled
 */
export function planOutbox<Mail extends Planned>(
  planned: readonly Mail[],
  standing: readonly Dispatch[],
  covers: (dispatch: Dispatch) => boolean,
): OutboxPlan<Mail> {
  const bySlot = new Map<string, Dispatch[]>();
  for (const dispatch of standing) {
    for (const slot of slotsServed(dispatch.key)) {
      const known = bySlot.get(slot);
      if (known) known.push(dispatch);
      else bySlot.set(slot, [dispatch]);
    }
  }
  const plan = { add: [], revive: [], cancel: [], send: [], already: [], held: [] } as Growing<Mail>;
  const seen = new Set<string>();
  for (const mail of planned) {
    const slot = slotOfKey(mail.key);
    if (seen.has(slot)) continue;
    seen.add(slot);
    placeMail(plan, mail, bySlot.get(slot) ?? []);
  }
  for (const dispatch of standing) {
    const isPlanned = () => slotsServed(dispatch.key).some((slot) => seen.has(slot));
    if (dispatch.state === 'waiting' && covers(dispatch) && !isPlanned()) {
      plan.cancel.push({ row: dispatch.row, why: 'notNeeded' });
    }
  }
  // One that went to several addresses is in the way of each of theirs.
  const cancelled = new Map(plan.cancel.map((one) => [one.row, one]));
  plan.cancel.splice(0, plan.cancel.length, ...cancelled.values());
  // Those that have waited longest go first.
  plan.send.sort((a, b) => (a.row ?? Number.POSITIVE_INFINITY) - (b.row ?? Number.POSITIVE_INFINITY) || 0);
  return plan;
}

type Growing<Mail extends Planned> = {
  -readonly [Part in keyof OutboxPlan<Mail>]: OutboxPlan<Mail>[Part][number][];
};

function placeMail<Mail extends Planned>(plan: Growing<Mail>, mail: Mail, rows: readonly Dispatch[]): void {
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const sent = rows.some(({ state }) => state === 'sent');
  const open = rows.find(({ state }) => isOpen(state));
  const same = sent || open ? undefined : waiting.find(({ key }) => key === mail.key);
  for (const { row } of waiting) if (row !== same?.row) plan.cancel.push({ row, why: sent ? 'notNeeded' : 'changed' });
  if (sent) plan.already.push(mail);
  else if (open) plan.held.push({ mail, dispatch: open });
  else if (same) plan.send.push({ row: same.row, mail });
  else if (mail.onWordOf === 'person' || (mail.onWordOf === 'schedule' && (waiting.length > 0 || rows.length === 0))) {
    writeDown(plan, mail, rows);
  } else {
    const last = rows[rows.length - 1];
    if (last) plan.held.push({ mail, dispatch: last });
  }
}

/** A key stands in one row only. */
function writeDown<Mail extends Planned>(plan: Growing<Mail>, mail: Mail, rows: readonly Dispatch[]): void {
  const before = rows.find(({ key }) => key === mail.key);
  if (before) {
    plan.revive.push({ row: before.row, mail });
    plan.send.push({ row: before.row, mail });
  } else {
    plan.add.push(mail);
    plan.send.push({ row: null, mail });
  }
}
