/** A workbook as a page leaves it that is killed: what was typed stands in the journal, the file is as it was. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadBook, saveBook } from '../../../test/support/host.ts';
import { SUBMISSIONS } from '../../../test/support/month.ts';
import type { OpenOptions } from '../../src/open/open.ts';
import type { Outcome } from '../../src/open/wire.ts';
import { openPage, type Page, sheetNumber } from './open.ts';

export const journalOf = (path: string, name = '.~huizong-journal.月报.xlsx#'): string => join(dirname(path), name);

/** Types with a page, and copies what lies on the disk before the file is written: what a killed process leaves. */
export async function leftBy(
  original: string,
  work: (page: Page) => Promise<unknown>,
  { name = '月报.xlsx', ...options }: Partial<OpenOptions> & { readonly name?: string } = {},
): Promise<string> {
  const page = await openPage(original, options);
  const before = readFileSync(original);
  await work(page);
  const folder = mkdtempSync(join(tmpdir(), 'huizong-left-'));
  const path = join(folder, name);
  const journal = readdirSync(dirname(original)).find((one) => one.startsWith('.~huizong-journal.'));
  if (journal === undefined) throw new Error('there is no journal: the file was written already');
  copyFileSync(join(dirname(original), journal), join(folder, journal));
  writeFileSync(path, before);
  await page.close();
  return path;
}

export const typeInto = (page: Page, row: number, text: string, column = 6): Promise<Outcome> =>
  page.ask({
    do: 'edit',
    sheet: sheetNumber(page.state(), SUBMISSIONS),
    parts: [{ row, column, values: [[text]] }],
  });

/** What another program does to the file: to the rows of 月度报送, from 1. */
export function writtenByAnother(path: string, work: (cells: (row: number) => unknown[]) => void): void {
  const book = loadBook(path);
  const sheet = book.sheets.find(({ name }) => name === SUBMISSIONS);
  if (!sheet) throw new Error('no such sheet');
  work((row) => sheet.rows[row - 1]?.values ?? []);
  sheet.changed = true;
  saveBook(book, path);
}

export const cellsOf = (path: string, row: number): readonly unknown[] =>
  loadBook(path).sheets.find(({ name }) => name === SUBMISSIONS)?.rows[row - 1]?.values ?? [];
