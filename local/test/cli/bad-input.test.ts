/** What goes wrong in an office, by the command line: each is told with sheet, row, column, what was found and what to do. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IN } from '../../../test/support/columns.ts';
import { type Host, loadBook, valuesOf } from '../../../test/support/host.ts';
import { fill, preparedWorkbook, rowFor, SUBMISSIONS } from '../../../test/support/month.ts';

const COMMAND = resolve('dist/huizong.js');
const MONTH = ['--month', '2023-05', '--as-of', '2023-05-23T09:00'];

const huizong = (...args: string[]) => spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A prepared workbook on disk, spoilt. */
function spoilt(spoil: (book: Book, host: Host) => void): string {
  const host = preparedWorkbook();
  spoil(host.services.SpreadsheetApp.getActiveSpreadsheet(), host);
  const path = join(mkdtempSync(join(tmpdir(), 'huizong-')), '月报.xlsx');
  host.save(path);
  return path;
}

const sheet = (book: Book, title: string): GoogleAppsScript.Spreadsheet.Sheet => {
  const found = book.getSheetByName(title);
  if (!found) throw new Error(`there is no sheet ${title}`);
  return found;
};

describe('refused, with nothing changed', () => {
  it.each<readonly [string, (book: Book, host: Host) => void, RegExp]>([
    ['a sheet gone', (book) => book.deleteSheet(sheet(book, '部门')), /找不到工作表“部门”.*检查并修复/],
    [
      'a column gone',
      (book) => void sheet(book, SUBMISSIONS).deleteColumn(IN.submissions.place('text') + 1),
      /【月度报送】第 1 行缺少列标题：“报送内容”.*检查并修复/,
    ],
    [
      'a setting nobody can read',
      (book) => void sheet(book, '设置').getRange(IN.settings.cell('value', 4)).setValue("'三十二"),
      /【设置】[A-Z]4 单元格“每月截止日”的值“三十二”不能用。1 到 31/,
    ],
    [
      'a setting of fifty thousand characters',
      (book) => void sheet(book, '设置').getRange(IN.settings.cell('value', 3)).setValue('文'.repeat(50_000)),
      /“单位名称”的值“文{60}…”不能用.*不超过 60 个字/,
    ],
  ])('%s', (_, spoil, words) => {
    const path = spoilt(spoil);
    const before = readFileSync(path);
    const { status, stderr, stdout } = huizong('consolidate', path, ...MONTH);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a new workbook in a folder that is not there: the folder is named', () => {
    const { status, stderr } = huizong('init', '/没有/月报.xlsx', '--year', '2023');
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('没有文件夹“/没有”。请先建立，或把工作簿放在别处。');
  });

  it('a plan that is a workbook, or an old Word document', () => {
    const path = spoilt(() => undefined);
    expect(huizong('plan', path).stderr).toContain('没有 Word 正文');
    const old = join(mkdtempSync(join(tmpdir(), 'huizong-')), '方案.doc');
    writeFileSync(old, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]));
    const { status, stderr } = huizong('plan', old);
    expect(status).toBe(1);
    expect(stderr).toContain('另存为 .docx 或 .txt');
  });

  it('an argument that is no JSON, or deeper than any function takes', () => {
    const path = spoilt(() => undefined);
    expect(huizong('run', path, 'prepare', '{month').stderr).toContain('参数“{month”不是 JSON');
    const { status, stderr } = huizong('run', path, 'prepare', `${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/嵌套超过 100 层。$/);
  });
});

describe('consolidated, with a finding for each row and nothing lost', () => {
  it('names nobody knows, months nobody reads, text for numbers, formulas typed as text, a thousand blank rows, a filter', () => {
    const path = spoilt((book, host) => {
      const rows = sheet(book, SUBMISSIONS);
      fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: `'=IMPORTXML("http://e")`, count: '很多' });
      fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '😀𠮷', time: '昨天' });
      const below = valuesOf(host, SUBMISSIONS).length + 1;
      const { from, to, values } = IN.submissions.block([
        { period: "'2023-05", department: '保卫客', task: '开展消防检查', text: '甲' },
        { period: "'2023-05", department: '保卫科', task: '开展消房检查', text: '乙' },
        { period: "'下个月", department: '保卫科', task: '开展消防检查', text: '丙' },
      ]);
      rows.getRange(IN.submissions.range(from, below, to, below + 2)).setValues(values);
      rows.insertRowsAfter(rows.getMaxRows(), 1000);
      rows.getRange(IN.submissions.rows(1, below + 2)).createFilter();
    });
    const { status, stdout } = huizong('consolidate', path, ...MONTH);
    expect(status).toBe(0);
    for (const words of [
      /第 6 行“部门”列：不认识部门“保卫客”.*是不是“保卫科”.*“甲”/,
      /第 7 行“任务”列：不认识任务“开展消房检查”.*是不是“开展消防检查”.*“乙”/,
      /第 8 行“月份”列：月份“下个月”看不懂.*2023-05.*“丙”/,
      /“数量”列：“很多”不是数字.*请只填数字/,
      /“报送时间”列：时间“昨天”看不懂.*2023-05-18 09:30/,
    ])
      expect(stdout).toMatch(words);
    const words = loadBook(path)
      .sheets.find(({ name }) => name === '汇总-2023-05')
      ?.rows.flatMap((row) => row?.values ?? [])
      .join('\n');
    for (const text of ['=IMPORTXML("http://e")', '😀𠮷', '甲', '乙', '丙']) expect(words).toContain(text);
  });

  it.each(['2023-05', '2023年5月', '2023/5', '5月'])('the month written %s', (month) => {
    const path = spoilt(() => undefined);
    const { status, stdout } = huizong('consolidate', path, '--month', month, '--as-of', '2023-05-23T09:00');
    expect(status).toBe(0);
    expect(stdout).toContain('2023-05 汇总完成');
  });
});

