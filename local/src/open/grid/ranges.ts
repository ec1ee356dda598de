/** Areas count from 1, Univer's ranges from 0. */
import type { Area } from '../../book/book.ts';

export interface GridRange {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

export const rangeOf = ({ row, column, rows, columns }: Area): GridRange => ({
  startRow: row - 1,
  startColumn: column - 1,
  endRow: row + rows - 2,
  endColumn: column + columns - 2,
});

export const areaOf = ({ startRow, startColumn, endRow, endColumn }: GridRange): Area => ({
  row: startRow + 1,
  column: startColumn + 1,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});
