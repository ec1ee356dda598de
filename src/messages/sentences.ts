/** A function for each code, which gets just what that code comes with. */

export type Sentences<Fields> = { readonly [Code in keyof Fields]: (fields: Readonly<Fields[Code]>) => string };

/** The sentence of a code, with its fields. */
export function tell<Fields, Code extends keyof Fields>(
  sentences: Sentences<Fields>,
  about: { readonly code: Code } & Readonly<Fields[Code]>,
): string {
  return sentences[about.code](about);
}
