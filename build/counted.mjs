/** Code with counters in it, laid by in coverage/code with its source map: for telling later what ran of the sources. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parse } from 'acorn';
import convert from 'ast-v8-to-istanbul';
import { transform } from 'esbuild';
import { counting } from './counting.mjs';

const CODE = 'coverage/code';
/** Where the tests leave their counts, a file for each test file: `{ name: counts }` (test/support/coverage.ts). */
const COUNTS = 'coverage/counts';

/**
 * @param {string} name under which its counts are kept
 * @param {{text: string, map: string}} code its map's sources relative to this project
 * @param {'script' | 'module'} sourceType
 * @returns {string} the code with its counters
 */
export function counted(name, { text: code, map }, sourceType = 'script') {
  const { text, ranges } = counting(name, code, sourceType);
  mkdirSync(CODE, { recursive: true });
  const kept = { name, code, map: JSON.parse(map), sourceType, ranges };
  writeFileSync(`${CODE}/${name.replaceAll('/', '+')}.json`, JSON.stringify(kept));
  return text;
}

/** For Vitest: the sources that tests import, compiled as the script is. */
export const countedSources = {
  name: 'counted-sources',
  enforce: 'pre',
  async transform(source, id) {
    const path = relative('.', id);
    if (!/^src\/.*\.ts$/.test(path)) return null;
    const { code, map } = await transform(source, {
      loader: 'ts',
      target: 'es2020',
      charset: 'utf8',
      sourcemap: 'external',
      sourcefile: path,
    });
    return { code: counted(path, { text: code, map }, 'module'), map: null };
  },
};

/**
 * What was counted so far, told of the sources.
 *
 * @returns {Promise<object[]>} for each code and each of its sources, the counts as Istanbul keeps them
 */
export async function told() {
  const counts = readdirSync(COUNTS).map((file) => JSON.parse(readFileSync(`${COUNTS}/${file}`, 'utf8')));
  const codes = readdirSync(CODE).map((file) => JSON.parse(readFileSync(`${CODE}/${file}`, 'utf8')));
  const files = await Promise.all(codes.map((code) => toldOf(code, counts)));
  return files.flat();
}

async function toldOf({ name, code, map, sourceType, ranges }, counts) {
  const own = counts.flatMap((ofTest) => (ofTest[name] ? [ofTest[name]] : []));
  if (own.some(({ length }) => length !== ranges.length)) throw new Error(`${COUNTS}: counts of an older ${name}`);
  const functions = ranges.map(([startOffset, endOffset], index) => {
    const count = own.reduce((sum, ofTest) => sum + ofTest[index], 0);
    return { functionName: '', isBlockCoverage: true, ranges: [{ startOffset, endOffset, count }] };
  });
  const files = await convert({
    code,
    ast: parse(code, { ecmaVersion: 'latest', sourceType }),
    sourceMap: { ...map, sources: map.sources.map((source) => resolve(source)) },
    coverage: { functions, url: 'file:///code.js' },
  });
  return Object.values(files);
}
