/** Why a file cannot be read as a workbook. */
export type NotAWorkbookReason =
  | 'notZip'
  | 'damaged'
  | 'noWorkbook'
  | 'encrypted'
  | 'oldFormat'
  | 'tooLarge'
  | 'tooManyCells'
  | 'unsafe';

/** Where in the file, as far as it is known. */
export interface FilePlace {
  /** The part's path in the container. */
  readonly part?: string;
  /** The sheet's name. */
  readonly sheet?: string;
  /** Its last cell, in A1 notation. */
  readonly cell?: string;
}

/** The file is at fault, not the program: callers tell the person which file and why. */
export class NotAWorkbookError extends Error {
  readonly reason: NotAWorkbookReason;
  readonly place: FilePlace;

  constructor(reason: NotAWorkbookReason, place: FilePlace = {}) {
    super(`not a workbook: ${reason}`);
    this.name = 'NotAWorkbookError';
    this.reason = reason;
    this.place = place;
  }
}
