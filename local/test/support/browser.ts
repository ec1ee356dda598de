/** `huizong open` in a real browser: Chromium of the machine, driven by its own protocol. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { CHROMIUM, openChromium } from '../../../test/support/chromium.ts';

/** Why the spreadsheet cannot be shown; empty where it can. */
export const missingGrid: string = existsSync('local/src/open/grid/node_modules/@univerjs/core')
  ? ''
  : 'the spreadsheet is not installed, npm ci --ignore-scripts --prefix local/src/open/grid';

/** Why the browser's tests cannot run here; empty where they can. */
export const missingForBrowser: string = CHROMIUM ? missingGrid : 'Chromium is not installed';

export interface InBrowser {
  readonly page: Page;
  /** What the page complained of. */
  readonly complaints: readonly string[];
  /** Goes to a cell by its name and types into it. */
  type(a1: string, text: string): Promise<void>;
  /** Clicks a tab. */
  bringToFront(sheet: string): Promise<void>;
  /** Clicks an entry of the menu 「汇总」, by its path where it stands in a submenu: `设置与维护 ▸ 检查并修复`. */
  choose(path: string): Promise<void>;
  /** Answers the question on the screen; tells what it said. */
  answer(button: string, text?: string): Promise<string>;
  sitDownAs(account: string): Promise<void>;
  /** Selects a cell or a range by its name. */
  goTo(a1: string): Promise<void>;
  /** Ends the program behind the page as a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function openInBrowser(book: string, ...args: string[]): Promise<InBrowser> {
  const server = spawn(process.execPath, ['dist/huizong.js', 'open', book, '--no-browser', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(server);
  const { context, close } = await openChromium();
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  await page.waitForSelector('#grid[data-ready]', { timeout: 120_000 });
  await page.locator('#menus button').first().waitFor();
  const goTo = async (a1: string) => {
    const name = page.locator('#grid input').first();
    await name.click();
    await name.fill(a1);
    await name.press('Enter');
  };
  return {
    page,
    complaints,
    goTo,
    async type(a1, text) {
      await goTo(a1);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async bringToFront(sheet) {
      await page.locator('[data-u-comp="slide-tab-bar"], #grid').getByText(sheet, { exact: true }).last().click();
    },
    async choose(path) {
      await page.locator('.menu > button').click();
      for (const name of path.split(' ▸ '))
        await page.locator('.entries').getByRole('menuitem', { name, exact: true }).click();
    },
    async answer(button, text) {
      const box = page.locator('dialog.question');
      await box.waitFor();
      const said = ((await box.locator('p').textContent()) ?? '').trim();
      if (text !== undefined) await box.locator('input').fill(text);
      await box.getByRole('button', { name: button, exact: true }).click();
      await box.waitFor({ state: 'detached' }).catch(() => undefined);
      return said;
    },
    async sitDownAs(account) {
      const told = page.waitForResponse((response) => response.request().postData()?.includes('"account"') ?? false);
      await page.getByLabel('账号').selectOption(account);
      await told;
    },
    async kill() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
    },
    async close() {
      await close();
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /"address":"([^"]+)"/.exec(text)?.[1];
      if (address) resolve(address);
    });
    server.once('exit', (code) => reject(new Error(`huizong open ended with ${code}: ${text}`)));
  });
}
