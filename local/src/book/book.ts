/**
 * The spreadsheet in memory: what an .xlsx file is read into, and what the Apps Script services work on.
 *
 * Plain data. `local/src/xlsx` turns it into a file and back; `local/src/services` gives it the faces of SpreadsheetApp.
 * Rows and columns count from 1, as they do in A1 notation and in Apps Script.
 */

/** A value a formula left that is no value: `#REF!`, `#N/A`. */
export interface CellError {
  readonly error: string;
}

/**
 * What one cell holds. A date is its serial number (days since 1899-12-30, in the spreadsheet's zone), told from
 * a plain number by its number format, just as in the file. `null` is an empty cell.
 */
export type CellValue = string | number | boolean | CellError | null;

/** One row. The arrays are dense from column 1 (index 0) and may be shorter than the sheet is wide. */
export interface Row {
  values: CellValue[];
  /** Index into `Book.styles`, per cell; a hole or 0 is the default style. Rows that look alike share one list: it is never changed in place. */
  styles: readonly number[];
  /** Formula text with its leading `=`, by column index (0-based); the computed result, if known, stands in `values`. */
  formulas?: Map<number, string>;
  /** Height in pixels, where it was set. */
  height?: number;
  hidden?: boolean;
}

/** Columns that differ from the default. */
export interface Column {
  /** Width in pixels, where it was set. */
  width?: number;
  hidden?: boolean;
  /** Index into `Book.styles` for the column's cells that have no row of their own yet. */
  style?: number;
}

/** A rectangle of cells; open ends are already closed to the sheet's size. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export type HorizontalAlignment = 'left' | 'center' | 'right';
export type VerticalAlignment = 'top' | 'middle' | 'bottom';
export type WrapStrategy = 'overflow' | 'wrap' | 'clip';
export type BorderStyle = 'thin' | 'medium' | 'thick' | 'dotted' | 'dashed' | 'double';

export interface BorderLine {
  style: BorderStyle;
  /** `#RRGGBB` */
  color: string;
}

/** How a cell looks. Absent members are the default. Interned in `Book.styles`: never changed in place. */
export interface CellStyle {
  /** An Excel number format code; `@` is text. Absent is General. */
  readonly numberFormat?: string;
  readonly fontFamily?: string;
  /** In points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  /** `#RRGGBB` */
  readonly fontColor?: string;
  /** `#RRGGBB` */
  readonly background?: string;
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
  readonly wrap?: WrapStrategy;
  readonly top?: BorderLine;
  readonly right?: BorderLine;
  readonly bottom?: BorderLine;
  readonly left?: BorderLine;
  /** In degrees, counter-clockwise. */
  readonly rotation?: number;
  /** What the file says of this style that this list has no word for (the xlsx reader's own index), kept as it was. */
  readonly source?: number;
}

/** A data validation, in the words of `SpreadsheetApp.DataValidationCriteria`. */
export interface Validation {
  areas: Area[];
  /** The name of the criterion: `VALUE_IN_LIST`, `VALUE_IN_RANGE`, `NUMBER_GREATER_THAN`, `CUSTOM_FORMULA`, … */
  criterion: string;
  /** Its arguments: strings, numbers, booleans; a range is its A1 text with the sheet (`'部门'!$A$2:$A`). */
  values: (string | number | boolean | string[])[];
  /** May a value that breaks the rule be typed all the same (with a warning)? */
  allowInvalid: boolean;
  /** Is a dropdown arrow shown? */
  showDropdown: boolean;
  helpText?: string;
}

/** A conditional format: the first rule of the sheet's list that holds for a cell decides each property it names. */
export interface ConditionalFormat {
  areas: Area[];
  rule:
    | { kind: 'boolean'; criterion: string; values: (string | number)[]; format: CellStyle }
    | { kind: 'gradient'; points: { type: string; value?: string; color: string }[] };
}

/** A protected sheet or range. */
export interface Protection {
  id: string;
  /** `null` protects the whole sheet. */
  area: Area | null;
  /** The cells of a protected sheet that stay open. */
  unprotected: Area[];
  description: string;
  warningOnly: boolean;
  /** Mail addresses; the owner of the file may always edit and is not listed. */
  editors: string[];
  domainEdit: boolean;
  /** Until an editor list was set, the file's editors may edit (as on the platform). */
  mirrorsFile: boolean;
}

/** The sheet's one filter. */
export interface Filter {
  area: Area;
  /** Criteria by absolute column number, as the file has them. */
  criteria: Map<number, { hiddenValues?: string[]; source?: string }>;
}

/** One tab. */
export interface Sheet {
  /** The number behind `#gid=`; never reused within a book. */
  id: number;
  name: string;
  hidden: boolean;
  /** `#RRGGBB` */
  tabColor?: string;
  /** The size of the grid, blank cells included: what `getMaxRows` and `getMaxColumns` say. */
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  /** By row number - 1; holes are blank rows. */
  rows: (Row | undefined)[];
  /** By column number - 1. */
  columns: (Column | undefined)[];
  merges: Area[];
  /** By `row * 32768 + column`. */
  notes: Map<number, string>;
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  protections: Protection[];
  filter?: Filter;
  showGridlines: boolean;
  rightToLeft: boolean;
  /** Changed since it was read: the writer keeps the file's own bytes for a sheet that was not. */
  changed: boolean;
}

export interface NamedRange {
  name: string;
  sheetId: number;
  area: Area;
}

export interface Book {
  /** The file's title, without its folder or ending. */
  title: string;
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string;
  /** e.g. `zh_CN`. */
  locale: string;
  /** Mail address of who owns the file: may edit everything. Empty where the owner is unknown: then every account is the owner. */
  owner: string;
  /** Mail addresses of the file's editors besides its owner. */
  editors: string[];
  sheets: Sheet[];
  activeSheetId: number;
  /** Interned; index 0 is the default style `{}`. Use `styleIndex`. */
  styles: CellStyle[];
  namedRanges: NamedRange[];
  /**
   * What the platform keeps beside the cells and a file has no place of its own for, by name: document properties,
   * triggers, metadata. Written into the file with it.
   */
  sidecar: Record<string, string>;
  /** What the file had that this model has no word for: the writer puts it back. Opaque to all but `local/src/xlsx`. */
  source?: unknown;
}

/** The key of a cell in `Sheet.notes`. */
export const noteKey = (row: number, column: number): number => row * 32768 + column;

/** The index of a style in the book, adding it where it is new. */
export function styleIndex(book: Book, style: CellStyle): number {
  const keys = styleKeys(book);
  const key = JSON.stringify(
    Object.entries(style)
      .filter(([, value]) => value !== undefined)
      .sort(byName),
  );
  const known = keys.get(key);
  if (known !== undefined) return known;
  book.styles.push(style);
  keys.set(key, book.styles.length - 1);
  return book.styles.length - 1;
}

const keysOf = new WeakMap<Book, Map<string, number>>();

function styleKeys(book: Book): Map<string, number> {
  let keys = keysOf.get(book);
  if (!keys) {
    keys = new Map();
    for (const [index, style] of book.styles.entries()) {
      const key = JSON.stringify(
        Object.entries(style)
          .filter(([, value]) => value !== undefined)
          .sort(byName),
      );
      if (!keys.has(key)) keys.set(key, index);
    }
    keysOf.set(book, keys);
  }
  return keys;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
