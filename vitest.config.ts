import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts', 'test/crash/tally.ts'],
    testTimeout: 60_000,
    coverage: { include: ['src/**', 'local/**'], reporter: ['text-summary', 'html'] },
  },
});
