/** One run of a script: its own world, its rights, its time, and the border every service call crosses. */
import { areaText } from '../book/a1.ts';
import { bottomOf, rightOf } from '../book/areas.ts';
import type { Area, Book, Sheet } from '../book/book.ts';
import { isCounted, type ServiceCall, summary } from './calls.ts';
import { type EnumName, enumNames } from './enums.ts';
import { fail, NotSupportedError, notSupported, ServiceError } from './errors.ts';
import type { Face } from './face.ts';
import { Kill, TimeUp } from './kill.ts';
import { type AuthMode, checkPermission } from './permission.ts';
import { type Birth, createRealm, type Realm } from './realm.ts';
import type { Session } from './session.ts';
import { checkArguments, mismatch, signaturesOf } from './signatures/check.ts';

/** What made the script run. */
export type Cause = 'editor' | 'menu' | 'client' | 'simple trigger' | 'installable trigger' | 'services';

/** What is known of a run from its start. */
export interface Start {
  readonly cause: Cause;
  readonly authMode: AuthMode;
  /** Whose rights the script has. */
  readonly user: string;
  /** Milliseconds it may take. */
  readonly limit: number;
}

/** A run of a script, and what services need of it. */
export interface Execution extends Start {
  readonly session: Session;
  readonly realm: Realm;
  /** Set once the run is over for good: every later service call ends with this. */
  dead: Kill | undefined;
  /** Milliseconds used so far. */
  elapsed(): number;
  /** Lets time pass, on the clock and in this run. */
  spend(milliseconds: number): void;
  /** A thing as the script sees it. */
  make<T extends object, S extends object>(face: Face<T, S>, state: S): T;
  /** Our state of a thing the script hands over; undefined where it is not of that class. */
  state<T extends object, S extends object>(face: Face<T, S>, value: unknown): S | undefined;
  /** The class of a service object. */
  serviceOf(value: unknown): string | undefined;
  /** A value of an enumeration, the same object each time. */
  enumValue(type: EnumName, name: string): object;
  /** The name of an enumeration's value, or undefined for anything else. */
  enumName(type: EnumName, value: unknown): string | undefined;
  /** Runs a piece of the script in the midst of a service call: what it calls is logged again. */
  asScript<T>(work: () => T): T;
  /** Fails with the platform's signature error. */
  mismatch(service: string, method: string, args: readonly unknown[]): never;
}

interface Bound {
  readonly face: Face<object, object>;
  readonly state: object;
}

/** States that speak of cells say which: it goes into the log. */
interface Placed {
  readonly book?: Book;
  readonly sheet?: Sheet;
  readonly area?: Area;
}

/** A sheet, or cells of it, that a person deleted since the script got hold of them are no longer to be worked on. */
function requirePlace({ book, sheet, area }: Placed): void {
  if (!book || !sheet) return;
  if (!book.sheets.includes(sheet)) fail('sheetGone', sheet.id);
  if (area && (bottomOf(area) > sheet.maxRows || rightOf(area) > sheet.maxColumns)) fail('outsideSheet');
}

