/** Workbooks on disk with a sheet spoilt in its XML, as other programs leave them. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { preparedWorkbook, SUBMISSIONS } from '../../../test/support/month.ts';

/** The small plan's May with its sheet 月度报送 spoilt. */
export function strayBook(spoil: (sheet: string) => string, host = preparedWorkbook()): string {
  const path = join(mkdtempSync(join(tmpdir(), 'huizong-stray-')), '月报.xlsx');
  host.save(path);
  const parts = unzipSync(readFileSync(path));
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const id = new RegExp(`<sheet name="${SUBMISSIONS}"[^>]*r:id="(\\w+)"`).exec(text('xl/workbook.xml'))?.[1];
  const sheet = new RegExp(`Id="${id}"[^>]*Target="/([^"]+)"`).exec(text('xl/_rels/workbook.xml.rels'))?.[1];
  if (sheet === undefined) throw new Error('no such sheet');
  const before = text(sheet);
  const after = spoil(before);
  if (after === before && spoil !== asItIs) throw new Error('nothing was spoilt');
  writeFileSync(path, zipSync({ ...parts, [sheet]: strToU8(after) }, { level: 3 }));
  return path;
}

export const asItIs = (sheet: string): string => sheet;
