/** The pages in a real browser: what they ask of the script is answered by the local host. Nothing leaves the machine. */
import type { Page } from 'playwright-core';
import { openChromium } from '../support/chromium.ts';
import type { Host } from '../support/host.ts';
import { answerOf } from '../support/page.ts';

export interface Screen {
  /** Shows a page of the script as the platform does, in its size. */
  readonly show: (host: Host, html: string, size: { width: number; height: number }) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function openScreen(): Promise<Screen> {
  const { context, close } = await openChromium();
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
    close,
  };
}

/** Waits until nothing is under way. */
export async function rested(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main > *') && !document.querySelector('[aria-busy]'));
}
