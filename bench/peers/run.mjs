/**
 * The same monthly answer from Huizong's core and from what people would use instead, ingestion counted: `npm run
 * bench:peers` (`-- duckdb 100000` for one peer and size, `-- --json` for programs).
 *
 * Everybody gets the rows made afresh before each of its runs, and takes turns with the others, so that what else the machine
 * does falls on all alike. A time counts only if the answer's digest is ours. The goal is six times our time or more.
 */
import { afresh, submissionRows } from '../data.mjs';
import { digest, matrixOf } from './question.mjs';

const COUNTS = [1_000, 10_000, 100_000, 1_000_000];
const PEERS = ['duckdb', 'polars', 'sqlite', 'arquero', 'hyperformula', 'tutorial'];

/** Milliseconds after which an engine has run often enough at one size. */
const ENOUGH = 30_000;

const words = process.argv.slice(2);
const some = (all) => {
  const named = all.filter((one) => words.includes(String(one)));
  return named.length > 0 ? named : all;
};
const asJson = words.includes('--json');

const results = [];
for (const count of some(COUNTS)) {
  const kept = submissionRows(count, { faults: false });
  const matrix = matrixOf(count);
  const engines = [];
  for (const file of ['ours', ...some(PEERS)]) {
    const { name, most = Infinity, open } = await import(`./${file}.mjs`);
    if (count > most) report({ name, count, beyond: most });
    else engines.push({ name, times: [], busy: [], spent: 0, ...(await open()) });
  }
  const runs = count > 500_000 ? 3 : 5;
  const warm = count > 10_000 ? 1 : 3;
  let wanted;
  for (let run = -warm; run < runs; run += 1) {
    for (const engine of engines) {
      const { name, times, busy, answer, told } = engine;
      if (engine.spent > ENOUGH && times.length > 0) continue;
      const question = { rows: afresh(kept), matrix };
      globalThis.gc?.();
      const before = process.cpuUsage();
      const start = performance.now();
      const given = await answer(question);
      const time = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      engine.spent += time;
      // Warmed up before, but for one that takes long: its first run counts.
      if (run >= 0 || time > ENOUGH / 3) {
        times.push(time);
        busy.push((user + system) / 1000);
      }
      const seen = digest(told(given, question));
      wanted ??= seen;
      if (seen !== wanted) throw new Error(`${name} answers otherwise at ${count} rows: ${seen}, not ${wanted}`);
    }
  }
  const [ours] = engines;
  for (const { name, times, busy } of engines) {
    const value = median(times);
    const spread = { least: Math.min(...times), most: Math.max(...times) };
    report({
      name,
      count,
      value,
      ...spread,
      ratio: value / median(ours.times),
      busy: median(busy),
      busyRatio: median(busy) / median(ours.busy),
    });
  }
}
if (asJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

function report(result) {
  results.push(result);
  if (asJson) return;
  const { name, count, value, least, most, ratio, busy, busyRatio, beyond } = result;
  const told =
    beyond === undefined
      ? `${value.toFixed(1).padStart(9)} ms  (${least.toFixed(1)}–${most.toFixed(1)})  ${ratio.toFixed(2)} × Huizong, processor ${busy.toFixed(1)} ms, ${busyRatio.toFixed(2)} ×`
      : `not tried beyond ${beyond.toLocaleString('en')} rows`;
  process.stdout.write(`${count.toLocaleString('en').padStart(9)} rows  ${name.padEnd(24)} ${told}\n`);
}
