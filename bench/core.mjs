/**
 * The consolidation core beside the floor: a loop that touches and hashes every cell, allocates one status an obligation of
 * the year, and joins every text into buckets of months, without any logic.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afresh, COLUMNS, dutiesFor, MONTHS, matrixFor, submissionRows } from './data.mjs';
import { measure } from './measure.mjs';

export async function core() {
  const { consolidate } = await coreModule();
  const results = [];
  for (const count of [100_000, 1_000_000]) {
    const kept = submissionRows(count);
    const matrix = matrixFor(count);
    const obligations = dutiesFor(count).length * MONTHS;
    let rows = [];
    const about = { runs: count > 500_000 ? 3 : 7, warm: 1, before: () => (rows = afresh(kept)) };
    const floorTime = measure(() => floor(rows, obligations), about);
    const input = () => ({
      period: '2023-05',
      asOf: '2023-05-23T09:00:00',
      matrix,
      rules: {
        months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        deadline: { day: 20, inclusive: true, holidays: 'none' },
        leadsReport: 'all',
      },
      submissions: { rows, from: 1, columns: COLUMNS },
    });
    const coreTime = measure(() => consolidate(input()), about);
    const words = count.toLocaleString('en');
    results.push({ what: `floor, ${words} rows`, ...floorTime });
    results.push({
      what: `consolidate, ${words} rows`,
      ...coreTime,
      beside: 'floor',
      ratio: coreTime.value / floorTime.value,
    });
  }
  return results;
}

/** @returns {Promise<{consolidate: (input: object) => object}>} */
export async function coreModule() {
  const outfile = join(mkdtempSync(join(tmpdir(), 'huizong-bench-')), 'core.mjs');
  await build({
    entryPoints: ['src/domain/consolidation/consolidate.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2020',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

let sink = 0;

function floor(rows, obligations) {
  const statuses = Array.from({ length: obligations }, () => ({ status: 'missing', daysLate: 0 }));
  const buckets = Array.from({ length: MONTHS }, () => []);
  let hash = 0x811c9dc5;
  for (let index = 1; index < rows.length; index += 1) {
    for (const cell of rows[index]) {
      if (typeof cell === 'string') {
        for (let at = 0; at < cell.length; at += 1) hash = Math.imul(hash ^ cell.charCodeAt(at), 0x01000193);
      } else hash = Math.imul(hash ^ cell, 0x01000193);
    }
    buckets[index % MONTHS].push(rows[index][COLUMNS.text]);
  }
  sink += hash + statuses.length + buckets.reduce((sum, texts) => sum + texts.join('\n').length, 0);
  return sink;
}
