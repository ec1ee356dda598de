/** A copy of a whole book, to begin from the same state more than once. */
import type { Book, Row, Sheet } from './book.ts';

/**
 * A book of its own with the same content. Lists of styles are shared with the original, since they are never changed in place: the
 * many blank rows then cost next to nothing, where `structuredClone` visits every cell of them.
 */
export function copyBook(book: Book): Book {
  const bare: Sheet[] = book.sheets.map((sheet) => ({ ...sheet, rows: [] }));
  const copy = structuredClone<Book>({ ...book, styles: [], sheets: bare });
  copy.styles = [...book.styles];
  for (const [at, sheet] of copy.sheets.entries()) sheet.rows = (book.sheets[at]?.rows ?? []).map(copyRow);
  return copy;
}

function copyRow(row: Row | undefined): Row | undefined {
  if (!row) return undefined;
  const copy: Row = { ...row, values: row.values.map((value) => (isObject(value) ? { ...value } : value)) };
  if (row.formulas) copy.formulas = new Map(row.formulas);
  return copy;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
