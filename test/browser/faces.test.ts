/** Every face in a real Chromium: no serious fault for those who see, hear or type otherwise, and no need of a mouse. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtOnce } from '../support/built.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { IN } from '../support/columns.ts';
import { entriesOf, entryAt, type Host, setSetting, startHuizong, titlesOf, valuesOf } from '../support/host.ts';
import { fill, PLAN, reachableWorkbook, rowFor, SMALL_PLAN, SUBMISSIONS } from '../support/month.ts';
import { openScreen, rested, type Screen } from './screen.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical faults, as `rule: element`. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** What has the focus: its label, or its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
    return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
  });

/** Presses Tab until something has the focus; fails where it never does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the tab key never reaches “${name}”`);
}

/** May: one return handed in in time, one sent back, two missing, a number that cannot be read. */
const inMay = (): Host =>
  builtOnce('in May', '2023-05-23T12:00', {}, () => {
    const host = reachableWorkbook();
    const first = rowFor(host, '保卫科', '开展消防检查');
    fill(host, first, { text: '查了三栋楼', links: 'https://example.cn/1', count: '约三十', time: '2023-05-18 09:00' });
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '换了灭火器' });
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { review: '退回', reason: '请补照片' });
    return host;
  });

/** The rows of a month. */
const rowsOf = (host: Host, month: string) => valuesOf(host, SUBMISSIONS).filter(([period]) => period === month);

const dialogOf = (host: Host) => {
  const dialog = host.ui.dialogs[host.ui.dialogs.length - 1];
  return [dialog?.html ?? '', { width: dialog?.width ?? 600, height: dialog?.height ?? 400 }] as const;
};

