/** CacheService: values that may be gone tomorrow. */

import type { Cached } from '../../runtime/cloud.ts';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';

type Cache = GoogleAppsScript.Cache.Cache;

/** 250 characters a key, 100 KB a value, 10 minutes by default, 6 hours at most, 1,000 items (reference/cache/cache). */
const LONGEST_KEY = 250;
const LARGEST_VALUE = 100 * 1024;
const USUAL_SECONDS = 600;
const MOST_SECONDS = 21_600;
const MOST_ITEMS = 1000;
/** Beyond that the oldest tenth goes (measured by others: first in, first out, in blocks). */
const DROPPED = MOST_ITEMS / 10;

interface CacheState {
  readonly execution: Execution;
  readonly name: string;
}

function entriesOf({ execution, name }: CacheState): Map<string, Cached> {
  const { caches } = execution.session.cloud;
  const known = caches.get(name) ?? new Map<string, Cached>();
  caches.set(name, known);
  return known;
}

function read(state: CacheState, key: string): string | null {
  const held = entriesOf(state).get(key);
  return held && held.expires > state.execution.session.cloud.clock.now() ? held.value : null;
}

function put(state: CacheState, key: string, value: unknown, seconds = USUAL_SECONDS): void {
  if (key.length > LONGEST_KEY) fail('argumentTooLarge', 'key');
  const text = String(value);
  if (Buffer.byteLength(text) > LARGEST_VALUE) fail('argumentTooLarge', 'value');
  const expires = state.execution.session.cloud.clock.now() + Math.min(Math.max(seconds, 1), MOST_SECONDS) * 1000;
  const entries = entriesOf(state);
  entries.delete(key);
  entries.set(key, { value: text, expires });
  if (entries.size > MOST_ITEMS) for (const old of [...entries.keys()].slice(0, DROPPED)) entries.delete(old);
}

/** What the platform answers where the types say it answers nothing (gas-fakes test/teststores.js). */
const nothing = null as unknown as undefined;

const cacheFace: Face<Cache, CacheState> = emulate<Cache, CacheState>('Cache', {
  get(key) {
    return read(this, key);
  },
  getAll(keys) {
    return Object.fromEntries(
      keys.flatMap((key) => {
        const value = read(this, key);
        return value === null ? [] : [[key, value]];
      }),
    );
  },
  put(key: string, value: string, seconds?: number) {
    put(this, key, value, seconds);
    return nothing;
  },
  putAll(values: Record<string, string>, seconds?: number) {
    for (const [key, value] of Object.entries(values)) put(this, key, value, seconds);
  },
  remove(key) {
    entriesOf(this).delete(key);
    return nothing;
  },
  removeAll(keys) {
    for (const key of keys) entriesOf(this).delete(key);
  },
});

const serviceFace: Face<GoogleAppsScript.Cache.CacheService, { execution: Execution }> = emulate<
  GoogleAppsScript.Cache.CacheService,
  { execution: Execution }
>('CacheService', {
  getDocumentCache() {
    // The types say there always is one; outside a container there is none (reference/cache/cache-service).
    if (!this.execution.session.container) return null as unknown as Cache;
    return this.execution.make(cacheFace, { execution: this.execution, name: 'document' });
  },
  getScriptCache() {
    return this.execution.make(cacheFace, { execution: this.execution, name: 'script' });
  },
  getUserCache() {
    return this.execution.make(cacheFace, { execution: this.execution, name: `user:${this.execution.user}` });
  },
});

export const cacheService = (execution: Execution): GoogleAppsScript.Cache.CacheService =>
  execution.make(serviceFace, { execution });
