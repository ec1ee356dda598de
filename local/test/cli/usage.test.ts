/** A command that was written wrongly is told so in the language of all the others, exit 2. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const huizong = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('dist/huizong.js'), ...args], { encoding: 'utf8' });

it.each<readonly [string, readonly string[], string]>([
  ['a command there is not', ['没有'], '没有命令“没有”。'],
  ['one misspelt', ['paln'], '没有命令“paln”。是不是“plan”？'],
  ['an option there is not', ['plan', 'a.txt', '--nosuch'], '没有选项“--nosuch”。'],
  ['an argument missing', ['plan'], '缺少参数 <file>。'],
  ['one too many', ['plan', '工作 方案.txt', 'b'], '参数太多：要 1 个，写了 2 个。有空格的路径请加引号。'],
  ['an option missing', ['prepare', 'b.xlsx'], '缺少选项 --month <month>。'],
  ['an option without its value', ['prepare', 'b.xlsx', '--month'], '选项 --month <month> 后面缺少内容。'],
  [
    'a year that is none',
    ['init', 'b.xlsx', '--year', '12'],
    '选项 --year <year> 的内容“12”不对：四位数年份，例如 2023。',
  ],
  [
    'a choice there is not',
    ['open', 'b.xlsx', '--lang', 'fr'],
    '选项 --lang <lang> 的内容“fr”不对：可以是 zh-CN, en。',
  ],
])('%s', (_, args, words) => {
  const { status, stdout, stderr } = huizong(...args);
  expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', words]);
  expect(stderr).toContain('用法：');
  const data = huizong(...args, '--json');
  if (!args.includes('--month')) expect([data.status, JSON.parse(data.stdout)]).toEqual([2, { error: words }]);
});

it('asked for help, it gives it, exit 0', () => {
  const { status, stdout } = huizong('plan', '--help');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^用法： huizong plan.*参数：.*选项：.*显示帮助/s)]);
});
