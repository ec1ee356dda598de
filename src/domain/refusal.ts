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
  | 'planUnfit'
  | 'alreadySetUp'
  | 'busy'
  | 'overtaken'
  | 'notConsolidated'
  | 'noRecipients'
  | 'recipientInvalid'
  | 'templateNotDocx'
  | 'templateInvalid'
  | 'templateDamaged'
  | 'documentUnknown'
  | 'departmentUnknown'
  | 'reasonMissing'
  | 'rowsNotSelected'
  | 'rowChanged'
  | 'mailTooLarge'
  | 'monthFrozen'
  | 'notOnOutbox'
  | 'undoEdited'
  | 'undoOther'
  | 'requestInvalid';

/** One entry of a request that is not as it must be; the refusal `requestInvalid` carries them as JSON. */
export interface RequestFault {
  /** `''` for the request itself. */
  readonly entry: string;
  readonly fault: 'type' | 'tooLong' | 'tooLarge' | 'tooSmall' | 'value';
  /** The kind of value, the limit, or the values to choose from. */
  readonly allowed: string;
}

/** What is wrong with a tag of a template; the refusal `templateInvalid` carries them as JSON. */
export interface TemplateFault {
  readonly code: 'braceAlone' | 'unknownTag' | 'notClosed' | 'notOpened' | 'blockNotAlone' | 'wrongSign' | 'notXml';
  /** The tag, or the part that cannot be read. */
  readonly tag: string;
  /** The words around it; `''` where there are none. */
  readonly paragraph: string;
  readonly part: 'body' | 'header' | 'footer';
  /** The tag that may have been meant; `''` where none is near. */
  readonly nearest: string;
}

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
