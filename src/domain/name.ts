/** Names as people type them: matched with spaces, widths and letter case folded, and with the nearest known one to offer. */
import { distance } from 'fastest-levenshtein';

/** The form in which two ways of typing one name are the same text. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
    .toLowerCase();
}

/** Names that all mean the entry at one index. Typed text resolves to that index. */
export interface NameIndex {
  /** The index the typed name means, or -1. */
  find(typed: string): number;
  /** The known name nearest to what was typed, where one is near enough to be meant. */
  nearest(typed: string): string | null;
}

/** One entry's names: the first is what it is called, the others are understood too. */
export type Names = readonly string[];

/**
 * Builds the index. Where two entries share a name the first keeps it; `clashes` tells which.
 */
export function indexNames(entries: readonly Names[]): NameIndex & { readonly clashes: readonly NameClash[] } {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  const clashes: NameClash[] = [];
  entries.forEach((names, index) => {
    for (const name of names) {
      const key = foldName(name);
      if (key === '') continue;
      const taken = folded.get(key);
      if (taken === undefined) {
        folded.set(key, index);
        exact.set(name, index);
      } else if (taken !== index) clashes.push({ name, first: taken, second: index });
      else exact.set(name, index);
    }
  });
  return {
    clashes,
    find: (typed) => exact.get(typed) ?? folded.get(foldName(typed)) ?? -1,
    nearest: (typed) => nearestName(typed, entries.flat()),
  };
}

export interface NameClash {
  readonly name: string;
  /** Indices of the two entries that want it. */
  readonly first: number;
  readonly second: number;
}

/** Names longer than this are not compared: no department is called so. */
const LONGEST_COMPARED = 60;

/**
 * The known name that differs least from the typed one, where at most a third of its characters differ (or one is
 * part of the other); `null` where none is that near.
 */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const wanted = foldName(typed);
  if (wanted === '' || wanted.length > LONGEST_COMPARED) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const candidate = foldName(name);
    if (candidate === '' || candidate.length > LONGEST_COMPARED) continue;
    const contained = candidate.includes(wanted) || wanted.includes(candidate);
    const differing = contained ? 0.5 : distance(wanted, candidate);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (differing <= allowed && differing < bestDistance) {
      best = name;
      bestDistance = differing;
    }
  }
  return best;
}
