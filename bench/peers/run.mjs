/**
 * The same monthly answer from Huizong's core and from what people would use instead, ingestion counted: `npm run
 * bench:peers` (`-- duckdb 100000` for one peer and size, `-- --json` for programs, `-- --docs` for docs/performance.md).
 *
 * Each peer gets the rows made afresh before each of its runs, and takes turns with the others, so that what else the machine
 * does falls on all alike. A time counts only if the answer's digest is ours. The goal is six times our time or more.
 */
import { afresh, submissionRows } from '../data.mjs';
import { comparisonText, valueText, writeTable } from '../tables.mjs';
import { digest, matrixOf } from './question.mjs';

const COUNTS = [1_000, 10_000, 100_000, 1_000_000];
const PEERS = ['duckdb', 'polars', 'sqlite', 'arquero', 'hyperformula', 'tutorial'];

/** How many times our time the others should take. */
const GOAL = 6;

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
    if (count > most) report({ what: `${name}, ${rowsOf(count)}: not tried beyond ${rowsOf(most)}` });
    else engines.push({ name, times: [], busy: [], spent: 0, ...(await open()) });
  }
  const runs = count > 500_000 ? 3 : 9;
  // Until what is written in JavaScript is compiled: ours, Arquero, the script of tutorials.
  const warm = count > 500_000 ? 1 : count > 10_000 ? 3 : 10;
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
  for (const engine of engines) {
    const value = median(engine.times);
    const busy = median(engine.busy);
    const compared = { ratio: value / median(ours.times), beside: 'Huizong', atLeast: GOAL };
    report({
      what: `${engine.name}, ${rowsOf(count)}; processor ${busy.toFixed(0)} ms, ${(busy / median(ours.busy)).toFixed(2)} ×`,
      value,
      least: Math.min(...engine.times),
      most: Math.max(...engine.times),
      ...(engine === ours ? {} : compared),
    });
  }
}
if (words.includes('--docs')) writeTable('peers', results);
if (asJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

function rowsOf(count) {
  return `${count.toLocaleString('en')} rows`;
}

function report(result) {
  results.push(result);
  if (asJson) return;
  process.stdout.write(`${result.what.padEnd(68)} ${valueText(result).padStart(30)}  ${comparisonText(result)}\n`);
}
