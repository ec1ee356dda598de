/** The thread of the host: scripts run here one after the other, and may stand still while a person thinks. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Book } from '../book/book.ts';
import { startBundle } from '../cli/bundle.ts';
import { type Stamp, stampOf } from '../disk/replace.ts';
import type { WorkbookLock } from '../file/lock.ts';
import { createStore } from '../file/store.ts';
import { toldStrays } from '../file/stray-words.ts';
import { type Host, loadBook, type Person, type Shown, straysOf } from '../host.ts';
import { rowsOf, sheetOf } from '../journal/rows.ts';
import { lookedUp, type Restored, takeUp } from '../journal/take-up.ts';
import { chosenDelivery } from '../mail/delivery-choice.ts';
import { writtenFirst } from '../mail/written-first.ts';
import { carryOut } from './carry-out.ts';
import { failureOf } from './failure.ts';
import type { FromHost } from './from-host.ts';
import { type ByHand, createKeeping, type Means } from './keeping.ts';
import { lookAt } from './picture.ts';
import { awaitAnswer, type Bell } from './question.ts';
import { type CommandTask, type HandTask, isByHand, type Task } from './task.ts';
import type { CommandAnswer, Outcome, Saving } from './wire.ts';
import { type Language, wordsIn } from './words.ts';

/** What the thread is started with. */
export interface Start {
  readonly path: string;
  readonly account?: string | undefined;
  readonly owner?: string | undefined;
  readonly asOf?: string | undefined;
  /** What people are spoken to in; the workbook's own by default. */
  readonly language?: Language | undefined;
  /** Where mails go as files, unless the environment names a server. */
  readonly out: string;
  /** That this process is the one that writes; else why nothing can be written here, by the system's code. */
  readonly lock: Pick<WorkbookLock, 'file' | 'token'> | { readonly whyNot: string };
  readonly bell: Bell;
}

/** What the thread is asked. */
export type Order =
  | { readonly kind: 'task'; readonly id: number; readonly task: Task | CommandTask }
  | { readonly kind: 'end' };

const { path, account, owner, asOf, language: fixed, out, lock, bell } = workerData as Start;
const tell = (message: FromHost): void => parentPort?.postMessage(message);

let language: Language = fixed ?? 'zh-CN';
const { book, means, restored } = opened();

/** The book with what a process that was stopped left to be put in. */
function opened(): { readonly book: Book; readonly means: Means; readonly restored: Restored | null } {
  if (!('token' in lock)) {
    const shown = lookedUp(path);
    if (shown.owner === '' && owner !== undefined) shown.owner = owner;
    return { book: shown, means: { written: null, whyNot: { code: lock.whyNot } }, restored: null };
  }
  const known: Stamp = stampOf(path);
  const read = loadBook(path);
  const { journal, restored: told } = takeUp(read, { path, lock, owner, language });
  const store = createStore(read, { path, known, lock, journal });
  return { book: read, means: { written: { store, journal } }, restored: told };
}

const words = () => wordsIn(language);
const look = lookAt(book);
const keeping = createKeeping(book, path, means);

/** Shows what there is to be seen so far. */
const show = (): void => {
  const change = look();
  if (change) tell({ kind: 'book', change });
};

let isFailing = false;
let told: Saving['state'] = 'saved';

const tellSaving = (saving: Saving): void => {
  isFailing = saving.state === 'failed' || saving.state === 'kept';
  told = saving.state;
  tell({ kind: 'saving', saving });
};

/**
 * On disk before the script goes on: what it wrote before a mail left must be in the file that the next run reads. Where it is
 * not, the script ends here.
 */
const flush = (mail: 'mail' | 'no mail'): void => {
  show();
  const reached = keeping.reach(language, mail);
  if (!reached) return;
  tellSaving(reached.saving);
  if (reached.refused !== null) throw new Error(reached.refused);
};

const save = (): void => {
  if (keeping.isUnsaved()) tellSaving(keeping.save(language));
  // What was in the way of a mail, with nothing to write, is no trouble of what was typed.
  else if (isFailing) tellSaving({ state: 'saved', message: '' });
};

const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

