/** What every command on a set-up workbook begins with: the settings, the departments and the matrix as they stand. */
import type { Finding } from '../domain/finding.ts';
import type { LocalDateTime } from '../domain/local-date.ts';
import type { Department, Matrix } from '../domain/matrix.ts';
import { type Period, parsePeriod, yearOf } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OpenBook } from '../google/book.ts';
import { nowIn } from '../google/clock.ts';
import { type Language, messagesIn } from '../messages/catalogues.ts';
import type { Messages, Told } from '../messages/messages.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { SheetKey } from '../workbook/declaration.ts';
import { readDepartments } from '../workbook/departments.ts';
import { readMatrix } from '../workbook/matrix.ts';
import type { Settings } from '../workbook/settings/table.ts';
import { readLanguage, readSettings } from '../workbook/settings.ts';
import { declarationOf } from '../workbook/sheets.ts';

/** What a command comes back with: something for the person, and data for a program. */
export interface Outcome<Reply> {
  readonly told: Told;
  readonly reply: Reply;
}

export interface Office {
  readonly book: OpenBook;
  readonly now: LocalDateTime;
  readonly settings: Settings;
  readonly messages: Messages;
  readonly departments: readonly Department[];
  readonly matrix: Matrix;
  /** What is wrong with the departments and the matrix. */
  readonly findings: readonly Finding[];
}

/** The sheets no command of the month works without. */
const NEEDED: readonly SheetKey[] = ['settings', 'departments', 'matrix', 'submissions'];

/** Has the spreadsheet been set up? A workbook that lost one sheet has been; one that has none of them has not. */
export function isSetUp(book: OpenBook): boolean {
  return NEEDED.some((key) => book.has(declarationOf(key).title));
}

/**
 * @throws Refusal notSetUp, sheetMissing, columnsMissing, settingsInvalid, noDepartments, noTasks
 */
export function readOffice(book: OpenBook): Office {
  if (!isSetUp(book)) throw new Refusal({ code: 'notSetUp' });
  const settings = readSettings(rowsOf(book, 'settings'));
  const { departments, findings } = readDepartments(rowsOf(book, 'departments'));
  const { matrix, findings: matrixFindings } = readMatrix(rowsOf(book, 'matrix'), departments);
  if (departments.length === 0) throw new Refusal({ code: 'noDepartments' });
  if (matrix.tasks.length === 0) throw new Refusal({ code: 'noTasks' });
  return {
    book,
    now: nowIn(book.timeZone) as LocalDateTime,
    settings,
    messages: messagesIn(settings.language),
    departments,
    matrix,
    findings: [...findings, ...matrixFindings],
  };
}

/** The language set in a workbook, however little else of it stands. */
export const languageOf = (book: OpenBook): Language => readLanguage(book.read(declarationOf('settings').title) ?? []);

/** @throws Refusal sheetMissing */
export function rowsOf(book: OpenBook, key: SheetKey): CellRows {
  const { title } = declarationOf(key);
  const rows = book.read(title);
  if (rows === null) throw new Refusal({ code: 'sheetMissing', sheet: title });
  return rows;
}

/**
 * The month of the workbook's year a person asked for, in any of the ways people write one.
 *
 * @throws Refusal periodUnreadable, otherYear
 */
export function wantedPeriod(typed: string, year: number): Period {
  const period = parsePeriod(typed, year);
  if (period === null) throw new Refusal({ code: 'periodUnreadable', found: typed });
  if (yearOf(period) !== year) throw new Refusal({ code: 'otherYear', month: period, year });
  return period;
}
