/**
 * All benchmarks: `npm run bench` (`-- core` for one subject, `-- --json` for one JSON document, `-- --docs` to put the
 * tables into docs/performance.md).
 */
import { core } from './core.mjs';
import { load } from './load.mjs';
import { model } from './model.mjs';
import { plan } from './plan.mjs';
import { comparisonText, machine, valueText, writeTable } from './tables.mjs';
import { workbook } from './workbook.mjs';

const SUBJECTS = { core, workbook, model, plan, load };
const words = process.argv.slice(2);
const wanted = Object.keys(SUBJECTS).filter((name) => words.includes(name));
const asJson = words.includes('--json');

const all = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(SUBJECTS)) {
  const results = [];
  for await (const result of SUBJECTS[name]()) {
    results.push(result);
    if (!asJson)
      process.stdout.write(
        `${name.padEnd(9)} ${result.what.padEnd(62)} ${valueText(result).padStart(24)}  ${comparisonText(result)}\n`,
      );
  }
  if (words.includes('--docs')) writeTable(name, results);
  all.push(...results.map((result) => ({ subject: name, ...result })));
}
if (asJson) process.stdout.write(`${JSON.stringify({ machine: machine(), results: all }, null, 2)}\n`);
else process.stdout.write(`\n${machine()}\n`);
