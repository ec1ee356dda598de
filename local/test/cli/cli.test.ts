/** The command line as a person and a program use it: what it prints, what it leaves, how it exits. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { IN } from '../../../test/support/columns.ts';
import { createHost, entriesOf, loadBook, valuesOf } from '../../../test/support/host.ts';
import { SMALL_PLAN } from '../../../test/support/month.ts';

const COMMAND = resolve('dist/huizong.js');
const AS_OF = ['--as-of', '2023-05-23T09:00'];
const folder = (): string => mkdtempSync(join(tmpdir(), 'huizong-'));

function huizong(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
}

function json(...args: string[]): Record<string, unknown> {
  const { status, stdout, stderr } = huizong(...args, '--json');
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** A new workbook of the small plan, May prepared. */
function preparedBook(): string {
  const book = join(folder(), '月报.xlsx');
  writeFileSync(book, prepared());
  return book;
}

let made: Buffer | undefined;

/** The bytes of one made by the command line itself, once. */
function prepared(): Buffer {
  if (!made) {
    const dir = folder();
    const plan = join(dir, '方案.txt');
    writeFileSync(plan, SMALL_PLAN);
    const book = join(dir, '月报.xlsx');
    json('init', book, '--plan', plan, '--year', '2023');
    json('prepare', book, '--month', '2023-05');
    made = readFileSync(book);
  }
  return made;
}

describe('huizong demo', () => {
  const out = folder();
  let done: ReturnType<typeof huizong>;
  beforeAll(() => {
    done = huizong('demo', '--out', out);
  });

  it('tells each step and a small table', () => {
    expect(done.status).toBe(0);
    for (const step of ['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']) expect(done.stdout).toContain(step);
    expect(done.stdout).toContain('应报 35，已报 29（按时 27，迟报 2），缺报 6');
    expect(done.stdout).toMatch(/综合科 +10 +10 +9 +0/);
  });

  it('leaves the workbook, the mails and what to look at', () => {
    expect(existsSync(join(out, '汇总示例.xlsx'))).toBe(true);
    expect(readdirSync(join(out, '邮件')).filter((name) => name.endsWith('.eml'))).toHaveLength(2);
    // Nine in the morning at the office, wherever the machine stands.
    for (const name of readdirSync(join(out, '邮件'))) expect(name).toMatch(/^20230523-090000 /);
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('汇总-2023-05');
    const host = createHost({ workbook: join(out, '汇总示例.xlsx') });
    expect(valuesOf(host, '汇总-2023-05').length).toBeGreaterThan(30);
  });

  it('run again leaves the same', () => {
    const files = readdirSync(out, { recursive: true }).sort();
    expect(huizong('demo', '--out', out).status).toBe(0);
    expect(readdirSync(out, { recursive: true }).sort()).toEqual(files);
  });
});

describe('huizong plan', () => {
  it('prints tasks, departments, phases, reports and findings as one JSON document', () => {
    const plan = json('plan', 'examples/plan.txt') as {
      tasks: {
        no: unknown;
        title: string;
        content: string;
        lead: string[];
        responsible: string[];
        joint: string[];
        due: unknown;
      }[];
      departments: unknown[];
      phases: { name: string; title: string; from: unknown; to: unknown }[];
      reports: { what: string; due: string; to: string[]; then: string[] }[];
      findings: unknown[];
    };
    expect(plan.tasks).toHaveLength(13);
    expect(plan.departments).toHaveLength(13);
    expect(plan.tasks.flatMap(({ responsible }) => responsible)).toHaveLength(23);
    expect(plan.tasks.flatMap(({ lead }) => lead)).toHaveLength(12);
    expect(plan.phases).toHaveLength(5);
    expect(plan.reports.map(({ due }) => due)).toEqual(['每月20日前', '4月20日前']);
    expect(plan.reports[0]?.then).toEqual(['区文明办', '区直机关工委']);
  });

  it('says so where a text has no responsible units', () => {
    const file = join(folder(), '通知.txt');
    writeFileSync(file, '各科室：\n明天上午九点开会，请准时参加。\n');
    const { findings, tasks } = json('plan', file) as { findings: { message: string }[]; tasks: unknown[] };
    expect(tasks).toEqual([]);
    expect(findings.map(({ message }) => message).join()).toContain('没有找到任何责任单位');
  });
});

