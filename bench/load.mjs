/** Loading the script, which every click pays for: parsed and run afresh. */
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { measure } from './measure.mjs';

export async function* load() {
  const source = readFileSync('dist/apps-script/huizong.js', 'utf8');
  let turn = 0;
  // Another text each time: the engine remembers what it compiled.
  const loaded = (text) => () => {
    turn += 1;
    new Script(`${text}\n// ${turn}`).runInContext(createContext({}));
  };
  const empty = measure(loaded('function onOpen() {}'), { runs: 15, warm: 3 });
  const bundle = measure(loaded(source), { runs: 15, warm: 3 });
  yield* [
    { what: 'bundle size', unit: 'bytes', value: Buffer.byteLength(source), goal: 500 * 1024 },
    { what: 'an empty script', ...empty },
    { what: 'the bundle', ...bundle, beside: 'an empty script', ratio: bundle.value / empty.value },
    { what: 'the bundle, its budget', ...bundle, goal: 30 },
  ];
}
