/** A month on the page in a real browser: the clerk fills, the office prepares, consolidates, reviews, returns, previews. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IN } from '../../../test/support/columns.ts';
import { createHost, OFFICE, paste, valuesOf } from '../../../test/support/host.ts';
import { RECIPIENTS, rowFor, SMALL_PLAN, SUBMISSIONS, setUpWorkbook } from '../../../test/support/month.ts';
import { type InBrowser, missingForBrowser, openInBrowser } from '../support/browser.ts';
import { fileOf } from '../support/open.ts';

const GUARDS = 'baoweike@example.cn';

/** Set up, the guards' account known, nothing prepared yet. */
function book(): string {
  const host = setUpWorkbook(SMALL_PLAN);
  const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
  for (const account of [GUARDS, 'houqin@example.cn']) file.addEditor(account);
  paste(host, IN.departments, 2, [{ mail: GUARDS }, { mail: 'houqin@example.cn' }, { mail: 'renshi@example.cn' }]);
  return fileOf(host);
}

describe.skipIf(missingForBrowser !== '')(
  `huizong open in Chromium (skipped where missing: ${missingForBrowser})`,
  () => {
    const path = missingForBrowser === '' ? book() : '';
    let browser: InBrowser;
    const kept = () => valuesOf(createHost({ workbook: path }), SUBMISSIONS);
    const row = (department: string, task: string) => rowFor(createHost({ workbook: path }), department, task);
    /** The file comes to hold it, soon. */
    const file = (what: (rows: unknown[][]) => unknown) =>
      expect.poll(() => what(kept()), { timeout: 30_000, interval: 400 });

    beforeAll(async () => {
      browser = await openInBrowser(
        path,
        '--as-of',
        '2023-05-18T09:30',
        '--as',
        OFFICE,
        '--out',
        join(dirname(path), 'mail'),
      );
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
    }, 60_000);

    it('the office prepares the month from the menu', async () => {
      await browser.choose('准备本月');
      expect(await browser.answer('确定', '')).toContain('2023-05');
      expect(await browser.answer('确定')).toContain('2023-05');
      await browser.choose('设置与维护 ▸ 更新填报权限');
      await browser.answer('确定');
      await file((rows) => rows.length).toBe(5);
    });

    it('a clerk fills a row of the own department; it is stamped', async () => {
      await browser.sitDownAs(GUARDS);
      await browser.bringToFront(SUBMISSIONS);
      const own = row('保卫科', '开展消防检查');
      await browser.type(`F${own}`, '查了三栋楼，007 号门已修');
      await browser.type(`G${own}`, '3');
      await file((rows) => rows[own - 1]).toMatchObject({
        5: '查了三栋楼，007 号门已修',
        6: 3,
        10: '2023-05-18 09:30',
      });
    });

    it('not of another: the page says so in the platform’s words, and draws what is there', async () => {
      const other = row('后勤处', '开展消防检查');
      await browser.type(`F${other}`, '越权');
      await browser.page.locator('.toast', { hasText: '受保护的单元格' }).waitFor();
      expect(kept()[other - 1]?.[IN.submissions.place('text')]).toBe('');
    });

    it('what was typed is taken back by Ctrl+Z, and emptied by Delete', async () => {
      const own = row('保卫科', '组织安全培训');
      await browser.type(`F${own}`, '写错了');
      await file((rows) => rows[own - 1]?.[IN.submissions.place('text')]).toBe('写错了');
      await browser.page.keyboard.press('Control+z');
      await file((rows) => rows[own - 1]?.[IN.submissions.place('text')]).toBe('');
      await browser.type(`F${own}`, '再写一次');
      await file((rows) => rows[own - 1]?.[IN.submissions.place('text')]).toBe('再写一次');
      await browser.goTo(`F${own}`);
      await browser.page.keyboard.press('Delete');
      await file((rows) => rows[own - 1]?.[IN.submissions.place('text')]).toBe('');
    });

    it('copied cells are pasted as text, and cut ones are gone where they were', async () => {
      const { keyboard } = browser.page;
      const [to, from] = [row('保卫科', '组织安全培训'), row('保卫科', '开展消防检查')];
      await browser.goTo(`F${from}`);
      await keyboard.press('Control+c');
      await browser.goTo(`F${to}`);
      await keyboard.press('Control+v');
      await file((rows) => rows[to - 1]?.[IN.submissions.place('text')]).toBe('查了三栋楼，007 号门已修');
      await keyboard.press('Control+x');
      await file((rows) => rows[to - 1]?.[IN.submissions.place('text')]).toBe('');
    });

    it('the office sends a row back with a reason, and accepts it when it is better', async () => {
      await browser.sitDownAs(OFFICE);
      const own = row('保卫科', '开展消防检查');
      await browser.goTo(`A${own}:C${own}`);
      await browser.choose('审核所选行 ▸ 退回所选行');
      expect(await browser.answer('确定', '请补上照片')).toContain('原因');
      await browser.answer('确定');
      await file((rows) => rows[own - 1]).toMatchObject({ 11: '退回', 12: '请补上照片' });
      await browser.type(`I${own}`, 'https://example.cn/1.jpg');
      await browser.goTo(`A${own}`);
      await browser.choose('审核所选行 ▸ 通过所选行');
      await browser.answer('确定');
      await file((rows) => rows[own - 1]?.[11]).toBe('通过');
    });

    it('and consolidates; the new sheet is on a tab', async () => {
      await browser.choose('汇总');
      await browser.answer('确定', '2023-05');
      expect(await browser.answer('确定')).toContain('应报 4');
      await browser.bringToFront('汇总-2023-05');
      expect(createHost({ workbook: path }).book.sheets.map(({ name }) => name)).toContain('汇总-2023-05');
    });

    it('the office chooses a review from the list of its cell', async () => {
      const other = row('后勤处', '开展消防检查');
      await browser.bringToFront(SUBMISSIONS);
      await browser.goTo(`L${other}`);
      await browser.page.keyboard.press('F2');
      await browser.page.getByText('免报', { exact: true }).last().click();
      await file((rows) => rows[other - 1]?.[11]).toBe('免报');
    });

    it('what somebody is writing stays in the cell while the sheet is drawn anew', async () => {
      const own = row('人事处', '组织安全培训');
      await browser.goTo(`F${own}`);
      await browser.page.keyboard.type('培训');
      const { sheets } = createHost({ workbook: path }).book;
      const sheet = sheets.find(({ name }) => name === SUBMISSIONS)?.id;
      // What a command does meanwhile: a column gets another width, so the sheet is drawn anew.
      await browser.page.evaluate(
        (task) =>
          fetch('do', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(task) }),
        { do: 'resize', sheet, axis: 'columns', from: 7, count: 1, size: 90 },
      );
      await browser.page.waitForTimeout(800);
      await browser.page.keyboard.type('两场');
      await browser.page.keyboard.press('Enter');
      await file((rows) => rows[own - 1]?.[IN.submissions.place('text')]).toBe('培训两场');
    });

    it('and previews: the mail stands in a dialog, which closes by its own button', async () => {
      await browser.choose('预览');
      await browser.answer('确定', '2023-05');
      const dialog = browser.page.frameLocator('dialog.page iframe');
      await dialog
        .getByText(RECIPIENTS.split(' ')[0] ?? '')
        .first()
        .waitFor();
      await dialog.frameLocator('iframe').getByText('示例区交通运输局').first().waitFor();
      await dialog.getByRole('button').last().click();
      await browser.page.locator('dialog.page').waitFor({ state: 'detached' });
    });

    it('the dialog of reminders sends by a function of the script', async () => {
      await browser.choose('催报');
      await browser.answer('确定', '2023-05');
      const dialog = browser.page.frameLocator('dialog.page iframe');
      await dialog.getByRole('checkbox').first().waitFor();
      await dialog.locator('button.main').click();
      await dialog.getByRole('heading', { level: 1 }).waitFor();
      await browser.page.getByRole('button', { name: '关闭' }).click();
      await browser.page.locator('dialog.page').waitFor({ state: 'detached' });
    });

    it('axe finds no serious fault in the page around the spreadsheet, nor with a question open', async () => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      await browser.page.evaluate(axe);
      const faults = () =>
        browser.page.evaluate(async () => {
          const { axe: runner } = window as unknown as { axe: Axe };
          const { violations } = await runner.run({ exclude: [['#grid']] });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
      expect(await faults()).toEqual([]);
      await browser.choose('预览');
      await browser.page.locator('dialog.question').waitFor();
      expect(await faults()).toEqual([]);
      await browser.page.keyboard.press('Escape');
      await browser.page.locator('dialog.question').waitFor({ state: 'detached' });
    });

    it('the page complained of nothing', () => {
      expect(browser.complaints).toEqual([]);
    });
  },
);

interface Axe {
  run(context: object): Promise<{
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  }>;
}
