/** What a person types on the page is typed on the host: kept, refused or completed as in Sheets. */

import { describe, expect, it } from 'vitest';
import type { SubmissionKey } from '../../../src/workbook/sheets/submissions.ts';
import { IN } from '../../../test/support/columns.ts';
import {
  createHost,
  entriesOf,
  type Host,
  loadBook,
  OFFICE,
  paste,
  startHuizong,
  valuesOf,
} from '../../../test/support/host.ts';
import { preparedWorkbook, rowFor, SUBMISSIONS } from '../../../test/support/month.ts';
import { drawnCell, fileOf, opened, type Page, preparedFile, sheetNumber } from '../support/open.ts';

const GUARDS = 'baoweike@example.cn';
const LOGISTICS = 'houqin@example.cn';

/** The small plan's May, each department to its own rows. */
function shared(): Host {
  sharedBook ??= newShared().book;
  return startHuizong({ workbook: structuredClone(sharedBook) });
}

let sharedBook: Host['book'] | undefined;

function newShared(): Host {
  const host = preparedWorkbook();
  for (const account of [GUARDS, LOGISTICS]) host.services.SpreadsheetApp.getActiveSpreadsheet().addEditor(account);
  paste(host, IN.departments, 2, [{ mail: GUARDS }, { mail: LOGISTICS }, { mail: 'renshi@example.cn' }]);
  host.call('rights');
  return host;
}

const edit = (page: Page, row: number, column: number, values: string[][], sheet = SUBMISSIONS) =>
  page.ask({ do: 'edit', sheet: sheetNumber(page.state(), sheet), parts: [{ row, column, values }] });

/** A column of 月度报送, counted from 1. */
const number = (key: SubmissionKey): number => IN.submissions.place(key) + 1;
const TEXT = number('text');
const TASK = number('task');

const kept = (path: string, sheet = SUBMISSIONS) => valuesOf(createHost({ workbook: path }), sheet);

describe('a cell', () => {
  it('that is typed is kept in the file, stamped by the trigger set-up installed', async () => {
    const host = shared();
    const path = fileOf(host);
    const row = rowFor(host, '后勤处', '开展消防检查');
    const page = await opened(path, { account: LOGISTICS });
    expect(await edit(page, row, TEXT, [['查了仓库，007 号门已修']])).toEqual({ ok: true });
    expect(drawnCell(page.state(), SUBMISSIONS, row, number('time'))?.value).toBe('2023-05-23 12:00');
    await page.close();
    expect(IN.submissions.entry(kept(path)[row - 1] ?? [])).toMatchObject({
      text: '查了仓库，007 号门已修',
      time: '2023-05-23 12:00',
    });
  });

  it('stays text where its format says so, and becomes what typing makes of it elsewhere', async () => {
    const page = await opened(preparedFile());
    await edit(page, 2, TEXT, [['007']]);
    await edit(page, 60, 20, [['007']]);
    expect(drawnCell(page.state(), SUBMISSIONS, 2, TEXT)?.value).toBe('007');
    expect(drawnCell(page.state(), SUBMISSIONS, 60, 20)?.value).toBe(7);
  });

  it('that is emptied is empty', async () => {
    const page = await opened(preparedFile());
    await edit(page, 2, TEXT, [['查了']]);
    await edit(page, 2, TEXT, [['']]);
    expect(drawnCell(page.state(), SUBMISSIONS, 2, TEXT)?.value).toBeUndefined();
  });

  it.each([
    ['another department’s row', TEXT],
    ['the month of a prepared row', number('period')],
    ['the review', number('review')],
  ])('of %s is refused to a clerk in the platform’s words, and nothing changes', async (_, column) => {
    const host = shared();
    const path = fileOf(host);
    const row = rowFor(host, '保卫科', '开展消防检查');
    const page = await opened(path, { account: LOGISTICS });
    const before = drawnCell(page.state(), SUBMISSIONS, row, column);
    expect(await edit(page, row, column, [['改写']])).toEqual({
      ok: false,
      name: 'Exception',
      message: '您正在尝试修改受保护的单元格或对象。如果您需要进行修改，请与电子表格所有者联系，让其移除保护设置。',
    });
    expect(drawnCell(page.state(), SUBMISSIONS, row, column)).toEqual(before);
    await page.close();
    expect(kept(path)).toEqual(valuesOf(host, SUBMISSIONS));
  });

  it('that its dropdown does not allow is refused, with what it allows', async () => {
    const path = preparedFile();
    const row =
      entriesOf(createHost({ workbook: path }), IN.settings).findIndex(({ label }) => label === '遇节假日') + 2;
    const value = IN.settings.place('value') + 1;
    const page = await opened(path);
    expect(await edit(page, row, value, [['看情况']], '设置')).toMatchObject({
      ok: false,
      message: expect.stringContaining('不顺延, 顺延, 提前'),
    });
    expect(drawnCell(page.state(), '设置', row, value)?.value).toBe('不顺延');
  });

  it('of a sheet that is gone is told', async () => {
    const page = await opened(preparedFile());
    expect(await page.ask({ do: 'edit', sheet: 999, parts: [{ row: 1, column: 1, values: [['x']] }] })).toMatchObject({
      ok: false,
      message: '这个工作表已经不在了。',
    });
  });
});

