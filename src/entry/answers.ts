/**
 * What the script's functions are asked and what they answer, as those see it who call them from outside: its pages and the command
 * line. Types alone: nothing of the script comes with them, so also a caller that has the script only as a built file may read them.
 */
import type * as z from 'zod/mini';
import type { everyHourly } from '../commands/chase/hourly.ts';
import type { FUNCTIONS } from './functions.ts';

type Functions = typeof FUNCTIONS;

export type FunctionName = keyof Functions;

/** A request as a caller may hand it over: nothing of it will be changed. */
type Sent<Value> = Value extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Sent<Value[Key]> }
    : Value;

/** A value as it is after the journey: a copy that is the caller's own. */
type Arrived<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? Arrived<Item>[]
    : { -readonly [Key in keyof Value]: Arrived<Value[Key]> };

/** What a function is asked. */
export type Asked<Name extends FunctionName> = Sent<z.input<ReturnType<Functions[Name]['asks']>>>;

/** What a function answers. */
export type Answer<Name extends FunctionName> = Arrived<ReturnType<Functions[Name]['does']>>;

/** What the hourly trigger answers to a program that calls it in the platform's place. */
export type HourlyAnswer = Arrived<ReturnType<typeof everyHourly>>;
