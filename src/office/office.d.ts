/** What every command on a set-up workbook begins with: the settings, the departments and the matrix as they stand. */
import type { Finding } from '../domain/finding.ts';
import type { LocalDateTime } from '../domain/local-date.ts';
import type { Department, Matrix } from '../domain/matrix.ts';
import { type Period } from '../domain/period.ts';
import type { OpenBook } from '../google/book.ts';
import { type Language } from '../messages/catalogues.ts';
import type { Messages, Told } from '../messages/messages.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { SheetKey } from '../workbook/declaration.ts';
import { type Settings } from '../workbook/settings.ts';
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
/** Has the spreadsheet been set up? A workbook that lost one sheet has been; one that has none of them has not. */
export declare function isSetUp(book: OpenBook): boolean;
/**
 * @throws Refusal notSetUp, sheetMissing, columnsMissing, settingsInvalid, noDepartments, noTasks
 */
export declare function readOffice(book: OpenBook): Office;
/** The language set in a workbook, however little else of it stands. */
export declare const languageOf: (book: OpenBook) => Language;
/** @throws Refusal sheetMissing */
export declare function rowsOf(book: OpenBook, key: SheetKey): CellRows;
/**
 * The month of the workbook's year somebody asked for, in any of the ways people write one.
 *
 * @throws Refusal periodUnreadable, otherYear
 */
export declare function wantedPeriod(typed: string, year: number): Period;
