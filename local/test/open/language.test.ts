/** The page of `huizong open` speaks the language of the workbook, or the one asked for. */

import { describe, expect, it } from 'vitest';
import { IN } from '../../../test/support/columns.ts';
import { enter, type Host, setSetting, startHuizong } from '../../../test/support/host.ts';
import { preparedWorkbook, SUBMISSIONS } from '../../../test/support/month.ts';
import { fileOf, opened, type Page, preparedFile, sheetNumber } from '../support/open.ts';

const CLERK = 'houqin@example.cn';

function englishFile(): string {
  const host = preparedWorkbook();
  host.services.SpreadsheetApp.getActiveSpreadsheet().addEditor(CLERK);
  enter(host, IN.departments, 3, { mail: CLERK });
  host.call('rights');
  setSetting(host, '语言', 'English');
  return fileOf(host);
}

type Sheet = NonNullable<
  ReturnType<ReturnType<Host['services']['SpreadsheetApp']['getActiveSpreadsheet']>['getSheetByName']>
>;

/** The English workbook after its 设置 was rearranged. */
function rearranged(rearrange: (settings: Sheet) => void): string {
  const host = preparedWorkbook();
  setSetting(host, '语言', 'English');
  rearrange(host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('设置') as Sheet);
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

describe('a workbook whose 设置 somebody has rearranged speaks its language', () => {
  it.each<readonly [string, (settings: Sheet) => void]>([
    ['with a column put in before the first', (settings) => settings.insertColumnBefore(1)],
    ['with the values before the labels', (settings) => settings.moveColumns(settings.getRange('B:B'), 1)],
    ['with rows put in above the headings', (settings) => settings.insertRowsBefore(1, 2)],
    [
      'with the setting called Language',
      (settings) => {
        const row =
          settings
            .getDataRange()
            .getValues()
            .findIndex(([label]) => label === '语言') + 1;
        settings.getRange(row, 1).setValue('Language');
      },
    ],
  ])('%s', async (_, rearrange) => {
    const page = await opened(rearranged(rearrange));
    await page.ask({ do: 'open' });
    expect(page.state().language).toBe('en');
    expect(page.state().menus[0]?.items.map(({ label }) => label)).toContain('Prepare month');
  });
});

it('a script asked for the language answers Chinese where there is nothing to read it from', () => {
  expect(startHuizong().call('language')).toBe('zh-CN');
});
