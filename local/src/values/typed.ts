/**
 * What a cell makes of what is put into it: a spreadsheet treats text from a script as if a person had typed it.
 *
 * Range.setValue: "If a string value begins with `=`, it is interpreted as a formula"
 * (developers.google.com/apps-script/reference/spreadsheet/range#setValue); `007`, `1/2`, `TRUE`, `1e3` are coerced,
 * a format of `@` set before prevents that, `=` counts even there, and a leading `'` is consumed: observed by others.
 */
import type { CellValue } from '../book/book.ts';
import { parseDateText } from './date-text.ts';
import type { LocaleHabits } from './locales.ts';
import { parseNumberText } from './number-text.ts';

/** What a typed text becomes. */
export interface Typed {
  readonly value: CellValue;
  readonly formula?: string;
  /** The number format that comes with the value, for a cell that has none. */
  readonly format?: string;
}

/** Most characters a cell takes. */
export const longestText = 50_000;

const zero = 48;
const nine = 57;
const apostrophe = 39;
const equals = 61;

/**
 * May the text be anything but text? Looks at its first character only: this is asked of every string written, and
 * most strings are words.
 */
function isSuspect(code: number, text: string, habits: LocaleHabits): boolean {
  if (code >= zero && code <= nine) return true;
  if (code < zero) return true;
  if (code === 0xa5 || code === 0xffe5 || code === 0x20ac || code === 0xa3) return true;
  // A month's name, TRUE, FALSE, a currency written in letters; never long.
  if (code < 128) return text.length <= 32;
  if (habits.ideographic && (code === 0x4e0a || code === 0x4e0b)) return text.length <= 16;
  return code > 0x20a0 && code < 0x20d0;
}

/** What a text becomes that is put into a cell; `isText`: the cell's format is `@`. `year`: this year. */
export function typed(text: string, isText: boolean, habits: LocaleHabits, year: number): Typed {
  if (text === '') return { value: null };
  const first = text.charCodeAt(0);
  if (first === equals && text.length > 1) return { value: null, formula: text };
  if (first === apostrophe) return { value: text.length === 1 ? null : text.slice(1) };
  if (isText || !isSuspect(first, text, habits)) return { value: text };
  if (text.length > 64) return { value: text };
  const trimmed = text.trim();
  if (trimmed === '') return { value: text };
  const lower = trimmed.toLowerCase();
  if (lower === 'true') return { value: true };
  if (lower === 'false') return { value: false };
  return parseDateText(trimmed, habits, year) ?? parseNumberText(trimmed, habits) ?? { value: text };
}
