/**
 * Keeps the counts of code that counts what of it runs (build/counting.mjs): the sources, and the script and its pages in worlds
 * of their own. Set up by `npm run coverage` for each test file; what was counted is laid by for build/counted.mjs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Context, Script } from 'node:vm';
import { afterAll } from 'vitest';

const kept: Record<string, Uint32Array> = {};

function $countsOf(name: string, size: number): Uint32Array {
  kept[name] ??= new Uint32Array(size);
  return kept[name];
}

Object.assign(globalThis, { $countsOf });

// The host and the pages make a world for each run; each is handed the counts as its first script begins.
const { runInContext } = Script.prototype;
Script.prototype.runInContext = function (context: Context, options?: Parameters<typeof runInContext>[1]): unknown {
  if (!('$countsOf' in context)) Object.defineProperty(context, '$countsOf', { value: $countsOf });
  return runInContext.call(this, context, options);
};

afterAll(() => {
  const counts = Object.fromEntries(Object.entries(kept).map(([name, of]) => [name, [...of]]));
  mkdirSync('coverage/counts', { recursive: true });
  writeFileSync(`coverage/counts/${process.pid}-${performance.now()}.json`, JSON.stringify(counts));
});
