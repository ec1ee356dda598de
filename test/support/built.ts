/** Workbooks that many tests begin with. */
import { copyBook, type Host, startHuizong } from './host.ts';

type Options = NonNullable<Parameters<typeof startHuizong>[0]>;

const built = new Map<string, Host>();

/**
 * A workbook built once in a test file, and copied for each test that asks; `name` says how it is built, the same for the same
 * workbook, and the clock stands at `now` unless the options set it. It is as a person finds it who has opened the file.
 */
export function builtOnce(name: string, now: string, options: Options, build: () => Host): Host {
  const key = JSON.stringify([name, options]);
  const original = built.get(key) ?? build();
  built.set(key, original);
  const host = startHuizong({ ...options, workbook: copyBook(original.book), now: options.now ?? now });
  host.fire.onOpen();
  host.resetCalls();
  return host;
}
