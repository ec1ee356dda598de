/** Names near what a file system takes: 255 bytes, 85 Chinese characters. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, beside, fittingName } from '../../src/disk/beside.ts';
import { lockFileOf } from '../../src/file/lock.ts';

const bytes = (path: string): number => Buffer.byteLength(basename(path));
const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).map((text) => text.replace(/[/\0]/g, '_'));

describe('a name for something beside a workbook', () => {
  it('fits whatever the workbook is called, with what is put behind it', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(bytes(beside(`/a/${name}`, '.', '.4194304.part'))).toBeLessThanOrEqual(255);
        expect(bytes(`${lockFileOf(`/a/${name}`)}.over.0123456789ab`)).toBeLessThanOrEqual(255);
      }),
    );
  });

  it('is the workbook’s own where there is room', () => {
    expect(beside('/a/月报.xlsx', '.~lock.', '#')).toBe('/a/.~lock.月报.xlsx#');
  });
});

describe('a name that is made of people’s words', () => {
  it('is cut where it is too long, keeps its ending, and can be written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'names-'));
    const long = `催报通知-2023-05-${'综合治理办公室'.repeat(40)}.docx`;
    const cut = fittingName(long);
    expect([Buffer.byteLength(cut) <= 255, cut.startsWith('催报通知-2023-05-综合'), cut.endsWith('.docx')]).toEqual([
      true,
      true,
      true,
    ]);
    writeFileSync(join(folder, cut), '');
  });

  it('stays apart from another that begins alike, and stays what it is where it fits', () => {
    const long = '长'.repeat(200);
    expect(fittingName(`${long}甲.docx`)).not.toBe(fittingName(`${long}乙.docx`));
    expect(fittingName('通报-2023-05.docx')).toBe('通报-2023-05.docx');
  });

  it('fits, and is whole characters, whatever it is', () => {
    fc.assert(
      fc.property(names, fc.nat({ max: 100 }), (name, spare) => {
        const cut = fittingName(name, spare);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(255 - spare);
        expect(Buffer.from(cut).toString()).toBe(cut);
        expect(Buffer.byteLength(beginningOf(name, spare))).toBeLessThanOrEqual(spare);
      }),
    );
  });
});
