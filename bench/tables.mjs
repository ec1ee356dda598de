/** The tables of docs/performance.md: between the marks of a subject stands what its last run gave. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const FILE = 'docs/performance.md';

/**
 * What a benchmark found, however it is printed.
 *
 * @typedef {object} Result
 * @property {string} what
 * @property {string} [unit] milliseconds unless told
 * @property {number} [value] a median; none where nothing was measured
 * @property {number} [least] the fastest run
 * @property {number} [most] the slowest
 * @property {string} [beside] what `ratio` is to
 * @property {number} [ratio]
 * @property {number} [goal] the ratio, or else the value, is to be that or less
 * @property {number} [atLeast] the ratio is to be that or more
 */

export const machine = () =>
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}`;

/** @param {Result} result */
export function valueText({ unit = 'ms', value, least, most }) {
  if (value === undefined) return '';
  const number = (one) => one.toLocaleString('en', { maximumFractionDigits: unit === 'ms' && one < 1_000 ? 1 : 0 });
  const spread = least === undefined || most === undefined ? '' : ` (${number(least)}–${number(most)})`;
  return `${number(value)} ${unit}${spread}`;
}

/** @param {Result} result */
export function comparisonText({ value, beside, ratio, goal, atLeast }) {
  const measured = ratio ?? value;
  const told = (isMet) => (isMet ? 'met' : 'missed');
  return [
    ratio === undefined ? '' : `${ratio.toFixed(2)} × ${beside}`,
    goal === undefined ? '' : `goal ≤ ${goal.toLocaleString('en')}: ${told(measured <= goal)}`,
    atLeast === undefined ? '' : `goal ≥ ${atLeast}: ${told(measured >= atLeast)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** @param {readonly Result[]} results */
export function writeTable(subject, results) {
  const rows = results.map((result) => `| ${result.what} | ${valueText(result)} | ${comparisonText(result)} |`);
  const table = ['| | measured | |', '|---|---:|---|', ...rows, '', machine()].join('\n');
  const text = readFileSync(FILE, 'utf8');
  const marks = new RegExp(`(<!-- ${subject} -->\n)[^]*?(\n<!-- end -->)`);
  if (!marks.test(text)) throw new Error(`${FILE} has no place for ${subject}`);
  writeFileSync(
    FILE,
    text.replace(marks, (_, before, after) => before + table + after),
  );
}
