/** A book as the page draws it, and what has become different since it was last looked at. */
import type { Book, CellValue, Row, Sheet } from '../book/book.ts';
import type { BookChange, DrawnCell, DrawnSheet, Frame, PlacedCell, Size } from './wire.ts';

/** Looks at the book; answers what is new since the last look, `null` where nothing is. The first look finds everything new. */
export type Look = () => BookChange | null;

/** A sheet as it was when it was looked at. */
interface Remembered {
  readonly frame: string;
  readonly rows: (RememberedRow | undefined)[];
}

type RememberedRow = Pick<Row, 'values' | 'styles' | 'formulas'>;

export function lookAt(book: Book): Look {
  const seen = new Map<number, Remembered>();
  let styles = 0;
  let order = '';
  return () => {
    const whole: DrawnSheet[] = [];
    const cells: { sheet: number; cells: PlacedCell[] }[] = [];
    for (const sheet of book.sheets) {
      const frame = frameOf(sheet);
      const text = JSON.stringify(frame);
      const before = seen.get(sheet.id);
      if (before?.frame === text) {
        const changed = changedCells(book, sheet, before.rows);
        if (changed.length > 0) cells.push({ sheet: sheet.id, cells: changed });
      } else {
        const rows: Remembered['rows'] = [];
        whole.push({ ...frame, cells: changedCells(book, sheet, rows) });
        seen.set(sheet.id, { frame: text, rows });
      }
    }
    const ids = book.sheets.map(({ id }) => id);
    for (const id of seen.keys()) if (!ids.includes(id)) seen.delete(id);
    const added = book.styles.slice(styles);
    styles = book.styles.length;
    const reordered = order !== ids.join();
    order = ids.join();
    return whole.length + cells.length + added.length > 0 || reordered
      ? { styles: added, order: ids, whole, cells }
      : null;
  };
}

function frameOf(sheet: Sheet): Frame {
  const { id, name, hidden, tabColor, frozenRows, frozenColumns, rightToLeft, merges, validations } = sheet;
  const { filter } = sheet;
  return {
    id,
    name,
    hidden,
    ...(tabColor === undefined ? {} : { tabColor }),
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    frozenRows,
    frozenColumns,
    gridlines: sheet.showGridlines,
    rightToLeft,
    merges,
    widths: sizes(sheet.columns, (column) => column.width),
    heights: sizes(sheet.rows, (row) => row.height),
    notes: [...sheet.notes].map(([key, text]) => [Math.floor(key / 32768), key % 32768, text] as const),
    validations,
    conditionalFormats: sheet.conditionalFormats,
    ...(filter === undefined
      ? {}
      : {
          filter: {
            area: filter.area,
            hidden: [...filter.criteria].map(([column, { hiddenValues = [] }]) => [column, hiddenValues] as const),
          },
        }),
  };
}

function sizes<T extends { hidden?: boolean }>(
  all: readonly (T | undefined)[],
  sizeOf: (one: T) => number | undefined,
): (readonly [number, Size])[] {
  return all.flatMap((one, index) => {
    const size = one && sizeOf(one);
    if (!one || (size === undefined && !one.hidden)) return [];
    return [[index + 1, { ...(size === undefined ? {} : { size }), ...(one.hidden ? { hidden: true } : {}) }] as const];
  });
}

/** Compares with what is remembered, and remembers. */
function changedCells(book: Book, sheet: Sheet, before: Remembered['rows']): PlacedCell[] {
  const changed: PlacedCell[] = [];
  for (let at = 0; at < Math.max(sheet.rows.length, before.length); at += 1) {
    const row = sheet.rows[at];
    const known = before[at];
    const width = Math.max(widthOf(row), widthOf(known));
    let differs = false;
    for (let column = 0; column < width; column += 1) {
      if (sameCell(row, known, column)) continue;
      differs = true;
      const now = drawn(book, row, column);
      if (now !== null || drawn(book, known, column) !== null) changed.push([at + 1, column + 1, now]);
    }
    if (differs) before[at] = row && copyOf(row);
  }
  before.length = sheet.rows.length;
  return changed;
}

const widthOf = (row: RememberedRow | undefined): number => (row ? Math.max(row.values.length, row.styles.length) : 0);

function copyOf({ values, styles, formulas }: Row): RememberedRow {
  return { values: [...values], styles: [...styles], ...(formulas ? { formulas: new Map(formulas) } : {}) };
}

function sameCell(a: RememberedRow | undefined, b: RememberedRow | undefined, column: number): boolean {
  return (
    sameValue(a?.values[column] ?? null, b?.values[column] ?? null) &&
    (a?.styles[column] ?? 0) === (b?.styles[column] ?? 0) &&
    a?.formulas?.get(column) === b?.formulas?.get(column)
  );
}

const sameValue = (a: CellValue, b: CellValue): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a?.error === b?.error);

function drawn(book: Book, row: RememberedRow | undefined, column: number): DrawnCell | null {
  const value = row?.values[column] ?? null;
  const formula = row?.formulas?.get(column);
  const style = row?.styles[column] ?? 0;
  // A sheet has thousands of blank cells that are wrapped or of format text, which cannot be seen.
  if (value === null && formula === undefined && !isSeen(book, style)) return null;
  return {
    ...(value === null ? {} : { value: typeof value === 'object' ? value.error : value }),
    ...(formula === undefined ? {} : { formula }),
    ...(style === 0 ? {} : { style }),
  };
}

function isSeen(book: Book, style: number): boolean {
  const { background, top, right, bottom, left } = book.styles[style] ?? {};
  return (background ?? top ?? right ?? bottom ?? left) !== undefined;
}
