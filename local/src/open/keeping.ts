/**
 * What becomes of the book on the screen. What people do by hand goes into the journal, then, when there is time, into the file;
 * it is kept in any case, beside the file where it must not be written over. A script goes on only where its work reached the
 * file that the next run reads.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Book } from '../book/book.ts';
import { fittingName } from '../disk/beside.ts';
import { OvertakenError } from '../disk/replace.ts';
import { LockLostError } from '../file/lock.ts';
import type { Store } from '../file/store.ts';
import { whyNotWritten } from '../file/words.ts';
import type { Journal } from '../journal/journal.ts';
import { engineReason } from '../runtime/limits.ts';
import { isUnsaved } from '../xlsx/file.ts';
import type { Saving } from './wire.ts';
import type { Language } from './words.ts';
import { wordsIn } from './words.ts';

/** What was done by hand, as the journal takes it. */
export type ByHand = Parameters<Journal['note']>[0];

export interface Keeping {
  /** Has the book something the file has not? */
  isUnsaved(): boolean;
  /** Does the file together with the journal have all of it? Then a process that is killed loses nothing. */
  isKept(): boolean;
  /**
   * Does a task by hand and notes it; kept once `commit` says so.
   * @throws what the task throws; it is noted all the same, since it may have been done in part
   */
  byHand<T>(about: (ok: boolean) => ByHand, work: () => T): T;
  /** Puts what was noted on the disk. */
  commit(): void;
  /** Writes what is not yet written; says how it went. */
  save(language: Language): Saving;
  /**
   * For a script: how it went, and where it did not reach the file, what to tell the person: then no mail may leave.
   * `null` where there was nothing to write and no mail is about to leave.
   */
  reach(
    language: Language,
    mail: 'mail' | 'no mail',
  ): { readonly saving: Saving; readonly refused: string | null } | null;
}

export interface Means {
  /** `null` where nothing can be written, for the reason given. */
  readonly written: { readonly store: Store; readonly journal: Journal } | null;
  readonly whyNot?: unknown;
}

export function createKeeping(book: Book, path: string, { written, whyNot }: Means): Keeping {
  const { store = null, journal = null } = written ?? {};
  /** What a script did is in neither the file nor the journal; so is what was done by hand where there was no room for it. */
  let isKept = store !== null;
  /** Writings so far. */
  let writings = 0;
  /** Where it goes now instead. */
  let other: string | null = null;

  const sentence = (error: unknown, language: Language): string =>
    whyNotWritten(error, language) ??
    engineReason(error, language) ??
    (error instanceof Error ? error.message : String(error));

  const elsewhere = (language: Language): Saving => ({
    state: 'elsewhere',
    message: wordsIn(language).elsewhere(basename(path), basename(other ?? path)),
  });

  const failed = (error: unknown, language: Language): Saving => {
    const { notSaved, keptOnly } = wordsIn(language);
    const why = sentence(error, language);
    return isKept ? { state: 'kept', message: keptOnly(why) } : { state: 'failed', message: notSaved(why) };
  };

  const attempt = (language: Language, write: (store: Store) => void): { saving: Saving; error?: unknown } => {
    if (!store) return { saving: failed(whyNot, language), error: whyNot };
    try {
      write(store);
      isKept = true;
      writings += 1;
      if (other === null) return { saving: { state: 'saved', message: '' } };
      return { saving: elsewhere(language), error: new OvertakenError(path) };
    } catch (error) {
      const isLost = error instanceof OvertakenError || error instanceof LockLostError;
      if (!isLost || other !== null) return { saving: failed(error, language), error };
      other = freeName(path, language);
      store.moveTo(other);
      try {
        store.save();
        isKept = true;
        return { saving: elsewhere(language), error };
      } catch (again) {
        isKept = false;
        return { saving: failed(again, language), error: again };
      }
    }
  };

  return {
    isUnsaved: () => store?.isUnsaved() ?? isUnsaved(book),
    isKept: () => isKept,
    byHand(about, work) {
      const before = writings;
      const note = (ok: boolean): void => {
        // Where something is missing before it, or a part of it is in the file already, it would be done again in another place.
        if (isKept && journal && other === null && writings === before) journal.note(about(ok));
        else isKept = false;
      };
      try {
        const answer = work();
        note(true);
        return answer;
      } catch (error) {
        note(false);
        throw error;
      }
    },
    commit() {
      if (!(isKept && journal)) return;
      try {
        journal.commit();
      } catch {
        // Then the file itself has to take it; why it cannot, if it cannot, is told then.
        isKept = false;
      }
    },
    save: (language) => attempt(language, (one) => one.save()).saving,
    reach(language, mail) {
      // What went beside the file is written, and yet not in it.
      if (mail === 'no mail' && other === null && !isUnsaved(book)) return null;
      const { saving: told, error } = attempt(language, (one) => one.reach());
      if (error === undefined) return { saving: told, refused: null };
      // The script's work is in memory only.
      if (isUnsaved(book)) isKept = false;
      const saving = told.state === 'kept' ? failed(error, language) : told;
      const why = saving.state === 'elsewhere' ? saving.message : sentence(error, language);
      return { saving, refused: wordsIn(language).notReached(why) };
    },
  };
}

function freeName(path: string, language: Language): string {
  const own = basename(path).replace(/\.xlsx$/i, '');
  // Bytes of what is said of it, and of a number no office reaches.
  const spare = Buffer.byteLength(wordsIn(language).otherName('', 9999));
  for (let number = 1; ; number += 1) {
    const name = wordsIn(language).otherName(fittingName(own, spare), number);
    if (!existsSync(join(dirname(path), name))) return join(dirname(path), name);
  }
}
