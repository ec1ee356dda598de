/**
 * How much of src/ the tests run: `npm run coverage`.
 *
 * The script, its pages and the sources that tests import count what of them runs (build/counted.mjs). Left out are the tests that
 * break a command off everywhere, which only repeat what others run, tests of the local host, and those that run a program of their
 * own or need a browser.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import coverage from 'istanbul-lib-coverage';
import report from 'istanbul-lib-report';
import reports from 'istanbul-reports';

const FOLDERS = ['commands', 'documents', 'domain', 'google', 'hostile', 'messages', 'spreadsheet', 'ui', 'workbook'];
const OPTIONS = ['--exclude=test/whole/interrupted-mail.test.ts', '--testTimeout=600000', '--hookTimeout=600000'];

/** Where the tests leave their counts, a file for each test file (test/support/coverage.ts). */
const COUNTS = 'coverage/counts';

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

const all = coverage.createCoverageMap();
for (const file of readdirSync(COUNTS)) all.merge(JSON.parse(readFileSync(`${COUNTS}/${file}`, 'utf8')));

const context = report.createContext({ dir: 'coverage/report', coverageMap: all });
for (const kind of ['html', 'json', 'text-summary']) reports.create(kind).execute(context);
const branches = all.files().map((path) => ({ path, ...all.fileCoverageFor(path).toSummary().branches }));
branches.sort((a, b) => b.total - b.covered - (a.total - a.covered));
process.stdout.write('Branches not taken, most first:\n');
for (const { path, total, covered } of branches.slice(0, 20))
  process.stdout.write(`${String(total - covered).padStart(5)} of ${String(total).padStart(4)}  ${path}\n`);
const { pct } = all.getCoverageSummary().branches;
process.stdout.write(`Branches: ${pct} %, goal ${GOAL} %: ${pct >= GOAL ? 'met' : 'missed'}\n`);
