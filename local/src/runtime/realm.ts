/**
 * A script's own world: a fresh `vm` context with the ECMAScript globals and nothing of Node.
 *
 * Whatever a service hands to the script must be of that world (`instanceof Date`, `instanceof Array`, `instanceof
 * Error` hold in the script), so arrays, dates, errors and the service objects' methods are made here.
 */

import { types } from 'node:util';
import { createContext, Script } from 'node:vm';

/** What carries out a service call; called by the methods the script sees. */
export type Dispatch = (service: string, method: string, self: object, args: unknown[]) => unknown;

interface Wording {
  readonly name: string;
  readonly message: string;
  /** Further properties of the error, flat records by name. */
  readonly facts?: Readonly<Record<string, object>> | undefined;
}

export interface Birth {
  now: () => number;
  dispatch: Dispatch;
  /** The message and name of what went wrong, or undefined where it must pass the border as it is. */
  wording: (error: unknown) => Wording | undefined;
}

/** Makes things of the script's world. */
export interface Realm {
  /** The script's global object. */
  readonly global: Record<string, unknown>;
  array(): unknown[];
  record(): Record<string, unknown>;
  /** A `Date` at that instant. */
  date(epoch: number): Date;
  /** An error as a service throws it. */
  error(name: string, message: string): Error;
  /** A prototype with these methods; each calls `dispatch` with its service and name. */
  prototype(service: string, methods: readonly string[]): object;
  /** A property whose value is made when it is first asked for: most runs ask for few of what the services carry. */
  defineLazily(target: object, name: string, value: () => unknown): void;
  /** One value of an enumeration: prints as its name. */
  enumValue(type: string, name: string, ordinal: number): object;
  /** A plain function of the script's world around one of ours. */
  wrap(work: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown;
  /** Our arrays, records and dates copied into the script's world; anything already of it, and service objects, as they are. */
  adopt(value: unknown): unknown;
  /** The script's arrays, records and dates copied into ours. */
  release(value: unknown): unknown;
  /** Runs a compiled script here, for at most `timeout` milliseconds. */
  run(script: Script, timeout?: number): unknown;
  /** Calls a function of this world with arguments of it; promises are waited for (they can only wait for microtasks). */
  invoke(work: unknown, self: unknown, args: readonly unknown[], timeout?: number): unknown;
}

const bootstrap = new Script(
  `(function (birth) {
  'use strict';
  const { now, dispatch, wording } = birth;
  const RealDate = Date;
  function HostDate(...args) {
    if (new.target === undefined) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperty(HostDate, 'name', { value: 'Date' });
  Object.defineProperty(HostDate, 'length', { value: 7 });
  HostDate.prototype = RealDate.prototype;
  Object.defineProperty(HostDate, 'prototype', { writable: false });
  for (const [name, value] of [['now', function now_() { return now(); }], ['parse', RealDate.parse], ['UTC', RealDate.UTC]]) {
    Object.defineProperty(HostDate, name, { value, writable: true, configurable: true });
  }
  Object.defineProperty(RealDate.prototype, 'constructor', { value: HostDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: HostDate, writable: true, configurable: true });
  function hidden(target, name, value) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
  function error(name, message) {
    const made = new Error(message);
    hidden(made, 'name', name);
    return made;
  }
  function pass(work) {
    try {
      return work();
    } catch (thrown) {
      const words = wording(thrown);
      if (words === undefined) throw thrown;
      const made = error(words.name, words.message);
      for (const [name, fact] of Object.entries(words.facts ?? {})) hidden(made, name, { ...fact });
      throw made;
    }
  }
  function call(service, name, self, args) {
    return pass(() => dispatch(service, name, self, args));
  }
  return {
    array: () => [],
    record: () => ({}),
    date: (epoch) => new RealDate(epoch),
    error,
    wrap: (work) => (...args) => pass(() => work(...args)),
    call,
    defineLazily(target, name, value) {
      Object.defineProperty(target, name, {
        get: () => {
          const made = pass(value);
          Object.defineProperty(target, name, { value: made, writable: true, enumerable: true, configurable: true });
          return made;
        },
        enumerable: true,
        configurable: true,
      });
    },
    enumValue(type, name, ordinal) {
      const made = {};
      hidden(made, 'toString', () => name);
      hidden(made, 'toJSON', () => name);
      hidden(made, 'name', () => name);
      hidden(made, 'ordinal', () => ordinal);
      hidden(made, 'compareTo', (other) => ordinal - other.ordinal());
      return Object.freeze(made);
    },
    begin(work, self, args) {
      const result = Reflect.apply(work, self, args);
      if (!(result instanceof Promise)) return { value: result };
      const outcome = { };
      result.then((value) => { outcome.value = value; outcome.done = true; }, (reason) => { outcome.reason = reason; outcome.failed = true; });
      return outcome;
    },
  };
})`,
  { filename: 'local-host.js' },
);

const begin = new Script('__begin__()', { filename: 'local-host.js' });

const compiled = new Map<string, Script>();

/**
 * The methods of a service class, compiled once for all worlds: a class of its own makes hundreds of methods many times faster than
 * one definition each. Names come from our own declarations.
 */
function methodsOf(service: string, methods: readonly string[]): Script {
  const known = compiled.get(service);
  if (known) return known;
  const bodies = methods.map((name) => `${name}(...args) { return call('${service}', '${name}', this, args); }`);
  if (!methods.includes('toString')) bodies.push(`toString() { return '${service}'; }`);
  const script = new Script(`(function (call) { 'use strict'; return class { ${bodies.join('\n')} }.prototype; })`, {
    filename: 'local-host.js',
  });
  compiled.set(service, script);
  return script;
}

/** A new world. `strings`: may the script make code from strings (`eval`, `new Function`), as on the platform? */
export function createRealm(birth: Birth, strings = true): Realm {
  const sandbox: Record<string, unknown> = {};
  const context = createContext(sandbox, {
    codeGeneration: { strings, wasm: true },
    microtaskMode: 'afterEvaluate',
  });
  const inside = (bootstrap.runInContext(context) as (birth: Birth) => Inside)(birth);
  const arrayPrototype = Object.getPrototypeOf(inside.array()) as object;
  const recordPrototype = Object.getPrototypeOf(inside.record()) as object;

  const adopt = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      if (Object.getPrototypeOf(value) === arrayPrototype) return value;
      const copy = inside.array();
      for (const item of value) copy.push(adopt(item));
      return copy;
    }
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (prototype === Object.prototype) {
      const copy = inside.record();
      for (const [key, item] of Object.entries(value)) put(copy, key, adopt(item));
      return copy;
    }
    if (prototype === Date.prototype) return inside.date((value as Date).getTime());
    return value;
  };

  const release = (value: unknown, seen = new Map<object, unknown>()): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    if (types.isDate(value)) return new Date(value.getTime());
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      seen.set(value, copy);
      for (const item of value) copy.push(release(item, seen));
      return copy;
    }
    if (Object.getPrototypeOf(value) === recordPrototype) {
      const copy: Record<string, unknown> = {};
      seen.set(value, copy);
      for (const [key, item] of Object.entries(value)) put(copy, key, release(item, seen));
      return copy;
    }
    return value;
  };

  const run = (script: Script, timeout?: number): unknown =>
    script.runInContext(context, timeout === undefined ? {} : { timeout: Math.max(1, Math.ceil(timeout)) });

  return {
    global: sandbox,
    array: inside.array,
    record: inside.record,
    date: inside.date,
    error: inside.error,
    prototype: (service, methods) => {
      const made = (methodsOf(service, methods).runInContext(context) as (call: Inside['call']) => object)(inside.call);
      Reflect.deleteProperty(made, 'constructor');
      return made;
    },
    defineLazily: inside.defineLazily,
    enumValue: inside.enumValue,
    wrap: inside.wrap,
    adopt,
    release: (value) => release(value),
    run,
    invoke(work, self, args, timeout) {
      Object.defineProperty(sandbox, '__begin__', {
        value: () => inside.begin(work, self, args),
        configurable: true,
        enumerable: false,
      });
      const outcome = run(begin, timeout) as Outcome;
      Reflect.deleteProperty(sandbox, '__begin__');
      if (outcome.failed) throw outcome.reason;
      return outcome.value;
    },
  };
}

/** An entry of its own whatever its name: assigned, `__proto__` would change what the record inherits. */
function put(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
  else record[key] = value;
}

interface Outcome {
  value?: unknown;
  reason?: unknown;
  failed?: boolean;
}

type Inside = Pick<Realm, 'array' | 'record' | 'date' | 'error' | 'defineLazily' | 'enumValue' | 'wrap'> & {
  call(service: string, name: string, self: object, args: unknown[]): unknown;
  begin(work: unknown, self: unknown, args: readonly unknown[]): Outcome;
};
