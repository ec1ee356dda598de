/** Guards of rows: each names in its description whose it is and for whom, so that a right one is known without asking more. */
import type { GuardRows } from '../spreadsheet/change.ts';
import type { RowGuard } from '../spreadsheet/look.ts';
import { isUnfinished, keepOthersOut } from './guard.ts';

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

const ROWS = '汇总 填报行';
const BUILDING = `${ROWS} ~`;

/** The new ones are put in before the old ones go: a stop between them leaves rows too well guarded, never open. */
export function guardRows(book: Book, sheet: Sheet, { guards, office }: GuardRows): void {
  const wanted = new Map(guards.map((guard) => [keyOf(areaOf(sheet, guard), nameOf(guard, office)), guard]));
  const areas = new Set(guards.map((guard) => areaOf(sheet, guard)));
  const outdated: Protection[] = [];
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    const description = protection.getDescription();
    const area = protection.getRange().getA1Notation();
    if (wanted.delete(keyOf(area, description))) continue;
    const begun = description === '' && areas.has(area) && isUnfinished(book, protection);
    if (begun || description.startsWith(ROWS)) outdated.push(protection);
  }
  for (const guard of wanted.values()) put(sheet, guard, office);
  for (const protection of outdated) protection.remove();
}

const keyOf = (area: string, description: string): string => `${area} ${description}`;

const rangeOf = (sheet: Sheet, { row, rows, column, columns }: RowGuard) =>
  sheet.getRange(row, column + 1, rows, columns);

const areaOf = (sheet: Sheet, guard: RowGuard): string => rangeOf(sheet, guard).getA1Notation();

/** Says for whom, too: a guard whose accounts have changed is another guard. */
const nameOf = ({ label, editors }: RowGuard, office: readonly string[]): string =>
  [ROWS, label, ...editors, ...(office.length > 0 ? ['+', ...office] : [])].filter((part) => part !== '').join(' ');

function put(sheet: Sheet, guard: RowGuard, office: readonly string[]): void {
  const protection = rangeOf(sheet, guard).protect();
  // Under this name a run that stops here leaves something the next one takes away.
  protection.setDescription(BUILDING);
  keepOthersOut(protection);
  const editors = [...guard.editors, ...office];
  if (editors.length > 0) protection.addEditors(editors);
  protection.setDescription(nameOf(guard, office));
}
