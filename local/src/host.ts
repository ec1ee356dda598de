/** The local host: runs Apps Script in Node, on a spreadsheet that is a real .xlsx file. */
import { Script } from 'node:vm';
import { parseReference } from './book/a1.ts';
import { areaOf, intersection } from './book/areas.ts';
import type { Area, Book } from './book/book.ts';
import { valueAt } from './book/cells.ts';
import { copyBook } from './book/copy.ts';
import { emptyBook } from './book/new-book.ts';
import { sheetNamed } from './book/sheets.ts';
import { type ServiceCall, type Tally, tally } from './runtime/calls.ts';
import { createClock, type Now } from './runtime/clock.ts';
import type { Cloud } from './runtime/cloud.ts';
import { fail } from './runtime/errors.ts';
import { type Cause, createExecution, type Execution } from './runtime/execution.ts';
import { Kill, kill } from './runtime/kill.ts';
import type { AuthMode } from './runtime/permission.ts';
import type { Faults, LogLine, Manifest, Project, Session } from './runtime/session.ts';
import { type Services, servicesOf } from './services/index.ts';
import { consoleOf } from './services/logger/logger.ts';
import type { Mail, MailFile } from './services/mail/message.ts';
import { clockEvent, editEvent, openEvent } from './services/script/events.ts';
import { triggerRan, triggersOf } from './services/script/triggers.ts';
import { writeValues } from './services/spreadsheet/cell-values.ts';
import { type Answer, type MenuItem, newUiState, type Person, type Shown, type UiState } from './services/ui/state.ts';
import { epochOf } from './values/zone.ts';
import { loadBook, saveBook } from './xlsx/file.ts';
import { NotAWorkbookError } from './xlsx/not-a-workbook.ts';
import { readBook } from './xlsx/read.ts';
import { type Strays, straysOf } from './xlsx/strays.ts';

export type {
  Answer,
  Book,
  Faults,
  LogLine,
  Mail,
  MailFile,
  MenuItem,
  Person,
  ServiceCall,
  Services,
  Shown,
  Strays,
  Tally,
};
export { copyBook, Kill, kill, loadBook, NotAWorkbookError, saveBook, straysOf };

export interface HostOptions {
  /** A file's path, a file's bytes, or a book; a new empty spreadsheet where it is left out. */
  readonly workbook?: string | Uint8Array | Book;
  /** The time it is: an instant, a local time `2023-05-21T09:00` in the zone, or a function. The real time by default. */
  readonly now?: Now;
  /** Mail address of who runs the script; the file's owner by default. */
  readonly user?: string;
  /** Zone and locale of a new spreadsheet. */
  readonly timeZone?: string;
  readonly locale?: string;
  /** Language of the platform's own texts. */
  readonly language?: string;
  /** Called before and after every service call; may throw (the call fails) or throw or return `kill()`. */
  readonly faults?: Faults;
  /** Called at `SpreadsheetApp.flush` and when a run ends. */
  readonly onFlush?: () => void;
  /** Who is asked where no answer was laid out, and sees what comes up; no one by default. */
  readonly person?: Person;
  /** Called with what a trigger fails with: who types or opens does not hear of it, as on the platform. Thrown by default. */
  readonly triggerFailed?: (error: unknown, trigger: string) => void;
  /** Called with each mail as it leaves. */
  readonly deliver?: (mail: Mail) => void;
  readonly manifest?: Manifest;
  readonly html?: Readonly<Record<string, string>>;
  /** Mail recipients a day. */
  readonly mailPerDay?: number;
  /** Minutes one run may take. */
  readonly executionMinutes?: number;
  /** May scripts make code from strings, as on the platform? */
  readonly codeFromStrings?: boolean;
  /** Is the script bound to the spreadsheet? */
  readonly container?: boolean;
}

export interface HostUi extends UiState {
  /** Queues what is answered to the next alert or prompt. */
  answer(...answers: Answer[]): void;
  /** The sheet in front, by its id, and what is selected there. */
  front(): { readonly sheet: number; readonly areas: readonly Area[] };
  /** Clicks a menu entry by its path, `汇总 ▸ 准备本月`. */
  click(path: string): unknown;
}

