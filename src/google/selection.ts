/** What a person has selected. */

/** The sheet in front and the numbers of the rows selected on it, from 1. */
export function selectedRows(): { readonly sheet: string; readonly rows: readonly number[] } {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const range = book.getActiveRange();
  if (!range) return { sheet: book.getActiveSheet().getName(), rows: [] };
  const first = range.getRow();
  return {
    sheet: range.getSheet().getName(),
    rows: Array.from({ length: range.getNumRows() }, (_, index) => first + index),
  };
}
