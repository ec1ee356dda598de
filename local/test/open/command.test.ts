/** `huizong open` on the command line, before any page is shown. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingGrid } from '../support/browser.ts';
import { preparedFile } from '../support/open.ts';

const huizong = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/huizong.js', 'open', ...args, '--no-browser'], { encoding: 'utf8' });

describe('huizong open', () => {
  it('names the file that is not there', () => {
    const { status, stderr } = huizong('没有.xlsx');
    expect([status, stderr.trim()]).toEqual([1, '找不到工作簿“没有.xlsx”。请核对路径，或先用 huizong init 建立。']);
  });

  it('says of a file that is no workbook what it is, and installs nothing for it', () => {
    const path = preparedFile();
    writeFileSync(path, '这不是工作簿');
    const { status, stdout, stderr } = huizong(path);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim()).toBe(`“${path}”打不开：它不是 .xlsx 工作簿（不是压缩包格式）。`);
  });

  it.each(['80000', 'x', '-1'])('takes no port %s', (port) => {
    expect(huizong('a.xlsx', '--port', port).status).toBe(2);
  });
});

it.skipIf(missingGrid !== '')(
  `the spreadsheet’s package fits its types (skipped where missing: ${missingGrid})`,
  () => {
    const { status, stdout } = spawnSync('node_modules/.bin/tsc', ['-p', 'local/src/open/grid'], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  },
);
