/** The tabs of a book: finding, adding, copying, naming and removing them. */
import { type Book, type Sheet, styleIndex } from './book.ts';
import { mapReferences, renameInFormula } from './references.ts';
import { rewriteFormulas } from './structure.ts';

/** Cells a book may have in all (support.google.com/drive/answer/37603: up to 10 million cells). */
export const mostCells = 10_000_000;

/** Would that many cells more be too many? */
export function hasRoomFor(book: Book, added: number): boolean {
  return book.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, added) <= mostCells;
}

/** The size Google gives a new sheet. */
export const newSheetSize = { rows: 1000, columns: 26 } as const;

/** An empty sheet that is in no book yet. */
export function blankSheet(id: number, name: string, rows: number, columns: number): Sheet {
  return {
    id,
    name,
    hidden: false,
    maxRows: rows,
    maxColumns: columns,
    frozenRows: 0,
    frozenColumns: 0,
    rows: [],
    columns: [],
    merges: [],
    notes: new Map(),
    validations: [],
    conditionalFormats: [],
    protections: [],
    showGridlines: true,
    rightToLeft: false,
    changed: true,
  };
}

/** A number no sheet of the book has had. */
export function nextSheetId(book: Book): number {
  const remembered = Number(book.sidecar['lastSheetId'] ?? 0);
  const next = Math.max(remembered, 0, ...book.sheets.map((sheet) => sheet.id)) + 1;
  book.sidecar['lastSheetId'] = String(next);
  return next;
}

/** What an unnamed new sheet is called, by locale: Google numbers on from the sheets there are. */
export function nextSheetName(book: Book): string {
  const stem = book.locale.startsWith('zh') ? '工作表' : 'Sheet';
  for (let number = book.sheets.length + 1; ; number++) {
    const name = `${stem}${number}`;
    if (!sheetNamed(book, name)) return name;
  }
}

/** The sheet of that name; Google compares names without regard to case. */
export function sheetNamed(book: Book, name: string): Sheet | undefined {
  const wanted = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

/** Gives a sheet another name; formulas follow. */
export function renameSheet(book: Book, sheet: Sheet, name: string): void {
  const before = sheet.name;
  if (before === name) return;
  sheet.name = name;
  sheet.changed = true;
  rewriteFormulas(book, (formula) => renameInFormula(formula, before, name));
}

/** A copy of a sheet with another id and name; protections do not go along, as on the platform. */
export function copySheet(sheet: Sheet, id: number, name: string): Sheet {
  const copy = structuredClone({ ...sheet, protections: [] });
  return { ...copy, id, name, changed: true };
}

/** A copy for another book: how its cells look is told to that book. */
export function copySheetTo(from: Book, sheet: Sheet, to: Book, id: number, name: string): Sheet {
  const copy = copySheet(sheet, id, name);
  if (from === to) return copy;
  const moved = (index: number): number => styleIndex(to, from.styles[index] ?? {});
  for (const row of copy.rows) if (row) row.styles = row.styles.map(moved);
  for (const column of copy.columns) if (column?.style !== undefined) column.style = moved(column.style);
  return copy;
}

/** Takes a sheet out of the book; what formulas said of it is `#REF!`. */
export function removeSheet(book: Book, sheet: Sheet): void {
  const at = book.sheets.indexOf(sheet);
  book.sheets.splice(at, 1);
  book.namedRanges = book.namedRanges.filter((named) => named.sheetId !== sheet.id);
  rewriteFormulas(book, (formula) =>
    mapReferences(formula, (reference) => (reference.sheet === sheet.name ? null : undefined)),
  );
  if (book.activeSheetId === sheet.id) {
    const next = book.sheets[Math.min(at, book.sheets.length - 1)];
    book.activeSheetId = next?.id ?? 0;
  }
}
