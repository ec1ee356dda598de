/**
 * What loading a script takes beside loading an empty one: `node bench/load-ratio.mjs FILE` prints the ratio.
 *
 * The two are loaded in turn, so that what slows the machine slows both, and in a process of their own: in one that has loaded
 * scripts a hundred times it is the clearing up after them that is measured.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';

const ROUNDS = 9;
const WARM = 3;
let turn = 0;

/** Parses and runs a script afresh. */
export function loaded(text) {
  turn += 1;
  // Another text each time: the engine remembers what it compiled.
  new Script(`${text}\n// ${turn}`).runInContext(createContext({}));
}

/**
 * @param {string} path
 * @param {number} [times] how often it is measured
 * @returns {number} the median
 */
export function loadRatio(path, times = 5) {
  const here = fileURLToPath(import.meta.url);
  const measured = Array.from({ length: times }, () =>
    Number(execFileSync(process.execPath, [here, path], { encoding: 'utf8' })),
  );
  return medianOf(measured);
}

function ratioInThisProcess(source) {
  const empty = [];
  const whole = [];
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const times = ['function onOpen() {}', source].map(processorTime);
    if (round < 0) continue;
    empty.push(times[0]);
    whole.push(times[1]);
  }
  return medianOf(whole) / medianOf(empty);
}

/** Milliseconds of the processor, all threads of it. */
function processorTime(text) {
  const start = process.cpuUsage();
  loaded(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

const medianOf = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(String(ratioInThisProcess(readFileSync(process.argv[2], 'utf8'))));
