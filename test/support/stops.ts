/** Stops a command at one of its service calls, before or after it. */
import { type Host, Kill, kill } from './host.ts';

export interface Stop {
  readonly at: number;
  readonly phase: 'before' | 'after';
}

/** Every call of a run, each to be stopped before and after; long runs are sampled so that the whole is quick. */
export function stopsOf(calls: number, most: number): Stop[] {
  const step = Math.max(1, Math.floor((calls * 2) / most));
  return Array.from({ length: Math.ceil((calls * 2) / step) }, (_, index) => index * step).map((place) => ({
    at: Math.floor(place / 2),
    phase: place % 2 === 0 ? 'before' : 'after',
  }));
}

/** Every moment at which a run can be stopped: before its first call and after each. Between two calls nothing is done. */
export function momentsOf(calls: number): Stop[] {
  return [{ at: 0, phase: 'before' }, ...Array.from({ length: calls }, (_, at): Stop => ({ at, phase: 'after' }))];
}

/** A session that is killed at that call. */
export function killedAt(host: Host, { at, phase }: Stop): Host {
  let seen = -1;
  return host.session({
    faults: (call) => {
      if (call.phase === 'before') seen += 1;
      return seen === at && call.phase === phase ? kill() : undefined;
    },
  });
}

/** Runs a command in a session that is killed at one of its calls. */
export function stopped(host: Host, stop: Stop, name: string, argument: unknown): void {
  try {
    killedAt(host, stop).call(name, argument);
  } catch {
    // It was stopped.
  }
}

/** Runs a command in a session that is killed as it calls a method for the nth time. */
export function stoppedBefore(host: Host, method: string, nth: number, name: string, argument?: unknown): void {
  let seen = 0;
  const session = host.session({
    faults: (call) => {
      if (call.method === method && call.phase === 'before') seen += 1;
      return seen === nth ? kill() : undefined;
    },
  });
  try {
    session.call(name, argument);
  } catch (error) {
    if (error instanceof Kill) return;
    throw error;
  }
  throw new Error(`${name} calls ${method} less than ${nth} times`);
}

/** How many calls a command makes when it is not stopped. */
export function callsOf(host: Host, name: string, argument: unknown): number {
  host.resetCalls();
  host.call(name, argument);
  return host.calls.length;
}
