/** The numbers items of a plan begin with: 一、 （一） 1. （1） ① 一是 首先， 第一， 第一条 任务一： 1.1 */
import { at } from '../at.ts';
import { chineseNumber } from './chinese-number.ts';

export type NumberingKind =
  | 'chapter'
  | 'article'
  | 'stage'
  | 'ordinal'
  | 'first'
  | 'sequence'
  | 'parenthesised'
  | 'arabic'
  | 'dotted'
  | 'arabicParenthesised'
  | 'circled';

export interface Numbering {
  readonly kind: NumberingKind;
  /** `NaN` where it is one more than the one before (最后，). */
  readonly value: number;
  /** As it is written, without its punctuation: `三`, `1.1`. */
  readonly label: string;
  /** Where the words begin. */
  readonly length: number;
}

const HAN = '[一二三四五六七八九十百零〇两]{1,5}';

const SHAPES: readonly (readonly [NumberingKind, RegExp])[] = [
  ['stage', new RegExp(`^第(${HAN})(?:阶段|步)(?:[（(][^（()）]{2,40}[）)])?[、，,：:\\s]*`)],
  ['article', new RegExp(`^第\\s?(${HAN}|\\d{1,3})\\s?(?:条|项|章|节|部分|方面)[、，,：:.．\\s]*`)],
  [
    'article',
    new RegExp(`^(?:重点|专项|工作|主要)?(?:任务|事项|行动|项目|措施|举措)(${HAN}|\\d{1,3})(?:[、，,：:.．]\\s*|\\s+)`),
  ],
  ['first', new RegExp(`^第(${HAN})[，,、：:]\\s*`)],
  ['sequence', /^(首先|其次|再次|然后|最后|其[一二三四五六七八九])[，,、：:]\s*/],
  ['ordinal', new RegExp(`^(${HAN})(?:是要|是|要)[，,：:]?\\s*`)],
  ['chapter', new RegExp(`^(${HAN})\\s?[、．.]\\s*`)],
  ['parenthesised', new RegExp(`^[（(〔]\\s*(${HAN})\\s*[）)〕][、．.]?\\s*`)],
  ['parenthesised', new RegExp(`^(${HAN})[）)]\\s*`)],
  ['parenthesised', /^([㈠-㈩])[、．.]?\s*/],
  ['arabicParenthesised', /^[（(]\s*(\d{1,3})\s*[）)][、．.]?\s*/],
  ['arabicParenthesised', /^([⑴-⒇])[、．.]?\s*/],
  ['dotted', /^(\d{1,2}(?:[.．]\d{1,2}){1,3})[、．.]?(?!\d|\s?[%％年月日元万亿个])\s*/],
  ['arabic', /^(\d{1,3})\s?(?:[、．)）]|\.(?!\d))\s*/],
  ['arabic', /^([⒈-⒛])\s*/],
  ['circled', /^([①-⑳])[、．.]?\s*/],
];

/** The number a line begins with, or `null`. */
export function numberingOf(text: string): Numbering | null {
  for (const [kind, shape] of SHAPES) {
    const match = shape.exec(text);
    if (!match) continue;
    const label = at(match, 1);
    return { kind, label, value: numberOf(kind, label), length: match[0].length };
  }
  return null;
}

/** Signs that are a number in one character, by the first of their row. */
const SIGNS: readonly (readonly [first: string, last: string])[] = [
  ['①', '⑳'],
  ['⑴', '⒇'],
  ['⒈', '⒛'],
  ['㈠', '㈩'],
];

const SEQUENCE = ['首先', '其次', '再次'];

function numberOf(kind: NumberingKind, label: string): number {
  const row = SIGNS.find(([first, last]) => label >= first && label <= last);
  if (row) return label.charCodeAt(0) - row[0].charCodeAt(0) + 1;
  if (kind === 'sequence') {
    if (label.startsWith('其') && label !== '其次') return chineseNumber(label.slice(1));
    return label === '然后' || label === '最后' ? Number.NaN : SEQUENCE.indexOf(label) + 1;
  }
  if (kind === 'dotted') return Number(label.slice(Math.max(label.lastIndexOf('.'), label.lastIndexOf('．')) + 1));
  return /\d/.test(label) ? Number(label) : chineseNumber(label);
}
