/** The menu, its questions, toasts, dialogs and pages, as the person at the page has them. */
import { describe, expect, it } from 'vitest';
import { OFFICE, startHuizong } from '../../../test/support/host.ts';
import { SMALL_PLAN, SUBMISSIONS, setUpWorkbook } from '../../../test/support/month.ts';
import type { PlacedCell } from '../../src/open/wire.ts';
import { drawnCell, fileOf, opened, type Page, preparedFile, send, sheetNumber } from '../support/open.ts';

const menu = async (page: Page): Promise<void> => void (await page.ask({ do: 'open' }));

const click = (page: Page, run: string, at = { sheet: sheetNumber(page.state(), SUBMISSIONS), areas: [] as never[] }) =>
  page.ask({ do: 'click', run, at });

const question = (page: Page) => page.until(({ question: asked }) => asked);

async function answer(page: Page, button: string, text?: string) {
  const { id } = await question(page);
  expect((await page.ask({ do: 'answer', question: id, button, ...(text === undefined ? {} : { text }) })).ok).toBe(
    true,
  );
  await page.until(({ question: asked }) => asked?.id !== id);
}

describe('the menu', () => {
  it('is there once the page is opened', async () => {
    const page = await opened(preparedFile());
    expect(page.state().menus).toEqual([]);
    await menu(page);
    expect(page.state().menus.map(({ label }) => label)).toEqual(['汇总']);
    expect(page.state().menus[0]?.items.map(({ label }) => label)).toContain('准备本月');
  });

  it('is whole once the workbook is set up on a page, without anybody opening it again', async () => {
    const page = await opened(fileOf(startHuizong()));
    await menu(page);
    const labels = () => page.state().menus.flatMap(({ items }) => items.map(({ label }) => label));
    expect(labels()).toEqual(['初始化工作簿', '导入方案']);
    await page.ask({ do: 'call', name: 'setUp', args: [{ year: 2023, text: SMALL_PLAN }] });
    expect(labels()).toContain('准备本月');
    expect(labels()).not.toContain('初始化工作簿');
  });

  it('names what is being done by an entry of a submenu too', async () => {
    const page = await opened(preparedFile());
    await menu(page);
    const done = click(page, 'menuRepair');
    await question(page);
    expect(page.state().working).toBe('检查并修复');
    await answer(page, 'OK');
    expect(await done).toEqual({ ok: true });
  });

  it('runs nothing that is not on it', async () => {
    const page = await opened(preparedFile());
    await menu(page);
    expect(await click(page, 'send')).toEqual({ ok: false, name: 'Error', message: '菜单里没有这一项。' });
  });
});

describe('a command', () => {
  it('asks, waits for the answer, says what it does, and ends with a summary', async () => {
    const page = await opened(fileOf(setUpWorkbook(SMALL_PLAN)), { asOf: '2023-05-01T09:00' });
    await menu(page);
    const done = click(page, 'menuPrepare');
    expect(await question(page)).toMatchObject({ what: 'prompt', title: '准备本月', buttons: ['OK', 'CANCEL'] });
    expect(page.state().working).toBe('准备本月');
    await answer(page, 'OK', '');
    expect(await page.until(({ question: asked }) => asked?.what === 'alert' && asked)).toMatchObject({
      message: expect.stringContaining('2023-05'),
      buttons: ['OK'],
    });
    expect(page.heard).toContainEqual(expect.objectContaining({ kind: 'toast', title: '汇总' }));
    await answer(page, 'OK');
    expect(await done).toEqual({ ok: true });
    expect(page.state().working).toBeNull();
    expect(
      page
        .state()
        .book.sheets.find(({ name }) => name === SUBMISSIONS)
        ?.cells.some(([row]) => row === 5),
    ).toBe(true);
  });

  it('left with a closed box does nothing', async () => {
    const page = await opened(fileOf(setUpWorkbook(SMALL_PLAN)), { asOf: '2023-05-01T09:00' });
    await menu(page);
    const before = page.state().book;
    const done = click(page, 'menuPrepare');
    await answer(page, 'CLOSE');
    expect(await done).toEqual({ ok: true });
    expect(page.state().book).toEqual(before);
  });

  it('works on what is selected on the page', async () => {
    const page = await opened(preparedFile());
    await menu(page);
    const sheet = sheetNumber(page.state(), SUBMISSIONS);
    await page.ask({ do: 'edit', sheet, parts: [{ row: 2, column: 6, values: [['查了'], ['查了'], ['查了']] }] });
    const areas = [{ row: 3, column: 1, rows: 2, columns: 3 }];
    const done = page.ask({ do: 'click', run: 'menuAccept', at: { sheet, areas } });
    await answer(page, 'OK');
    await done;
    expect([2, 3, 4].map((row) => drawnCell(page.state(), SUBMISSIONS, row, 12)?.value)).toEqual([
      undefined,
      '通过',
      '通过',
    ]);
  });

  it('shows the sheet it made before its summary is answered', async () => {
    const page = await opened(preparedFile());
    await menu(page);
    const done = click(page, 'menuConsolidate');
    await answer(page, 'OK', '2023-05');
    await page.until(({ question: asked }) => asked?.what === 'alert');
    expect(page.state().book.sheets.map(({ name }) => name)).toContain('汇总-2023-05');
    await answer(page, 'OK');
    await done;
  });

  it('waits for the one before it', async () => {
    const page = await opened(preparedFile());
    await menu(page);
    const order: string[] = [];
    const first = click(page, 'menuConsolidate').then(() => order.push('汇总'));
    const typed = page
      .ask({
        do: 'edit',
        sheet: sheetNumber(page.state(), SUBMISSIONS),
        parts: [{ row: 2, column: 6, values: [['查了']] }],
      })
      .then(() => order.push('typed'));
    await answer(page, 'CANCEL');
    await Promise.all([first, typed]);
    expect(order).toEqual(['汇总', 'typed']);
  });
});

