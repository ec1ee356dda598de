/** What of the layout depends on the words: broken titles and where signature and date stand. */
import { dayOfDocument } from '../../domain/chinese-figures.ts';
import type { LinesBlock } from '../docx/template/block.ts';

/** Characters of a title's line: 156 mm at 22 points hold 20; a line that fills the page does not look like a title. */
const TITLE_LINE = 18;

/** How many characters wide a text is: a Latin letter or a figure is half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e80 || /[“”‘’—…·]/.test(character) ? 1 : 0.5;
  return width;
}

/**
 * A title broken into lines as GB/T 9704-2012, 7.3.1 wants: whole words, a trapezoid or a diamond. The name of the unit takes
 * a line of its own where not all fits one; `pieces` are the parts of the rest between which a line ends best.
 */
export function titleLines(unitName: string, pieces: readonly string[]): string {
  const rest = pieces.join('');
  if (widthOf(unitName + rest) <= TITLE_LINE) return unitName + rest;
  const seams = new Set<number>();
  pieces.reduce((at, piece) => {
    seams.add(at + piece.length);
    return at + piece.length;
  }, 0);
  return [...(unitName === '' ? [] : broken(unitName, new Set(), 0)), ...broken(rest, seams, widthOf(unitName))].join(
    '\n',
  );
}

/** `above` is the width of the line above the first: a first line that is longer makes a diamond. */
function broken(text: string, seams: ReadonlySet<number>, above: number): string[] {
  const count = Math.ceil(widthOf(text) / TITLE_LINE);
  if (count <= 1) return [text];
  const end = bestEnd(text, seams, widthOf(text) / count, above);
  const left = new Set([...seams].map((seam) => seam - end));
  return [text.slice(0, end), ...broken(text.slice(end), left, 0)];
}

/** What a line's end costs that falls inside a word, in characters of unevenness. */
const INSIDE_WORD = 8;

/** Never inside a number or a character of two units, never before a mark. */
function bestEnd(text: string, seams: ReadonlySet<number>, wanted: number, above: number): number {
  let best = text.length;
  let bestCost = Number.POSITIVE_INFINITY;
  let width = 0;
  let at = 0;
  for (const character of text) {
    width += widthOf(character);
    at += character.length;
    const after = text.slice(at);
    if (after === '' || width > TITLE_LINE) break;
    if (/^[、，。）》”]/.test(after) || (/\d/.test(character) && /^[\d年月日]/.test(after))) continue;
    const isSeam = seams.has(at) || /[的和、]/.test(character);
    const cost = Math.abs(width - wanted) + (isSeam ? 0 : INSIDE_WORD) + (width < above ? 2 : 0);
    if (cost < bestCost) {
      bestCost = cost;
      best = at;
    }
  }
  return best;
}

/**
 * Signature and date of a document without a seal (GB/T 9704-2012, 7.3.5.2): the name two characters from the right, the date
 * beginning two characters right of the name; a date that would then stand out is moved in, and the name with it.
 */
export function signature(unitName: string, date: string): LinesBlock {
  const day = dayOfDocument(date);
  const name = widthOf(unitName);
  const dated = widthOf(day);
  const begins = Math.max(name + 2, dated + 4);
  return {
    kind: 'lines',
    lines: [...(unitName === '' ? [] : [{ text: unitName, begins }]), { text: day, begins: begins - 2 }],
  };
}
