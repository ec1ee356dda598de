/** A plan's text as lines: what word processors and web pages put around the words is taken off, line numbers are kept. */

export interface Line {
  /** In the text, from 1. */
  readonly number: number;
  readonly text: string;
  /** What stood in bold at its beginning (`**…**`), or `''`. */
  readonly bold: string;
  /** Cells, where the line is a row of a table (tabs, or `|` in Markdown); otherwise `null`. */
  readonly cells: readonly string[] | null;
}

/** Lines that say something. Full-width digits become plain ones; no other word is touched. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
    .map((raw, index) => lineOf(raw, index + 1))
    .filter(({ text: words }) => words !== '');
}

function lineOf(raw: string, number: number): Line {
  const plain = raw
    .replace(/[\u200b-\u200f\u2060\ufeff\0]/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const words = plain
    .trim()
    .replace(/^(?:#{1,6}|[-*+•·▪■◆●]|>)\s/, '')
    .trim();
  return {
    number,
    text: words.replace(/\*\*|__/g, '').trim(),
    bold: /^\*\*([^*]+)\*\*/.exec(words)?.[1]?.trim() ?? '',
    cells: cellsOf(plain),
  };
}

function cellsOf(line: string): string[] | null {
  if (line.includes('\t')) {
    const cells = line.split('\t').map((cell) => cell.trim());
    // An indent made with a tab is no table; a word in the third cell or further is what a merged row says there.
    return cells.length > 2 || cells[0] !== '' ? cells : null;
  }
  const bare = line.trim();
  if (!bare.startsWith('|') || bare.length < 3) return null;
  return bare
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) =>
      cell
        .replace(/\*\*/g, '')
        .replace(/<br\s*\/?>/gi, '、')
        .trim(),
    );
}