const person: Person = {
  answer({ title, message, buttons }: Shown, what) {
    show();
    tell({ kind: 'question', question: { what, title, message, buttons: BUTTONS[buttons] ?? ['OK'] } });
    const answer = awaitAnswer(bell);
    tell({ kind: 'question', question: null });
    return answer;
  },
  sees: (appearance) => tell({ kind: 'appearance', appearance }),
};

/** Typing is written after a pause in it; only a script's flush cannot wait. */
let typing = false;
const delivery = chosenDelivery(out);

const host = startBundle({
  workbook: book,
  language,
  person,
  deliver: (mail) => {
    // Whatever called for it, also a trigger of an edit: nothing leaves before it is written down.
    writtenFirst(() => flush('mail'));
    delivery.deliver(mail);
  },
  onFlush: () => {
    if (!typing) flush('no mail');
  },
  triggerFailed: (error, trigger) =>
    tell({ kind: 'trouble', message: words().triggerFailed(trigger, failureOf(error, language).message) }),
  ...(account === undefined ? {} : { user: account }),
  ...(asOf === undefined ? {} : { now: asOf }),
});

/** A session that only asks: what it is told is nothing new to show or to save. */
const asking = host.session({ onFlush: () => {} });

/** What people are spoken to in. The add-on says what its workbook speaks: where that stands is its own affair. */
function spoken(): Language {
  if (fixed !== undefined) return fixed;
  const answer = asking.call('language') as Language;
  asking.resetCalls();
  return answer;
}

/** By who sits there and what they are spoken to in. */
const hosts = new Map<string, Host>();

function hostFor(name: string): Host {
  const key = `${language} ${name}`;
  const known = hosts.get(key) ?? host.session({ user: name, language });
  hosts.set(key, known);
  return known;
}

language = spoken();
let present = account ?? (book.owner || 'user@example.com');
let active = hostFor(present);

/** Who can be expected to sit here: the owner, the file's editors, those who may pass a guard. */
function accounts(): string[] {
  const editors = book.sheets.flatMap(({ protections }) => protections.flatMap((one) => one.editors));
  return [...new Set([present, ...(book.owner === '' ? [] : [book.owner]), ...book.editors, ...editors])];
}

/** What is in front and selected stays: it is the same screen. */
function seat(name: string): void {
  const place = active.ui.front();
  language = spoken();
  present = name;
  active = hostFor(name);
  carryOut(active, { do: 'select', sheet: place.sheet, areas: [...place.areas] }, words());
}

/** As the command line would call it: by the owner, without questions. What it calls for is answered with what left. */
function carryOutCommand({ name, args, asOf: at }: CommandTask): CommandAnswer {
  const key = 'command line';
  const session =
    hosts.get(key) ?? host.session({ user: book.owner || 'user@example.com', language: 'zh-CN', person: undefined });
  hosts.set(key, session);
  const before = delivery.files.length;
  if (at !== undefined) session.setNow(at);
  try {
    session.resetCalls();
    const answer = session.call(name, ...args);
    return { answer: answer ?? null, files: delivery.files.slice(before), calls: session.tally() };
  } finally {
    if (at !== undefined) session.setNow(asOf ?? (() => Date.now()));
  }
}

let timer: NodeJS.Timeout | undefined;
let lasted = 0;
/** Since when something waits to be written. */
let waiting: number | null = null;

/**
 * Into the file when nobody has typed for a moment, the longer the longer writing takes: who types on a large workbook shall
 * not wait for it. What is in the journal can wait, but not for ever, since other programs read the file.
 */
function saveSoon(): void {
  if (!(keeping.isUnsaved() || isFailing)) return;
  if (!keeping.isKept() && (told === 'saved' || told === 'elsewhere')) tellSaving({ state: 'unsaved', message: '' });
  if (isFailing && timer) return;
  waiting ??= performance.now();
  const pause = Math.max(keeping.isKept() ? 300 : 150, 2 * lasted);
  const atMost = waiting + Math.max(5000, 10 * lasted) - performance.now();
  clearTimeout(timer);
  timer = setTimeout(saveNow, Math.max(0, Math.min(pause, atMost)));
}

/** What did not work is tried again until it does: the disk has room again, the other program is closed. */
const AGAIN = 3000;

function saveNow(): void {
  clearTimeout(timer);
  timer = undefined;
  waiting = null;
  const began = performance.now();
  save();
  lasted = performance.now() - began;
  if (keeping.isUnsaved() || isFailing) timer = setTimeout(saveNow, Math.max(AGAIN, 2 * lasted));
}

