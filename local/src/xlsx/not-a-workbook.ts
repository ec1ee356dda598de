/** Why a file cannot be read as a workbook. */
export type NotAWorkbookReason =
  | 'notZip'
  | 'damaged'
  | 'noWorkbook'
  | 'encrypted'
  | 'oldFormat'
  | 'tooLarge'
  | 'unsafe';

/** The file is at fault, not the program: callers tell the person which file and why. */
export class NotAWorkbookError extends Error {
  readonly reason: NotAWorkbookReason;

  constructor(reason: NotAWorkbookReason) {
    super(`not a workbook: ${reason}`);
    this.name = 'NotAWorkbookError';
    this.reason = reason;
  }
}
