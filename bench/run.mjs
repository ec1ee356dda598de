/** All benchmarks: `npm run bench` (`-- --json` for one JSON document, `-- core` for one subject). */
import { cpus } from 'node:os';
import { core } from './core.mjs';
import { load } from './load.mjs';
import { model } from './model.mjs';
import { plan } from './plan.mjs';
import { workbook } from './workbook.mjs';

const SUBJECTS = { core, workbook, plan, load, model };
const wanted = process.argv.slice(2).filter((word) => word in SUBJECTS);
const asJson = process.argv.includes('--json');

const results = [];
for (const [name, subject] of Object.entries(SUBJECTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for await (const result of subject()) {
    results.push({ subject: name, ...result });
    if (!asJson) print({ subject: name, ...result });
  }
}

const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
if (asJson) process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
else process.stdout.write(`\nNode ${machine.node}, ${machine.cores} × ${machine.cpu}\n`);

/** @param {{subject: string, what: string, unit?: string, value: number, least?: number, most?: number, beside?: string, ratio?: number, goal?: number}} result */
function print({ subject, what, unit = 'ms', value, least, most, beside, ratio, goal }) {
  const spread = least === undefined || most === undefined ? '' : `  (${least.toFixed(1)}–${most.toFixed(1)})`;
  const compared = ratio === undefined ? '' : `  ${ratio.toFixed(2)} × ${beside}`;
  const measured = ratio ?? value;
  const aimed = goal === undefined ? '' : `  goal ≤ ${goal}: ${measured <= goal ? 'met' : 'missed'}`;
  process.stdout.write(
    `${subject.padEnd(9)} ${what.padEnd(62)} ${value.toFixed(unit === 'ms' ? 1 : 0).padStart(9)} ${unit}${spread}${compared}${aimed}\n`,
  );
}
