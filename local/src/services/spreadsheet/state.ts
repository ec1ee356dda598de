/** What stands behind the service objects: which run, which book, which sheet, which cells. */
import type { Area, Book, Sheet } from '../../book/book.ts';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';

export interface BookState {
  readonly execution: Execution;
  readonly book: Book;
}

export interface SheetState extends BookState {
  readonly sheet: Sheet;
}

export type OpenEnds = 'rows' | 'columns' | 'all';

export interface RangeState extends SheetState {
  readonly area: Area;
  /** Which ends the script left open: `D:F` has no rows, `5:7` no columns. */
  readonly open?: OpenEnds | undefined;
}

/** A sheet a person deleted in the meantime is no longer to be worked on. */
export function standing({ book, sheet }: SheetState): Sheet {
  if (!book.sheets.includes(sheet)) fail('sheetGone', sheet.id);
  return sheet;
}
