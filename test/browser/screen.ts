/** The pages in a real browser: what they ask of the script is answered by the local host. Nothing leaves the machine. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Host } from '../support/host.ts';
import { answerOf } from '../support/page.ts';

/** Where systems put a Chromium; `undefined` where there is none. */
export const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => existsSync(path));

export interface Screen {
  /** Shows a page of the script as the platform does, in its size. */
  readonly show: (host: Host, html: string, size: { width: number; height: number }) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function openScreen(): Promise<Screen> {
  const profile = mkdtempSync(join(tmpdir(), 'huizong-browser-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM ?? '',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    show: async (host, html, size) => {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await page.exposeFunction('huizongCall', (name: string, args: unknown[]) => answerOf(host)(name, args));
      await page.addInitScript({ path: 'test/browser/bridge.js' });
      await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
      await page.goto('https://sheets.test/');
      await rested(page);
      return page;
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Waits until nothing is under way. */
export async function rested(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main > *') && !document.querySelector('[aria-busy]'));
}
