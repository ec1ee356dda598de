/** What a consolidation is made from: the matrix, the rules, the rows as they stand in the sheet. */
import type { Cell } from '../cell.ts';
import type { LocalDateTime } from '../local-date.ts';
import type { Matrix } from '../matrix.ts';
import type { ReportingRules } from '../obligations.ts';
import type { Period } from '../period.ts';

/** Where each column stands in the rows, counted from 0; -1 where the sheet lacks it. */
export interface SubmissionColumns {
  readonly period: number;
  readonly department: number;
  readonly task: number;
  readonly text: number;
  readonly count: number;
  readonly people: number;
  readonly links: number;
  readonly time: number;
  readonly review: number;
  readonly reason: number;
}

/**
 * The rows of the submissions sheet just as they were read, not turned into records: a year of a large office is a
 * million rows, and the pass over them touches only the cells it must.
 */
export interface SubmissionTable {
  /** All rows of the sheet from its first on; row `i` is the sheet's row `i + 1`. */
  readonly rows: readonly (readonly Cell[])[];
  /** Index of the first row below the headings. */
  readonly from: number;
  readonly columns: SubmissionColumns;
}

export interface ConsolidationInput {
  readonly period: Period;
  /** The moment as of which "missing for so many days" is counted. */
  readonly asOf: LocalDateTime;
  readonly matrix: Matrix;
  readonly rules: ReportingRules;
  readonly submissions: SubmissionTable;
}
