/**
 * The consolidation core beside the floor: a loop that touches and hashes every cell, allocates one status an obligation of
 * the year, and joins every text into buckets of months, without any logic. "Validation included" is all that happens
 * between what the platform hands over and the result: dates to text, columns found by heading, every cell checked.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afresh, COLUMNS, dutiesFor, MONTHS, matrixFor, submissionRows } from './data.mjs';
import { measureInTurn } from './measure.mjs';

export async function* core() {
  const { consolidate, plainRows, readSubmissions } = await coreModule();
  const coreTimes = [];
  for (const count of [100_000, 1_000_000]) {
    const kept = submissionRows(count);
    const matrix = matrixFor(count);
    const obligations = dutiesFor(count).length * MONTHS;
    let rows = [];
    const input = (submissions) => ({
      period: '2023-05',
      asOf: '2023-05-23T09:00:00',
      matrix,
      rules: {
        months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        deadline: { day: 20, inclusive: true, holidays: 'none' },
        leadsReport: 'all',
      },
      submissions,
    });
    const [floorTime, coreTime, wholeTime] = measureInTurn(
      [
        () => floor(rows, obligations),
        () => consolidate(input({ rows, from: 1, columns: COLUMNS })),
        () => consolidate(input(readSubmissions(plainRows(rows, 'Asia/Shanghai')))),
      ],
      { runs: count > 500_000 ? 3 : 11, warm: count > 500_000 ? 1 : 4, before: () => (rows = afresh(kept)) },
    );
    coreTimes.push(coreTime.value);
    const words = count.toLocaleString('en');
    yield { what: `floor, ${words} rows`, ...floorTime };
    yield {
      what: `consolidate, ${words} rows`,
      ...coreTime,
      beside: 'floor',
      ratio: coreTime.value / floorTime.value,
      goal: 1.3,
    };
    yield {
      what: `validation included, ${words} rows`,
      ...wholeTime,
      beside: 'floor',
      ratio: wholeTime.value / floorTime.value,
      goal: 1.8,
    };
  }
  const [hundredThousand, million] = coreTimes;
  yield {
    what: 'a million rows beside a hundred thousand',
    value: million,
    beside: 'a hundred thousand',
    ratio: million / hundredThousand,
    goal: 15,
  };
}

/** The sources the core is made of, as one module. */
export async function coreModule() {
  const outfile = join(mkdtempSync(join(tmpdir(), 'huizong-bench-')), 'core.mjs');
  await build({
    stdin: {
      contents: `export { consolidate } from './src/domain/consolidation/consolidate.ts';
        export { plainRows } from './src/google/book.ts';
        export { readSubmissions } from './src/workbook/submissions.ts';`,
      resolveDir: '.',
    },
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
