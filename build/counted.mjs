/**
 * Sources that count what of them runs. Each is given its counters by Istanbul before anything else is made of it, so that the script,
 * its pages and the tests count the same places of the same text, and their counts can be added up as they are.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const SOURCES = /^src\/.*\.ts$/;

let instrumenter;

/** The text of a source with its counters, still in TypeScript. */
async function counted(path) {
  // Loaded when it is wanted: every run of the tests reads this file.
  instrumenter ??= (await import('istanbul-lib-instrument')).createInstrumenter({
    esModules: true,
    parserPlugins: ['typescript'],
    // The script may make no code from strings; it finds the counts beside its other names (test/support/coverage.ts).
    coverageGlobalScope: 'globalThis',
    coverageGlobalScopeFunc: false,
    compact: false,
  });
  return instrumenter.instrumentSync(readFileSync(path, 'utf8'), path);
}

/** For esbuild. */
export const countedInBundle = {
  name: 'counted-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = relative('.', path);
      return SOURCES.test(source) ? { contents: await counted(source), loader: 'ts' } : null;
    });
  },
};

/** For Vitest: the sources that tests import. */
export const countedSources = {
  name: 'counted-sources',
  enforce: 'pre',
  async transform(_, id) {
    const source = relative('.', id);
    return SOURCES.test(source) ? { code: await counted(source), map: null } : null;
  },
};
