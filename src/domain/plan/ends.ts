/**
 * Takes off what stands at the end of a text. Not by `/…+$/`: such a pattern begins anew at every character of a long run
 * that is not at the end, and a pasted text may hold a million spaces.
 */

/** Without the characters at the end that `unwanted`, a pattern of one character, matches. */
export function withoutEnd(text: string, unwanted: RegExp): string {
  let end = text.length;
  while (unwanted.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Words such as 备案 or 统一 are few where they end a clause. */
const LONGEST_ENDING = 40;

/** Without the words at the end that `ending`, a pattern up to `$`, matches. */
export function withoutEnding(text: string, ending: RegExp): string {
  const from = Math.max(0, text.length - LONGEST_ENDING);
  return text.slice(0, from) + text.slice(from).replace(ending, '');
}
