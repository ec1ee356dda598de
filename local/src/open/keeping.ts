/**
 * What becomes of the book on the screen: what was typed is kept in any case, beside the file where it must not be written
 * over; but a script goes on only where its work reached the file that the next run reads.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Book } from '../book/book.ts';
import { fittingName } from '../disk/beside.ts';
import { OvertakenError } from '../disk/replace.ts';
import { LockLostError } from '../file/lock.ts';
import type { Store } from '../file/store.ts';
import { whyNotWritten } from '../file/words.ts';
import { engineReason } from '../runtime/limits.ts';
import { isUnsaved } from '../xlsx/file.ts';
import type { Saving } from './wire.ts';
import type { Language } from './words.ts';
import { wordsIn } from './words.ts';

export interface Keeping {
  isUnsaved(): boolean;
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

/** @param store `null` where nothing can be written, for the reason given */
export function createKeeping(book: Book, path: string, store: Store | null, whyNot: unknown): Keeping {
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

  const failed = (error: unknown, language: Language): Saving => ({
    state: 'failed',
    message: wordsIn(language).notSaved(sentence(error, language)),
  });

  const attempt = (language: Language, write: (store: Store) => void): { saving: Saving; error?: unknown } => {
    if (!store) return { saving: failed(whyNot, language), error: whyNot };
    try {
      write(store);
      if (other === null) return { saving: { state: 'saved', message: '' } };
      return { saving: elsewhere(language), error: new OvertakenError(path) };
    } catch (error) {
      const isLost = error instanceof OvertakenError || error instanceof LockLostError;
      if (!isLost || other !== null) return { saving: failed(error, language), error };
      other = freeName(path, language);
      store.moveTo(other);
      try {
        store.save();
        return { saving: elsewhere(language), error };
      } catch (again) {
        return { saving: failed(again, language), error: again };
      }
    }
  };

  return {
    isUnsaved: () => isUnsaved(book),
    save: (language) => attempt(language, (one) => one.save()).saving,
    reach(language, mail) {
      // What went beside the file is written, and yet not in it.
      if (mail === 'no mail' && other === null && !isUnsaved(book)) return null;
      const { saving, error } = attempt(language, (one) => one.reach());
      if (error === undefined) return { saving, refused: null };
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
