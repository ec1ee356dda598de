/**
 * Opens a workbook for a command. A command that writes holds its lock; what the add-on writes is on disk whenever the platform would
 * have it written. Where a page has the workbook open, its process does the work.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { about } from '../disk/read.ts';
import { stampOf } from '../disk/replace.ts';
import { acquireLock, HeldError, lockFileOf, type WorkbookLock } from '../file/lock.ts';
import { refuseWhereOpen } from '../file/other-programs.ts';
import { createStore, type Store } from '../file/store.ts';
import { toldStrays } from '../file/stray-words.ts';
import { whyNotWritten } from '../file/words.ts';
import { type Book, type Host, loadBook, straysOf } from '../host.ts';
import { isLeftBeside, lookedUp, setAside, takeUp } from '../journal/take-up.ts';
import { chosenDelivery } from '../mail/delivery-choice.ts';
import { writtenFirst } from '../mail/written-first.ts';
import type { Tally } from '../runtime/calls.ts';
import { startBundle } from './bundle.ts';
import { InputFailure } from './failure.ts';
import { printError } from './print.ts';
import type { Answer, Asked, FunctionName } from './replies.ts';
import { openPageOf } from './through-page.ts';

/** The script at work on a workbook, here or in the process of a page. */
export interface Worked {
  call<Name extends FunctionName>(name: Name, asked: Asked<Name>): Promise<Answer<Name>>;
  /** Any function there is, with what a person typed. */
  run(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Service calls of the last call. */
  calls(): Tally;
  /** Mails that left as files so far. */
  files(): readonly string[];
}

export interface WritingOptions {
  /** As it is typed: `send`. Others are told of it. */
  readonly command: string;
  readonly asOf?: string | undefined;
  /** Where mails go as files, unless the environment names a server. */
  readonly out?: string | undefined;
  /** Where to write; the file itself where it is left out. */
  readonly target?: string | undefined;
}

/** Only looks: nothing is written, so nothing is held, but for what a page that was killed left to be put in. */
export async function lookInto<T>(
  path: string,
  { asOf }: Pick<WritingOptions, 'asOf'>,
  work: (book: Worked) => Promise<T>,
): Promise<T> {
  requireThere(path);
  putInWhatWasLeft(path);
  const book = lookedUp(path);
  tellStrays(book);
  return work(
    workedHere(startBundle({ workbook: book, language: 'zh-CN', ...(asOf === undefined ? {} : { now: asOf }) })),
  );
}

/** Where it cannot be written now, a page has it open or the folder is read-only: it is looked at as it would be. */
function putInWhatWasLeft(path: string): void {
  if (!isLeftBeside(path)) return;
  try {
    const lock = acquireLock(path, { what: 'command', command: 'recover' }, 0);
    try {
      refuseWhereOpen(path);
      readForWriting(path, lock);
    } finally {
      lock.release();
    }
  } catch (error) {
    if (whyNotWritten(error, 'zh-CN') === null) throw error;
  }
}

/**
 * The book with all that was left beside it, which is in the file then.
 * @throws what writing it failed with
 */
function readForWriting(path: string, lock: WorkbookLock): { readonly book: Book; readonly store: Store } {
  const known = stampOf(path);
  const book = loadBook(path);
  const { journal, restored } = takeUp(book, { path, lock, language: 'zh-CN' });
  const store = createStore(book, { path, known, lock, journal });
  if (!journal.isEmpty()) store.save();
  for (const sentence of restored?.('zh-CN') ?? []) printError(sentence);
  return { book, store };
}

/** By whichever names. */
const isSameFile = (one: string, other: string): boolean => lockFileOf(one) === lockFileOf(other);

/** What is read in one place is written in another. */
function readForElsewhere(path: string, target: string, lock: WorkbookLock): ReturnType<typeof readForWriting> {
  putInWhatWasLeft(path);
  const known = stampOf(target);
  const book = lookedUp(path);
  for (const sentence of setAside(target, 'zh-CN')) printError(sentence);
  return { book, store: createStore(book, { path: target, known, lock }) };
}

/** @throws HeldError, OpenElsewhereError before anything is done; OvertakenError and its like where it did not reach the file */
export async function workOn<T>(path: string, options: WritingOptions, work: (book: Worked) => Promise<T>): Promise<T> {
  requireThere(path);
  const { command, asOf, out = 'out', target = path } = options;
  const throughPage: Ways<T>['there'] = async (page) => {
    let calls: Tally = { total: 0, byMethod: {}, navigation: 0, cellsRead: 0, cellsWritten: 0 };
    const files: string[] = [];
    printError(
      '工作簿在浏览器里打开着，已交给那个页面执行：邮件按打开它时的 --out 和邮件服务器设置发出，内容直接显示在页面上。',
    );
    const run: Worked['run'] = async (name, args) => {
      const done = await page.ask({ name, args: [...args], ...(asOf === undefined ? {} : { asOf }) });
      ({ calls } = done);
      files.push(...done.files);
      return done.answer;
    };
    return work(workedBy(run, () => calls, files));
  };
  return holding(target, command, {
    here: async (lock) => {
      const { book, store } = isSameFile(path, target)
        ? readForWriting(path, lock)
        : readForElsewhere(path, target, lock);
      tellStrays(book);
      const { deliver, files } = chosenDelivery(out);
      const host = startBundle({
        workbook: book,
        language: 'zh-CN',
        ...(asOf === undefined ? {} : { now: asOf }),
        deliver: (mail) => {
          writtenFirst(() => store.reach());
          deliver(mail);
        },
        onFlush: () => store.save(),
      });
      const answer = await work(workedHere(host, files));
      store.save();
      return answer;
    },
    // What is written elsewhere is no page's own.
    there: target === path ? throughPage : null,
  });
}

/** A workbook that is not there yet. */
export async function begin<T>(path: string, command: string, work: (book: Worked) => Promise<T>): Promise<T> {
  if (existsSync(path)) throw new InputFailure(`“${path}”已经存在，没有覆盖。请换一个文件名。`);
  const folder = dirname(path);
  if (!existsSync(folder)) throw new InputFailure(`没有文件夹“${folder}”。请先建立，或把工作簿放在别处。`);
  return holding(path, command, {
    here: async (lock) => {
      for (const sentence of setAside(path, 'zh-CN')) printError(sentence);
      let store: Store | undefined;
      const host = startBundle({ language: 'zh-CN', onFlush: () => store?.reach() });
      store = createStore(host.book, { path, known: 'none', lock });
      const answer = await work(workedHere(host));
      store.save();
      return answer;
    },
    there: null,
  });
}

interface Ways<T> {
  readonly here: (lock: WorkbookLock) => Promise<T>;
  readonly there: ((page: NonNullable<ReturnType<typeof openPageOf>>) => Promise<T>) | null;
}

async function holding<T>(target: string, command: string, { here, there }: Ways<T>): Promise<T> {
  let lock: WorkbookLock;
  try {
    lock = acquireLock(target, { what: 'command', command });
  } catch (error) {
    const page = there && error instanceof HeldError ? openPageOf(error) : null;
    if (!there || !page) throw error;
    return there(page);
  }
  try {
    refuseWhereOpen(target);
    return await here(lock);
  } finally {
    lock.release();
  }
}

function tellStrays(book: Book): void {
  const told = toldStrays(straysOf(book), 'zh-CN');
  if (told !== null) printError(told);
}

/** @throws InputFailure, or why it cannot be told whether it is there */
export function requireThere(path: string): void {
  try {
    statSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw about(error, path);
    throw new InputFailure(`找不到工作簿“${path}”。请核对路径，或先用 huizong init 建立。`);
  }
}

const workedBy = (run: Worked['run'], calls: Worked['calls'], files: readonly string[]): Worked => ({
  call: async <Name extends FunctionName>(name: Name, asked: Asked<Name>) => (await run(name, [asked])) as Answer<Name>,
  run,
  calls,
  files: () => files,
});

const workedHere = (host: Host, files: readonly string[] = []): Worked =>
  workedBy(
    async (name, args) => host.call(name, ...args),
    () => host.tally(),
    files,
  );
