/** SpreadsheetApp */
import { emptyBook } from '../../book/new-book.ts';
import { mostCells } from '../../book/sheets.ts';
import { bookId } from '../../runtime/cloud.ts';
import type { EnumName } from '../../runtime/enums.ts';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { uiOf } from '../ui/ui.ts';
import { activeBook, makeSpreadsheet, ruleStateOf, useFaces, validationStateOf } from './make.ts';
import { rangeFace } from './range.ts';
import { conditionalFormatRuleBuilderFace, dataValidationBuilderFace } from './rules.ts';
import { selectRange, selectRanges } from './selection.ts';
import { sheetFace } from './sheet.ts';
import { spreadsheetFace } from './spreadsheet.ts';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

interface AppState {
  readonly execution: Execution;
}

useFaces({ spreadsheet: spreadsheetFace, range: rangeFace, sheet: sheetFace });

const ENUMS: readonly EnumName[] = [
  'AutoFillSeries',
  'BandingTheme',
  'BooleanCriteria',
  'BorderStyle',
  'ColorType',
  'CopyPasteType',
  'DataValidationCriteria',
  'DeveloperMetadataLocationType',
  'DeveloperMetadataVisibility',
  'Dimension',
  'Direction',
  'GroupControlTogglePosition',
  'InterpolationType',
  'ProtectionType',
  'RecalculationInterval',
  'RelativeDate',
  'SheetType',
  'SortOrder',
  'TextDirection',
  'TextToColumnsDelimiter',
  'ThemeColorType',
  'ValueType',
  'WrapStrategy',
];

/** The types say there always is one; a script that is bound to no file has none. */
const active = ({ execution }: AppState): GoogleAppsScript.Spreadsheet.Spreadsheet =>
  execution.session.container
    ? makeSpreadsheet({ execution, book: activeBook(execution) })
    : (null as unknown as GoogleAppsScript.Spreadsheet.Spreadsheet);

function opened({ execution }: AppState, id: string): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const own = activeBook(execution);
  const book = bookId(own) === id ? own : (execution.session.cloud.others.get(id) ?? fail('documentMissing', id));
  return makeSpreadsheet({ execution, book });
}

const spreadsheetAppFace: Face<App, AppState> = emulate<App, AppState>(
  'SpreadsheetApp',
  {
    getActive() {
      return active(this);
    },
    getActiveSpreadsheet() {
      return active(this);
    },
    getActiveSheet() {
      return active(this)?.getActiveSheet() ?? null;
    },
    getActiveRange() {
      return active(this).getActiveRange() ?? fail('rangeNotFound');
    },
    getCurrentCell() {
      return active(this).getCurrentCell() ?? fail('rangeNotFound');
    },
    getActiveRangeList() {
      return active(this).getActiveRangeList() ?? fail('rangeNotFound');
    },
    getSelection() {
      return active(this).getSelection();
    },
    setActiveRange(range) {
      return selectRange(this, range);
    },
    setActiveRangeList(list) {
      return selectRanges(this, list);
    },
    setCurrentCell(cell) {
      return cell.activateAsCurrentCell();
    },
    setActiveSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet) {
      return sheet.activate();
    },
    flush() {
      this.execution.session.onFlush?.();
    },
    getUi() {
      return uiOf(this.execution);
    },
    create(name: string, rows?: number, columns?: number) {
      if (rows !== undefined && columns !== undefined && rows * columns > mostCells) fail('tooManyCells');
      const book = emptyBook({
        title: name,
        owner: this.execution.user,
        ...(rows === undefined ? {} : { rows }),
        ...(columns === undefined ? {} : { columns }),
      });
      book.sidecar['id'] = `local-spreadsheet-${this.execution.session.cloud.others.size + 2}`;
      this.execution.session.cloud.others.set(book.sidecar['id'], book);
      return makeSpreadsheet({ execution: this.execution, book });
    },
    openById(id) {
      return opened(this, id);
    },
    openByUrl(url) {
      return opened(this, /\/d\/([\w-]+)/.exec(url)?.[1] ?? fail('invalidArgument', 'url'));
    },
    newDataValidation() {
      return this.execution.make(
        dataValidationBuilderFace,
        validationStateOf(
          { execution: this.execution, book: activeBook(this.execution) },
          { areas: [], criterion: '', values: [], allowInvalid: true, showDropdown: true },
        ),
      );
    },
    newConditionalFormatRule() {
      const blank = { areas: [], sheetName: null, rule: null };
      return this.execution.make(
        conditionalFormatRuleBuilderFace,
        ruleStateOf({ execution: this.execution, book: activeBook(this.execution) }, blank),
      );
    },
  },
  Object.fromEntries(ENUMS.map((name) => [name, name])),
);

export const spreadsheetApp = (execution: Execution): App => execution.make(spreadsheetAppFace, { execution });
