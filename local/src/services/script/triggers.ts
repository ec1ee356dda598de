/** The installable triggers of a file, kept with it. */
import type { Book } from '../../book/book.ts';
import { nextRun, runsOnce, type Schedule } from './schedule.ts';

export interface StoredTrigger {
  readonly id: string;
  readonly run: string;
  /** A name of `ScriptApp.EventType`. */
  readonly event: string;
  /** Mail address of its creator, as whom it runs. */
  readonly user: string;
  readonly schedule: Schedule;
  /** The zone its hours are of. */
  readonly timeZone: string;
  /** When a clock trigger is next due, in milliseconds. */
  readonly due: number;
}

const KEY = 'triggers';

export function triggersOf(book: Book): StoredTrigger[] {
  return JSON.parse(book.sidecar[KEY] ?? '[]') as StoredTrigger[];
}

export function addTrigger(book: Book, about: Omit<StoredTrigger, 'id'>): StoredTrigger {
  const standing = triggersOf(book);
  const number = Math.max(0, ...standing.map(({ id }) => Number(id))) + 1;
  const made = { ...about, id: String(number) };
  book.sidecar[KEY] = JSON.stringify([...standing, made]);
  return made;
}

export function removeTrigger(book: Book, id: string): void {
  book.sidecar[KEY] = JSON.stringify(triggersOf(book).filter((one) => one.id !== id));
}

/** A clock trigger has run: the next time, or gone where it was to run once. */
export function triggerRan(book: Book, trigger: StoredTrigger): void {
  const rest = triggersOf(book).filter(({ id }) => id !== trigger.id);
  const { schedule, due, timeZone } = trigger;
  const next = runsOnce(schedule) ? [] : [{ ...trigger, due: nextRun(schedule, due, timeZone) }];
  book.sidecar[KEY] = JSON.stringify([...rest, ...next]);
}
