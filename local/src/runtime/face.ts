/**
 * Service classes: what a script sees of a thing of ours.
 *
 * A class is declared once as a record of methods, typed against @types/google-apps-script; `this` inside them is our
 * own state of the thing, never what the script holds. Methods the record lacks fail by name when called.
 */
import type { EnumName } from './enums.ts';

/** A service class: its name on the platform and its methods, which run with a state of type `S` as `this`. */
export interface Face<T extends object, S extends object> {
  readonly service: string;
  readonly members: Partial<T> & ThisType<S>;
  /** The enumerations it carries, by the property they stand under. */
  readonly enumerations: Readonly<Record<string, EnumName>>;
}

/** Declares a service class. A method that is not there is not supported, and says so by its name. */
export function emulate<T extends object, S extends object>(
  service: string,
  members: Partial<T> & ThisType<S>,
  enumerations: Readonly<Record<string, EnumName>> = {},
): Face<T, S> {
  return { service, members, enumerations };
}

/** Methods to be spread into a class: one file's share of it. */
export function share<T extends object, S extends object>(members: Partial<T> & ThisType<S>): Partial<T> & ThisType<S> {
  return members;
}
