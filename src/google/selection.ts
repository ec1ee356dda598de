/** What somebody has selected. */

/** Numbers of the selected rows of the sheet of that title, from 1; none where another sheet is in front. */
export function selectedRows(title: string): number[] {
  const sheet = SpreadsheetApp.getActiveSheet();
  if (sheet.getName() !== title) return [];
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  return ranges.flatMap((range) => Array.from({ length: range.getNumRows() }, (_, index) => range.getRow() + index));
}
