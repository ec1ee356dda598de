/** Lists of areas as the file writes them: `A1:B3 D5`. */
import { areaText, parseReference } from '../book/a1.ts';
import { areaOf } from '../book/areas.ts';
import type { Area } from '../book/book.ts';

/** The last row a file can name: an area down to it is one to the bottom of the sheet. */
export const FILE_ROWS = 1_048_576;
export const FILE_COLUMNS = 16_384;

/** What an area of the grid was in the file, where it goes on beyond: by its text, and perhaps others behind it. */
export type Reach = Map<string, string>;

/** The areas within a grid; in `reach` what of them is beyond. */
export function areasOf(text: string, maxRows: number, maxColumns: number, reach?: Reach): Area[] {
  const areas: Area[] = [];
  const beyond: string[] = [];
  for (const part of text.split(/\s+/)) {
    const reference = part === '' ? undefined : parseReference(part);
    if (!reference) continue;
    const bottom = Math.min(reference.bottom ?? maxRows, Math.max(maxRows, 1));
    const right = Math.min(reference.right ?? maxColumns, Math.max(maxColumns, 1));
    const top = reference.top ?? 1;
    const left = reference.left ?? 1;
    if (bottom < top || right < left) {
      beyond.push(part);
      continue;
    }
    const area = areaOf(top, left, bottom, right);
    areas.push(area);
    if ((reference.bottom ?? bottom) > bottom || (reference.right ?? right) > right) reach?.set(areaText(area), part);
  }
  const [last] = areas.slice(-1);
  if (last && beyond.length > 0) {
    const key = areaText(last);
    reach?.set(key, [reach.get(key) ?? key, ...beyond].join(' '));
  }
  return areas;
}

/** As the file has them: an area of which nothing changed is as long as it was. */
export const areasText = (areas: readonly Area[], reach?: ReadonlyMap<string, string>): string =>
  areas
    .map(areaText)
    .map((text) => reach?.get(text) ?? text)
    .join(' ');
