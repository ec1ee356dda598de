/** What went wrong in the host, as a person at the screen or a page's failure handler is told. */
import { ServiceError } from '../runtime/errors.ts';
import type { Language } from './words.ts';

export function failureOf(error: unknown, language: Language): { name: string; message: string } {
  if (error instanceof ServiceError) return { name: 'Exception', message: error.textIn(language) };
  // Errors of a script come from its own world and are no instances of ours.
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  return { name: String(name ?? 'Error'), message: String(message ?? error) };
}
