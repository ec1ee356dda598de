/**
 * How much of src/ the tests run: `npm run coverage`.
 *
 * The script, its pages and the sources that tests import are compiled alike and count what of them runs
 * (build/counting.mjs); their counts are added up branch by branch (build/counts.mjs). Left out are the tests that break a command
 * off everywhere, which only repeat what others run, tests of the local host, and those that run a program of its own or need a
 * browser.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import coverage from 'istanbul-lib-coverage';
import report from 'istanbul-lib-report';
import reports from 'istanbul-reports';
import { told } from './counted.mjs';
import { together } from './counts.mjs';

const FOLDERS = ['commands', 'documents', 'domain', 'google', 'hostile', 'messages', 'spreadsheet', 'ui', 'workbook'];
const OPTIONS = ['--exclude=test/whole/interrupted-mail.test.ts', '--testTimeout=600000', '--hookTimeout=600000'];

/** Branches, in hundredths. */
const GOAL = 95;

// What was counted of the same sources before, by single test files, can be told alone.
if (!process.argv.includes('--told')) {
  rmSync('coverage', { recursive: true, force: true });
  execFileSync('npx', ['vitest', 'run', ...FOLDERS.map((folder) => `test/${folder}/`), ...OPTIONS], {
    stdio: 'inherit',
    env: { ...process.env, HUIZONG_COVERAGE: '1' },
  });
}

const files = new Map();
for (const file of await told()) {
  if (!relative('.', file.path).startsWith('src/')) continue;
  const known = files.get(file.path);
  files.set(file.path, known === undefined ? file : together(known, file));
}
const all = coverage.createCoverageMap(Object.fromEntries(files));

const context = report.createContext({ dir: 'coverage/report', coverageMap: all });
for (const kind of ['html', 'json', 'text-summary']) reports.create(kind).execute(context);
const branches = all
  .files()
  .map((path) => ({ path: relative('.', path), ...all.fileCoverageFor(path).toSummary().branches }));
branches.sort((a, b) => b.total - b.covered - (a.total - a.covered));
process.stdout.write('Branches not taken, most first:\n');
for (const { path, total, covered } of branches.slice(0, 20))
  process.stdout.write(`${String(total - covered).padStart(5)} of ${String(total).padStart(4)}  ${path}\n`);
const { pct } = all.getCoverageSummary().branches;
process.stdout.write(`Branches: ${pct} %, goal ${GOAL} %: ${pct >= GOAL ? 'met' : 'missed'}\n`);
