/** Imports point one way; the linter refuses the other. Each folder is tried with an import it must not have. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const AGAINST = [
  ['src/domain/a.ts', '../google/book.ts'],
  ['src/domain/plan/a.ts', '../../messages/messages.ts'],
  ['src/domain/b.ts', 'node:fs'],
  ['src/spreadsheet/a.ts', '../domain/period.ts'],
  ['src/messages/a.ts', '../office/office.ts'],
  ['src/workbook/a.ts', '../google/book.ts'],
  ['src/documents/a.ts', '../office/office.ts'],
  ['src/google/a.ts', '../workbook/matrix.ts'],
  ['src/office/a.ts', '../commands/month/board.ts'],
  ['src/commands/month/a.ts', '../chase/remind.ts'],
  ['src/commands/setup/a.ts', '../../entry/menu.ts'],
  ['src/office/b.ts', '../entry/click.ts'],
  ['local/src/a.ts', '../../src/main.ts'],
  ['local/src/cli/a.ts', '../../../src/entry/functions.ts'],
] as const;
const ALONG = [
  ['src/commands/month/along.ts', '../../office/office.ts'],
  // Types alone.
  ['local/src/cli/along.ts', '../../../src/entry/answers.ts'],
] as const;

it('an import against the direction is refused, one along it is not', () => {
  const root = mkdtempSync(join(tmpdir(), 'walls-'));
  const config = JSON.parse(readFileSync('biome.json', 'utf8')) as Record<string, unknown>;
  writeFileSync(join(root, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
  for (const [path, imported] of [...AGAINST, ...ALONG]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `export * from '${imported}';\n`);
  }
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), ['lint', '--reporter=github', '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  const refused = [...stdout.matchAll(/noRestrictedImports,file=([^,]+)/g)].map(([, path]) =>
    (path ?? '').slice((path ?? '').search(/(?:local\/src|src)\//)),
  );
  expect(refused.sort()).toEqual(AGAINST.map(([path]) => path).sort());
});

it('nothing of the sources of the add-on is built into the command line, the page or what they start', () => {
  const built = readdirSync('dist').filter((name) => name.endsWith('.js'));
  const modules = built.flatMap((name) =>
    [...readFileSync(join('dist', name), 'utf8').matchAll(/^\/\/ (\S+\.ts)$/gm)].map(([, path]) => path ?? ''),
  );
  expect(modules).toEqual(
    expect.arrayContaining(['local/src/cli/start.ts', 'local/src/cli/main.ts', 'local/src/open/host-worker.ts']),
  );
  expect(modules.filter((path) => path.startsWith('src/'))).toEqual([]);
});