describe('a question', () => {
  it('is still there when the page is opened anew', async () => {
    const page = await opened(preparedFile());
    await menu(page);
    const done = click(page, 'menuConsolidate');
    const asked = await question(page);
    expect(JSON.parse((await send(`${page.address}state`)).text)).toMatchObject({ question: asked });
    await answer(page, 'CANCEL');
    await done;
  });

  it('takes no button it has not, and no second answer', async () => {
    const page = await opened(preparedFile());
    await menu(page);
    const done = click(page, 'menuConsolidate');
    const { id } = await question(page);
    const refused = { ok: false, name: 'Error', message: '这个问题已经回答过了。' };
    expect(await page.ask({ do: 'answer', question: id, button: 'YES' })).toEqual(refused);
    await page.ask({ do: 'answer', question: id, button: 'CANCEL' });
    await done;
    expect(await page.ask({ do: 'answer', question: id, button: 'CANCEL' })).toEqual(refused);
  });
});

describe('a dialog', () => {
  async function reminder(page: Page) {
    await menu(page);
    const done = click(page, 'menuRemind');
    await answer(page, 'OK', '2023-05');
    await done;
    const [shown] = page.state().pages;
    if (!shown) throw new Error('no page is shown');
    return shown;
  }

  it('is the add-on’s page in a frame of its own, its address without the token', async () => {
    const page = await opened(preparedFile());
    const shown = await reminder(page);
    expect(shown).toMatchObject({ where: 'dialog', modal: true, width: 900, height: 640 });
    expect(shown.address).toMatch(/^\/page\/[0-9a-f]{32}$/);
    const { status, headers, text } = await send(new URL(shown.address, page.address).href);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts .*default-src 'none'/);
    expect(text.indexOf('window.google')).toBeLessThan(text.indexOf('HUIZONG_DATA'));
    expect(text).not.toContain(new URL(page.address).pathname.split('/')[1]);
  });

  it('calls functions of the script, gets their answers and refusals', async () => {
    const page = await opened(preparedFile());
    expect(await page.ask({ do: 'call', name: 'reminders', args: [{ month: '2023-05' }] })).toMatchObject({
      ok: true,
      answer: { period: '2023-05' },
    });
    expect(await page.ask({ do: 'call', name: 'reminders', args: [{ month: '五月初' }] })).toMatchObject({
      ok: false,
      name: 'Refusal',
      message: expect.stringContaining('看不懂月份“五月初”'),
    });
  });

  it.each(['Huizong_', 'eval', 'SpreadsheetApp.flush', 'constructor'])('cannot call %s', async (name) => {
    const page = await opened(preparedFile());
    expect(await page.ask({ do: 'call', name, args: [] })).toEqual({
      ok: false,
      name: 'Error',
      message: `Script function not found: ${name}`,
    });
  });

  it('that is closed is gone, and so is its page', async () => {
    const page = await opened(preparedFile());
    const shown = await reminder(page);
    await page.ask({ do: 'close', page: shown.id });
    expect(page.state().pages).toEqual([]);
    expect((await send(new URL(shown.address, page.address).href)).status).toBe(404);
  });

  it('gives way to the next one', async () => {
    const page = await opened(preparedFile());
    const shown = await reminder(page);
    await click(page, 'menuImportPlan');
    expect(page.state().pages).toHaveLength(1);
    expect(page.state().pages[0]?.id).not.toBe(shown.id);
  });
});

describe('the log', () => {
  it('names the account that sits at the page', async () => {
    const page = await opened(preparedFile(), { account: OFFICE });
    const lines = (): readonly PlacedCell[] =>
      page.state().book.sheets.find(({ name }) => name === '操作日志')?.cells ?? [];
    const before = lines().length;
    await menu(page);
    const done = click(page, 'menuConsolidate');
    await answer(page, 'OK', '2023-05');
    await answer(page, 'OK');
    await done;
    const added = lines()
      .slice(before)
      .map(([, , cell]) => cell?.value);
    expect(added).toContain(OFFICE);
  });
});
