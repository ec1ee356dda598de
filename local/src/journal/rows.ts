/** Which rows a person's edit touches, as a digest: after another program's writing it tells whether they are still the same. */
import { createHash } from 'node:crypto';
import type { Book, Sheet } from '../book/book.ts';
import type { HandTask } from '../open/task.ts';

export const sheetOf = (book: Book, id: number): Sheet | undefined => book.sheets.find((one) => one.id === id);

/**
 * Of the first row, which says what the columns are, and of every row that is typed into. `null` where the task moves rows or
 * columns: there is nothing to compare then.
 */
export function rowsOf(book: Book, task: HandTask): string | null {
  const sheet = sheetOf(book, task.sheet);
  if (task.do !== 'edit' || !sheet) return null;
  const digest = createHash('sha256');
  const take = (number: number): void => {
    const { values = [], formulas } = sheet.rows[number - 1] ?? {};
    const cells = values.map((value) => value ?? '');
    while (cells.at(-1) === '') cells.pop();
    digest.update(JSON.stringify([number === 1 ? 0 : 1, cells, [...(formulas ?? [])]]));
  };
  digest.update(sheet.name);
  take(1);
  const rows = new Set(task.parts.flatMap(({ row, values }) => values.map((_, index) => row + index)));
  for (const row of rows) take(row);
  return digest.digest('base64url').slice(0, 22);
}
