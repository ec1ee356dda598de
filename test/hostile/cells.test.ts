/**
 * The corpus in the cells of every sheet, through every command, to every exit: what was typed is what stands there, and
 * nothing of it acts.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnLetter } from '../../src/spreadsheet/cell.ts';
import type { SubmissionKey } from '../../src/workbook/sheets/submissions.ts';
import { IN } from '../support/columns.ts';
import { createHost, entriesOf, type Host, setSetting, startHuizong, valuesOf } from '../support/host.ts';
import { type Consolidated, RECIPIENTS, SUBMISSIONS } from '../support/month.ts';
import { CORPUS, NAMES, TOO_LONG } from './corpus.ts';
import { formulasIn, mailsOf, strangersIn, textIn } from './exits.ts';

const MONTH = '2023-05';
/** Counted from 1. */
const STATE = IN.submissions.place('state') + 1;

/** Text as a person enters what must stay text: behind an apostrophe, which the sheet takes off. */
const typed = (text: string): string => (text.length < 50_000 ? `'${text}` : text);

function sheetOf(host: Host, title: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (!sheet) throw new Error(`there is no sheet ${title}`);
  return sheet;
}

/** Departments and tasks of hostile names; every hostile text in a return, in a reason, in returns that were not owed. */
function hostileWorkbook(): Host {
  const host = startHuizong({ now: '2023-05-01T09:00' });
  host.call('setUp', { year: 2023 });
  setSetting(host, '单位名称', typed('示例\r\nBcc: evil@example.com<script>'));
  setSetting(host, '上报收件人', RECIPIENTS);
  setSetting(host, '报告引言', typed('=1+1 <img src=x onerror=alert(1)> __proto__'));
  setSetting(host, '办公室联系人', typed('</div><script>alert(1)</script>'));
  const names = NAMES.map(({ text }) => typed(text));
  sheetOf(host, '部门')
    .getRange(IN.departments.range('name', 2, 'archivist', names.length + 1))
    .setValues(
      IN.departments.block(
        names.map((name, at) => ({ name, contact: name, mail: `d${at}@example.cn`, leader: name, archivist: name })),
      ).values,
    );
  const matrix = sheetOf(host, '责任矩阵');
  matrix.insertColumnsAfter(matrix.getMaxColumns(), names.length);
  matrix.getRange(1, IN.matrix.width + 1, 1, names.length).setValues([names]);
  // Task i is department i's: each name stands for both.
  matrix
    .getRange(IN.matrix.range('no', 2, 'content', names.length + 1))
    .setValues(
      IN.matrix.block(names.map((name, at) => ({ no: typed(`${at + 1}`), title: name, content: name }))).values,
    );
  matrix
    .getRange(2, IN.matrix.width + 1, names.length, names.length)
    .setValues(names.map((_, at) => [...names.map((_, department) => (department === at ? '责任' : ''))]));
  host.call('prepare', { month: MONTH });
  host.setNow('2023-05-18T09:00');
  const rows = valuesOf(host, SUBMISSIONS);
  const sheet = sheetOf(host, SUBMISSIONS);
  const put = (row: number, cells: Partial<Record<SubmissionKey, string>>) => {
    for (const [key, value] of Object.entries(cells))
      sheet.getRange(IN.submissions.cell(key as SubmissionKey, row)).setValue(value);
  };
  CORPUS.forEach(({ text }, at) => {
    const row = at + 2 <= rows.length ? at + 2 : sheet.getLastRow() + 1;
    if (row > rows.length) put(row, { period: MONTH, department: typed(NAMES[0]?.text ?? ''), task: typed('1') });
    put(row, { text: typed(text), links: typed(text), submitter: typed(text), reason: typed(text) });
    put(row, { time: '2023-05-18 09:00' });
  });
  // Rows for departments, tasks and months that are unknown.
  for (const { text } of NAMES) {
    const below = sheet.getLastRow() + 1;
    put(below, { period: MONTH, department: typed(`${text}？`), task: typed(`${text}！`), text: '甲' });
    put(below + 1, { period: typed(text), department: typed(text), task: typed(text), text: '乙' });
  }
  return host;
}

/** The words people typed, column by column; what a command wrote beside them is left out. */
function typedIn(host: Host): unknown[] {
  const wanted = (['department', 'task', 'text', 'links', 'submitter', 'reason'] as const).map(IN.submissions.place);
  return [
    valuesOf(host, SUBMISSIONS).map((row) => wanted.map((at) => row[at])),
    valuesOf(host, '部门'),
    valuesOf(host, '责任矩阵'),
    valuesOf(host, '设置'),
  ];
}

const isOwn = (sheet: string, _row: number, at: number): boolean => sheet === SUBMISSIONS && at === STATE;

