/** The words of the monthly report: what it is made of before and after the office has edited it. */

/** The parts of the report, by the names they bear in 报告草稿. */
export const DRAFT_SECTIONS = ['引言', '一、工作开展情况', '二、存在问题', '三、下步打算'] as const;

export type DraftSection = (typeof DRAFT_SECTIONS)[number];

/** A paragraph of the report as the consolidation gives it. */
export interface DraftSource {
  readonly section: DraftSection;
  /** The task as people see it; `''` outside the tasks. */
  readonly task: string;
  /** The department, or what the paragraph is about: `总体情况`, `缺报`. */
  readonly subject: string;
  /** Pieces of a text too long for a cell, counted from 1; joined they are the text. */
  readonly part: number;
  readonly text: string;
}

/** Paragraphs in the order of the report. */
export interface ReportContent {
  readonly introduction: readonly string[];
  readonly overview: readonly string[];
  readonly tasks: readonly { readonly label: string; readonly paragraphs: readonly string[] }[];
  readonly problems: readonly string[];
  readonly next: readonly string[];
}
