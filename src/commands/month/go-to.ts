/** Brings a cell a person clicked on a page to the front. */
import { Refusal } from '../../domain/refusal.ts';
import { openBook } from '../../google/book.ts';
import { bringForward } from '../../google/selection.ts';
import { rowsOf } from '../../office/office.ts';
import { rowKnownAs } from '../../workbook/submissions.ts';

export interface Place {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** From 0; the first where the place is a row. */
  readonly column?: number | undefined;
  /** What a row of 月度报送 is known by (`nameOfRow`): people sort the sheet and put rows in while a page is open. */
  readonly known?: string | undefined;
}

/** Answers with the place. @throws Refusal sheetMissing, rowChanged where the row is gone */
export function bringToFront(place: Place): Place {
  const { sheet, row, column = 0, known } = place;
  const at = known === undefined ? row : rowKnownAs(known, rowsOf(openBook(), 'submissions'), row);
  if (at === null) throw new Refusal({ code: 'rowChanged', sheet, row });
  if (!bringForward(sheet, at, column)) throw new Refusal({ code: 'sheetMissing', sheet });
  return { ...place, row: at };
}
