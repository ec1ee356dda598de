/** Errors of the system by real processes: each in words, none as a stack trace, nothing left half done. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveBook } from '../../../test/support/host.ts';
import { reachableWorkbook } from '../../../test/support/month.ts';

const COMMAND = resolve('dist/huizong.js');
const MAY = ['--month', '2023-05', '--as-of', '2023-05-17T10:00'];
const folder = mkdtempSync(join(tmpdir(), 'system-'));
const book = join(folder, '月报.xlsx');
const plan = join(folder, '方案.txt');
const file = join(folder, '文件');

beforeAll(() => {
  saveBook(reachableWorkbook().book, book);
  writeFileSync(plan, '一、开展消防检查。\n责任单位：保卫科、后勤处\n');
  writeFileSync(file, '');
  chmodSync(folder, 0o755);
});

const shell = (line: string, environment: Record<string, string> = {}) =>
  spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, HUIZONG: `${process.execPath} ${COMMAND}`, BOOK: book, PLAN: plan, ...environment },
  });
const huizong = (...args: string[]) =>
  spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', cwd: folder });

const RAW = /\n\s+at |node:|\bE[A-Z]{3,}\b|Error:/;

describe('a path that is none', () => {
  it.each<readonly [string, () => readonly string[], RegExp]>([
    ['a folder for a plan', () => ['plan', folder], /^“.*system-.*”：这是文件夹，不是文件/],
    ['a folder for a workbook', () => ['consolidate', folder, ...MAY], /这是文件夹，不是文件/],
    [
      'a folder for the plan of a new workbook',
      () => ['init', '新.xlsx', '--plan', folder, '--year', '2023'],
      /这是文件夹/,
    ],
    ['a folder for a template', () => ['template', book, folder, '--kind', '通报'], /这是文件夹/],
    ['a template that is not there', () => ['template', book, '没有.docx', '--kind', '通报'], /找不到文件“没有.docx”/],
    ['a workbook below a file', () => ['consolidate', join(file, 'x.xlsx'), ...MAY], /路径里有一段不是文件夹/],
    [
      'a page of a workbook below a file',
      () => ['open', join(file, 'x.xlsx'), '--no-browser'],
      /路径里有一段不是文件夹/,
    ],
    ['a new workbook below a file', () => ['init', join(file, 'x.xlsx'), '--year', '2023'], /路径里有一段不是文件夹/],
    ['a report into a file', () => ['report', book, ...MAY, '--out', file], /“.*文件”：同名的文件或文件夹已经存在/],
    ['a pack below a file', () => ['pack', book, ...MAY, '--out', join(file, 'x')], /路径里有一段不是文件夹/],
    ['templates into a file', () => ['template', book, '--out', file], /已经存在/],
    ['a name of 100 characters', () => ['plan', '长'.repeat(100)], /文件名或路径太长，请改短/],
    ['a workbook of such a name', () => ['consolidate', '长'.repeat(100), ...MAY], /文件名或路径太长/],
  ])('%s', (_, args, words) => {
    const before = readFileSync(book);
    const { status, stdout, stderr } = huizong(...args());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(RAW);
    expect(readFileSync(book).equals(before)).toBe(true);
  });
});

describe('a file or folder this account may not use', () => {
  const mayNot = process.getuid?.() === 0 ? spawnSync('setpriv', ['--version']).status !== 0 : true;
  const AS_STRANGER = 'setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent';
  let locked = '';
  beforeAll(() => {
    locked = mkdtempSync(join(tmpdir(), 'locked-'));
    copyFileSync(book, join(locked, '月报.xlsx'));
    chmodSync(join(locked, '月报.xlsx'), 0o444);
    chmodSync(locked, 0o555);
  });

  it.skipIf(mayNot).each<readonly [string, string]>([
    ['a workbook in a folder it may not write', '$HUIZONG consolidate $LOCKED/月报.xlsx --month 2023-05'],
    ['the hourly run on it', '$HUIZONG run $LOCKED/月报.xlsx everyHour'],
    ['a new workbook there', '$HUIZONG init $LOCKED/新.xlsx --year 2023'],
    ['a report there', '$HUIZONG report $LOCKED/月报.xlsx --month 2023-05 --as-of 2023-05-17T10:00 --out $LOCKED/x'],
    ['a plan it may not read', '$HUIZONG plan $SECRET/方案.txt'],
    ['a workbook in a folder it may not enter', '$HUIZONG consolidate $SECRET/月报.xlsx --month 2023-05'],
    ['a page of it', '$HUIZONG open $SECRET/月报.xlsx --no-browser'],
  ])('%s (skipped where this is not root)', (_, line) => {
    const secret = mkdtempSync(join(tmpdir(), 'secret-'));
    copyFileSync(plan, join(secret, '方案.txt'));
    copyFileSync(book, join(secret, '月报.xlsx'));
    const { status, stderr } = shell(line.replace('$HUIZONG', `${AS_STRANGER} $HUIZONG`), {
      LOCKED: locked,
      SECRET: secret,
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('没有权限在这里读写文件，请检查文件和文件夹的权限')]);
    expect(stderr).not.toMatch(RAW);
  });
});

describe('what is said and cannot be heard', () => {
  it('a reader that goes after a line: the command is done, and ends well', () => {
    const { stdout, stderr } = shell(`$HUIZONG consolidate $BOOK ${MAY.join(' ')} | head -1; echo \${PIPESTATUS[0]}`);
    expect([stdout, stderr]).toEqual(['2023-05 汇总完成\n0\n', '']);
    const data = shell(`$HUIZONG plan $PLAN --json | head -c 3; echo " \${PIPESTATUS[0]}"`);
    expect([data.stdout, data.stderr]).toEqual(['{"t 0\n', '']);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk for the output: said in words, exit 1', () => {
    const { status, stderr } = shell('$HUIZONG plan $PLAN > /dev/full');
    expect([status, stderr]).toEqual([1, '结果没有写出去：磁盘已满，请清理出空间。命令本身已经执行。\n']);
  });
});

describe('a folder on a full disk', () => {
  const small = mkdtempSync(join(tmpdir(), 'system-small-'));
  const noMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24k', 'tmpfs', small]).status !== 0;
  afterAll(() => {
    if (!noMount) spawnSync('umount', ['-l', small]);
  });

  it.skipIf(noMount).each<readonly [string, readonly string[]]>([
    ['a report', ['report', book, ...MAY]],
    ['a pack', ['pack', book, ...MAY]],
    ['templates', ['template', book]],
    ['a consolidated copy', ['consolidate', book, ...MAY]],
    ['the demonstration', ['demo']],
  ])('%s: said in words, and no half file stays (skipped where none can be mounted)', (_, args) => {
    const { status, stderr } = huizong(...args, '--out', small);
    expect([status, stderr]).toEqual([1, expect.stringContaining('磁盘已满，请清理出空间')]);
    expect(stderr).not.toMatch(RAW);
    expect(readdirSync(small).filter((name) => /part$|huizong-lock|zip$|xlsx$/.test(name))).toEqual([]);
  });
});

describe('a workbook whose name is 255 bytes long', () => {
  it('is consolidated, sent, reminded of, packed and run every hour, and leaves nothing beside it', () => {
    const own = mkdtempSync(join(tmpdir(), 'long-'));
    const long = join(own, `${'长'.repeat(83)}a.xlsx`);
    expect(Buffer.byteLength(basename(long))).toBe(255);
    copyFileSync(book, long);
    const out = join(own, 'out');
    for (const args of [
      ['consolidate', long, ...MAY],
      ['consolidate', long, ...MAY, '--out', out],
      ['remind', long, ...MAY, '--yes', '--out', out],
      ['run', long, 'everyHour', '--as-of', '2023-05-17T11:00', '--out', out],
      ['report', long, ...MAY, '--yes', '--out', out],
      ['send', long, ...MAY, '--yes', '--out', out],
      ['pack', long, ...MAY, '--out', out],
    ]) {
      const { status, stderr } = huizong(...args);
      expect([args[0], status, stderr]).toEqual([args[0], 0, '']);
    }
    expect(readdirSync(own).sort()).toEqual([basename(long), 'out'].sort());
    expect(readdirSync(out).filter((name) => name.endsWith('.eml'))).toHaveLength(5);
  });
});

describe('what no person expected', () => {
  it('is told without a stack trace; with HUIZONG_DEBUG=1 with one', () => {
    const line = '$HUIZONG run $BOOK menuSend';
    const plain = shell(line);
    expect([plain.status, plain.stderr]).toEqual([1, expect.stringMatching(/^出了意外的问题：.*\n.*HUIZONG_DEBUG=1/)]);
    expect(plain.stderr).not.toMatch(/\n\s+at /);
    expect(shell(line, { HUIZONG_DEBUG: '1' }).stderr).toMatch(/\n\s+at /);
  });

  it('a program that is not all there says how to put it right', () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'program-')), 'dist');
    mkdirSync(copy);
    for (const name of ['huizong.js', 'command.js']) cpSync(join(dirname(COMMAND), name), join(copy, name));
    writeFileSync(join(dirname(copy), 'package.json'), '{"type":"module"}');
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(copy, 'huizong.js'), 'plan', plan, '--json'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^程序启动不了：没有装全。请在 huizong 的文件夹里执行 npm ci/),
    ]);
    expect(JSON.parse(stdout)).toEqual({ error: stderr.trim() });
  });
});
