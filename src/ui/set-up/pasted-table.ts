/** A block copied out of Excel, WPS or a web page: rows of cells separated by tabs, as the clipboard has them. */

/** Rows of cells: at least one. */
export type PastedTable = readonly [readonly string[], ...(readonly string[])[]];

/** Cells with tabs, line breaks or quotes in them stand in quotes, quotes doubled. One cell is no table. */
export function pastedTable(text: string): PastedTable | null {
  const rows: [string[], ...string[][]] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows[rows.length - 1]?.push(cell.trim());
    cell = '';
  };
  const characters = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (characters[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === '\t') end();
    else if (character === '\n') {
      end();
      rows.push([]);
    } else cell += character;
  }
  end();
  return rows.length === 1 && rows[0].length < 2 ? null : rows;
}

/**
 * Which of our columns each pasted column is, where the first row is headings: some cell of it is one, and none of it looks
 * like an entry. `null` where it is an entry itself.
 */
export function headingsOf<Key extends string>(
  first: readonly string[],
  known: ReadonlyMap<string, Key>,
): readonly (Key | null)[] | null {
  const keys = first.map((cell) => known.get(cell.replace(/\s/g, '')) ?? null);
  return keys.some((key) => key !== null) ? keys : null;
}
