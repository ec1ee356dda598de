/**
 * Does once more what people did: as the account they had, at the time it was, with all that an edit calls for. On the file it
 * was done to that gives what they saw. On one that another program has written since, only what is typed into rows that are
 * still as they were.
 */
import type { Book } from '../book/book.ts';
import { startBundle } from '../cli/bundle.ts';
import type { Host } from '../host.ts';
import { carryOut } from '../open/carry-out.ts';
import { failureOf } from '../open/failure.ts';
import type { HandTask } from '../open/task.ts';
import { wordsIn } from '../open/words.ts';
import type { Done, Lines } from './lines.ts';
import { rowsOf } from './rows.ts';

/** What was not done again, for a person to do. */
export interface NotDone {
  readonly one: Done;
  /** What the host says; `changed`: another program has changed the place. */
  readonly why: 'changed' | { readonly said: string };
}

export interface Replayed {
  /** How many were done again. */
  readonly done: number;
  readonly notDone: readonly NotDone[];
}

/** @param content digest of the file the book was read from */
export function replay(book: Book, { header, done, written }: Lines, content: string): Replayed {
  if (book.owner === '' && header.owner !== null) book.owner = header.owner;
  const standing = header.basis === content ? 0 : [...written].reverse().find(({ digest }) => digest === content)?.upTo;
  const missing = done.filter(({ number }) => number > (standing ?? 0));
  if (missing.length === 0) return { done: 0, notDone: [] };
  const again = handsOn(book);
  return standing === undefined ? whereUnchanged(book, missing, again) : asItWas(missing, again);
}

type Again = (one: Done, task?: HandTask) => { readonly said: string } | null;

/** Answers why it was refused; `null` where it was done. */
function handsOn(book: Book): Again {
  const sessions = new Map<string, Host>();
  const host = startBundle({
    workbook: book,
    // An edit sends nothing; what is done again would send it twice.
    deliver: () => {
      throw new Error('no mail leaves while edits are done again');
    },
    // Whoever typed was told then.
    triggerFailed: () => undefined,
  });
  return ({ at, account, language, task }, moved = task) => {
    const key = `${language} ${account}`;
    const session = sessions.get(key) ?? host.session({ user: account, language, person: undefined });
    sessions.set(key, session);
    host.setNow(at);
    try {
      carryOut(session, moved, wordsIn(language));
      return null;
    } catch (error) {
      return { said: failureOf(error, language).message };
    } finally {
      session.resetCalls();
    }
  };
}

function asItWas(missing: readonly Done[], again: Again): Replayed {
  const notDone: NotDone[] = [];
  let done = 0;
  for (const one of missing) {
    const refused = again(one);
    if (!one.ok) continue;
    if (refused) notDone.push({ one, why: refused });
    else done += 1;
  }
  return { done, notDone };
}

function whereUnchanged(book: Book, missing: readonly Done[], again: Again): Replayed {
  const notDone: NotDone[] = [];
  /** Rows or columns were moved there, and are not: what came after was typed into other places. */
  const shifted = new Set<string>();
  let done = 0;
  for (const one of missing) {
    // What was refused then has changed next to nothing.
    if (!one.ok) continue;
    const named = book.sheets.filter(({ name }) => name === one.sheet);
    const sheet = named.find(({ id }) => id === one.task.sheet) ?? named[0];
    const task = sheet && { ...one.task, sheet: sheet.id };
    const rows = task && !shifted.has(one.sheet) ? rowsOf(book, task) : null;
    if (task && rows !== null && rows === one.before) {
      const refused = again(one, task);
      if (refused) notDone.push({ one, why: refused });
      else done += 1;
    } else if (rows === null || rows !== one.after) {
      notDone.push({ one, why: 'changed' });
      if (one.task.do === 'insert' || one.task.do === 'remove') shifted.add(one.sheet);
    }
  }
  return { done, notDone };
}