describe.skipIf(CHROMIUM === undefined)('in Chromium (skipped where it is not installed)', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen();
  });
  afterAll(() => screen?.close());

  const board = async (host: Host): Promise<Page> => {
    host.call('menuBoard');
    return screen.show(host, host.ui.sidebars[host.ui.sidebars.length - 1]?.html ?? '', { width: 300, height: 900 });
  };
  const dialog = async (host: Host, page: string): Promise<Page> => {
    host.callAsClient('openPage', { page, month: '2023-05' });
    return screen.show(host, ...dialogOf(host));
  };

  describe.each(['中文', 'English'])('in %s', (language) => {
    const host = () =>
      builtOnce(`in May, in ${language}`, '2023-05-23T12:00', {}, () => {
        const made = inMay();
        setSetting(made, '语言', language);
        return made;
      });

    it('the sidebar has no serious fault and fits its 300 pixels, everything unfolded', async () => {
      const page = await board(host());
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    });

    it.each(['remind', 'documents', 'preview', 'review', 'settings'])(
      'the page %s has no serious fault',
      async (name) => {
        const page = await dialog(host(), name);
        expect(await faultsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language === '中文' ? 'zh-CN' : 'en');
      },
    );
  });

  it.each(['menuImportPlan', 'menuSetUp'])(
    '%s has no serious fault, before the plan is read and after',
    async (name) => {
      const host = startHuizong();
      host.call(name);
      const page = await screen.show(host, ...dialogOf(host));
      expect(await faultsOf(page)).toEqual([]);
      await page.locator('textarea').first().fill(PLAN);
      await page.getByRole('button', { name: '识别' }).click();
      await rested(page);
      expect(await faultsOf(page)).toEqual([]);
    },
  );

  it('the board is worked with the keyboard alone: a month, a step, a cell of the grid, a finding', async () => {
    const host = inMay();
    const page = await board(host);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('月份');
    await tabTo(page, '再执行 汇总');
    await page.keyboard.press('Enter');
    await rested(page);
    expect(await page.getByRole('status').textContent()).toContain('2023-05 汇总完成');

    await tabTo(page, '保卫科，1 开展消防检查，责任，已报');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('后勤处，1 开展消防检查，责任，退回，逾期 3 天');
    expect(await page.locator('.said').textContent()).toBe('后勤处，1 开展消防检查，责任，退回，逾期 3 天');
    await page.keyboard.press('Enter');
    await rested(page);
    const active = () => host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getA1Notation();
    expect(active()).toBe(IN.submissions.cell('period', rowFor(host, '后勤处', '开展消防检查')));

    const finding = await page.locator('.problems button', { hasText: '约三十' }).textContent();
    await page.locator('#findings summary').focus();
    await page.keyboard.press('Enter');
    await tabTo(page, finding ?? '');
    await page.keyboard.press('Enter');
    await rested(page);
    expect(active()).toBe(IN.submissions.cell('count', rowFor(host, '保卫科', '开展消防检查')));
  });

  it('another month is picked with the keyboard, and its steps and rows are shown', async () => {
    const host = inMay();
    const page = await board(host);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await rested(page);
    expect(await page.getByLabel('月份').inputValue()).toBe('2023-06');
    expect(await page.locator('.figures dd').allTextContents()).toEqual(['4', '0', '0', '0', '4']);
    await tabTo(page, '执行 准备本月');
    await page.keyboard.press('Enter');
    await rested(page);
    expect(await page.getByRole('status').textContent()).toContain('2023-06');
    expect(rowsOf(host, '2023-06')).toHaveLength(4);
  });

  it('the settings are mended and saved with the keyboard alone: a choice, a number, a fault and what it says', async () => {
    const host = inMay();
    const page = await dialog(host, 'settings');
    await tabTo(page, '遇节假日');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '逾期锁定');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('明天');
    await page.getByRole('button', { name: '保存' }).focus();
    await page.keyboard.press('Enter');
    await rested(page);
    expect(await focused(page)).toBe('逾期锁定');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    const about = (await page.locator('[aria-invalid="true"]').getAttribute('aria-describedby')) ?? '';
    const said = await Promise.all(about.split(' ').map((id) => page.locator(`#${id}`).textContent()));
    expect(said[0]).toBe('这个值不能用。');
    expect(said[1]).toContain('0 表示截止日一过就锁');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3');
    await page.getByRole('button', { name: '保存' }).focus();
    await page.keyboard.press('Enter');
    await rested(page);
    expect(await page.getByRole('status').textContent()).toBe('设置已保存　改动：遇节假日、逾期锁定。');
    const settings = new Map(entriesOf(host, IN.settings).map(({ label, value }) => [label, value]));
    expect([settings.get('遇节假日'), settings.get('逾期锁定')]).toEqual(['顺延', '3']);
  });

  it.each(['remind', 'documents', 'preview', 'review', 'settings'])(
    'the page %s goes into 300 pixels: nothing has to be scrolled sideways',
    async (name) => {
      const host = inMay();
      setSetting(host, '语言', 'English');
      const page = await dialog(host, name);
      await page.setViewportSize({ width: 300, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    },
  );

  it('a return is looked at with its links: they open apart, and nothing else of it can be followed', async () => {
    const host = inMay();
    const row = rowFor(host, '保卫科', '开展消防检查');
    fill(host, row, { links: 'https://example.cn/1\n见邮件\njavascript:alert(1)' });
    const page = await dialog(host, 'review');
    const links = page.locator('.links a');
    expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      'https://example.cn/1',
    ]);
    await tabTo(page, 'https://example.cn/1');
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    await opened.close();
    await tabTo(page, '转到该行');
    await page.keyboard.press('Enter');
    await rested(page);
    expect(host.services.SpreadsheetApp.getActiveSheet().getActiveRange()?.getRow()).toBe(row);
  });

  it('a plan is put right with the keyboard before anything is written: a name, a role, a task left out', async () => {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('menuImportPlan');
    const page = await screen.show(host, ...dialogOf(host));
    await tabTo(page, '把方案全文粘贴到这里；从 Word、Excel 复制的分工表也可以');
    await page.keyboard.insertText(`${SMALL_PLAN}\n三、附则。附则由安全办负责。\n责任单位：安全办`);
    await tabTo(page, '识别');
    await page.keyboard.press('Enter');
    await rested(page);
    await tabTo(page, '部门（改名会同时改到各项任务） 人事处');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('人力资源处');
    await tabTo(page, '任务 1');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('消防检查');
    await page.getByLabel('导入 3 附则').focus();
    await page.keyboard.press('Space');
    expect(await faultsOf(page)).toEqual([]);
    expect(titlesOf(host)).toHaveLength(1);
    await page.getByRole('button', { name: '确认，建立工作簿' }).focus();
    await page.keyboard.press('Enter');
    await rested(page);
    expect(entriesOf(host, IN.matrix).map(({ no, title }) => [no, title])).toEqual([
      ['1', '消防检查'],
      ['2', '组织安全培训'],
    ]);
    expect(entriesOf(host, IN.departments).map(({ name }) => name)).toContain('人力资源处');
  });

  it('a fault would be found: a picture without words is one', async () => {
    const page = await board(inMay());
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
    expect(await faultsOf(page)).toEqual(['image-alt: img']);
  });

  it('what has the focus can be seen', async () => {
    const page = await board(inMay());
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).toBe('solid');
  });

  it('a return is sent back with the keyboard alone', async () => {
    const host = inMay();
    const page = await dialog(host, 'review');
    expect(await focused(page)).toContain('保卫科');
    await tabTo(page, '退回原因');
    await page.keyboard.type('请写清数量');
    await tabTo(page, '退回');
    await page.keyboard.press('Enter');
    await rested(page);
    const row = entryAt(host, IN.submissions, rowFor(host, '保卫科', '开展消防检查'));
    expect(row).toMatchObject({ review: '退回', reason: '请写清数量' });
  });

  it('a workbook is set up with the keyboard and the clipboard alone', async () => {
    const host = startHuizong({ now: '2023-03-01T09:00' });
    host.call('menuSetUp');
    const page = await screen.show(host, ...dialogOf(host));
    await tabTo(page, '把方案全文粘贴到这里；从 Word、Excel 复制的分工表也可以');
    await page.keyboard.insertText(PLAN);
    await tabTo(page, '识别');
    await page.keyboard.press('Enter');
    await rested(page);
    await tabTo(page, '下一步');
    await page.keyboard.press('Enter');
    await tabTo(page, '第 1 行 联系人');
    await page.keyboard.type('张三');
    await page.getByRole('button', { name: '下一步' }).focus();
    await page.keyboard.press('Enter');
    await tabTo(page, '单位名称');
    await page.keyboard.type('示例局');
    await page.getByRole('button', { name: '建立工作簿' }).focus();
    await page.keyboard.press('Enter');
    await rested(page);
    expect(await page.locator('h1').textContent()).toBe('2023 年度工作簿已建好');
    expect(titlesOf(host)).toContain(SUBMISSIONS);
    expect(entryAt(host, IN.departments, 2)).toMatchObject({ name: '办公室', aliases: '', contact: '张三' });
  });
});
