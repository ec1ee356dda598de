/** What of the layout depends on the words: broken titles and where signature and date stand. */
import { dayOfDocument } from '../../domain/chinese-figures.ts';
import type { LinesBlock } from '../docx/template/block.ts';

/** Characters of a title's line: 156 mm at 22 points hold 20; a line that fills the page does not look like a title. */
const TITLE_LINE = 18;

/** How many characters wide a text is: a Latin letter or a figure is half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) > 0x2e80 || /[“”‘’—…·]/.test(character) ? 1 : 0.5;
  return width;
}

/**
 * A title broken into lines as GB/T 9704-2012, 7.3.1 wants: whole words, a trapezoid or a diamond. The name of the unit
 * takes a line of its own where both do not fit one; what follows is halved.
 */
export function titleLines(unitName: string, rest: string): string {
  if (widthOf(unitName + rest) <= TITLE_LINE) return unitName + rest;
  return [...(unitName === '' ? [] : halved(unitName)), ...halved(rest)].join('\n');
}

function halved(text: string): string[] {
  const count = Math.ceil(widthOf(text) / TITLE_LINE);
  if (count <= 1) return [text];
  const wanted = widthOf(text) / count;
  const first = breakNear(text, wanted);
  return [text.slice(0, first), ...halved(text.slice(first))];
}

/** After 的, 关于 or a month rather than inside a word; never inside a number or a character of two units. */
function breakNear(text: string, wanted: number): number {
  let best = text.length;
  let bestCost = Number.POSITIVE_INFINITY;
  let width = 0;
  let at = 0;
  for (const character of text) {
    width += widthOf(character);
    at += character.length;
    const before = text.slice(0, at);
    const after = text.slice(at);
    if (after === '' || /^[、，。）》”]/.test(after) || (/\d$/.test(before) && /^[\d年月日]/.test(after))) continue;
    const isSeam = /(?:月|的|和|、|工作|情况)$/.test(before);
    const cost = Math.abs(width - wanted) + (isSeam ? 0 : 2.5) + (/^的/.test(after) ? 2 : 0);
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
