/** The package on its own: built by its own build, without the add-on, it runs what its README shows. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';

it('is built by itself and runs its example', { timeout: 120_000 }, () => {
  const built = spawnSync(process.execPath, ['build.mjs', 'dist'], { cwd: 'local', encoding: 'utf8' });
  expect(built.stderr).toBe('');
  expect(existsSync('local/dist/local.js')).toBe(true);
  const { stdout, stderr } = spawnSync(process.execPath, ['local/examples/reminder.mjs'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain('it mails bo@example.cn and cy@example.cn');
  expect(stdout).toContain("'MailApp.sendEmail': 2");
  expect(stdout).toContain('it leaves 1 mail');
});