describe('a month by the command line', () => {
  it('init, prepare, consolidate, report, send: each says what it did', () => {
    const book = preparedBook();
    const reply = json('consolidate', book, '--month', '2023年5月', ...AS_OF) as {
      due: number;
      period: string;
      calls: { total: number; byMethod: object };
    };
    expect(reply).toMatchObject({ period: '2023-05', due: 4, handedIn: 0, onTime: 0, deadline: '2023-05-20' });
    expect(Object.keys(reply)).toEqual(
      expect.arrayContaining(['obligations', 'tasks', 'departments', 'findings', 'calls']),
    );
    expect(reply.calls.total).toBeLessThanOrEqual(15);
    expect(huizong('consolidate', book, '--month', '2023-05', ...AS_OF).stdout).toContain('应报 4，已报 0');
  });

  it('consolidate --out leaves the workbook as it was and writes another', () => {
    const book = preparedBook();
    const before = readFileSync(book);
    const out = folder();
    json('consolidate', book, '--month', '2023-05', '--out', out);
    expect(readFileSync(book).equals(before)).toBe(true);
    expect(loadBook(join(out, '月报.xlsx')).sheets.map(({ name }) => name)).toContain('汇总-2023-05');
  });

  it('send is a dry run unless --yes is said', () => {
    const book = preparedBook();
    json('consolidate', book, '--month', '2023-05', ...AS_OF);
    const host = createHost({ workbook: book });
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('设置');
    const row = entriesOf(host, IN.settings).findIndex(({ label }) => label === '上报收件人') + 2;
    sheet?.getRange(IN.settings.cell('value', row)).setValue('区应急局 <yjj@example.cn>');
    host.save(book);
    const out = folder();
    const before = readFileSync(book);
    json('send', book, '--month', '2023-05', ...AS_OF, '--out', out);
    expect(readdirSync(out)).toEqual([]);
    expect(readFileSync(book).equals(before)).toBe(true);
    json('send', book, '--month', '2023-05', ...AS_OF, '--out', out, '--yes');
    expect(readdirSync(out).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
    json('send', book, '--month', '2023-05', ...AS_OF, '--out', out, '--yes');
    expect(readdirSync(out).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  });

  it('run calls any function of the script, as a page would', () => {
    const book = preparedBook();
    const { stdout, status } = huizong('run', book, 'consolidate', '{"month":"2023-05"}', '--json');
    expect(status).toBe(0);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('"due":4');
  });

  it('run opens a page of the add-on, whichever it is', () => {
    const { stdout, stderr, status } = huizong(
      'run',
      preparedBook(),
      'openPage',
      '{"page":"settings","month":"2023-05"}',
      '--json',
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ page: 'settings' });
  });

  it.each(['noSuchFunction', 'constructor', 'SpreadsheetApp.flush'])(
    'run says in one line what can be called where the script has no function %s',
    (name) => {
      const { status, stderr, stdout } = huizong('run', preparedBook(), name);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(`脚本里没有函数“${name}”`);
      expect(stderr).toContain('consolidate');
    },
  );
});

describe('wrong input: exit 1, what and where, and nothing changed', () => {
  it.each<readonly [string, (book: string) => string[], RegExp]>([
    ['a month nobody understands', (book) => ['consolidate', book, '--month', '五月初'], /看不懂月份“五月初”/],
    ['a month of another year', (book) => ['consolidate', book, '--month', '2022-05'], /2022-05 不在其中/],
    [
      'a report before the consolidation',
      (book) => ['report', book, '--month', '2023-05'],
      /还没有 2023-05 的汇总|上报收件人/,
    ],
  ])('%s', (_, args, message) => {
    const book = preparedBook();
    const before = readFileSync(book);
    const { status, stderr, stdout } = huizong(...args(book), '--json');
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(JSON.parse(stdout)).toHaveProperty('error');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(book).equals(before)).toBe(true);
  });

  it('a file that is no workbook', () => {
    const file = join(folder(), '月报.xlsx');
    writeFileSync(file, '这不是工作簿');
    const { status, stderr } = huizong('consolidate', file, '--month', '2023-05');
    expect(status).toBe(1);
    expect(stderr).toContain(file);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(file, 'utf8')).toBe('这不是工作簿');
  });

  it('a file that is not there is named, and none is made', () => {
    const file = join(folder(), '没有.xlsx');
    const { status, stderr } = huizong('consolidate', file, '--month', '2023-05');
    expect(status).toBe(1);
    expect(stderr).toContain('没有.xlsx');
    expect(existsSync(file)).toBe(false);
  });

  it('a plan that is not there, a folder in its place', () => {
    expect(huizong('plan', '没有.txt').status).toBe(1);
    expect(huizong('plan', folder()).status).toBe(1);
  });

  it('init over a workbook that holds another plan', () => {
    const book = preparedBook();
    const before = statSync(book).mtimeMs;
    const { status, stderr } = huizong('init', book, '--plan', 'examples/plan.txt', '--year', '2023');
    expect(status).toBe(1);
    expect(stderr).toMatch(/没有导入|已经/);
    expect(statSync(book).mtimeMs).toBe(before);
  });
});

it('a reader that goes before all is said disturbs nothing', () => {
  const book = preparedBook();
  const line = `set -o pipefail; '${process.execPath}' '${COMMAND}' consolidate '${book}' --month 2023-05 ${AS_OF.join(' ')} | true`;
  const { status, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(loadBook(book).sheets.map(({ name }) => name)).toContain('汇总-2023-05');
});

describe('wrong usage: exit 2', () => {
  it.each([
    [['consolidate']],
    [['consolidate', 'a.xlsx']],
    [['nonsense']],
    [['init', 'a.xlsx']],
    [['plan']],
    [['consolidate', 'a.xlsx', '--month', '2023-05', '--as-of', 'gestern']],
  ])('%j', (args) => {
    expect(huizong(...args).status).toBe(2);
  });

  it('help and version exit 0', () => {
    expect(huizong('--help').status).toBe(0);
    expect(huizong('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
