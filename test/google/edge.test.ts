/** What passes between the platform and us, in the forms the platform has it. */
import { describe, expect, it } from 'vitest';
import { plainRows } from '../../src/google/book.ts';
import { wallClockOf } from '../../src/google/clock.ts';
import { headerText } from '../../src/google/header.ts';

describe('a text in the header of a mail', () => {
  it('is one line, whatever was typed', () => {
    expect(headerText(' 五月\r\nBcc: a@example.cn\u2028汇总 ')).toBe('五月 Bcc: a@example.cn 汇总');
  });

  it('is cut where the platform refuses more, never inside a character', () => {
    expect(headerText('长'.repeat(240))).toBe('长'.repeat(240));
    expect(headerText('长'.repeat(241))).toBe(`${'长'.repeat(239)}…`);
    expect(headerText(`${'长'.repeat(238)}😀😀`)).toBe(`${'长'.repeat(238)}…`);
  });
});

describe('a moment', () => {
  const shown = (zone: string, moment: string) => wallClockOf(zone)(new Date(moment));

  it('is told by the clock on the wall of the spreadsheet’s zone', () => {
    expect(shown('Asia/Shanghai', '2023-05-18T01:30:00Z')).toBe('2023-05-18T09:30:00');
  });

  it('is told rightly the second time on its day, too', () => {
    const told = wallClockOf('Asia/Shanghai');
    const moments = ['2023-05-18T01:30:00Z', '2023-05-18T11:00:00Z'].map((moment) => told(new Date(moment)));
    expect(moments).toEqual(['2023-05-18T09:30:00', '2023-05-18T19:00:00']);
  });

  it('misses the full second by no hair', () => {
    expect(shown('Asia/Shanghai', '2023-05-18T01:29:59.999Z')).toBe('2023-05-18T09:30:00');
  });

  it('is told rightly before and after the clocks change on its day', () => {
    expect(shown('America/New_York', '2023-03-12T06:59:59Z')).toBe('2023-03-12T01:59:59');
    expect(shown('America/New_York', '2023-03-12T07:00:00Z')).toBe('2023-03-12T03:00:00');
  });
});

it('dates in cells become text, what is nothing becomes blank, all else stays', () => {
  const rows = [[new Date('2023-05-18T01:30:00Z'), '甲', 3, true, null]];
  expect(plainRows(rows, 'Asia/Shanghai')).toEqual([['2023-05-18T09:30:00', '甲', 3, true, '']]);
});
