/**
 * What people are told is data: a code, and with it just the fields its sentence needs. `Fields` declares them, an entry
 * for each code; a catalogue has a function for each code (`messages/sentences.ts`).
 */
export type Coded<Fields> = {
  readonly [Code in keyof Fields]: { readonly code: Code } & Readonly<Fields[Code]>;
}[keyof Fields];

/** Of a code that says it all. */
export type NoFields = Record<never, never>;
