import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts', 'test/crash/tally.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The default leaves a processor out, half of a machine that has two.
    maxWorkers: '100%',
    coverage: { include: ['src/**', 'local/**'], reporter: ['text-summary', 'html'] },
  },
});
