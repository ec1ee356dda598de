/** Logger, and `console`: lines of the session's log. */
import { inspect } from 'node:util';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import type { LogLine } from '../../runtime/session.ts';
import { formatString } from '../utilities/format-string.ts';

const plain = (value: unknown): string => (typeof value === 'string' ? value : inspect(value, { depth: 4 }));

const face: Face<GoogleAppsScript.Base.Logger, { execution: Execution }> = emulate<
  GoogleAppsScript.Base.Logger,
  { execution: Execution }
>('Logger', {
  log(first: unknown, ...values: unknown[]) {
    const text = values.length > 0 ? formatString(String(first), values) : plain(first);
    this.execution.session.log.push({ level: 'logger', text });
    return this.execution.make(face, this);
  },
  getLog() {
    return this.execution.session.log
      .filter(({ level }) => level === 'logger')
      .map(({ text }) => `${text}\n`)
      .join('');
  },
  clear() {
    const { log } = this.execution.session;
    const kept = log.filter(({ level }) => level !== 'logger');
    log.splice(0, log.length, ...kept);
  },
});

export const logger = (execution: Execution): GoogleAppsScript.Base.Logger => execution.make(face, { execution });

/** The script's `console`. */
export function consoleOf({ realm, session }: Execution): Record<string, unknown> {
  const made = realm.record();
  const levels: readonly (readonly [string, LogLine['level']])[] = [
    ['log', 'log'],
    ['info', 'info'],
    ['warn', 'warn'],
    ['error', 'error'],
    ['debug', 'debug'],
  ];
  for (const [name, level] of levels) {
    made[name] = realm.wrap((...values) => {
      const [first, ...rest] = values;
      const formatted = typeof first === 'string' && rest.length > 0 && /%[-0-9.]*[sdifxX]/.test(first);
      const text = formatted ? formatString(first, rest) : values.map(plain).join(' ');
      session.log.push({ level, text });
    });
  }
  for (const name of ['time', 'timeEnd']) made[name] = realm.wrap(() => undefined);
  return made;
}
