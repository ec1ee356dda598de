/** What the sequences share: marks by which words typed are known again, numbers of runs, seeds. */

/** How many sequences: of rows as data, and of a whole workbook. More by `HUIZONG_SEQUENCES` and `HUIZONG_SEQUENCES_WHOLE`. */
export const RUNS = {
  rows: Number(process.env['HUIZONG_SEQUENCES'] ?? 10_000),
  whole: Number(process.env['HUIZONG_SEQUENCES_WHOLE'] ?? 100),
} as const;

/** Another one each time; `HUIZONG_SEED` runs one again. */
export const seedOf = (): number => Number(process.env['HUIZONG_SEED'] ?? Date.now() % 2 ** 31);

/** A text as it is typed: `@` stands for a mark of its own. */
export const typed = (value: string, mark: () => string): string => value.replace('@', mark);

/** The marks that stand anywhere in these rows, sorted. */
export function tokensOf(rows: readonly (readonly unknown[])[]): string {
  const all = rows.map((row) => row.join('\n')).join('\n');
  return (all.match(/记\d+。/g) ?? []).sort().join('');
}

/** The seed and the numbers, for the reader of the run's output. */
export function sequenceReport(text: string): void {
  // biome-ignore lint/suspicious/noConsole: see above
  console.log(`Random sequences, ${text}`);
}
