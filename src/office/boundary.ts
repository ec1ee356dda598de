/** The door of the script: requests are checked on the way in, refusals are put into words on the way out. */
import * as z from 'zod/mini';
import type { RequestFault } from '../domain/faults.ts';
import { Refusal } from '../domain/refusal.ts';
import { openBook } from '../google/book.ts';
import { type Language, messagesIn } from '../messages/catalogues.ts';
import { languageOf } from './office.ts';

/** @throws Refusal requestInvalid, naming what of it is wrong */
export function request<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, input ?? {});
  if (parsed.success) return parsed.data;
  throw new Refusal({ code: 'requestInvalid', faults: parsed.error.issues.map(faultOf) });
}

/** What is wrong with one entry of a request, and what would be right: the catalogues word it. */
function faultOf(issue: z.core.$ZodIssue): RequestFault {
  const entry = issue.path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return { entry, code: 'type', expected: issue.expected };
    case 'too_big':
      return { entry, code: issue.origin === 'string' ? 'tooLong' : 'tooLarge', most: Number(issue.maximum) };
    case 'too_small':
      return { entry, code: 'tooSmall', least: Number(issue.minimum) };
    case 'invalid_value':
      return { entry, code: 'value', choices: issue.values.map(String) };
    default:
      return { entry, code: 'other', rule: issue.code };
  }
}

/**
 * Carries out a request from a page or the command line. A refusal leaves as an `Error` named `Refusal` with its
 * sentence in the office's language; anything else is a bug and leaves as it is.
 */
export function boundary<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const worded = new Error(messagesIn(officeLanguage()).refusal(error.issue));
    worded.name = 'Refusal';
    throw worded;
  }
}

/** What was thrown, in its own words. */
export const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The language set in the workbook; Chinese where there is no workbook to ask. */
export function officeLanguage(): Language {
  try {
    return languageOf(openBook());
  } catch {
    // Asked on the way to saying something else: that the sheet cannot be read must not hide it.
    return 'zh-CN';
  }
}