export interface Host {
  /** The services as a script of this host sees them, outside any run of it. */
  readonly services: Services;
  readonly book: Book;
  readonly calls: ServiceCall[];
  readonly mail: Mail[];
  readonly log: LogLine[];
  readonly ui: HostUi;
  /** Adds a source file; all sources share one global scope. */
  load(
    source: string,
    about?: { readonly name?: string; readonly manifest?: Manifest; readonly html?: Readonly<Record<string, string>> },
  ): void;
  /**
   * What a person does with the spreadsheet itself, by mouse and menu: selects, inserts rows. Nothing is triggered. The services
   * are this call's own: one run's time and no more is theirs.
   */
  byHand<T>(work: (services: Services) => T): T;
  /** Runs a global function (or `object.method`) with full authorisation. */
  call(name: string, ...args: unknown[]): unknown;
  /** Runs a function as a page would by `google.script.run`: names ending in `_` are hidden, only plain data passes. */
  callAsClient(name: string, ...args: unknown[]): unknown;
  readonly fire: {
    /** Opens the file: the simple trigger, then installed ones. */
    onOpen(authMode?: AuthMode): void;
    /** A person types or pastes: checked, parsed and written as by hand, then the edit triggers run. */
    edit(about: {
      readonly sheet: string;
      readonly a1: string;
      readonly values: readonly (readonly unknown[])[];
      readonly user?: string;
    }): void;
    /** Runs the clock triggers that are due. */
    clock(): void;
  };
  /** Another user at the same spreadsheet. */
  session(
    options: Pick<HostOptions, 'user' | 'faults' | 'onFlush' | 'deliver' | 'language'> & {
      readonly person?: Person | undefined;
    },
  ): Host;
  /** Forgets the calls logged so far. */
  resetCalls(): void;
  tally(): Tally;
  setNow(now: Now): void;
  /** Holds a lock from outside, as another script's run would; answers how to let go of it. */
  holdLock(name?: string): () => void;
  save(path: string): void;
}

const MINUTE = 60_000;

export function createHost(options: HostOptions = {}): Host {
  const book = bookOf(options);
  book.sidecar['id'] ??= 'local-spreadsheet';
  const clock = createClock(startOf(options.now, book.timeZone));
  const cloud: Cloud = {
    book,
    others: new Map(),
    clock,
    locks: new Map(),
    caches: new Map(),
    mail: [],
    mailQuotas: new Map(),
    mailPerDay: options.mailPerDay ?? 100,
  };
  const project: Project = {
    id: 'local-script',
    sources: [],
    html: new Map(Object.entries(options.html ?? {})),
    manifest: options.manifest ?? {},
  };
  return hostOn(cloud, project, options);
}

function bookOf({ workbook, timeZone, locale, user }: HostOptions): Book {
  if (typeof workbook === 'string') return loadBook(workbook);
  if (workbook instanceof Uint8Array) return readBook(workbook);
  if (workbook) return workbook;
  return emptyBook({
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(locale === undefined ? {} : { locale }),
    ...(user === undefined ? {} : { owner: user }),
  });
}

function startOf(now: Now | undefined, timeZone: string): number | (() => number) {
  if (now === undefined) return () => Date.now();
  if (typeof now === 'function') return () => Number(now());
  if (typeof now === 'number') return now;
  if (now instanceof Date) return now.getTime();
  // Without a zone of its own a time is the spreadsheet's.
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(now)) return checked(Date.parse(now), now);
  const local = checked(Date.parse(`${/T/.test(now) ? now : `${now}T00:00`}Z`), now);
  return epochOf(timeZone, local);
}

function checked(epoch: number, typed: string): number {
  if (Number.isNaN(epoch)) throw new RangeError(`not a time: ${typed}`);
  return epoch;
}

