/** What official documents must know besides the consolidation. */

export interface DocumentAbout {
  readonly unitName: string;
  /** What the work is called in titles: `文明城市创建工作`; `''` where the office has not said. */
  readonly workName: string;
  /** Names of those the report goes to. */
  readonly addressees: readonly string[];
  /** Who gets a copy, as typed; `''` where there is no copy. */
  readonly copyTo: string;
  readonly contact: string;
  /** Where departments fill in their returns. */
  readonly bookUrl: string;
  /** The months reported on, 1 to 12. */
  readonly months: readonly number[];
}

export const workOf = ({ workName }: Pick<DocumentAbout, 'workName'>): string => workName || '重点工作';