/** Begins a run. `enter` puts the services and the sources into the new world. */
export function createExecution(session: Session, start: Start): Execution {
  const { cloud } = session;
  const bound = new WeakMap<object, Bound>();
  const prototypes = new Map<string, object>();
  const enums = new Map<EnumName, Map<string, object>>();
  const enumOf = new WeakMap<object, { type: EnumName; name: string }>();
  const classes = {
    serviceOf: (value: object) => bound.get(value)?.face.service,
    enumOf: (value: object) => enumOf.get(value)?.type,
  };
  const startedReal = performance.now();
  let spent = 0;
  /** A service that makes use of another's method does not call it: the script made one call. */
  let serving = false;

  const wording: Birth['wording'] = (error) => {
    if (error instanceof ServiceError) {
      return { name: 'Exception', message: error.textIn(session.language), facts: error.facts };
    }
    if (error instanceof NotSupportedError) return { name: error.name, message: error.message };
    return undefined;
  };

  const dispatch = (service: string, method: string, self: object, args: unknown[]): unknown => {
    if (execution.dead) throw execution.dead;
    const known = bound.get(self);
    if (!known) throw realm.error('TypeError', `Illegal invocation: ${service}.${method}`);
    if (serving) return realm.adopt(carryOut(known, service, method, args));
    const place = known.state as Placed;
    const { sheet, area } = place;
    const call: ServiceCall = {
      index: session.calls.length,
      service,
      method,
      counted: isCounted(service, method),
      phase: 'before',
      args: args.map(summary),
      ...(sheet === undefined ? {} : { target: area ? `${sheet.name}!${areaText(area)}` : sheet.name }),
      ...(area === undefined ? {} : { cells: area.rows * area.columns }),
    };
    session.calls.push(call);
    try {
      if (execution.elapsed() > start.limit) throw new TimeUp();
      fault(call);
      checkPermission(service, method, start.authMode, session.project.manifest.oauthScopes);
      checkArguments(service, method, args, classes);
      if (call.counted) requirePlace(place);
      serving = true;
      let answer: unknown;
      try {
        answer = carryOut(known, service, method, args);
      } finally {
        serving = false;
      }
      call.phase = 'after';
      fault(call);
      if (execution.elapsed() > start.limit) throw new TimeUp();
      return realm.adopt(answer);
    } catch (error) {
      if (error instanceof Kill) execution.dead = error;
      throw error;
    }
  };

  const carryOut = ({ face, state }: Bound, service: string, method: string, args: unknown[]): unknown => {
    const work = (face.members as Record<string, unknown>)[method];
    if (typeof work !== 'function') notSupported(`${service}.${method}`);
    return Reflect.apply(work, state, args);
  };

  const fault = (call: ServiceCall): void => {
    if (!session.faults) return;
    let answer: unknown;
    try {
      answer = session.faults(call);
    } catch (error) {
      if (error instanceof Kill || !(error instanceof Error)) throw error;
      throw realm.error(error.name === 'Error' ? 'Exception' : error.name, error.message);
    }
    if (answer instanceof Kill) throw answer;
  };

  const realm = createRealm({ now: () => cloud.clock.now(), dispatch, wording }, session.codeFromStrings);

  const values = (type: EnumName): Map<string, object> => {
    let known = enums.get(type);
    if (!known) {
      known = new Map();
      for (const [ordinal, name] of enumNames(type).entries()) {
        const value = realm.enumValue(type, name, ordinal);
        enumOf.set(value, { type, name });
        known.set(name, value);
      }
      enums.set(type, known);
    }
    return known;
  };

  const prototypeOf = (face: Face<object, object>): object => {
    let prototype = prototypes.get(face.service);
    if (!prototype) {
      const names = new Set([...Object.keys(face.members), ...signaturesOf(face.service).keys()]);
      prototype = realm.prototype(face.service, [...names]);
      prototypes.set(face.service, prototype);
    }
    return prototype;
  };

  const execution: Execution = {
    ...start,
    session,
    realm,
    dead: undefined,
    elapsed: () => spent + (performance.now() - startedReal),
    spend(milliseconds) {
      spent += milliseconds;
      cloud.clock.advance(milliseconds);
    },
    make<T extends object, S extends object>(face: Face<T, S>, state: S): T {
      const plain = face as unknown as Face<object, object>;
      const made = Object.create(prototypeOf(plain)) as T;
      bound.set(made, { face: plain, state });
      for (const [name, type] of Object.entries(face.enumerations))
        realm.defineLazily(made, name, () => realm.adopt(Object.fromEntries(values(type))));
      return made;
    },
    state<T extends object, S extends object>(face: Face<T, S>, value: unknown): S | undefined {
      if (typeof value !== 'object' || value === null) return undefined;
      const known = bound.get(value);
      return known?.face === (face as unknown as Face<object, object>) ? (known.state as S) : undefined;
    },
    serviceOf: (value) => (typeof value === 'object' && value !== null ? classes.serviceOf(value) : undefined),
    enumValue(type, name) {
      const value = values(type).get(name);
      if (!value) throw new Error(`no ${type} named ${name}`);
      return value;
    },
    enumName(type, value) {
      if (typeof value !== 'object' || value === null) return undefined;
      const known = enumOf.get(value);
      return known?.type === type ? known.name : undefined;
    },
    asScript(work) {
      const before = serving;
      serving = false;
      try {
        return work();
      } finally {
        serving = before;
      }
    },
    mismatch: (service, method, args) => mismatch(service, method, args, classes),
  };
  return execution;
}
