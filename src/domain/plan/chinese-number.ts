/** Numbers written in characters, up to 999: 三, 十三, 二十, 一百零五. */

const DIGITS = '一二三四五六七八九';

/** `NaN` where it is no number. */
export function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text.replace(/[零〇]/g, '').replace(/两/g, '二')) {
    const value = DIGITS.indexOf(character) + 1;
    if (value > 0) digit = value;
    else if (character === '十' || character === '百') {
      total += (digit === 0 ? 1 : digit) * (character === '十' ? 10 : 100);
      digit = 0;
    } else return Number.NaN;
  }
  return total + digit;
}
