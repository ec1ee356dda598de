/** The menus of the page with their submenus, in Chromium: by mouse and by keys. The spreadsheet is not needed for it. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, type Chromium, openChromium } from '../../../test/support/chromium.ts';
import type { MenuItem } from '../../src/services/ui/state.ts';

const entry = (label: string, run: string): MenuItem => ({ label, run, items: [] });
const LINE: MenuItem = { label: '-', run: null, items: [] };
const MENU: MenuItem = {
  label: '汇总',
  run: null,
  items: [
    entry('本月看板', 'menuBoard'),
    LINE,
    { label: '发送记录', run: null, items: [entry('重发', 'menuResend'), entry('取消发送', 'menuCancel')] },
    { label: '设置与维护', run: null, items: [entry('设置', 'menuSettings'), entry('检查并修复', 'menuRepair')] },
  ],
};

describe.skipIf(!CHROMIUM)('the menus of the page', () => {
  let chromium: Chromium;
  let page: Page;
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  const ran = () => page.evaluate(() => (globalThis as unknown as { ran: string[] }).ran);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const seen = () => page.locator('[role=menuitem]:visible').allTextContents();
  const TOP = ['汇总', '本月看板', '发送记录', '设置与维护'];

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { drawMenus } from './local/src/open/page/menus.ts';
          globalThis.ran = [];
          globalThis.draw = (menus) => drawMenus(document.getElementById('menus'), menus, (name) => ran.push(name));`,
        resolveDir: '.',
      },
      bundle: true,
      write: false,
      format: 'iife',
    });
    chromium = await openChromium();
    page = await chromium.context.newPage();
    const css = readFileSync('local/src/open/page/page.css', 'utf8');
    await page.setContent(
      `<style>${css}</style><header><div class="names"><div id="menus" role="menubar"></div></div></header>
       <main><button>elsewhere</button></main><script>${outputFiles[0]?.text}</script>`,
    );
  }, 60_000);
  afterAll(async () => chromium?.close());
  beforeEach(async () => {
    await page.mouse.move(900, 700);
    await page.evaluate(
      (menus) => {
        const { ran: before, draw } = globalThis as unknown as { ran: string[]; draw: (menus: unknown) => void };
        before.length = 0;
        draw(menus);
      },
      [MENU],
    );
  });

  it('open by a click; an entry of a submenu is two clicks further', async () => {
    expect(await seen()).toEqual(['汇总']);
    await item('汇总').click();
    expect(await seen()).toEqual(TOP);
    await item('设置与维护').click();
    await item('检查并修复').click();
    expect(await ran()).toEqual(['menuRepair']);
    expect(await seen()).toEqual(['汇总']);
  });

  it('one submenu is open at a time, the one under the mouse; it stands beside its entry', async () => {
    await item('汇总').click();
    await item('发送记录').hover();
    expect(await seen()).toEqual(['汇总', '本月看板', '发送记录', '重发', '取消发送', '设置与维护']);
    const [parent, child] = await Promise.all([item('发送记录').boundingBox(), item('重发').boundingBox()]);
    expect(child?.x).toBeGreaterThanOrEqual((parent?.x ?? 0) + (parent?.width ?? 0));
    expect(Math.abs((child?.y ?? 0) - (parent?.y ?? 0))).toBeLessThan(4);
    await item('设置与维护').hover();
    expect(await seen()).toEqual([...TOP, '设置', '检查并修复']);
    await item('本月看板').hover();
    expect(await seen()).toEqual(TOP);
    await page.getByText('elsewhere').click();
    expect(await seen()).toEqual(['汇总']);
  });

  it('by keys: down, right into a submenu, left out of it, Enter', async () => {
    await item('汇总').focus();
    await press('ArrowDown', 'ArrowDown');
    expect(await focused()).toBe('发送记录');
    await press('ArrowRight');
    expect(await focused()).toBe('重发');
    await press('ArrowUp');
    expect(await focused()).toBe('取消发送');
    await press('ArrowLeft');
    expect(await focused()).toBe('发送记录');
    expect(await seen()).toEqual(TOP);
    await press('End', 'ArrowRight', 'ArrowDown', 'Enter');
    expect(await ran()).toEqual(['menuRepair']);
    expect(await focused()).toBe('汇总');
  });

  it('Escape goes back one menu at a time, Tab leaves them all', async () => {
    await item('汇总').focus();
    await press('Enter', 'End', 'Enter');
    expect(await focused()).toBe('设置');
    await press('Escape');
    expect(await focused()).toBe('设置与维护');
    await press('Escape');
    expect(await focused()).toBe('汇总');
    expect(await seen()).toEqual(['汇总']);
    await press('Enter', 'Tab');
    expect(await focused()).toBe('elsewhere');
    expect(await seen()).toEqual(['汇总']);
  });

  it('drawn anew they are the new ones, and say what they are to a screen reader', async () => {
    await page.evaluate(
      (menus) => (globalThis as unknown as { draw: (menus: unknown) => void }).draw(menus),
      [{ ...MENU, items: MENU.items.slice(2) }],
    );
    await item('汇总').click();
    expect(await item('发送记录').getAttribute('aria-haspopup')).toBe('menu');
    expect(await item('发送记录').getAttribute('aria-expanded')).toBe('false');
    await item('发送记录').click();
    expect(await item('发送记录').getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('menu', { name: '发送记录' }).getByRole('menuitem').allTextContents()).toEqual([
      '重发',
      '取消发送',
    ]);
    expect(await seen()).not.toContain('本月看板');
  });
});
