/**
 * Something a person should look at. Data, not sentences: the catalogues word it. Findings are collected and shown
 * together; none of them stops the work, and every row that has no other place in the consolidation is named by one.
 */

/** Which sheet a finding is about, in the code's words; the declarations know its title. */
export type FindingSheet = 'settings' | 'departments' | 'matrix' | 'submissions' | 'exceptions';

export type FindingCode =
  | 'periodMissing'
  | 'periodUnknown'
  | 'periodOutside'
  | 'departmentMissing'
  | 'departmentUnknown'
  | 'departmentInactive'
  | 'departmentRepeated'
  | 'taskMissing'
  | 'taskUnknown'
  | 'taskRepeated'
  | 'notAssigned'
  | 'notDue'
  | 'duplicate'
  | 'draft'
  | 'returned'
  | 'exemptWordless'
  | 'badNumber'
  | 'badTime'
  | 'timeMissing'
  | 'reviewUnknown'
  | 'formulaError'
  | 'tooLong'
  | 'evidenceUnread'
  | 'roleUnknown'
  | 'columnUnknown'
  | 'monthsUnknown'
  | 'frequencyUnknown'
  | 'headingRepeated'
  | 'nobodyAssigned'
  | 'accountInvalid'
  | 'accountMissing'
  | 'accountShared'
  | 'accountUnknown'
  | 'exceptionUnread';

export interface Finding {
  readonly code: FindingCode;
  readonly sheet: FindingSheet;
  /** The rows it is about, as the sheet numbers them; empty where it is about the sheet. */
  readonly rows: readonly number[];
  /** The key of the column in the sheet's declaration; `null` where it is about whole rows. */
  readonly column: string | null;
  /** What stands there, as it stands there. */
  readonly found: string;
  /** What else the sentence needs: names, numbers, the nearest known name. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Builds a finding; what is left out is empty. */
export function finding(
  code: FindingCode,
  sheet: FindingSheet,
  about: Partial<Omit<Finding, 'code' | 'sheet'>> = {},
): Finding {
  return { code, sheet, rows: [], column: null, found: '', details: {}, ...about };
}
