import { defineConfig } from 'vitest/config';
import { countedSources } from './build/counted.mjs';

const counting = Boolean(process.env['HUIZONG_COVERAGE']);

/** Tests on the sources alone: `npx vitest run --project pure` starts without a build. */
const PURE = [
  'test/{domain,workbook,google,messages,office,spreadsheet}/**/*.test.ts',
  'test/documents/*.test.ts',
  'test/documents/docx/*.test.ts',
  'test/documents/official/figures.test.ts',
  'local/test/host/xlsx/{cells,costly-files,other-programs,saving,schema-order,strays}.test.ts',
  'local/test/open/{bridge,pages,picture,typing}.test.ts',
  'local/test/disk/{beside,reasons}.test.ts',
  'local/test/file/leftovers.test.ts',
  'local/test/runtime/*.test.ts',
  'local/test/pictures/*.test.ts',
  'test/ui/{steps,typed-in}.test.ts',
];

/** Tests that go through all the ways there are: minutes, so they are not in `npm test`. */
const EXHAUSTIVE = [
  'test/crash/{documents,mail,menu,month,opening,repair,set-up-blank,set-up-plan,two-sessions}.test.ts',
  'test/whole/interrupted-mail.test.ts',
  'test/sequences/*.test.ts',
  'local/test/disk/faults.test.ts',
  'local/test/cli/{mail-server,one-writer,stopped-sender,strays}.test.ts',
  'local/test/journal/put-in.test.ts',
  'local/test/open/{kept-in-browser,kills}.test.ts',
];

const BUILD = 'test/support/build.ts';

export default defineConfig({
  plugins: counting ? [countedSources] : [],
  test: {
    setupFiles: counting ? ['test/support/coverage.ts'] : [],
    server: { deps: { external: [/\/dist\/[^/]+\.js$/] } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The default leaves a processor out, half of a machine that has two.
    maxWorkers: '100%',
    // Each run of the script is a realm of its own, as on the platform. Code optimised for one is of no use to the next: where V8 waits
    // with it (a number of bytecodes, 132,000 by default), a run that makes a document takes half the processor's time.
    execArgv: ['--interrupt-budget=3000000'],
    // Each test file is in one of them: what no list names runs on the built files.
    projects: [
      { extends: true, test: { name: 'pure', include: PURE } },
      {
        extends: true,
        test: {
          name: 'bundle',
          include: ['{test,local/test}/**/*.test.ts'],
          exclude: [...PURE, ...EXHAUSTIVE],
          globalSetup: [BUILD],
        },
      },
      {
        extends: true,
        test: { name: 'exhaustive', include: EXHAUSTIVE, globalSetup: [BUILD, 'test/crash/tally.ts'] },
      },
    ],
  },
});
