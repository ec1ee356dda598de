/** Loading the script, which every click pays for: parsed and run afresh. */
import { readFileSync } from 'node:fs';
import { loaded, loadRatio } from './load-ratio.mjs';
import { measureInTurn } from './measure.mjs';

export async function* load() {
  const path = 'dist/apps-script/huizong.js';
  const source = readFileSync(path, 'utf8');
  const works = [() => loaded('function onOpen() {}'), () => loaded(source)];
  const [empty, bundle] = measureInTurn(works, { runs: 15, warm: 3 });
  yield* [
    { what: 'bundle size', unit: 'bytes', value: Buffer.byteLength(source), goal: 1024 * 1024 },
    { what: 'an empty script', ...empty },
    { what: 'the bundle', ...bundle, beside: 'an empty script', ratio: loadRatio(path), goal: 40 },
    { what: 'the bundle, its budget', ...bundle, goal: 30 },
  ];
}
