/** The sheets a command works on. */

export function sheetNamed(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  title: string,
): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = book.getSheetByName(title);
  if (!sheet) throw new Error(`The sheet “${title}” went away while a command was writing`);
  return sheet;
}
