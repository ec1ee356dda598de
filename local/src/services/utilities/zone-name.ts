/** Time zones as scripts name them: `GMT`, `GMT+8`, `Asia/Shanghai`. */
import { fail } from '../../runtime/errors.ts';
import { epochOf, isZone, offsetAt } from '../../values/zone.ts';

const MINUTE = 60_000;

/** Minutes east of Greenwich, where the name says them itself. */
function fixedOffset(name: string): number | undefined {
  if (name === 'GMT' || name === 'UTC' || name === 'Z') return 0;
  const shift = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (!shift) return undefined;
  const minutes = Number(shift[2]) * 60 + Number(shift[3] ?? 0);
  return (shift[1] === '-' ? -minutes : minutes) * MINUTE;
}

/** Milliseconds east of UTC at an instant. */
export function offsetIn(name: string, epoch: number): number {
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return fixed;
  return isZone(name) ? offsetAt(name, epoch) : fail('invalidArgument', name);
}

/** The instant at which the clock on the wall shows that (milliseconds as if it were UTC). */
export function epochIn(name: string, local: number): number {
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return local - fixed;
  return isZone(name) ? epochOf(name, local) : fail('invalidArgument', name);
}
