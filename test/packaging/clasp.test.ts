/** clasp pushes exactly the files meant; asked without an account, with the project's own clasp. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('would push the manifest, one script and the dialogs, and nothing else', () => {
  const home = mkdtempSync(join(tmpdir(), 'no-account-'));
  const answer = execFileSync('node_modules/.bin/clasp', ['show-file-status', '--json'], {
    encoding: 'utf8',
    env: { ...process.env, HOME: home },
  });
  const { filesToPush } = JSON.parse(answer.slice(answer.indexOf('{'))) as { filesToPush: string[] };
  expect([...filesToPush].sort()).toEqual([
    'dist/apps-script/appsscript.json',
    'dist/apps-script/board.html',
    'dist/apps-script/documents.html',
    'dist/apps-script/huizong.js',
    'dist/apps-script/plan.html',
    'dist/apps-script/preview.html',
    'dist/apps-script/remind.html',
    'dist/apps-script/review.html',
    'dist/apps-script/set-up.html',
    'dist/apps-script/settings.html',
  ]);
});
