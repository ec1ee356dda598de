/**
 * An expected refusal: the input or the workbook is at fault and a person can mend it. Carries what to say, not how:
 * the catalogues word it. Anything else that is thrown is a bug.
 */
export type RefusalCode =
  | 'notSetUp'
  | 'sheetMissing'
  | 'columnsMissing'
  | 'settingsInvalid'
  | 'periodUnreadable'
  | 'otherYear'
  | 'nothingDue'
  | 'noTasks'
  | 'noDepartments'
  | 'planEmpty'
  | 'alreadySetUp'
  | 'busy'
  | 'notConsolidated'
  | 'noRecipients'
  | 'recipientInvalid'
  | 'mailTooLarge'
  | 'monthFrozen'
  | 'notOnOutbox'
  | 'requestInvalid';

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
