/**
 * How much of src/ the tests run: `npm run coverage`.
 *
 * Most tests run the built script in a world of its own, so its counts are taken there (test/support/coverage.ts) from a
 * script built with its source map; those of pure functions import the sources, and Vitest counts them. The two compilers
 * place branches differently, so they cannot be added up: of each file the better count is told, which is less than the
 * truth. The crash matrix, which only repeats what other tests run, and the dialogs' pages are left out. Counting makes
 * the script several times slower.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mergeScriptCovs } from '@bcoe/v8-coverage';
import { parse } from 'acorn';
import convert from 'ast-v8-to-istanbul';
import coverage from 'istanbul-lib-coverage';
import report from 'istanbul-lib-report';
import reports from 'istanbul-reports';

const FOLDER = 'coverage';
const ON_SCRIPT = [
  'test/commands',
  'test/documents',
  'test/hostile',
  'test/domain',
  '--testTimeout=600000',
  '--hookTimeout=600000',
];
const ON_SOURCES = ['test/documents', 'test/domain'];

/** Branches, in hundredths. */
const GOAL = 95;

rmSync(FOLDER, { recursive: true, force: true });
const vitest = (args, env = {}) =>
  execFileSync('npx', ['vitest', 'run', ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
vitest(ON_SCRIPT, { HUIZONG_COVERAGE: '1' });
const sources = ['--coverage.enabled', '--coverage.reporter=json', `--coverage.reportsDirectory=${FOLDER}/sources`];
vitest([...ON_SOURCES, ...sources]);

const all = coverage.createCoverageMap(await countedScript());
const fromSources = coverage.createCoverageMap(
  JSON.parse(readFileSync(`${FOLDER}/sources/coverage-final.json`, 'utf8')),
);
for (const path of fromSources.files()) {
  const file = fromSources.fileCoverageFor(path);
  const known = all.files().includes(path) ? all.fileCoverageFor(path) : null;
  if (known === null || shareOf(file) > shareOf(known)) all.data[path] = file;
}
all.filter((path) => /^src\/(?!ui\/)/.test(relative('.', path)));

const context = report.createContext({ dir: `${FOLDER}/report`, coverageMap: all });
reports.create('html').execute(context);
reports.create('text-summary').execute(context);
const files = all
  .files()
  .map((path) => ({ path: relative('.', path), ...all.fileCoverageFor(path).toSummary().branches }));
files.sort((a, b) => b.total - b.covered - (a.total - a.covered));
process.stdout.write('Branches not taken, most first:\n');
for (const { path, total, covered } of files.slice(0, 15))
  process.stdout.write(`${String(total - covered).padStart(5)} of ${String(total).padStart(4)}  ${path}\n`);
const { pct } = all.getCoverageSummary().branches;
process.stdout.write(`Branches: ${pct} %, goal ${GOAL} %: ${pct >= GOAL ? 'met' : 'missed'}\n`);

/** Of its branches, in hundredths. */
function shareOf(file) {
  return file.toSummary().branches.pct;
}

/** The counts of all test files, told of the sources. */
async function countedScript() {
  const counted = readdirSync(`${FOLDER}/counted`).flatMap((name) =>
    JSON.parse(readFileSync(`${FOLDER}/counted/${name}`, 'utf8')),
  );
  const code = readFileSync(`${FOLDER}/huizong.js`, 'utf8');
  const told = await convert({
    code,
    ast: parse(code, { ecmaVersion: 2020, sourceType: 'script', locations: true }),
    sourceMap: JSON.parse(readFileSync(`${FOLDER}/huizong.js.map`, 'utf8')),
    coverage: { ...mergeScriptCovs(counted), url: pathToFileURL(`${FOLDER}/huizong.js`).href },
  });
  return Object.fromEntries(
    Object.values(told).map((file) => {
      const path = resolve(file.path);
      return [path, { ...file, path }];
    }),
  );
}
