/** Numbers as official documents write them in characters. */

const DIGITS = '〇一二三四五六七八九';

/** A year digit by digit: 二〇二三. */
export function yearInCharacters(year: number): string {
  return String(year).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
}

/** A count from 1 to 99 as headings are numbered: 三, 十, 十三, 二十, 九十九. Beyond, figures. */
export function countInCharacters(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS.charAt(ones) : ''}`;
}

/** A day as a document is dated: 2023年5月8日, without leading zeros (GB/T 9704-2012, 7.3.5.4). `2023-05-08…` */
export function dayOfDocument(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}
