/**
 * The consolidation core beside the floor: a loop that touches and hashes every cell, allocates one status a duty, and
 * joins every text into buckets of its month and task, without any logic.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afresh, COLUMNS, DEPARTMENTS, matrix, submissionRows, TASKS } from './data.mjs';
import { measure } from './measure.mjs';

export async function core() {
  const { consolidate } = await coreModule();
  const results = [];
  for (const count of [100_000, 1_000_000]) {
    const kept = submissionRows(count);
    let rows = [];
    const about = { runs: count > 500_000 ? 3 : 7, warm: 1, before: () => (rows = afresh(kept)) };
    const floorTime = measure(() => floor(rows), about);
    const input = () => ({
      period: '2023-05',
      asOf: '2023-05-23T09:00:00',
      matrix: matrix(),
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
async function coreModule() {
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

function floor(rows) {
  const seen = new Map();
  const statuses = Array.from({ length: TASKS * DEPARTMENTS }, (_, duty) => ({ duty, rows: [] }));
  const buckets = Array.from({ length: 12 }, () => []);
  let hash = 0;
  for (let index = 1; index < rows.length; index += 1) {
    const row = rows[index];
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      hash = (hash + (typeof cell === 'string' ? cell.length : cell)) | 0;
    }
    const key = row[COLUMNS.department];
    let at = seen.get(key);
    if (at === undefined) {
      at = seen.size;
      seen.set(key, at);
    }
    let month = seen.get(row[COLUMNS.period]);
    if (month === undefined) {
      month = seen.size;
      seen.set(row[COLUMNS.period], month);
    }
    let task = seen.get(row[COLUMNS.task]);
    if (task === undefined) {
      task = seen.size;
      seen.set(row[COLUMNS.task], task);
    }
    statuses[(at + task) % statuses.length].rows.push(index);
    buckets[month % 12].push(row[COLUMNS.text]);
  }
  sink += hash + buckets.reduce((sum, texts) => sum + texts.join('\n').length, 0) + statuses.length;
  return sink;
}
