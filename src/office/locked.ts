/** Runs a command's work while no other command can run, and sees what it wrote written before the next one starts. */
import { Refusal } from '../domain/refusal.ts';
import { type OpenBook, openBook } from '../google/book.ts';
import { takeLock } from '../google/lock.ts';
import { OvertakenError } from '../spreadsheet/change.ts';

/**
 * @throws Refusal busy, where another person's command keeps running; overtaken, where a person typed what it would have
 * written over
 */
export function locked<Result>(work: (book: OpenBook) => Result): Result {
  const lock = takeLock();
  if (lock === null) throw new Refusal({ code: 'busy' });
  try {
    return work(openBook());
  } catch (error) {
    if (error instanceof OvertakenError) throw new Refusal({ code: 'overtaken', sheet: error.sheet, row: error.row });
    throw error;
  } finally {
    lock.release();
  }
}
