/** The kinds of values a setting may have: what is understood, what may be chosen, how the form asks for it. */
import * as z from 'zod/mini';
import { isMailAddress } from '../../domain/mail-address.ts';
import { LANGUAGE_NAMES, type Language } from '../../messages/catalogues.ts';
import { parseRecipients, type Recipient } from '../recipients.ts';

/** What the form says in each other language: the sheet keeps its Chinese words in all of them. */
export type Translated<Words> = Readonly<Record<Exclude<Language, 'zh-CN'>, Words>>;

export interface Kind<Value> {
  /** What a value must be. Built when it is asked for: nothing is built when the script is loaded. */
  readonly schema: () => z.ZodMiniType<Value>;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** Words of the sheet that a value may be, as the form has them in the other languages. */
  readonly terms?: Readonly<Record<string, Translated<string>>>;
  /** Words of the office's own, taken as they are typed. */
  readonly words?: true;
  /** Of several lines. */
  readonly long?: true;
}

const trimmed = () => z.string().check(z.trim());

/** A whole number. */
export const whole = (least: number, most: number): Kind<number> => ({
  schema: () =>
    z.pipe(trimmed().check(z.regex(/^\d+$/)), z.pipe(z.transform(Number), z.number().check(z.gte(least), z.lte(most)))),
});

/** One of a few words. */
export const choice = <const Value>(
  words: Readonly<Record<string, { readonly is: Value } & Translated<string>>>,
): Kind<Value> => ({
  ...oneOf(Object.entries(words).map(([word, { is }]) => [word, is])),
  terms: words,
});

export const yesNo = (): Kind<boolean> => choice<boolean>({ 是: { is: true, en: 'Yes' }, 否: { is: false, en: 'No' } });

/** A language, by its own name. */
export const languageName = (): Kind<Language> =>
  oneOf(Object.entries(LANGUAGE_NAMES).map(([language, name]) => [name, language as Language]));

function oneOf<Value>(meanings: readonly (readonly [string, Value])[]): Kind<Value> {
  const choices = meanings.map(([word]) => word);
  const meant = (typed: string) => meanings.find(([word]) => word === typed)?.[1] as Value;
  return {
    choices,
    schema: () => z.pipe(trimmed().check(z.refine((typed: string) => choices.includes(typed))), z.transform(meant)),
  };
}

/** A line of the office's own, of so many characters at most. */
export const words = (most: number): Kind<string> => ({
  words: true,
  schema: () => trimmed().check(z.maxLength(most)),
});

/** Paragraphs of the office's own. */
export const paragraphs = (most: number): Kind<string> => ({ ...words(most), long: true });

/** A short text in the usual forms. */
export const line = (): Kind<string> => ({ schema: trimmed });

/** `3-12`, `3、6、9、12`: numbers of months, in order. */
export const months = (): Kind<readonly number[]> => ({
  schema: () => z.pipe(z.pipe(trimmed(), z.transform(parseMonths)), z.array(z.number())),
});

/** `5、2`: numbers of days, or `不催`. */
export const days = (): Kind<readonly number[]> => ({
  schema: () => z.pipe(z.pipe(trimmed(), z.transform(parseDays)), z.array(z.number())),
  terms: { 不催: { en: 'never' } },
});

/** A number of days, or the word for never: `null`. */
export const daysOr = (never: string): Kind<number | null> => ({
  schema: () =>
    z.pipe(
      trimmed().check(z.refine((typed: string) => typed === never || /^\d{1,3}\s*天?$/.test(typed))),
      z.transform((typed: string) => (typed === never ? null : Number.parseInt(typed, 10))),
    ),
  terms: { [never]: { en: 'never' } },
});

/** `名称 <邮箱>；名称 <邮箱>` */
export const recipients = (): Kind<readonly Recipient[]> => ({
  schema: () => z.pipe(z.string(), z.transform(parseRecipients)),
  long: true,
});

/** Mail addresses, separated by whatever people use. */
export const mailAddresses = (): Kind<readonly string[]> => ({
  schema: () =>
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((typed: string) => typed.split(/[、,，;；\s]+/).filter((part) => part !== '')),
      ),
      z.array(z.string().check(z.refine(isMailAddress))),
    ),
});

function parseMonths(text: string): number[] | null {
  const found = new Set<number>();
  for (const part of text
    .normalize('NFKC')
    .replace(/[月份\s]/g, '')
    .split(/[、,，;；]/)) {
    const match = /^(\d{1,2})(?:[-~至到—–]+(\d{1,2}))?$/.exec(part);
    if (!match) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from < 1 || to > 12 || from > to) return null;
    for (let month = from; month <= to; month += 1) found.add(month);
  }
  return [...found].sort((a, b) => a - b);
}

function parseDays(text: string): number[] | null {
  const typed = text.normalize('NFKC').replace(/[天日\s]/g, '');
  if (/^(?:不催|无)$/.test(typed)) return [];
  const parts = typed.split(/[、,;]/);
  return parts.every((part) => /^\d{1,2}$/.test(part) && Number(part) > 0) ? parts.map(Number) : null;
}
