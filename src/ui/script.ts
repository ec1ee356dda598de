/**
 * The script behind the page: its functions by name, what they may be asked and what they answer. Both are checked where they
 * arrive: the request by the script, the answer here.
 */
import * as z from 'zod/mini';
import type { Answer, Asked, FunctionName } from '../entry/answers.ts';
import { commonWords } from './page.ts';

// Code from strings may not be made everywhere; zod would try.
z.config({ jitless: true });

interface Runner {
  withSuccessHandler(handler: (result: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  readonly [name: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };

/**
 * Calls a function of the script. `shape` is what of the answer the page needs; that the function gives it is seen by the
 * compiler, that the script at the other end is of the same version when the answer arrives. What the script refuses arrives
 * as an error with its sentence.
 */
export function call<Name extends FunctionName, Shape extends z.ZodMiniType>(
  name: Name,
  asked: Asked<Name>,
  shape: Answer<Name> extends z.input<Shape> ? Shape : never,
): Promise<z.output<Shape>> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((answer) => {
        const read = z.safeParse(shape, answer);
        if (read.success) resolve(read.data as z.output<Shape>);
        else reject(new Error(commonWords().mismatch));
      })
      .withFailureHandler((error) => reject(new Error(error.message.replace(/^(?:Refusal|Error|Exception): /, ''))));
    (run[name] as (asked: unknown) => void)(asked);
  });
}

export const closePage = (): void => google.script.host.close();

/** A summary a person can read, at the end of a command. */
export const toldShape = z.object({ title: z.string(), lines: z.array(z.string()) });
export const outcomeShape = z.object({ told: toldShape });
/** Where the answer itself says nothing: that it came is all. */
export const anything = z.unknown();
