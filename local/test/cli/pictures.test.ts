/** Photographs beside the workbook: each read by itself, as small as it is printed; what cannot go in is told, and the report comes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../../test/support/docx.ts';
import { fill, reachableWorkbook, rowFor } from '../../../test/support/month.ts';
import { lookAtPicture } from '../../src/pictures/look.ts';
import { gif, jpegHead, photo, png, turned, webp } from '../pictures/made.ts';

const COMMAND = resolve('dist/huizong.js');
const PEAK = resolve('local/test/support/peak.cjs');
const MONTH = ['--month', '2023-05', '--as-of', '2023-05-17T10:00'];

interface Report {
  readonly status: number | null;
  /** What was told, line by line. */
  readonly told: readonly string[];
  /** The pictures in the Word document. */
  readonly pictures: readonly Uint8Array[];
  readonly text: string;
  readonly megabytes: number;
}

/** The month's report with these files beside the workbook, all of them named by one row. */
function reportWith(files: Readonly<Record<string, Uint8Array>>): Report {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-pictures-'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const host = reachableWorkbook();
  const row = rowFor(host, '保卫科', '开展消防检查');
  fill(host, row, { text: '查了三栋楼', links: Object.keys(files).join('\n') });
  const book = join(folder, '月报.xlsx');
  host.save(book);
  const out = join(folder, 'out');
  const peak = join(folder, 'peak');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', PEAK, COMMAND, 'report', book, ...MONTH, '--out', out],
    {
      encoding: 'utf8',
      env: { ...process.env, PEAK: peak },
    },
  );
  const parts = unzipSync(readFileSync(join(out, '月度报告-2023-05.docx')));
  return {
    status,
    told: stderr.trim().split('\n').filter(Boolean),
    pictures: Object.entries(parts).flatMap(([name, bytes]) => (name.startsWith('word/media/huizong') ? [bytes] : [])),
    text: paragraphsOf(Buffer.from(parts['word/document.xml'] ?? []).toString()).join('\n'),
    megabytes: Number(readFileSync(peak, 'utf8')),
  };
}

describe('a picture that cannot go into the report', () => {
  it.each<readonly [string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
    [
      'a PNG of absurd size',
      '一.png',
      () => png(60_000, 60_000),
      '图片标称 60000×60000 像素，大得不合理（最多 6400 万像素）。请缩小或重新拍摄。',
    ],
    [
      'a JPEG of absurd size',
      '一.jpg',
      () => jpegHead(60_000, 60_000),
      '图片标称 60000×60000 像素，大得不合理（最多 6400 万像素）。请缩小或重新拍摄。',
    ],
    ['a GIF', '一.gif', () => gif(60_000, 60_000), '它是 GIF 文件。请另存为 JPG 或 PNG，并改写“佐证链接”。'],
    ['a WebP', '一.webp', webp, '它是 WebP 文件。请另存为 JPG 或 PNG，并改写“佐证链接”。'],
    ['a GIF named .jpg', '一.jpg', () => gif(10, 10), '它是 GIF 文件。请另存为 JPG 或 PNG，并改写“佐证链接”。'],
    ['a text named .png', '一.png', () => Buffer.from('不是图片'), '它不是图片。请换成 JPG 照片或 PNG 截图。'],
    ['a PNG cut off', '一.png', () => png(640, 480).subarray(0, 50), '图片不完整或已损坏。请重新复制一份。'],
    ['a PNG that moves', '一.png', () => png(640, 480, true), '它是动图。请换成 JPG 照片或 PNG 截图。'],
    [
      'a photograph cut off',
      '一.jpg',
      async () => (await photo(800, 600)).subarray(0, 4000),
      '图片不完整或已损坏。请重新复制一份。',
    ],
    ['a JPEG without a pixel', '一.jpg', () => jpegHead(800, 600), '图片不完整或已损坏。请重新复制一份。'],
  ])('is told by file, department and task, and the report comes: %s', async (_, name, make, why) => {
    const { status, told, pictures, text } = reportWith({ [name]: await make(), '好.jpg': await photo(400, 300) });
    expect([status, told]).toEqual([0, [`“${name}”（保卫科，开展消防检查）没有放进报告，只写了文件名：${why}`]]);
    expect(pictures).toHaveLength(1);
    expect(text).toContain(`：${name}`);
  });
});

describe('a photograph', () => {
  it('small enough goes in as it is', async () => {
    const bytes = await photo(400, 300);
    const { told, pictures } = reportWith({ '好.jpg': bytes });
    expect(told).toEqual([]);
    expect(Buffer.from(pictures[0] ?? []).equals(bytes)).toBe(true);
  });

  it('goes in as large as it is printed', async () => {
    const bytes = await photo(3000, 2000);
    const {
      told,
      pictures: [picture = new Uint8Array()],
    } = reportWith({ '大.jpg': bytes });
    expect(told).toEqual([]);
    expect(lookAtPicture(picture)).toEqual({ kind: 'jpeg', width: 1280, height: 853 });
    expect(picture.length).toBeLessThan(bytes.length / 2);
  });

  it('taken with the telephone on its side stands upright, and says no more where it was taken', async () => {
    const {
      told,
      pictures: [picture = new Uint8Array()],
    } = reportWith({ '横.jpg': turned(await photo(2000, 1500)) });
    expect(told).toEqual([]);
    expect(lookAtPicture(picture)).toEqual({ kind: 'jpeg', width: 960, height: 1280 });
    expect(Buffer.from(picture).includes('Exif')).toBe(false);
  });
});

describe('many photographs', () => {
  it('cost no more memory than one, and beyond forty they are told of and stay links', async () => {
    // Twelve megabytes each on the disk, as a telephone writes them with what it adds behind.
    const bytes = Buffer.concat([await photo(2400, 1800), Buffer.alloc(12_000_000)]);
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`照片${at + 1}.jpg`, bytes]));
    const one = reportWith(files(1));
    const many = reportWith(files(43));
    expect([one.status, one.told, one.pictures.length]).toEqual([0, [], 1]);
    expect([many.status, many.told, many.pictures.length]).toEqual([
      0,
      [
        '照片太多：报告里最多放 40 张、共 15 MB。从“照片41.jpg”（保卫科，开展消防检查）起有 3 张没有放进去，只写了文件名。',
      ],
      40,
    ]);
    expect(many.text).toContain('：照片43.jpg');
    // What they are in the report, three times over: as text, as bytes, in the document.
    const inside = many.pictures.reduce((sum, picture) => sum + picture.length, 0) / 1024 / 1024;
    expect(many.megabytes - one.megabytes).toBeLessThan(150 + 4 * inside);
    expect(many.megabytes).toBeLessThan(1024);
  });
});
