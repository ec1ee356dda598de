/**
 * Runs the tests of pure functions for Stryker, all within one process.
 *
 * Stryker's own runner starts a vitest for every mutant, which takes a second or more; there are thousands. Here the tests
 * are bundled once and evaluated afresh for every mutant, with the mutant in force from the start, on the `describe`, `it`
 * and `expect` of the project's vitest. What a module does while it is loaded (its lists of words, its patterns) so counts
 * as run by every test of the file that loads it, and no mutant has to be left out for being "static".
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { startTests } from '@vitest/runner';
import { build } from 'esbuild';
import fc from 'fast-check';

/** Folders whose tests import the sources. Tests elsewhere run the built script, which Stryker does not change. */
const FOLDERS = ['test/domain', 'test/office', 'test/workbook'];

/** Where the changed sources look for the mutant in force, and count what they run. */
const NAMESPACE = '__stryker__';

/** Every mutant meets the same examples, so that a score measured twice is the same score. */
const SEED = 20230520;

const CONFIG = {
  root: '',
  name: '',
  setupFiles: [],
  sequence: { hooks: 'stack', setupFiles: 'list', concurrent: false, shuffle: false },
  tags: [],
  allowOnly: true,
  passWithNoTests: true,
  maxConcurrency: 1,
  retry: 0,
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'within', () => new TestsWithin())];

class TestsWithin {
  #files = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // The smallest example is not looked at: no shrinking. Fewer examples, for a law is tried on thousands of mutants.
    fc.configureGlobal({ seed: SEED, endOnFailure: true, numRuns: 20 });
    this.#files = await bundledTests();
  }

  async dryRun({ disableBail }) {
    globalThis[NAMESPACE] ??= {};
    const watched = globalThis[NAMESPACE];
    watched.activeMutant = undefined;
    const perTest = {};
    const spent = new Map();
    const tests = [];
    for (const file of this.#files.keys()) {
      watched.mutantCoverage = { static: {}, perTest: {} };
      // What the file does while it loads belongs to all its tests, not to the last one of the file before.
      watched.currentTestId = undefined;
      const results = await this.#run([file], {
        onTest: (id) => {
          watched.currentTestId = id;
        },
        disableBail,
      });
      const { static: whenLoaded, perTest: whenRun } = watched.mutantCoverage;
      for (const { id } of results) perTest[id] = added(whenLoaded, whenRun[id] ?? {});
      spent.set(
        file,
        results.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0),
      );
      tests.push(...results);
    }
    watched.currentTestId = undefined;
    // The quick ones first: most mutants fall to one of them.
    this.#files = new Map([...this.#files].sort(([a], [b]) => spent.get(a) - spent.get(b)));
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    globalThis[NAMESPACE] ??= {};
    const watched = globalThis[NAMESPACE];
    Object.assign(watched, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const wanted = testFilter && new Set(testFilter);
    const files = [...this.#files.keys()].filter(
      (file) => !testFilter || testFilter.some((id) => id.startsWith(`${file}#`)),
    );
    const tests = await this.#run(files, { wanted, disableBail });
    return toMutantRunResult(determineHitLimitReached(watched.hitCount, hitLimit) ?? { status: 'complete', tests });
  }

  /** Runs files one after the other, until a test fails. */
  async #run(files, { wanted, onTest = () => {}, disableBail }) {
    const results = [];
    let failed = false;
    for (const file of files) {
      if (failed && !disableBail) break;
      const [told] = await startTests([join(process.cwd(), file)], {
        config: CONFIG,
        importFile: () => this.#files.get(file)(),
        onCollected: ([collected]) => {
          for (const test of testsOf(collected)) if (wanted && !wanted.has(idOf(test, file))) test.mode = 'skip';
        },
        onBeforeRunTask: (test) => {
          if (failed && !disableBail) test.mode = 'skip';
          else onTest(idOf(test, file));
        },
        onAfterRunTask: (test) => {
          failed ||= test.result?.state === 'fail';
        },
      });
      const ran = testsOf(told).filter(({ result, mode }) => result && mode === 'run');
      results.push(...ran.map((test) => resultOf(test, file)));
      if (told.result?.state === 'fail' && !failed) {
        failed = true;
        results.push({ ...resultOf(told, file), id: `${file}#` });
      }
    }
    return results;
  }
}

/** The test files by their path, each a function that evaluates it as if for the first time. */
async function bundledTests() {
  const paths = FOLDERS.flatMap((folder) => testFilesIn(folder));
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: paths,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'node20',
    outdir: '.',
    outbase: '.',
    logLevel: 'error',
    plugins: [{ name: 'packages-stay-loaded', setup: keepPackagesLoaded }],
  });
  return new Map(
    outputFiles.map(({ text }, at) => [paths[at], runInThisContext(`() => {${text}}`, { filename: paths[at] })]),
  );
}

function testFilesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Packages are loaded once by Node; only our own modules are evaluated for every mutant. */
function keepPackagesLoaded({ onResolve, onLoad }) {
  const loaded = {};
  globalThis.packagesOfTests = loaded;
  onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === 'entry-point' ? null : { path, namespace: 'package' }));
  onLoad({ filter: /.*/, namespace: 'package' }, async ({ path }) => {
    const all = await import(path);
    // Of a CommonJS package Node may find no names but the default.
    loaded[path] = { ...all.default, ...all };
    const names = Object.keys(loaded[path]).filter((name) => /^[a-zA-Z_$][\w$]*$/.test(name) && name !== 'default');
    const from = `const its = globalThis.packagesOfTests[${JSON.stringify(path)}];`;
    return { contents: `${from} export default its.default; export const { ${names.join(', ')} } = its;` };
  });
}

function testsOf({ tasks }) {
  return tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task) : [task]));
}

function idOf(test, file) {
  const names = [];
  for (let at = test; at; at = at.suite) names.unshift(at.name);
  return `${file}#${names.join(' ').trim()}`;
}

function resultOf(task, file) {
  const told = {
    id: idOf(task, file),
    name: task.name,
    timeSpentMs: task.result?.duration ?? 0,
    fileName: join(process.cwd(), file),
  };
  return task.result?.state === 'fail'
    ? { ...told, status: 1, failureMessage: task.result.errors?.[0]?.message ?? 'failed' }
    : { ...told, status: 0 };
}

function added(a, b) {
  const sum = { ...a };
  for (const [mutant, count] of Object.entries(b)) sum[mutant] = (sum[mutant] ?? 0) + count;
  return sum;
}
