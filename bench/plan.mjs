/** Reading a plan's text. */
import { readFileSync } from 'node:fs';
import { createHost } from '../dist/local.js';
import { measure } from './measure.mjs';

export async function* plan() {
  const script = readFileSync('dist/apps-script/huizong.js', 'utf8');
  const text = readFileSync('examples/plan.txt', 'utf8');
  const long = Array.from({ length: Math.ceil(10_000 / text.split('\n').length) }, () => text).join('\n');
  const host = createHost();
  host.load(script);
  const parse = (what) => host.call('parsePlan', { text: what, year: 2023 });
  const once = measure(() => parse(text));
  const many = measure(() => parse(long), { runs: 3, warm: 1 });
  const lines = long.split('\n').length;
  yield* [
    { what: 'the sample plan', ...once },
    {
      what: `a plan of ${lines.toLocaleString('en')} lines`,
      ...many,
      beside: 'the sample plan',
      ratio: many.value / once.value,
    },
  ];
}
