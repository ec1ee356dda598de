/** Lists of areas as the file writes them: `A1:B3 D5`. */
import { areaText, parseReference } from '../book/a1.ts';
import { areaOf } from '../book/areas.ts';
import type { Area } from '../book/book.ts';

/** The last row a file can name: an area down to it is one to the bottom of the sheet. */
export const FILE_ROWS = 1_048_576;
export const FILE_COLUMNS = 16_384;

export function areasOf(text: string, maxRows: number, maxColumns: number): Area[] {
  return text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const reference = parseReference(part);
      if (!reference) return [];
      const bottom = Math.min(reference.bottom ?? maxRows, Math.max(maxRows, 1));
      const right = Math.min(reference.right ?? maxColumns, Math.max(maxColumns, 1));
      const top = reference.top ?? 1;
      const left = reference.left ?? 1;
      return bottom < top || right < left ? [] : [areaOf(top, left, bottom, right)];
    });
}

export const areasText = (areas: readonly Area[]): string => areas.map(areaText).join(' ');