describe('many cells', () => {
  it('pasted below the end make the sheet longer', async () => {
    const path = preparedFile();
    const page = await opened(path);
    const rows = Array.from({ length: 500 }, (_, index) => [`说明 ${index + 1}`]);
    expect(await edit(page, 900, 20, rows)).toEqual({ ok: true });
    expect(page.state().book.sheets.find(({ name }) => name === SUBMISSIONS)?.rows).toBe(1399);
    await page.close();
    expect(kept(path)[1398]?.[19]).toBe('说明 500');
  });

  it('a paste that reaches into another’s row is refused whole', async () => {
    const host = shared();
    const page = await opened(fileOf(host), { account: LOGISTICS });
    const before = page.state().book.sheets.find(({ name }) => name === SUBMISSIONS)?.cells;
    expect((await edit(page, 2, TEXT, [['a'], ['b'], ['c'], ['d']])).ok).toBe(false);
    expect(page.state().book.sheets.find(({ name }) => name === SUBMISSIONS)?.cells).toEqual(before);
  });
});

describe('rows and columns', () => {
  it('come in, go, and get another size', async () => {
    const path = preparedFile();
    const task = kept(path)[1]?.[TASK - 1];
    const page = await opened(path);
    const sheet = sheetNumber(page.state(), SUBMISSIONS);
    await page.ask({ do: 'insert', sheet, axis: 'rows', before: 2, count: 2 });
    expect(drawnCell(page.state(), SUBMISSIONS, 4, TASK)?.value).toBe(task);
    await page.ask({ do: 'remove', sheet, axis: 'rows', from: 2, count: 2 });
    expect(drawnCell(page.state(), SUBMISSIONS, 2, TASK)?.value).toBe(task);
    await page.ask({ do: 'resize', sheet, axis: 'columns', from: TEXT, count: 1, size: 333 });
    await page.close();
    expect(loadBook(path).sheets.find(({ name }) => name === SUBMISSIONS)?.columns[TEXT - 1]?.width).toBe(333);
  });

  it('of a guarded sheet do not for a clerk', async () => {
    const page = await opened(fileOf(shared()), { account: GUARDS });
    const outcome = await page.ask({
      do: 'remove',
      sheet: sheetNumber(page.state(), '设置'),
      axis: 'rows',
      from: 2,
      count: 1,
    });
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('受保护') });
  });
});

describe('who sits there', () => {
  it('is the file’s owner unless told, and those who may be are offered', async () => {
    const { state } = await opened(fileOf(shared()));
    expect(state().account).toBe(OFFICE);
    expect(state().accounts).toEqual(expect.arrayContaining([OFFICE, GUARDS, LOGISTICS]));
  });

  it('can be changed on the page, and has other rights then', async () => {
    const host = shared();
    const page = await opened(fileOf(host));
    const row = rowFor(host, '保卫科', '开展消防检查');
    expect((await edit(page, row, TEXT, [['办公室代填']])).ok).toBe(true);
    await page.ask({ do: 'account', account: LOGISTICS });
    expect(page.state().account).toBe(LOGISTICS);
    expect((await edit(page, row, TEXT, [['改写']])).ok).toBe(false);
  });

  it('keeps what is in front and selected when it changes', async () => {
    const page = await opened(fileOf(shared()));
    const front = {
      sheet: sheetNumber(page.state(), SUBMISSIONS),
      areas: [{ row: 3, column: 2, rows: 1, columns: 2 }],
    };
    await page.ask({ do: 'select', ...front });
    await page.ask({ do: 'account', account: LOGISTICS });
    expect(page.state().front).toEqual(front);
    expect(page.heard.filter(({ kind }) => kind === 'front')).toEqual([]);
  });

  it('becomes the owner of a file that has none where that is asked for', async () => {
    const host = shared();
    host.book.owner = '';
    const path = fileOf(host);
    const row = rowFor(host, '保卫科', '开展消防检查');
    const page = await opened(path, { account: LOGISTICS, owner: OFFICE });
    expect((await edit(page, row, TEXT, [['改写']])).ok).toBe(false);
    await page.close();
    expect(loadBook(path).owner).toBe(OFFICE);
  });
});

describe('a trigger that fails', () => {
  it('takes nothing back of what was typed; the page is told', async () => {
    const host = preparedWorkbook();
    // Installed for a function the script has not.
    host.book.sidecar['triggers'] = host.book.sidecar['triggers']?.replace('whenEdited', 'noSuchFunction') ?? '';
    const path = fileOf(host);
    const page = await opened(path);
    expect(await edit(page, 2, TEXT, [['查了三栋楼']])).toEqual({ ok: true });
    expect(page.heard).toContainEqual({
      kind: 'trouble',
      message: '触发器“noSuchFunction”出错：找不到脚本函数：noSuchFunction',
    });
    await page.close();
    expect(kept(path)[1]?.[TEXT - 1]).toBe('查了三栋楼');
  });
});
