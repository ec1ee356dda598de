/** The cells of a spreadsheet as plain data: what is read from one and what is written into one. */

/**
 * A cell as it was read. Blank is `''`; a date arrives as the text `2023-05-18T09:30:00` in the spreadsheet's zone,
 * so that no `Date` travels further in than the edge.
 */
export type Cell = string | number | boolean;

/** A formula of ours, to be written as one. Text from people is never wrapped so. */
export interface Formula {
  readonly formula: string;
}

/** A cell to be written: a string is text whatever it looks like, a number stays a number, `''` clears. */
export type NewCell = Cell | Formula;

/** Rows of cells, all of one width. */
export type CellRows = readonly (readonly Cell[])[];

/** Rows to be written, all of one width. */
export type NewRows = readonly (readonly NewCell[])[];

/** What was read of one sheet: all rows from row 1 on, blank ones below the last entry left out or not. */
export interface Grid {
  readonly rows: CellRows;
}

/** The letter of a column counted from 0: 0 is `A`, 26 is `AA`. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
