/**
 * Something a person should look at. Data, not sentences: the catalogues word it. Findings are collected and shown
 * together; none of them stops the work, and every row that has no other place in the consolidation is named by one.
 */
import type { Coded } from './coded.ts';
import type { SubmissionColumns } from './consolidation/input.ts';
import type { EvidenceDemand } from './evidence.ts';

/** By the sheet a finding is about, in the code's words: what its sentence needs. */
interface FieldsOf {
  submissions: {
    periodMissing: Row;
    periodUnknown: Row & Found;
    periodOutside: Row & Found & { year: number };
    departmentMissing: Row;
    departmentUnknown: Row & Found & Nearest;
    departmentInactive: Duty;
    taskMissing: Row;
    taskUnknown: Row & Found & Nearest;
    notAssigned: Row & Duty;
    /** `found` is its month; `''` is the consolidated one. */
    notDue: Found & Duty;
    duplicate: Duty & { identical: boolean };
    draft: Row & Duty & { lacks: readonly EvidenceDemand[] };
    /** `found` is the reason. */
    returned: Row & Found & Duty;
    exemptWordless: Duty;
    badNumber: Found;
    badTime: Found;
    timeMissing: { rows: readonly number[] };
    reviewUnknown: Found;
    formulaError: Found;
    /** In characters. */
    tooLong: { length: number; most: number };
  };
  matrix: {
    taskRepeated: Found;
    evidenceUnread: Found & { task: string };
    roleUnknown: Found & { task: string };
    columnUnknown: Found & Nearest;
    monthsUnknown: Found;
    frequencyUnknown: Found;
    headingRepeated: Found;
    nobodyAssigned: { task: string };
    /** Due, and its departments only support, or are no longer active. */
    nobodyOwes: { task: string; why: 'supportOnly' | 'inactive'; departments: readonly string[] };
    /** Due, with leads only, and by the setting no lead has to report. */
    nobodyAsked: { tasks: readonly string[] };
    /** Due in no month of the year. */
    neverDue: { task: string; fromMonth: number; toMonth: number; months: readonly number[] };
  };
  departments: {
    departmentRepeated: Found;
    accountInvalid: Found & { department: string };
    accountMissing: Found;
    accountShared: Found & { departments: readonly string[] };
    accountUnknown: Found;
  };
  exceptions: {
    exceptionUnread: Found;
  };
}

interface Found {
  /** What stands there, as it stands there. */
  readonly found: string;
}

interface Row {
  /** The words of the row, so that a reader of the finding recognises it. */
  readonly text: string;
}

interface Nearest {
  /** The known name that may have been meant. */
  readonly nearest: string | null;
}

interface Duty {
  readonly department: string;
  readonly task: string;
}

export type FindingSheet = keyof FieldsOf;

/** By code. */
export type FindingFields = FieldsOf['submissions'] &
  FieldsOf['matrix'] &
  FieldsOf['departments'] &
  FieldsOf['exceptions'];

/** The key of a column in the sheet's declaration; the matrix has a column for each department, which goes by its name. */
interface ColumnOf {
  submissions: keyof SubmissionColumns;
  matrix: string;
  departments: 'name' | 'mail';
  exceptions: 'period' | 'department' | 'until';
}

interface Place<Sheet extends FindingSheet> extends Found {
  /** The rows it is about, as the sheet numbers them; empty where it is about the sheet. */
  readonly rows: readonly number[];
  /** `null` where it is about whole rows. */
  readonly column: ColumnOf[Sheet] | null;
}

export type Finding = {
  [Sheet in FindingSheet]: { readonly sheet: Sheet } & Place<Sheet> & Coded<FieldsOf[Sheet]>;
}[FindingSheet];
