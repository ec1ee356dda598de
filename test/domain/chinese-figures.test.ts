import { describe, expect, it } from 'vitest';
import { countInCharacters, dayOfDocument, yearInCharacters } from '../../src/domain/chinese-figures.ts';
import { chineseNumber } from '../../src/domain/plan/chinese-number.ts';

describe('figures in characters', () => {
  it('write a year digit by digit', () => {
    expect([2023, 2030, 1999].map(yearInCharacters)).toEqual(['二〇二三', '二〇三〇', '一九九九']);
  });

  it('number headings, and are read back as the number they were', () => {
    expect([1, 2, 10, 11, 13, 20, 21, 99].map(countInCharacters)).toEqual([
      '一',
      '二',
      '十',
      '十一',
      '十三',
      '二十',
      '二十一',
      '九十九',
    ]);
    for (let count = 1; count < 100; count += 1) expect(chineseNumber(countInCharacters(count))).toBe(count);
    expect([0, -3, 100, 1.5].map(countInCharacters)).toEqual(['0', '-3', '100', '1.5']);
  });

  it('date a document without leading zeros', () => {
    expect(dayOfDocument('2023-05-08T09:00:00')).toBe('2023年5月8日');
  });

  it.each([
    ['一百', 100],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['二百一十', 210],
    ['两百三十四', 234],
  ])('%s is read as %d', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  it('what is no number is read as none', () => {
    expect(chineseNumber('三月')).toBeNaN();
  });
});
