/** The log of service calls: what a script asked of the platform, in order, and which of it costs a round trip. */

/** One method of one service, called once. */
export interface ServiceCall {
  /** Place in the log, from 0. */
  readonly index: number;
  /** The class of the object: `Range`, `Sheet`, `MailApp`, … */
  readonly service: string;
  readonly method: string;
  /** Does it read from or change the document or the outside? Otherwise it only makes or finds an object. */
  readonly counted: boolean;
  /** Where the call is when a `faults` hook sees it: not yet carried out, or done but not yet answered. */
  phase: 'before' | 'after';
  /** The sheet or range it is about: `设置!A1:C20`. */
  readonly target?: string;
  /** How many cells the range has. */
  readonly cells?: number;
  /** The arguments, each in a few characters. */
  readonly args: readonly string[];
}

/** The log counted up. */
export interface Tally {
  /** Counted calls. */
  readonly total: number;
  /** Counted calls by `Service.method`. */
  readonly byMethod: Readonly<Record<string, number>>;
  /** Calls that only made or found an object. */
  readonly navigation: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
}

/** Methods that only make or find an object, or ask an object for what it knows itself. `*`: the whole class. */
const navigation: Readonly<Record<string, '*' | ReadonlySet<string>>> = {
  SpreadsheetApp: new Set(
    (
      'getActive getActiveSpreadsheet getActiveSheet getActiveRange getActiveRangeList getCurrentCell getSelection ' +
      'getUi newDataValidation newConditionalFormatRule newFilterCriteria newRichTextValue newTextStyle'
    ).split(' '),
  ),
  Spreadsheet: new Set(
    (
      'getSheetByName getSheetById getSheets getActiveSheet getRange getRangeByName getRangeList getActiveRange ' +
      'getActiveRangeList getActiveCell getCurrentCell getSelection getDataRange createTextFinder'
    ).split(' '),
  ),
  Sheet: new Set(
    (
      'getRange getRangeList getDataRange getParent getActiveRange getActiveRangeList getActiveCell getCurrentCell ' +
      'getSelection createTextFinder'
    ).split(' '),
  ),
  Range: new Set(
    (
      'getRow getColumn getRowIndex getNumRows getNumColumns getLastRow getLastColumn getHeight getWidth getA1Notation ' +
      'getSheet getGridId getCell offset isStartRowBounded isEndRowBounded isStartColumnBounded isEndColumnBounded ' +
      'createTextFinder'
    ).split(' '),
  ),
  RangeList: new Set(['getRanges']),
  Selection: '*',
  DataValidation: '*',
  DataValidationBuilder: '*',
  ConditionalFormatRule: '*',
  ConditionalFormatRuleBuilder: '*',
  BooleanCondition: '*',
  GradientCondition: '*',
  FilterCriteria: '*',
  FilterCriteriaBuilder: '*',
  RichTextValue: '*',
  RichTextValueBuilder: '*',
  TextStyle: '*',
  TextStyleBuilder: '*',
  Menu: new Set(['addItem', 'addSeparator', 'addSubMenu']),
  Ui: new Set(['createMenu', 'createAddonMenu']),
  PromptResponse: '*',
  Blob: '*',
  Logger: '*',
  HtmlService: '*',
  HtmlOutput: '*',
  HtmlTemplate: '*',
  LockService: '*',
  CacheService: '*',
  PropertiesService: '*',
  Session: new Set(['getActiveUser', 'getEffectiveUser']),
  ScriptApp: new Set(['newTrigger']),
  TriggerBuilder: '*',
  Trigger: '*',
  Utilities: new Set(['newBlob']),
};
const builderEnds = new Set(['ClockTriggerBuilder', 'SpreadsheetTriggerBuilder']);

/** Does the call read from or change the document or the outside? */
export function isCounted(service: string, method: string): boolean {
  if (builderEnds.has(service)) return method === 'create';
  const known = navigation[service];
  return known === undefined || (known !== '*' && !known.has(method));
}

/** Adds up a log. */
export function tally(calls: readonly ServiceCall[]): Tally {
  const byMethod: Record<string, number> = {};
  let total = 0;
  let cellsRead = 0;
  let cellsWritten = 0;
  for (const call of calls) {
    if (!call.counted) continue;
    total++;
    const name = `${call.service}.${call.method}`;
    byMethod[name] = (byMethod[name] ?? 0) + 1;
    if (call.cells === undefined) continue;
    if (/^(get|is|can)/.test(call.method)) cellsRead += call.cells;
    else cellsWritten += call.cells;
  }
  return { total, byMethod, navigation: calls.length - total, cellsRead, cellsWritten };
}

/** An argument in a few characters: enough to tell one call from another. */
export function summary(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  if (Array.isArray(value)) {
    const first: unknown = value[0];
    return Array.isArray(first) ? `[${value.length}×${first.length}]` : `[${value.length}]`;
  }
  if (typeof value === 'function') return 'function';
  if (typeof value === 'object' && value !== null) return '{…}';
  return String(value);
}
