/** The door of the script: requests are checked on the way in, refusals are put into words on the way out. */
import * as z from 'zod/mini';
import { type Language } from '../messages/catalogues.ts';
/** @throws Refusal requestInvalid, naming what of it is wrong */
export declare function request<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema>;
/**
 * Carries out a request from a page or the command line. A refusal leaves as an `Error` named `Refusal` with its
 * sentence in the office's language; anything else is a bug and leaves as it is.
 */
export declare function boundary<Result>(work: () => Result): Result;
/** What was thrown, in its own words. */
export declare const saidBy: (error: unknown) => string;
/** The language set in the workbook; Chinese where there is no workbook to ask. */
export declare function officeLanguage(): Language;
