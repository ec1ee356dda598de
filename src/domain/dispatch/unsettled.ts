/** Mails that stand still until a person decides: what may have left, and what failed and was not made good since. */
import { type Dispatch, isOpen } from './dispatch.ts';

export function unsettledIn(standing: readonly Dispatch[]): readonly Dispatch[] {
  return standing.filter((one) => isOpen(one.state) || (one.state === 'failed' && !isMadeGood(one, standing)));
}

/** A later mail of the same kind to the same recipient says it anew, and is sent or on its way. */
const isMadeGood = ({ kind, recipient, period, row }: Dispatch, standing: readonly Dispatch[]): boolean =>
  standing.some(
    (later) =>
      later.row > row &&
      later.kind === kind &&
      later.recipient === recipient &&
      later.period >= period &&
      (later.state === 'sent' || later.state === 'waiting'),
  );