function hostOn(cloud: Cloud, project: Project, options: HostOptions): Host {
  const ui = newUiState();
  const session: Session = {
    cloud,
    user: options.user ?? (cloud.book.owner || 'user@example.com'),
    language: options.language ?? 'en',
    calls: [],
    log: [],
    project,
    ui,
    person: options.person,
    faults: options.faults,
    deliver: options.deliver,
    onFlush: options.onFlush,
    executionLimit: (options.executionMinutes ?? 6) * MINUTE,
    codeFromStrings: options.codeFromStrings ?? true,
    container: options.container ?? true,
    activeSheetId: undefined,
    selections: new Map(),
  };

  const begin = (cause: Cause, authMode: AuthMode, user = session.user, limit = session.executionLimit): Execution => {
    const execution = createExecution(session, { cause, authMode, user, limit });
    const { global } = execution.realm;
    for (const [name, service] of Object.entries(servicesOf(execution))) define(global, name, service);
    define(global, 'console', consoleOf(execution));
    return execution;
  };

  /** One run: loads all sources anew, as the platform does, calls, and tidies up. */
  const run = (execution: Execution, name: string, args: readonly unknown[], optional = false): unknown =>
    inZone(project.manifest.timeZone ?? cloud.book.timeZone, () => {
      try {
        for (const source of project.sources) execution.realm.run(source, execution.limit);
        const found = functionNamed(execution, name);
        if (found === undefined) {
          if (optional) return undefined;
          return fail('noFunction', name);
        }
        const given = args.map((arg) => execution.realm.adopt(arg));
        const answer = execution.realm.invoke(found.work, found.self, given, execution.limit);
        if (execution.dead) throw execution.dead;
        return execution.realm.release(answer);
      } catch (error) {
        throw execution.dead ?? error;
      } finally {
        for (const [lock, holder] of cloud.locks) if (holder === execution) cloud.locks.delete(lock);
        // What a killed script had written before is written: the platform takes nothing back.
        session.onFlush?.();
      }
    });

  /** A trigger: what it fails with goes to the listener for that, and without one to the caller. */
  const triggered = (execution: Execution, name: string, event: Record<string, unknown>, optional = false): void => {
    try {
      run(execution, name, [event], optional);
    } catch (error) {
      if (!options.triggerFailed || error instanceof Kill) throw error;
      options.triggerFailed(error, name);
    }
  };

  const simple = (
    name: string,
    about: (execution: Execution) => Record<string, unknown>,
    authMode: AuthMode,
    user = session.user,
  ): void => {
    const execution = begin('simple trigger', authMode, user, MINUTE / 2);
    triggered(execution, name, eventOf(execution, about(execution), authMode), true);
  };

  const installed = (event: string, about: (execution: Execution) => Record<string, unknown>): void => {
    for (const trigger of triggersOf(cloud.book).filter((one) => one.event === event)) {
      const execution = begin('installable trigger', 'FULL', trigger.user);
      triggered(execution, trigger.run, eventOf(execution, { ...about(execution), triggerUid: trigger.id }, 'FULL'));
    }
  };

  let outside: Execution | undefined;
  const host: Host = {
    get services() {
      outside ??= begin('services', 'FULL');
      return outside.realm.global as unknown as Services;
    },
    book: cloud.book,
    calls: session.calls,
    mail: cloud.mail,
    log: session.log,
    ui: {
      ...ui,
      answer: (...answers) => void ui.answers.push(...answers),
      front: () => frontOf(session),
      click: (path) => run(begin('menu', 'FULL'), itemAt(ui, path), []),
    },
    load(source, about = {}) {
      project.sources.push(compiled(source, about.name ?? `script-${project.sources.length + 1}.gs`));
      if (about.manifest) project.manifest = about.manifest;
      for (const [name, content] of Object.entries(about.html ?? {})) project.html.set(name, content);
    },
    byHand: (work) => work(begin('services', 'FULL').realm.global as unknown as Services),
    call: (name, ...args) => run(begin('menu', 'FULL'), name, args),
    callAsClient(name, ...args) {
      if (name.endsWith('_')) fail('noFunction', name);
      const answer = run(
        begin('client', 'FULL'),
        name,
        args.map((arg) => clientData(arg, name)),
      );
      return clientData(answer, name);
    },
    fire: {
      onOpen(authMode = 'LIMITED') {
        const event = (execution: Execution) => openEvent(execution, cloud.book);
        simple('onOpen', event, authMode);
        installed('ON_OPEN', event);
      },
      edit({ sheet, a1, values, user }) {
        const typing = begin('services', 'FULL', user ?? session.user);
        const target = sheetNamed(cloud.book, sheet) ?? fail('sheetNotFound');
        const reference = parseReference(a1) ?? fail('rangeNotFound');
        const top = reference.top ?? 1;
        const left = reference.left ?? 1;
        const area = areaOf(top, left, top + values.length - 1, left + (values[0]?.length ?? 1) - 1);
        const before = valueAt(target, top, left);
        writeValues({ execution: typing, book: cloud.book, sheet: target, area }, values);
        const edit = { sheet: target, area, before, after: valueAt(target, top, left) };
        const event = (execution: Execution) => editEvent(execution, cloud.book, edit);
        simple('onEdit', event, 'LIMITED', user);
        installed('ON_EDIT', event);
      },
      clock() {
        for (const trigger of triggersOf(cloud.book)) {
          if (trigger.event !== 'CLOCK' || trigger.due > cloud.clock.now()) continue;
          triggerRan(cloud.book, trigger);
          const execution = begin('installable trigger', 'FULL', trigger.user);
          run(execution, trigger.run, [
            eventOf(execution, { ...clockEvent(cloud.clock.now()), triggerUid: trigger.id }, 'FULL'),
          ]);
        }
      },
    },
    session: (other) => hostOn(cloud, project, { ...options, faults: undefined as never, ...other } as HostOptions),
    resetCalls() {
      session.calls.length = 0;
    },
    tally: () => tally(session.calls),
    setNow(now) {
      cloud.clock.set(startOf(now, cloud.book.timeZone));
    },
    holdLock(name = 'document') {
      cloud.locks.set(name, 'outside');
      return () => void cloud.locks.delete(name);
    },
    save: (path) => saveBook(cloud.book, path),
  };
  return host;
}