describe('hostile text in every sheet', () => {
  let host: Host;
  let before: unknown[];
  let reply: Consolidated['reply'];
  beforeAll(() => {
    host = hostileWorkbook();
    before = typedIn(host);
    reply = (host.call('consolidate', { month: MONTH }) as Consolidated).reply;
  }, 240_000);

  it('is in the cells as it was typed, before any command', () => {
    const texts = new Set(entriesOf(host, IN.submissions).map((row) => row.text));
    for (const { name, text } of CORPUS) expect(texts.has(text), name).toBe(true);
  });

  it('is the same text in the same cells after every command, run twice', () => {
    const commands: readonly (readonly [string, unknown?])[] = [
      ['prepare', { month: MONTH }],
      ['consolidate', { month: MONTH }],
      ['report', { month: MONTH }],
      ['rights'],
      ['repair'],
      ['send', { month: MONTH }],
      ['consolidate', { month: MONTH }],
    ];
    for (const [command, ...args] of commands) {
      host.call(command, ...args);
      expect(typedIn(host), command).toEqual(before);
      expect(formulasIn(host, isOwn), command).toEqual([]);
    }
  }, 240_000);

  it('is in the consolidation word for word, each under its department', () => {
    const merged = reply.tasks.map(({ merged: text }) => text).join('\n');
    for (const { name, text } of CORPUS) expect(merged.includes(text), name).toBe(true);
  });

  it('stands in the report’s cells as text, and put together again it is whole', () => {
    const cells = valuesOf(host, `汇总-${MONTH}`);
    const words = cells.map((row) => row[1]);
    expect(words.every((cell) => typeof cell === 'string')).toBe(true);
    for (const { name, text } of CORPUS) expect(words.join('').includes(text), name).toBe(true);
    const heads = new Set(cells.flat());
    for (const { name, text } of NAMES) expect(heads.has(text), name).toBe(true);
  });

  it('names departments and tasks: none is confused with what every object has, and each has one obligation', () => {
    expect(reply.due).toBe(NAMES.length);
    expect(reply.departments.map(({ name }) => name)).toEqual(NAMES.map(({ text }) => text));
    for (const { due } of reply.departments) expect(due).toBe(1);
  });

  it('of a department, task or month nobody knows is a finding that names it, not a loss', () => {
    const found = new Set(reply.findings.map(({ found: text }) => text));
    for (const { name, text } of NAMES) expect(found.has(`${text}？`), name).toBe(true);
  });

  it('as the preview’s page is data, and runs nothing', () => {
    host.fire.onOpen();
    host.ui.answer({ button: 'OK', text: MONTH });
    host.ui.click('汇总 ▸ 预览');
    const html = host.ui.dialogs[host.ui.dialogs.length - 1]?.html ?? '';
    const [, json = ''] = /window\.HUIZONG_DATA = (.*?);<\/script>/.exec(html) ?? [];
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    const data = JSON.parse(json) as { html: string; recipients: string[] };
    expect(data.recipients).toHaveLength(2);
    expect(strangersIn(data.html)).toEqual([]);
    expect(html.split('<script>')).toHaveLength(3);
  });

  it('in a mail is text: no element, no attribute, no header and no recipient of its own', async () => {
    const mails = await mailsOf(host);
    expect(mails.map(({ email }) => email.to?.map(({ address }) => address))).toEqual([
      ['wenmingban@example.cn'],
      ['jiguangongwei@example.cn'],
    ]);
    for (const { email, headers } of mails) {
      expect([email.cc ?? [], email.bcc ?? []]).toEqual([[], []]);
      expect(headers).toEqual(['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']);
      expect(email.subject).toBe('示例 Bcc: evil@example.com<script>2023年5月工作报送汇总');
      expect(email.from?.address).toBe('office@example.cn');
      expect(strangersIn(email.html ?? '')).toEqual([]);
      expect(textIn(email.html ?? '')).toContain('=1+1 <img src=x onerror=alert(1)> __proto__');
    }
  });

  it('is in the log of commands as text', () => {
    for (const row of valuesOf(host, '操作日志')) for (const cell of row) expect(typeof cell).toBe('string');
  });

  it('is the same text in the file, read back by the host', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'hostile-')), '月报.xlsx');
    host.save(path);
    const again = createHost({ workbook: path });
    expect(typedIn(again)).toEqual(typedIn(host));
    expect(valuesOf(again, `汇总-${MONTH}`)).toEqual(valuesOf(host, `汇总-${MONTH}`));
    expect(formulasIn(again, isOwn)).toEqual([]);
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  it.skipIf(!office)(
    `is text in LibreOffice too${office ? '' : ' (not tried: there is none here)'}`,
    () => {
      const dir = mkdtempSync(join(tmpdir(), 'hostile-'));
      const path = join(dir, '月报.xlsx');
      host.save(path);
      // Token 12: every sheet; 10: formulas shown as formulas, so that one that acts would be seen.
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,true,false,-1';
      const run = spawnSync('soffice', [
        `-env:UserInstallation=file://${dir}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        dir,
        path,
      ]);
      expect(run.status).toBe(0);
      const csv = readFileSync(join(dir, `月报-${SUBMISSIONS}.csv`), 'utf8').replaceAll('""', '"');
      for (const { name, text } of CORPUS) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what LibreOffice shows in its own way
        if (/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\u2028\u2029]|_x[\dA-F]{4}_/.test(text)) continue;
        expect(csv.includes(text), name).toBe(true);
      }
    },
    180_000,
  );
});

describe('a text longer than a cell', () => {
  it('is refused by the sheet before the add-on sees it; nothing of the cell is lost', () => {
    const host = startHuizong({ now: '2023-05-01T09:00' });
    host.call('setUp', { year: 2023 });
    const own = `${columnLetter(IN.settings.width)}2`;
    expect(() => sheetOf(host, '设置').getRange(own).setValue(TOO_LONG)).toThrow('50000');
    expect(sheetOf(host, '设置').getRange(own).getValue()).toBe('');
  });
});
