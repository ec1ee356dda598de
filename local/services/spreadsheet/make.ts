/** Makes the service objects out of what stands behind them. The faces are handed in once, so that they may need each other. */
import { parseReference, type Reference } from '../../book/a1.ts';
import { areaOf, bottomOf, rightOf } from '../../book/areas.ts';
import type { Area, Book, Sheet, Validation } from '../../book/book.ts';
import { sheetNamed } from '../../book/sheets.ts';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { type LooseRule, type RuleState, rangeStates, type ValidationState } from './rules.ts';
import type { BookState, OpenEnds, RangeState, SheetState } from './state.ts';

type GRange = GoogleAppsScript.Spreadsheet.Range;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

interface Faces {
  spreadsheet: Face<GSpreadsheet, BookState>;
  range: Face<GRange, RangeState>;
  sheet: Face<GSheet, SheetState>;
}

let faces: Faces | undefined;

/** Called once, where all faces are known. */
export function useFaces(known: Faces): void {
  faces = known;
}

function known(): Faces {
  if (!faces) throw new Error('the spreadsheet services are not wired');
  return faces;
}

export function makeSpreadsheet({ execution, book }: BookState): GSpreadsheet {
  return execution.make(known().spreadsheet, { execution, book });
}

/** The file behind a spreadsheet the script hands over; undefined where it is something else. */
export const bookOf = (execution: Execution, value: unknown): Book | undefined =>
  execution.state(known().spreadsheet, value)?.book;

export function makeSheet({ execution, book }: BookState, sheet: Sheet): GSheet {
  return execution.make(known().sheet, { execution, book, sheet });
}

/** A range; the platform's error where it does not fit the sheet. */
export function makeRange({ execution, book, sheet }: SheetState, area: Area, open?: OpenEnds): GRange {
  if (area.row < 1) fail('startingRow');
  if (area.column < 1) fail('startingColumn');
  if (area.rows < 1) fail('leastRows');
  if (area.columns < 1) fail('leastColumns');
  if (bottomOf(area) > sheet.maxRows || rightOf(area) > sheet.maxColumns) fail('outsideSheet');
  if (!rangeStates.has(execution)) {
    rangeStates.set(execution, (range) => execution.state(known().range, range as GRange));
  }
  return execution.make(known().range, { execution, book, sheet, area, open });
}

/** The range an A1 text means, on the sheet given unless it names another. */
export function rangeFromA1(state: BookState, home: Sheet | undefined, a1: string): GRange {
  const named = state.book.namedRanges.find(({ name }) => name === a1);
  if (named) {
    const sheet = state.book.sheets.find(({ id }) => id === named.sheetId) ?? fail('rangeNotFound');
    return makeRange({ ...state, sheet }, named.area);
  }
  const reference = parseReference(a1) ?? fail('rangeNotFound');
  const sheet = reference.sheet === undefined ? home : sheetNamed(state.book, reference.sheet);
  if (!sheet) fail('rangeNotFound');
  const top = reference.top ?? 1;
  const left = reference.left ?? 1;
  const bottom = reference.bottom ?? sheet.maxRows;
  const right = reference.right ?? sheet.maxColumns;
  const open = rowsOpen(reference) ? 'rows' : columnsOpen(reference) ? 'columns' : undefined;
  return makeRange({ ...state, sheet }, areaOf(top, left, bottom, right), open);
}

const rowsOpen = ({ top, bottom }: Reference) => top === undefined && bottom === undefined;
const columnsOpen = ({ left, right }: Reference) => left === undefined && right === undefined;

export function validationStateOf(state: BookState, { areas: _, ...validation }: Validation): ValidationState {
  return {
    execution: state.execution,
    validation: structuredClone(validation),
    rangeFrom: (a1) => rangeFromA1(state, undefined, a1),
  };
}

export function ruleStateOf(state: BookState, rule: LooseRule): RuleState {
  return {
    execution: state.execution,
    rule,
    stateOf: (range) => state.execution.state(known().range, range as GRange),
    rangesOf: ({ areas, sheetName }) => {
      const sheet = state.book.sheets.find(({ name }) => name === sheetName);
      return sheet ? areas.map((area) => makeRange({ ...state, sheet }, area)) : [];
    },
  };
}

const userFace: Face<GoogleAppsScript.Base.User, { readonly mail: string }> = emulate<
  GoogleAppsScript.Base.User,
  { readonly mail: string }
>('User', {
  getEmail() {
    return this.mail;
  },
});

export function makeUser(execution: Execution, mail: string): GoogleAppsScript.Base.User {
  return execution.make(userFace, { mail });
}

/** The book behind a session's active spreadsheet. */
export const activeBook = (execution: Execution): Book => execution.session.cloud.book;
