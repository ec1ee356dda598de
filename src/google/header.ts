/** Texts for the headers of a mail. */

/** The platform refuses a longer subject. */
const LONGEST_HEADER = 240;

/** A text for a header: one line, whatever was typed; nothing in it can begin another header. */
export function headerText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  if (line.length <= LONGEST_HEADER) return line;
  // A character outside the basic plane takes two units and must not be torn apart.
  const last = line.charCodeAt(LONGEST_HEADER - 2);
  return `${line.slice(0, LONGEST_HEADER - (last >= 0xd800 && last <= 0xdbff ? 2 : 1))}…`;
}