/** The source compiled last: who makes host after host loads the same one. Each run still evaluates it anew. */
let latest: { readonly source: string; readonly filename: string; readonly script: Script } | undefined;

function compiled(source: string, filename: string): Script {
  if (latest?.source !== source || latest.filename !== filename)
    latest = { source, filename, script: new Script(source, { filename }) };
  return latest.script;
}

/** Rows that have gone since are no longer selected. */
function frontOf({ cloud: { book }, activeSheetId, selections }: Session): ReturnType<HostUi['front']> {
  const id = activeSheetId ?? book.activeSheetId;
  const sheet = book.sheets.find((one) => one.id === id) ?? book.sheets[0];
  if (!sheet) return { sheet: id, areas: [] };
  const grid = areaOf(1, 1, sheet.maxRows, sheet.maxColumns);
  return { sheet: sheet.id, areas: (selections.get(sheet.id) ?? []).flatMap((area) => intersection(area, grid) ?? []) };
}

function define(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

function eventOf(execution: Execution, about: Record<string, unknown>, authMode: AuthMode): Record<string, unknown> {
  const event = execution.realm.record();
  Object.assign(event, about, { authMode: execution.enumValue('AuthMode', authMode) });
  return event;
}

function functionNamed({ realm }: Execution, name: string): { work: unknown; self: unknown } | undefined {
  let self: unknown = realm.global;
  let work: unknown = realm.global;
  for (const part of name.split('.')) {
    self = work;
    work = (work as Record<string, unknown> | undefined)?.[part];
  }
  return typeof work === 'function' ? { work, self } : undefined;
}

function itemAt(ui: UiState, path: string): string {
  const [title = '', ...labels] = path.split('▸').map((part) => part.trim());
  let item: MenuItem | undefined = ui.menus.get(title);
  for (const label of labels) item = item?.items.find((one) => one.label === label);
  if (!item?.run)
    throw new Error(`no menu entry “${path}”: the menus are ${[...ui.menus.keys()].join(', ') || 'none'}`);
  return item.run;
}

/** How deep the platform lets data go is not known; what a page really sends never comes near this. */
const DEEPEST = 500;

/** What passes between a page and a script: no dates, no functions, no service objects, no cycles; `undefined` in arrays becomes null. */
function clientData(value: unknown, name: string, above: readonly object[] = []): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    fail('illegalArgument', name);
  if (typeof value !== 'object' || value === null) return value;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (above.length > DEEPEST || above.includes(value) || !isPlain) fail('illegalArgument', name);
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : clientData(item, name, inside)));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clientData(item, name, inside)]));
}

/** Local time getters follow the script's zone. */
function inZone<T>(timeZone: string, work: () => T): T {
  const before = process.env['TZ'];
  process.env['TZ'] = timeZone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
