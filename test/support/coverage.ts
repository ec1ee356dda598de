/**
 * Keeps the counts of sources that count what of them runs (build/counted.mjs): those tests import, and the script and its pages in
 * worlds of their own. Set up by `npm run coverage` for each test file; what was counted is laid by for build/coverage.mjs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Context, Script } from 'node:vm';
import { afterAll } from 'vitest';

/** The name under which Istanbul's counters look for the counts. */
const NAME = '__coverage__';

const counts = {};
Object.assign(globalThis, { [NAME]: counts });

// The host and the pages make a world for each run; each is handed the counts as its first script begins.
const { runInContext } = Script.prototype;
Script.prototype.runInContext = function (context: Context, options?: Parameters<typeof runInContext>[1]): unknown {
  if (!(NAME in context)) Object.defineProperty(context, NAME, { value: counts });
  return runInContext.call(this, context, options);
};

afterAll(() => {
  mkdirSync('coverage/counts', { recursive: true });
  writeFileSync(`coverage/counts/${process.pid}-${performance.now()}.json`, JSON.stringify(counts));
});
