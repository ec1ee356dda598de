import { defineConfig } from 'vitest/config';
import { countedSources } from './build/counted.mjs';

const counting = Boolean(process.env['HUIZONG_COVERAGE']);

export default defineConfig({
  plugins: counting ? [countedSources] : [],
  test: {
    include: ['{test,local/test}/**/*.test.ts'],
    globalSetup: ['test/support/build.ts', 'test/crash/tally.ts'],
    setupFiles: counting ? ['test/support/coverage.ts'] : [],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The default leaves a processor out, half of a machine that has two.
    maxWorkers: '100%',
  },
});
