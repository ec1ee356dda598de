/** What of the reminders that are due was sent before, as the outbox says it: the calendar is not asked. */
import type { Dispatch } from '../dispatch/dispatch.ts';
import { slotFrom, slotsServed } from '../dispatch/key.ts';
import type { LocalDate } from '../local-date.ts';
import { isPeriod, type Period } from '../period.ts';

/** A reminder in the outbox, by its key. */
export interface Reminded {
  readonly who: string;
  readonly period: Period;
  /** The day it was meant for. */
  readonly day: LocalDate;
  readonly isWaiting: boolean;
}

const isDay = (occasion: string | undefined): occasion is LocalDate => /^\d{4}-\d{2}-\d{2}$/.test(occasion ?? '');

export function remindedIn(standing: readonly Dispatch[], kind: string): readonly Reminded[] {
  return standing.flatMap(({ key, state }) =>
    slotsServed(key).flatMap((slot) => {
      const { kind: of, period, who, occasion } = slotFrom(slot) ?? {};
      if (of !== kind || period === undefined || who === undefined || !isPeriod(period) || !isDay(occasion)) return [];
      return [{ who, period, day: occasion, isWaiting: state === 'waiting' }];
    }),
  );
}

/**
 * The mail that should be on its way to a person: one that waits already, with its own month and day, or the one that is
 * due. `null` where one of that day or later was sent, or at least tried: a reminder goes once.
 */
export function toRemind(
  who: string,
  due: { readonly period: Period; readonly day: LocalDate } | null,
  reminded: readonly Reminded[],
): { readonly period: Period; readonly day: LocalDate } | null {
  const own = reminded.filter((one) => one.who === who);
  const tried = (day: LocalDate) => own.some((one) => !one.isWaiting && one.day >= day);
  const waiting = own
    .filter((one) => one.isWaiting && (due === null || one.day >= due.day) && !tried(one.day))
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (waiting) return { period: waiting.period, day: waiting.day };
  return due === null || tried(due.day) ? null : { period: due.period, day: due.day };
}
