/** The installable triggers of a file, kept with it. */
import type { Book } from '../../book/book.ts';

export interface StoredTrigger {
  readonly id: string;
  readonly run: string;
  /** A name of `ScriptApp.EventType`. */
  readonly event: string;
  /** Mail address of its creator, as whom it runs. */
  readonly user: string;
  readonly schedule: Readonly<Record<string, number>>;
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
  const { schedule } = trigger;
  const minutes =
    (schedule['minutes'] ?? 0) +
    60 * (schedule['hours'] ?? 0) +
    1440 * ((schedule['days'] ?? 0) + 7 * (schedule['weeks'] ?? 0));
  const period = (minutes || (schedule['after'] === undefined ? 1440 : 0)) * 60_000;
  const rest = triggersOf(book).filter(({ id }) => id !== trigger.id);
  book.sidecar[KEY] = JSON.stringify(period === 0 ? rest : [...rest, { ...trigger, due: trigger.due + period }]);
}
