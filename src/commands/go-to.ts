/** Brings a cell somebody clicked on a page to the front. */
import { Refusal } from '../domain/refusal.ts';
import { bringForward } from '../google/selection.ts';

export interface Place {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** From 0; the first where the place is a row. */
  readonly column?: number | undefined;
}

/** Answers with the place. @throws Refusal sheetMissing */
export function bringToFront(place: Place): Place {
  if (!bringForward(place.sheet, place.row, place.column ?? 0))
    throw new Refusal('sheetMissing', { sheet: place.sheet });
  return place;
}