describe('text that a terminal would act on', () => {
  const ESC = '\u001b]0;改名\u0007\u001b[2J\u009b31m\u202e';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a terminal
  const ACTIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it('is named, not sent, by every command that prints; JSON reads back as it was', () => {
    const path = spoilt((book, host) => {
      const at = valuesOf(host, SUBMISSIONS).length + 1;
      const row = { period: "'2023-05", department: `保卫${ESC}`, task: '开展消防检查', text: `内容${ESC}` };
      sheet(book, SUBMISSIONS)
        .getRange(IN.submissions.range('period', at, 'text', at))
        .setValues(IN.submissions.block([row]).values);
      fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: `查了${ESC}` });
    });
    const plan = join(mkdtempSync(join(tmpdir(), 'huizong-')), '方案.txt');
    writeFileSync(plan, `一、检查${ESC}工作。\n责任单位：保卫${ESC}科、后勤处\n`);
    const runs = [
      huizong('consolidate', path, ...MONTH),
      huizong('report', path, ...MONTH),
      huizong('plan', plan),
      huizong('consolidate', path, '--month', `五${ESC}月`),
      huizong('run', path, `没有${ESC}`),
      huizong('plan', `${plan}${ESC}`),
      huizong(`没有${ESC}`),
    ];
    for (const { stdout, stderr } of runs) {
      expect(stdout).not.toMatch(ACTIVE);
      expect(stderr).not.toMatch(ACTIVE);
    }
    expect(runs[0]?.stdout).toContain('保卫<U+001B>]0;改名<U+0007>');
    for (const args of [
      ['consolidate', path, ...MONTH],
      ['report', path, ...MONTH],
      ['run', path, 'report', '{"month":"2023-05"}'],
    ]) {
      const { stdout, status } = huizong(...args, '--json');
      expect(status).toBe(0);
      expect(stdout).not.toMatch(ACTIVE);
      expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify(ESC).slice(1, -1));
    }
  });
});
