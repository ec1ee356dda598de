/** Guards what only the office may write, and lets be what people guarded themselves. */
import type { Guard } from '../spreadsheet/look.ts';

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Our protections say so in their description; protections people made are let be. */
const GUARD = 'Huizong 汇总';

/**
 * Puts the guard back where it is missing. It is not made narrower: who else was given the right to edit a guarded
 * part keeps it.
 */
export function guard(book: Book, sheet: Sheet, wanted: Guard, headingRow: number): void {
  if (wanted.kind === 'office') guardSheet(book, sheet);
  if (wanted.kind === 'columns') guardColumns(book, sheet, wanted.guarded, headingRow);
}

function guardSheet(book: Book, sheet: Sheet): void {
  const [standing] = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  if (!standing) close(sheet.protect());
  else if (isUnfinished(book, standing)) close(standing);
}

function guardColumns(book: Book, sheet: Sheet, columns: readonly number[], headingRow: number): void {
  const rows = sheet.getMaxRows() - headingRow;
  const ranges = [
    sheet.getRange(headingRow, 1, 1, sheet.getMaxColumns()),
    ...(rows < 1 ? [] : columns.map((column) => sheet.getRange(headingRow + 1, column + 1, rows, 1))),
  ];
  const wanted = new Set(ranges.map((range) => range.getA1Notation()));
  const guarded = new Set<string>();
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    const range = protection.getRange().getA1Notation();
    if (wanted.has(range) && !guarded.has(range) && isUnfinished(book, protection)) close(protection);
    if (protection.getDescription() !== GUARD) continue;
    // A guard whose columns have moved away stands in the way of people.
    if (wanted.has(range)) guarded.add(range);
    else protection.remove();
  }
  for (const range of ranges) if (!guarded.has(range.getA1Notation())) close(range.protect());
}

/** A guard a stopped run began: it bears no name yet and excludes no editor. */
export function isUnfinished(book: Book, protection: Protection): boolean {
  return protection.getDescription() === '' && protection.getEditors().length >= book.getEditors().length;
}

/** The name comes last. */
function close(protection: Protection): void {
  keepOthersOut(protection);
  protection.setDescription(GUARD);
}

/** Takes all editors off but the owner and the account that runs this, who cannot be taken off. */
export function keepOthersOut(protection: Protection): void {
  protection.removeEditors(protection.getEditors());
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
}

/** Lets accounts write what our guards keep from others, on every sheet. Rows have guards of their own. */
export function letIn(book: Book, accounts: readonly string[]): void {
  if (accounts.length === 0) return;
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  for (const type of [SHEET, RANGE]) {
    for (const protection of book.getProtections(type)) {
      if (protection.getDescription() === GUARD) protection.addEditors([...accounts]);
    }
  }
}
