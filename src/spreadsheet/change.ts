/**
 * What a command wants done to the spreadsheet, as plain data. Commands decide; `google/apply.ts` does. Preview, dry
 * run and undo need no second code path.
 */
import type { NewRows } from './cell.ts';
import type { SheetLook } from './look.ts';

export type Change = CreateSheet | DressSheet | WriteBlock | ReplaceBlock | SwapIn | AppendRow;

/** A new sheet, built whole before it bears its name. */
export interface CreateSheet {
  readonly kind: 'create';
  readonly sheet: string;
  /** Place among the tabs, counted from 0. */
  readonly index: number;
  readonly rows: NewRows;
  readonly look: SheetLook;
}

/** An existing sheet gets its widths, formats, dropdowns, live rules and guard back; no value is touched. */
export interface DressSheet {
  readonly kind: 'dress';
  readonly sheet: string;
  readonly look: SheetLook;
}

/** Cells written at a place: from `row` (1-based) and `column` (0-based) on. */
export interface WriteBlock {
  readonly kind: 'write';
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: NewRows;
}

/** A generated sheet's columns, from `row` down to whatever stood there before, become these rows in one write. */
export interface ReplaceBlock {
  readonly kind: 'replace';
  readonly sheet: string;
  readonly row: number;
  readonly rows: NewRows;
}

/**
 * A generated sheet as a whole: copied from a pattern sheet under a name of its own, filled, and only then given its
 * name. Where the sheet stands already its columns are replaced in one write.
 */
export interface SwapIn {
  readonly kind: 'swapIn';
  readonly sheet: string;
  readonly pattern: string;
  readonly rows: NewRows;
}

/** One row below the last entry. */
export interface AppendRow {
  readonly kind: 'append';
  readonly sheet: string;
  readonly row: NewRows[number];
}
