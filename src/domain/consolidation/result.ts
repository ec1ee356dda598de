/** What a consolidation says: obligations joined with submissions, counted, merged, and what to look at. */
import type { Finding } from '../finding.ts';
import type { LocalDate, LocalDateTime } from '../local-date.ts';
import type { Matrix, Role } from '../matrix.ts';
import type { Period } from '../period.ts';
import type { Status, Tally } from '../status.ts';

/** A duty that is due in the period, with where it stands. */
export interface Obligation {
  /** Index into `Matrix.tasks`. */
  readonly task: number;
  /** Index into `Matrix.departments`. */
  readonly department: number;
  readonly role: Role;
  readonly status: Status;
  /** Handed in: days after the deadline. Owed: days overdue as of now. 0 is in time, or not yet due. */
  readonly daysLate: number;
  /** The sheet's row numbers behind it, in the order of handing in. */
  readonly rows: readonly number[];
}

/** The words of one row, and the row of the sheet they stand in. */
export interface MergedText {
  readonly row: number;
  readonly text: string;
}

/** What one department handed in for one task, word for word. */
export interface MergedPart {
  readonly department: number;
  readonly role: Role;
  /** In the order of handing in. */
  readonly texts: readonly MergedText[];
}

export interface TaskSummary {
  readonly task: number;
  readonly tally: Tally;
  /** Leads first, then in the order of the matrix; supporting departments last. */
  readonly parts: readonly MergedPart[];
  readonly count: number;
  readonly people: number;
}

export interface DepartmentSummary {
  readonly department: number;
  readonly tally: Tally;
}

/** An obligation of any month of the year that is owed as of now. */
export interface OwedObligation {
  readonly period: Period;
  readonly deadline: LocalDate;
  readonly task: number;
  readonly department: number;
  readonly role: Role;
  readonly status: Status;
  readonly daysOverdue: number;
}

/** Due, handed in and on time of one department in one month. */
export interface MonthCount {
  readonly due: number;
  readonly handedIn: number;
  readonly onTime: number;
}

/** The year up to and including the latest month that was started. */
export interface YearToDate {
  readonly year: number;
  /** By month, 0 is January: does the sheet hold any row of it? The consolidated month always counts. */
  readonly started: readonly boolean[];
  /** By department, then by month; `null` where the month was not started. */
  readonly months: readonly (readonly (MonthCount | null)[])[];
  /** By department. */
  readonly totals: readonly MonthCount[];
  /** Numbers of the handed-in rows of the started months up to the consolidated one. */
  readonly count: number;
  readonly people: number;
}

export interface Consolidation {
  readonly period: Period;
  readonly asOf: LocalDateTime;
  readonly deadline: LocalDate;
  readonly matrix: Matrix;
  readonly tally: Tally;
  readonly count: number;
  readonly people: number;
  /** By task, then by department. */
  readonly obligations: readonly Obligation[];
  /** Returns that were not owed: by supporting departments, or by leads the setting excuses. */
  readonly voluntary: readonly Obligation[];
  readonly tasks: readonly TaskSummary[];
  readonly departments: readonly DepartmentSummary[];
  readonly owed: readonly OwedObligation[];
  readonly year: YearToDate;
  readonly findings: readonly Finding[];
}
