/**
 * What a command wants done to the spreadsheet, as plain data. Commands decide; `google/apply.ts` does. Preview, dry
 * run and undo need no second code path.
 */
import type { NewRows } from './cell.ts';
import type { RowGuard, SheetLook } from './look.ts';

export type Change =
  | CreateSheet
  | DressSheet
  | WriteBlock
  | ReplaceBlock
  | SwapIn
  | AppendRow
  | LetIn
  | GuardRows
  | Remember;

/** A new sheet, built whole before it bears its name. */
export interface CreateSheet {
  readonly kind: 'create';
  readonly sheet: string;
  /** Place among the tabs, counted from 0. */
  readonly index: number;
  readonly rows: NewRows;
  readonly look: SheetLook;
  /** A name for the row of headings, so that the columns are found again without reading. */
  readonly rangeName: string;
  /** How many columns that is; further ones, such as the departments' in the matrix, stand to the right of them. */
  readonly rangeColumns: number;
}

/** An existing sheet gets its widths, formats, dropdowns, live rules and guard back; no value is touched. */
export interface DressSheet {
  readonly kind: 'dress';
  readonly sheet: string;
  readonly look: SheetLook;
  /** As in CreateSheet; `null` where the columns no longer stand side by side. */
  readonly rangeName: string | null;
  readonly rangeColumns: number;
}

/** Cells written from a row on, each in its column; what stands between is not touched. */
export interface WriteBlock {
  readonly kind: 'write';
  readonly sheet: string;
  /** Number of the first row, from 1. */
  readonly row: number;
  /** Where each cell of a row stands, counted from 0. */
  readonly places: readonly number[];
  readonly rows: NewRows;
  /**
   * Columns that were blank in these rows when they were read. Where a person has typed since, nothing is written: see
   * `OvertakenError`.
   */
  readonly blank?: readonly number[];
  /** Rows of ours where nothing stood before: undone, they are blank, whatever of them a stopped run had left. */
  readonly adds?: true;
}

/** A person typed where a command was about to write. */
export class OvertakenError extends Error {
  readonly sheet: string;
  /** Number of the row, from 1. */
  readonly row: number;

  constructor(sheet: string, row: number) {
    super(`Somebody typed into row ${row} of “${sheet}” while a command was about to write there`);
    this.name = 'OvertakenError';
    this.sheet = sheet;
    this.row = row;
  }
}

/**
 * A generated table is written anew, headings and all, in one write where its columns stand side by side; what stood
 * below in its own columns is emptied. Columns people put beside or between them are not touched.
 */
export interface ReplaceBlock {
  readonly kind: 'replace';
  readonly sheet: string;
  /** Number of its first row, from 1. */
  readonly row: number;
  /** Where each column of the rows stands, counted from 0. */
  readonly places: readonly number[];
  readonly rows: NewRows;
}

/**
 * A generated sheet as a whole. New: copied from a pattern sheet under a name of its own, filled, and only then given
 * its name. Standing already: its own rows and columns are replaced in one write, notes beside and below are kept.
 */
export interface SwapIn {
  readonly kind: 'swapIn';
  readonly sheet: string;
  readonly pattern: string;
  /** Place among the tabs, counted from 0. */
  readonly index: number;
  readonly rows: NewRows;
  /** How far the sheet's own rows and columns reach today; `null` where there is no such sheet yet. */
  readonly standing: SheetExtent | null;
}

/** How far a generated sheet's own cells reach. */
export interface SheetExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows down to the first that holds a person's note below; `null` where there is none. */
  readonly room: number | null;
}

/** One row below the last entry. */
export interface AppendRow {
  readonly kind: 'append';
  readonly sheet: string;
  /** Where each cell of the row stands, counted from 0. */
  readonly places: readonly number[];
  readonly row: NewRows[number];
}

/** The guards of a sheet's rows, as they should be: what stands and is right stays, what is right no longer goes. */
export interface GuardRows {
  readonly kind: 'guardRows';
  readonly sheet: string;
  readonly guards: readonly RowGuard[];
  /** Accounts of the office that may write everything, beside the file's owner. */
  readonly office: readonly string[];
}

/** Accounts that may write what our guards keep from others, on every sheet. */
export interface LetIn {
  readonly kind: 'letIn';
  readonly accounts: readonly string[];
}

/** Something the script keeps with the document, in no cell. */
export interface Remember {
  readonly kind: 'setProperty';
  readonly key: string;
  readonly text: string;
}
