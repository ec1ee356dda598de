/** The numbers items of a plan begin with: 一、 （一） 1. （1） ① 一是 第一， 第一条 1.1 */
import { chineseNumber } from './chinese-number.ts';

export type NumberingKind =
  | 'chapter'
  | 'article'
  | 'ordinal'
  | 'first'
  | 'parenthesised'
  | 'arabic'
  | 'dotted'
  | 'arabicParenthesised'
  | 'circled';

export interface Numbering {
  readonly kind: NumberingKind;
  readonly value: number;
  /** As it is written, without its punctuation: `三`, `1.1`. */
  readonly label: string;
  /** Where the words begin. */
  readonly length: number;
}

const HAN = '[一二三四五六七八九十百零〇两]{1,5}';

const SHAPES: readonly (readonly [NumberingKind, RegExp])[] = [
  ['article', new RegExp(`^第(${HAN}|\\d{1,3})(?:条|项|章|节|部分|方面)[、，,：:.．\\s]*`)],
  ['first', new RegExp(`^第(${HAN})[，,、]\\s*`)],
  ['ordinal', new RegExp(`^(${HAN})(?:是要|是|要)[，,：:]?`)],
  ['chapter', new RegExp(`^(${HAN})[、．.]\\s*`)],
  ['parenthesised', new RegExp(`^[（(〔]\\s*(${HAN})\\s*[）)〕][、．.]?\\s*`)],
  ['arabicParenthesised', /^[（(]\s*(\d{1,3})\s*[）)][、．.]?\s*/],
  ['dotted', /^(\d{1,2}(?:\.\d{1,2}){1,3})[、．.]?(?!\d|[%％年月日元万亿])\s*/],
  ['arabic', /^(\d{1,3})(?:[、．)）]|\.(?!\d))\s*/],
  ['circled', /^([①-⑳])[、．.]?\s*/],
];

/** The number a line begins with, or `null`. */
export function numberingOf(text: string): Numbering | null {
  for (const [kind, shape] of SHAPES) {
    const match = shape.exec(text);
    if (!match) continue;
    const label = match[1] ?? '';
    return { kind, label, value: numberOf(kind, label), length: match[0].length };
  }
  return null;
}

function numberOf(kind: NumberingKind, label: string): number {
  if (kind === 'circled') return label.charCodeAt(0) - 0x2460 + 1;
  if (kind === 'dotted') return Number(label.slice(label.lastIndexOf('.') + 1));
  return /^\d/.test(label) ? Number(label) : chineseNumber(label);
}
