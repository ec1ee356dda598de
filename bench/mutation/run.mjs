/**
 * How many small faults put into the sources the tests notice: `npm run mutation`, or of one folder or file with
 * `npm run mutation -- domain/plan` (`-- --json` for programs). Exits 1 where the goal is missed.
 *
 * Stryker makes the faults (mutants) one by one; a mutant that fails a test, or that would never end, is killed. Those that
 * survive are printed, but for the ones bench/mutation/justified.mjs gives a reason for: they are told apart, and never counted as
 * killed. The page bench/mutation/out/report.html shows each in its place.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { JUSTIFIED } from './justified.mjs';

const MUTATED = ['src/domain', 'src/workbook', 'src/office/outbox.ts'];

/** Killed, in hundredths. */
const GOAL = 90;

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const named = words.filter((word) => !word.startsWith('--'));
const places = named.length > 0 ? named.map(placeOf) : MUTATED;

const found = await new Stryker({
  configFile: 'bench/mutation/stryker.config.json',
  mutate: places.map((place) => (statSync(place).isDirectory() ? `${place}/**/*.ts` : place)),
  ...(asJson ? { reporters: ['html'], logLevel: 'off' } : {}),
}).runMutationTest();

// What does not compile or cannot run proves nothing.
const mutants = found.filter(({ status }) => !['CompileError', 'RuntimeError', 'Ignored'].includes(status)).map(told);
const surviving = mutants.filter(({ killed }) => !killed);
const isAbout = (entry) => (mutant) => ['file', 'line', 'was', 'becomes'].every((key) => entry[key] === mutant[key]);
const isJustified = (mutant) => JUSTIFIED.some((entry) => isAbout(entry)(mutant));
const stale = JUSTIFIED.filter(
  (entry) => places.some((place) => entry.file.startsWith(place)) && !surviving.some(isAbout(entry)),
);

const folders = [...new Set(mutants.map(({ file }) => dirname(file)))].sort();
const scores = folders.map((folder) =>
  scoreOf(
    folder,
    mutants.filter(({ file }) => dirname(file) === folder),
  ),
);
const all = scoreOf('all', mutants);
const open = surviving.filter((mutant) => !isJustified(mutant));

if (asJson) process.stdout.write(`${JSON.stringify({ goal: GOAL, all, scores, open, stale })}\n`);
else {
  for (const { file, at, line, was, becomes, covered } of open)
    process.stdout.write(
      `${file}:${at}  ${line}\n    ${was}\n  → ${becomes}${covered ? '' : '   (no test comes here)'}\n`,
    );
  for (const { folder, score, mutants: of, killed, justified } of [...scores, all])
    process.stdout.write(
      `${folder.padEnd(28)}${score.toFixed(1).padStart(6)} %${`${killed} of ${of}`.padStart(14)}${justified > 0 ? `, ${justified} justified` : ''}\n`,
    );
  for (const { file, line, was, becomes } of stale)
    process.stdout.write(
      `bench/mutation/justified.mjs: no mutant survives that is ${file}: ${line}: ${was} → ${becomes}\n`,
    );
  process.stdout.write(
    `Mutation score: ${all.score.toFixed(1)} %, goal ${GOAL} %: ${all.score >= GOAL ? 'met' : 'missed'}\n`,
  );
}
if (all.score < GOAL || stale.length > 0) process.exitCode = 1;

/** `domain/plan`, `domain/name` and `src/domain/name.ts` all are understood. */
function placeOf(word) {
  const place = word.replace(/^(?:src\/)?/, 'src/').replace(/\/$/, '');
  const path = [place, `${place}.ts`].find((one) => existsSync(one));
  if (path === undefined) throw new Error(`Nothing to mutate is called ${word}`);
  return path;
}

/** A mutant as the list of justified ones names it. */
function told({ fileName, location: { start, end }, replacement, status, coveredBy }) {
  const file = relative('.', fileName);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const line = lines[0].trim();
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return {
    file,
    at: start.line,
    line,
    was: lines.join('\n').replace(/\s+/g, ' '),
    becomes: replacement.replace(/\s+/g, ' '),
    killed: status === 'Killed' || status === 'Timeout',
    covered: coveredBy?.length > 0,
  };
}

function scoreOf(folder, some) {
  const killed = some.filter((mutant) => mutant.killed).length;
  const justified = some.filter((mutant) => !mutant.killed && isJustified(mutant)).length;
  return {
    folder,
    mutants: some.length,
    killed,
    justified,
    score: some.length === 0 ? 100 : (100 * killed) / some.length,
  };
}
