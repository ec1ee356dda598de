/** What a person has selected. */

/** Numbers of the selected rows of the sheet of that title, from 1; none where another sheet is in front. */
export function selectedRows(title: string): number[] {
  const sheet = SpreadsheetApp.getActiveSheet();
  const selected = sheet.getName() === title ? sheet.getActiveRangeList() : null;
  if (selected === null) return [];
  return selected
    .getRanges()
    .flatMap((range) => Array.from({ length: range.getNumRows() }, (_, index) => range.getRow() + index));
}

/** Brings a cell to the front, row from 1, column from 0; the sheet's last row where it no longer reaches so far. */
export function bringForward(title: string, row: number, column: number): boolean {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (!sheet) return false;
  const at = Math.min(row, sheet.getMaxRows());
  sheet.getRange(at, Math.min(column + 1, sheet.getMaxColumns())).activate();
  return true;
}
