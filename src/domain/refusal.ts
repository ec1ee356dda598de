/**
 * An expected refusal: the input or the workbook is at fault and a person can mend it. Carries what to say, not how:
 * the catalogues word it. Anything else that is thrown is a bug.
 */
import type { Coded, NoFields } from './coded.ts';
import type { NotDocxReason, RequestFault, SettingFault, TemplateFault } from './faults.ts';
import type { Period } from './period.ts';

/** Sheets, columns and documents go by the names people know them by. */
export interface RefusalFields {
  notSetUp: NoFields;
  sheetMissing: { sheet: string };
  columnsMissing: { sheet: string; row: number; headings: readonly string[] };
  settingsInvalid: { faults: readonly SettingFault[] };
  periodUnreadable: { found: string };
  otherYear: { month: Period; year: number };
  /** `months` are those in which anything is reported. */
  nothingDue: { month: Period; months: readonly number[] };
  /** What is due in the month, no active department owes. */
  nobodyOwesMonth: { month: Period; tasks: readonly string[] };
  noTasks: NoFields;
  noDepartments: NoFields;
  planEmpty: NoFields;
  /** `found` is the beginning of a passage that has more than `most` characters. */
  planUnfit: { found: string; most: number };
  alreadySetUp: { sheet: string };
  busy: NoFields;
  overtaken: { sheet: string; row: number };
  notConsolidated: { month: Period; sheet: string };
  noRecipients: NoFields;
  recipientInvalid: { found: string };
  templateNotDocx: { file: string; reason: NotDocxReason };
  templateInvalid: { file: string; kind: string; faults: readonly TemplateFault[] };
  templateDamaged: { sheet: string; kind: string };
  documentUnknown: { name: string; month: Period };
  departmentUnknown: { names: readonly string[] };
  reasonMissing: NoFields;
  rowsNotSelected: { sheet: string };
  rowChanged: { sheet: string; row: number };
  mailTooLarge: { megabytes: number };
  monthFrozen: { month: Period };
  notOnOutbox: { sheet: string };
  /** `cells` are the first of the `count` that were edited. */
  undoEdited: { sheet: string; cells: readonly string[]; count: number };
  undoOther: NoFields;
  requestInvalid: { faults: readonly RequestFault[] };
}

export type RefusalIssue = Coded<RefusalFields>;

export class Refusal extends Error {
  readonly issue: RefusalIssue;

  constructor(issue: RefusalIssue) {
    super(issue.code);
    this.name = 'Refusal';
    this.issue = issue;
  }
}
