/** How a sheet looks and what may be typed into it, as plain data: the declarations make it, `google/` carries it out. */

/** How cells stand out. Colours are `#rrggbb`. */
export interface CellLook {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: true;
}

/** What a block of cells looks like. */
export interface BlockLook extends CellLook {
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle';
  readonly wrap: boolean;
}

/** What may be typed into a column. `strict` refuses anything else; otherwise the sheet only warns. */
export type Entry =
  | { readonly kind: 'list'; readonly choices: readonly string[]; readonly strict: boolean; readonly help: string }
  | { readonly kind: 'range'; readonly of: SheetColumn; readonly strict: boolean; readonly help: string };

/** A column of another sheet, from its second row down. */
export interface SheetColumn {
  readonly sheet: string;
  /** Counted from 0. */
  readonly column: number;
}

/** A column of a sheet as it is laid out. */
export interface ColumnLook {
  /** Where it stands, counted from 0. */
  readonly at: number;
  /** In pixels. */
  readonly width: number;
  /** A number format; `@` keeps everything text. */
  readonly format: string;
  readonly look: BlockLook;
  readonly entry?: Entry;
  /** Shown when the heading is pointed at. */
  readonly note?: string;
}

/** A rule that colours cells while it holds. */
export interface LiveRule {
  /** Columns counted from 0, both ends included; rows from 1, to the bottom. */
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromRow: number;
  readonly when:
    | { readonly kind: 'formula'; readonly formula: string }
    | { readonly kind: 'scale'; readonly low: string; readonly middle: string; readonly high: string };
  readonly look: CellLook;
}

/** A whole sheet as set-up lays it out. */
export interface SheetLook {
  readonly columns: readonly ColumnLook[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly headingLook: BlockLook;
  readonly rules: readonly LiveRule[];
  /** The row of headings, from 1. */
  readonly headingRow: number;
  /** Single cells with a dropdown of their own; `row` from 1, `column` from 0. */
  readonly cellEntries: readonly { readonly row: number; readonly column: number; readonly entry: Entry }[];
  readonly tabColor: string;
  /** Taken out of the tabs. */
  readonly hidden: boolean;
  readonly guard: Guard;
}

/** Who may type where: only the office, or every editor in the columns named (counted from 0). */
export type Guard =
  | { readonly kind: 'office' }
  | { readonly kind: 'open' }
  | { readonly kind: 'columns'; readonly guarded: readonly number[] };

/** A block of cells only some may write. */
export interface RowGuard {
  /** Number of the first row, from 1, and how many rows. */
  readonly row: number;
  readonly rows: number;
  /** First column, counted from 0, and how many columns. */
  readonly column: number;
  readonly columns: number;
  /** Whose block it is, for people who look at the list of guards; `''` for the office's. */
  readonly label: string;
  /** Accounts that may write it, beside the office's. */
  readonly editors: readonly string[];
}