/** What was done by hand and not yet answered: it is on the disk first. */
let unanswered: { readonly id: number; readonly outcome: Outcome }[] = [];
let oldest = 0;

function answerSoon(id: number, outcome: Outcome): void {
  if (unanswered.length === 0) {
    oldest = performance.now();
    // Whatever has come in meanwhile goes to the disk with it, in one writing.
    setImmediate(answerNow);
  }
  unanswered.push({ id, outcome });
  if (performance.now() - oldest > LONGEST_UNANSWERED) answerNow();
}

/** Milliseconds. */
const LONGEST_UNANSWERED = 100;

function answerNow(): void {
  const waitingFor = unanswered;
  unanswered = [];
  if (waitingFor.length === 0) return;
  const wasKept = keeping.isKept();
  keeping.commit();
  // There was no room for it in the journal: there may be in the file.
  if (wasKept && !keeping.isKept()) saveNow();
  if (keeping.isKept() && told === 'unsaved') tellSaving({ state: 'saved', message: '' });
  const isKept = keeping.isKept();
  for (const { id, outcome } of waitingFor) {
    tell({ kind: 'done', id, outcome: isKept || !outcome.ok ? outcome : { ...outcome, unsaved: true } });
  }
}

/** As it goes into the journal. */
function noted(task: HandTask): (ok: boolean) => ByHand {
  const at = asOf ?? new Date().toISOString();
  const before = rowsOf(book, task);
  const sheet = sheetOf(book, task.sheet)?.name ?? '';
  return (ok) => ({ at, account: present, language, sheet, task, ok, before, after: rowsOf(book, task) });
}

function perform(task: Task | CommandTask): Outcome {
  typing = task.do === 'edit';
  try {
    if (task.do === 'command') return { ok: true, answer: carryOutCommand(task) };
    // The page may be opened in another language than the time before.
    if (task.do === 'account' || task.do === 'open') seat(task.do === 'account' ? task.account : present);
    if (isByHand(task)) {
      keeping.byHand(noted(task), () => carryOut(active, task, words()));
      return { ok: true };
    }
    const answer = task.do === 'account' ? undefined : carryOut(active, task, words());
    return { ok: true, ...(answer === undefined ? {} : { answer }) };
  } catch (error) {
    return { ok: false, ...failureOf(error, language) };
  } finally {
    typing = false;
    active.resetCalls();
  }
}

/** The menus the screen has. */
let onScreen = '[]';

/** Tells what became of the menus, where something did: a script may make them anew whenever it runs. */
function showMenus(): void {
  const menus = [...active.ui.menus.values()];
  const drawn = JSON.stringify(menus);
  if (drawn === onScreen) return;
  onScreen = drawn;
  tell({ kind: 'menus', menus });
}

parentPort?.on('message', (order: Order) => {
  if (order.kind === 'end') {
    answerNow();
    saveNow();
    clearTimeout(timer);
    tell({ kind: 'ended' });
    parentPort?.close();
    return;
  }
  const { id, task } = order;
  // A script that fails must not take what was typed before it along.
  if (!isByHand(task)) answerNow();
  const before = JSON.stringify(active.ui.front());
  const outcome = perform(task);
  show();
  const front = active.ui.front();
  // What a page selects it knows; what a script brings to the front it has to be told.
  if (task.do !== 'select' && JSON.stringify(front) !== before) tell({ kind: 'front', front });
  showMenus();
  if (task.do === 'open' || task.do === 'account') {
    tell({ kind: 'seat', account: present, accounts: accounts(), front, language });
  }
  if (task.do === 'open') {
    const strays = toldStrays(straysOf(book), language);
    if (strays !== null) tell({ kind: 'trouble', message: strays });
  }
  saveSoon();
  if (isByHand(task)) answerSoon(id, outcome);
  else tell({ kind: 'done', id, outcome });
});

show();
tell({
  kind: 'ready',
  title: book.title,
  account: present,
  accounts: accounts(),
  front: active.ui.front(),
  language,
  restored: restored?.(language) ?? [],
});
// What was put in goes into the file at once; where it cannot, it is kept as it was.
if (restored) saveNow();
