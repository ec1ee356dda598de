import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/documents/docx/base64.ts';
import { readImage } from '../../../src/documents/docx/image.ts';
import { signature, titleLines, widthOf } from '../../../src/documents/official/layout.ts';

describe('a title', () => {
  it('stays on one line where it fits', () => {
    expect(titleLines('区局', ['关于5月', '工作', '情况的报告'])).toBe('区局关于5月工作情况的报告');
  });

  it('of a unit that has entered no name is broken all the same', () => {
    expect(titleLines('', ['关于2023年12月', '市容环境和交通秩序综合整治工作', '情况的报告'])).toBe(
      '关于2023年12月市容环境和\n交通秩序综合整治工作情况的报告',
    );
  });

  it('is broken between its parts, never inside a number or before a mark, and no line is wider than the page', () => {
    const long = titleLines('示例省示例市示例区综合行政执法和城市管理监督指挥中心', [
      '关于2023年12月',
      '“门前三包”、市容环境和交通秩序综合整治工作',
      '情况的报告',
    ]);
    for (const line of long.split('\n')) {
      expect(widthOf(line)).toBeLessThanOrEqual(18);
      expect(line).not.toMatch(/^[、”]|^\d|^年/);
    }
    expect(long.replace(/\n/g, '')).toBe(
      '示例省示例市示例区综合行政执法和城市管理监督指挥中心关于2023年12月“门前三包”、市容环境和交通秩序综合整治工作情况的报告',
    );
  });
});

describe('signature and date', () => {
  it('stand two characters apart, the later of them two from the right', () => {
    const [name, date] = signature('示例区交通运输和城市管理局', '2023-05-08').lines;
    expect([name?.begins, date?.begins]).toEqual([15, 13]);
    // The date (6 characters wide) stands out beyond a short name: it is moved in, and the name with it.
    const [short, dated] = signature('区局', '2023-05-08').lines;
    expect([short?.begins, dated?.begins]).toEqual([10, 8]);
  });
});

describe('base64', () => {
  it('is what Node makes of it, both ways, for every length', () => {
    for (let length = 0; length < 40; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length * 11) & 255);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(Buffer.from(fromBase64(toBase64(bytes)) ?? []).equals(Buffer.from(bytes))).toBe(true);
    }
    expect(fromBase64('不是')).toBeNull();
    expect(fromBase64('abcde')).toBeNull();
  });
});

describe('an image', () => {
  const png = (width: number, height: number) =>
    Uint8Array.from([
      137,
      80,
      78,
      71,
      13,
      10,
      26,
      10,
      0,
      0,
      0,
      13,
      73,
      72,
      68,
      82,
      0,
      0,
      width >> 8,
      width & 255,
      0,
      0,
      height >> 8,
      height & 255,
    ]);
  it('tells its size in its first bytes', () => {
    expect(readImage(png(640, 480))).toMatchObject({ extension: 'png', width: 640, height: 480 });
    const jpeg = Uint8Array.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 1, 224, 2, 128, 3, 1, 1, 1, 1,
    ]);
    expect(readImage(jpeg)).toMatchObject({ extension: 'jpeg', width: 640, height: 480 });
    const padded = Uint8Array.from([0xff, 0xd8, 0xff, 0xff, ...jpeg.slice(2)]);
    expect(readImage(padded)).toMatchObject({ extension: 'jpeg', width: 640, height: 480 });
  });
  it('is none where the bytes are something else, cut off, or of no size', () => {
    expect(readImage(new TextEncoder().encode('<svg/>'))).toBeNull();
    expect(readImage(png(0, 10))).toBeNull();
    expect(readImage(png(60_000, 60_000))).toBeNull();
    expect(readImage(png(10, 10).slice(0, 20))).toBeNull();
    expect(readImage(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]))).toBeNull();
  });
});
