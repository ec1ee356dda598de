/** What a person reads on the terminal: tables whose columns line up though Chinese characters are twice as wide. */

export const print = (text: string): void => void process.stdout.write(`${shown(text)}\n`);

export const printError = (text: string): void => void process.stderr.write(`${shown(text)}\n`);

/** Text from people as a terminal may have it: what it would act on is named instead, `<U+001B>`. */
export const shown = (text: string): string => text.replace(ACTIVE, (character) => `<U+${hex(character)}>`);

/** One document; what a terminal would act on stands in it as `\\u009b`, which reads back as the same text. */
export const printJson = (value: unknown): void => {
  const json = JSON.stringify(value).replace(ACTIVE, (character) => `\\u${hex(character).toLowerCase()}`);
  process.stdout.write(`${json}\n`);
};

/**
 * What a terminal acts on instead of showing it: control characters but tab and line feed (ECMA-48: ESC and the C1 set
 * begin sequences that colour, move, rename and paste), and those that turn the direction of writing (Unicode UAX #9).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are told apart
const ACTIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return width;
};

export function tableText(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [
    line(headings),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map((row) => line(row.map(String))),
  ].join('\n');
}

/** A command's summary as the add-on words it. */
export function toldText(told: { readonly title: string; readonly lines: readonly string[] }): string {
  return [told.title, ...told.lines.map((text) => `  ${text}`)].join('\n');
}
