/** The book as the host last told of it: what an edit is compared with, and what is drawn again where one was refused. */
import type { BookChange, DrawnBook, DrawnCell, DrawnSheet, PlacedCell } from '../wire.ts';

export interface Held {
  readonly styles: DrawnBook['styles'];
  sheets(): DrawnSheet[];
  /** Ids in the order of the tabs. */
  order(): number[];
  /** Numbers of the first and the last row that hold anything. */
  rows(sheet: number): number[];
  cell(sheet: number, row: number, column: number): DrawnCell | null;
  apply(change: BookChange): void;
}

export function hold(book: DrawnBook): Held {
  const styles = [...book.styles];
  let frames: DrawnSheet[] = [];
  const cells = new Map<number, Map<string, PlacedCell>>();
  const put = (sheet: number, placed: readonly PlacedCell[]): void => {
    for (const one of placed) {
      const [row, column, cell] = one;
      if (cell === null) cells.get(sheet)?.delete(`${row},${column}`);
      else cells.get(sheet)?.set(`${row},${column}`, one);
    }
  };
  const take = (sheet: DrawnSheet): void => {
    cells.set(sheet.id, new Map());
    put(sheet.id, sheet.cells);
  };
  frames = [...book.sheets];
  for (const sheet of book.sheets) take(sheet);
  return {
    styles,
    sheets: () => frames.map((frame) => ({ ...frame, cells: [...(cells.get(frame.id)?.values() ?? [])] })),
    order: () => frames.map(({ id }) => id),
    rows: (sheet) => {
      const all = [...(cells.get(sheet)?.values() ?? [])].map(([row]) => row);
      return all.length === 0 ? [] : [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
    },
    cell: (sheet, row, column) => cells.get(sheet)?.get(`${row},${column}`)?.[2] ?? null,
    apply(change) {
      styles.push(...change.styles);
      const known = new Map([...frames, ...change.whole].map((frame) => [frame.id, frame]));
      for (const sheet of change.whole) take(sheet);
      for (const { sheet, cells: placed } of change.cells) put(sheet, placed);
      frames = change.order.flatMap((id) => known.get(id) ?? []);
    },
  };
}

/** What would have to be typed to have the cell as it is. */
export function typedAgain(cell: DrawnCell | null): string {
  const { value, formula } = cell ?? {};
  if (formula !== undefined) return formula;
  if (value === undefined || value === '') return '';
  // A text by itself might be taken for a number or a formula.
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
