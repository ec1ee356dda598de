/** Number formats: which of them make a number a date, and how Apps Script names the automatic one. */

import { isDateFormat } from 'numfmt';
import type { Book } from '../book/book.ts';

const dates = new Map<string, boolean>();

/** Does the format show a number as a date, a time or a duration? */
function showsDate(format: string | undefined): boolean {
  if (format === undefined) return false;
  let known = dates.get(format);
  if (known === undefined) {
    known = safely(format);
    dates.set(format, known);
  }
  return known;
}

function safely(format: string): boolean {
  try {
    return isDateFormat(format);
  } catch {
    // numfmt refuses codes it cannot read; such a cell is shown as a plain number.
    return false;
  }
}

/** Per style of the book: is a number in a cell of that style a date? */
export function dateStyles(book: Book): boolean[] {
  return book.styles.map((style) => showsDate(style.numberFormat));
}

/** What `getNumberFormat` calls a cell without a format of its own (observed). */
export const automaticFormat = '0.###############';

/** A format as the model keeps it: the automatic one is absent. */
export function storedFormat(format: string | null | undefined): string | undefined {
  if (format === null || format === undefined || format === '') return undefined;
  return format === automaticFormat || format.toLowerCase() === 'general' ? undefined : format;
}
