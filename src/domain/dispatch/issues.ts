/** Which issue of a month's report a content is: the report itself, or a numbered supplement to it. */
import { type Dispatch, mayHaveLeft } from './dispatch.ts';
import { contentOfKey, slotOfKey } from './key.ts';

/** How an issue is written in a key; the report itself bears nothing. */
export const issueOccasion = (issue: number): string => (issue === 0 ? '' : `补充${issue}`);

/** What has left of a month's report, or may have: to whom, which issue, which content. */
export interface Issued {
  readonly who: string;
  readonly issue: number;
  readonly content: string;
}

export function issuedReports(standing: readonly Dispatch[], kind: string, period: string): readonly Issued[] {
  const stem = `${kind}/${period}/`;
  return standing
    .filter(({ key, state }) => key.startsWith(stem) && mayHaveLeft(state))
    .map(({ key }) => {
      const [, who, issue] = /^(.*?)(?:\/补充(\d+))?$/.exec(slotOfKey(key).slice(stem.length)) ?? [];
      return { who: who ?? '', issue: Number(issue ?? 0), content: contentOfKey(key) };
    });
}

/** The latest issue goes on where the content is still its own; another content is the next issue. */
export function issueOf(content: string, issued: readonly Issued[]): number {
  if (issued.length === 0) return 0;
  const latest = Math.max(...issued.map(({ issue }) => issue));
  return issued.some((one) => one.issue === latest && one.content === content) ? latest : latest + 1;
}
