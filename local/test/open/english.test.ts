/** The page in a real browser where the workbook's language is English: its frame, the spreadsheet's own words, the questions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICE, setSetting } from '../../../test/support/host.ts';
import { preparedWorkbook, SUBMISSIONS } from '../../../test/support/month.ts';
import { type InBrowser, missingForBrowser, openInBrowser } from '../support/browser.ts';
import { fileOf } from '../support/open.ts';

function englishBook(): string {
  const host = preparedWorkbook();
  setSetting(host, '语言', 'English');
  return fileOf(host);
}

describe.skipIf(missingForBrowser !== '')(`in English (skipped where missing: ${missingForBrowser})`, () => {
  let browser: InBrowser;
  beforeAll(async () => {
    browser = await openInBrowser(englishBook(), '--as-of', '2023-05-23T12:00', '--as', OFFICE);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
  }, 60_000);

  it('the frame is in English', async () => {
    const { page } = browser;
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.getByLabel('Account').inputValue()).toBe(OFFICE);
    expect(await page.locator('#saving').textContent()).toBe('Saved');
  });

  it('so are the spreadsheet’s own words: the menu of a cell', async () => {
    const { page } = browser;
    await browser.bringToFront(SUBMISSIONS);
    await page.mouse.click(300, 300, { button: 'right' });
    await page.getByText('Copy', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('and a question with its buttons', async () => {
    const { page } = browser;
    await page.locator('#menus').getByRole('menuitem').first().click();
    await page.locator('.entries').getByRole('menuitem', { name: 'Preview', exact: true }).click();
    const box = page.locator('dialog.question');
    await box.waitFor();
    expect(await box.locator('button').allTextContents()).toEqual(['OK', 'Cancel']);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  });

  it('the page complained of nothing', () => {
    expect(browser.complaints).toEqual([]);
  });
});
