/** Cells that stand so far from all else in their sheet that they were left out of it. */
import { cellText } from '../book/a1.ts';
import type { Book } from '../book/book.ts';
import { says } from './aside.ts';
import { sourceOf } from './source.ts';

export interface Strays {
  readonly sheet: string;
  /** How many there are. */
  readonly count: number;
  /** The first of them, row by row, in A1 notation. */
  readonly cells: readonly string[];
}

/** Enough to find the others by. */
const MOST_NAMED = 5;

/** Of the sheets that are still there. */
export function straysOf(book: Book): Strays[] {
  return book.sheets.flatMap(({ id, name }): Strays[] => {
    const cells: string[] = [];
    let count = 0;
    for (const row of sourceOf(book)?.sheets.get(id)?.aside.rows ?? []) {
      const held = row.cells.filter(says);
      count += held.length;
      for (const { column } of held.slice(0, MOST_NAMED - cells.length)) cells.push(cellText(row.from, column));
    }
    return count === 0 ? [] : [{ sheet: name, count, cells }];
  });
}
