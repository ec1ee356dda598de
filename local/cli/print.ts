/** What a person reads on the terminal: tables whose columns line up though Chinese characters are twice as wide. */

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

export const printJson = (value: unknown): void => print(JSON.stringify(value));

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
