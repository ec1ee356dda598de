/** The page of `huizong open` speaks the language of the workbook, or the one asked for. */
import { describe, expect, it } from 'vitest';
import { setSetting, type } from '../support/host.ts';
import { preparedWorkbook, SUBMISSIONS } from '../support/month.ts';
import { fileOf, opened, type Page, preparedFile, sheetNumber } from '../support/open.ts';

const CLERK = 'houqin@example.cn';

function englishFile(): string {
  const host = preparedWorkbook();
  host.services.SpreadsheetApp.getActiveSpreadsheet().addEditor(CLERK);
  type(host, '部门', 'D3', [[CLERK]]);
  host.call('rights');
  setSetting(host, '语言', 'English');
  return fileOf(host);
}

/** A clerk writes into the column of the months, which is the office's. */
const trespass = (page: Page) =>
  page.ask({
    do: 'edit',
    sheet: sheetNumber(page.state(), SUBMISSIONS),
    parts: [{ row: 2, column: 1, values: [['2023-06']] }],
  });

describe('a workbook whose 语言 is English', () => {
  it('has its menu, the platform’s refusals and the page’s own in English', async () => {
    const page = await opened(englishFile(), { account: CLERK });
    await page.ask({ do: 'open' });
    expect(page.state().language).toBe('en');
    expect(page.state().menus[0]?.items.map(({ label }) => label)).toContain('Prepare month');
    expect(await trespass(page)).toMatchObject({
      ok: false,
      message: expect.stringContaining('You are trying to edit a protected cell or object.'),
    });
    const at = { sheet: sheetNumber(page.state(), SUBMISSIONS), areas: [] };
    expect(await page.ask({ do: 'click', run: 'send', at })).toMatchObject({ message: 'The menu has no such entry.' });
    expect(await page.ask({ do: 'answer', question: 99, button: 'OK' })).toMatchObject({
      message: 'This question has been answered already.',
    });
  });

  it('is shown in Chinese where that is asked for', async () => {
    const page = await opened(englishFile(), { account: CLERK, language: 'zh-CN' });
    expect(page.state().language).toBe('zh-CN');
    expect(await trespass(page)).toMatchObject({ ok: false, message: expect.stringContaining('受保护') });
  });
});

it('a language changed in 设置 is the page’s when it is opened anew', async () => {
  const page = await opened(preparedFile());
  await page.ask({ do: 'open' });
  expect(page.state().language).toBe('zh-CN');
  await page.ask({
    do: 'call',
    name: 'saveSettings',
    args: [{ values: [{ key: 'language', value: 'English' }] }],
  });
  expect(page.state().language).toBe('zh-CN');
  await page.ask({ do: 'open' });
  expect(page.state().language).toBe('en');
  expect(page.state().menus[0]?.items.map(({ label }) => label)).toContain('Prepare month');
  expect(page.heard.filter(({ kind }) => kind === 'seat').at(-1)).toMatchObject({ language: 'en' });
});
