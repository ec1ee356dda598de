/** What went wrong in the host, as a person at the screen or a page's failure handler is told. */
import { whyNotWritten } from '../file/words.ts';
import { ServiceError } from '../runtime/errors.ts';
import { engineReason } from '../runtime/limits.ts';
import { type Language, wordsIn } from './words.ts';

/** What the language throws by itself: a fault of the program, or of what it was given. */
const OF_THE_LANGUAGE: readonly string[] = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'EvalError',
  'URIError',
];

export function failureOf(error: unknown, language: Language): { name: string; message: string } {
  if (error instanceof ServiceError) return { name: 'Exception', message: error.textIn(language) };
  // Errors of a script come from its own world and are no instances of ours.
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  const called = String(name ?? 'Error');
  const said = String(message ?? error);
  const words = wordsIn(language);
  const engine = engineReason(error, language);
  const known = whyNotWritten(error, language) ?? (engine === null ? null : words.sentence(engine));
  if (known !== null) return { name: called, message: known };
  return { name: called, message: OF_THE_LANGUAGE.includes(called) ? words.unexpected(said) : said };
}
