import { describe, expect, it } from 'vitest';
import { cellOf, isBlank } from '../../src/domain/cell.ts';

describe('a cell', () => {
  it.each(['', ' ', '\n\t', '\u00a0', '\u1680', '\u2000', '\u3000', '\u200b\u2060\ufeff', '\ufeff'])(
    '“%s” says nothing',
    (cell) => {
      expect(isBlank(cell)).toBe(true);
    },
  );

  it.each(['a', ' a', '!', '~', '\u3000检', '检 ', '\u3001', 0, false, '—', '！', '\ufeff检'])(
    '“%s” says something',
    (cell) => {
      expect(isBlank(cell)).toBe(false);
    },
  );

  it('of a column the sheet lacks, or beyond the end of a row, is blank', () => {
    expect([cellOf(['甲', 2], 0), cellOf(['甲', 2], 1), cellOf(['甲'], 1), cellOf(['甲'], -1)]).toEqual([
      '甲',
      2,
      '',
      '',
    ]);
  });
});
