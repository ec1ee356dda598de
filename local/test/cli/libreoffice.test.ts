/** What the command line leaves, opened by a program that shares nothing with it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const missing = spawnSync('soffice', ['--version']).status !== 0;
const huizong = (...args: string[]) =>
  execFileSync(process.execPath, ['dist/huizong.js', ...args], { encoding: 'utf8' });

describe.skipIf(missing)('opened by LibreOffice (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  const convert = (file: string, to: string, ending: string): string => {
    const out = mkdtempSync(join(folder, 'converted-'));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, file], { stdio: 'ignore' });
    const [made] = readdirSync(out).filter((name) => name.endsWith(ending));
    return readFileSync(join(out, made ?? ''), 'utf8');
  };

  beforeAll(() => {
    huizong('demo', '--out', folder);
    const book = join(folder, '汇总示例.xlsx');
    huizong('report', book, '--month', '2023-05', '--as-of', '2023-05-23T09:00', '--out', folder, '--yes');
  });

  it('the workbook shows its sheets, and the hostile row as text', () => {
    const all = convert(join(folder, '汇总示例.xlsx'), 'html', '.html');
    for (const sheet of ['使用说明', '责任矩阵', '月度报送', '缺报清单', '汇总-2023-05']) expect(all).toContain(sheet);
    expect(all).toContain('=IMPORTXML(');
    expect(all).toContain('&lt;script&gt;');
  });

  it.each(['月度报告-2023-05.docx', '通报-2023-05.docx', '缺报清单-2023-05.docx', '催报通知-2023-05-景区所.docx'])(
    '%s reads without repair, nothing of its template left in it',
    (name) => {
      const text = convert(join(folder, name), 'txt:Text (encoded):UTF8', '.txt');
      expect(text).toContain('示例区交通运输局');
      expect(text).toContain('2023年5月');
      expect(text).not.toMatch(/\{[^{}\n]{1,20}\}/);
    },
  );
});
