/**
 * Which issue of a month's report goes: the report itself, or a numbered supplement to it. An issue is registered, with the day
 * and the number its document bears, before the first of its mails leaves: those that leave later bear the same.
 */
import type { LocalDate } from '../local-date.ts';
import { type Dispatch, type DispatchState, mayHaveLeft } from './dispatch.ts';
import { contentOfKey, slotFrom, slotOfKey, supplementOccasion, supplementOf } from './key.ts';

export interface Issue {
  /** 0 for the report itself, n for the nth supplement. */
  readonly supplement: number;
  readonly day: LocalDate;
  /** Of all reports of the workbook, from 1. */
  readonly number: number;
}

/** How an issue is written in a key; the report itself bears nothing. */
export const issueOccasion = ({ supplement }: Issue): string => supplementOccasion(supplement);

/** The content of an issue in a key, and in 档案: what it was registered as, and what tells its words and files. */
export const issueContent = ({ day, number }: Issue, print: string): string => `${day}.${number}.${print}`;

/** A mail of a report as the outbox remembers it. */
export interface Issued extends Issue {
  readonly period: string;
  readonly who: string;
  readonly content: string;
  readonly state: DispatchState;
}

export function issuesIn(standing: readonly Dispatch[], kind: string): readonly Issued[] {
  return standing.flatMap(({ key, state }) => {
    const slot = slotFrom(slotOfKey(key));
    const content = contentOfKey(key);
    const [, day = '', number] = /^(\d{4}-\d\d-\d\d)\.(\d+)\./.exec(content) ?? [];
    if (slot?.kind !== kind) return [];
    const { period, who, occasion } = slot;
    const issue: Issue = { supplement: supplementOf(occasion), day: day as LocalDate, number: Number(number ?? 0) };
    return [{ ...issue, period, who, content, state }];
  });
}

/** The number of a report that is not registered yet. @param archived how many reports 档案 holds */
export const nextNumber = (issued: readonly Issued[], archived: number): number =>
  1 + Math.max(archived, ...issued.map(({ number }) => number));

/**
 * The latest issue goes on where the content is still its own, and so does one that was confirmed and waits. Another content is
 * the next issue; one that was registered and of which nothing left gives it its number.
 *
 * @param own what the outbox remembers of the month
 * @param make the content as it would be in an issue
 */
export function issueOf<Made extends { readonly print: string }>(
  own: readonly Issued[],
  fresh: Pick<Issue, 'day' | 'number'>,
  make: (issue: Issue) => Made,
): Made & { readonly issue: Issue } {
  const left = own.filter(({ state }) => mayHaveLeft(state));
  const latest = Math.max(-1, ...left.map(({ supplement }) => supplement));
  const next = own.filter(({ supplement }) => supplement === latest + 1);
  const standing = [
    left.find(({ supplement }) => supplement === latest),
    next.find(({ state }) => state === 'waiting'),
  ].flatMap((one) => one ?? []);
  for (const { supplement, day, number, content } of standing) {
    const issue = { supplement, day, number };
    const made = make(issue);
    if (issueContent(issue, made.print) === content) return { ...made, issue };
  }
  const issue = { supplement: latest + 1, day: fresh.day, number: next[0]?.number || fresh.number };
  return { ...make(issue), issue };
}
