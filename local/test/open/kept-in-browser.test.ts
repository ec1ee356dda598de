/** What a person in front of the page is told of what they type: on its way, saved, not saved and why, put in after a crash. */

import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createHost, valuesOf } from '../../../test/support/host.ts';
import { preparedWorkbook, SUBMISSIONS } from '../../../test/support/month.ts';
import { type InBrowser, missingForBrowser, openInBrowser } from '../support/browser.ts';
import { fileOf } from '../support/open.ts';

const PICTURES = process.env['HUIZONG_TEST_PICTURES'];
const NOON = ['--as-of', '2023-05-23T12:00'];

const looked = async ({ page }: InBrowser, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};
const word = ({ page }: InBrowser) => page.locator('#saving').textContent();
const shown = async ({ page }: InBrowser, id: string): Promise<string> => {
  const bar = page.locator(id);
  await bar.waitFor();
  return (await bar.locator('span').textContent()) ?? '';
};
const textIn = (path: string, row: number): unknown =>
  valuesOf(createHost({ workbook: path }), SUBMISSIONS)[row - 1]?.[5];
const patient = { timeout: 60_000, interval: 200 };

describe.skipIf(missingForBrowser !== '')(`the page (skipped where missing: ${missingForBrowser})`, () => {
  it('says 正在保存 until what was typed is on the disk, then 已保存; killed then, it comes back with it', async () => {
    const path = fileOf(preparedWorkbook());
    const lock = join(dirname(path), '.~lock.月报.xlsx#');
    const first = await openInBrowser(path, ...NOON);
    try {
      await first.bringToFront(SUBMISSIONS);
      const words: string[] = [];
      await first.page.exposeFunction('heard', (text: string) => words.push(text));
      await first.page.evaluate(() => {
        const saving = document.getElementById('saving');
        const { heard } = window as unknown as { heard: (text: string) => void };
        if (saving) new MutationObserver(() => heard(saving.textContent ?? '')).observe(saving, { childList: true });
      });
      await first.type('F2', '查了三栋楼');
      await expect.poll(() => words.at(-1), patient).toBe('已保存');
      expect(words).toContain('正在保存…');
      await expect.poll(() => textIn(path, 2), patient).toBe('查了三栋楼');
      // Another program has the workbook open: what is typed is kept beside it.
      writeFileSync(lock, ',王静,PC-3,17.05.2023 09:30,file:///home/wj;');
      await first.type('F3', '查了四栋楼');
      await expect.poll(() => word(first), patient).toBe('已记下，未写入文件');
      expect(await shown(first, '#trouble')).toContain('正在 LibreOffice 里打开（王静 @ PC-3）');
      await looked(first, 'open-elsewhere');
      await first.kill();
      rmSync(lock);
      await expect.poll(() => shown(first, '#trouble'), patient).toContain('和本机的 huizong 断开了');
      // What is typed now reaches nobody, and is not called saved.
      await first.type('F4', '没有人收到');
      await first.page.locator('.toast.refused').waitFor();
      await looked(first, 'killed');
    } finally {
      await first.close();
    }
    const second = await openInBrowser(path, ...NOON);
    try {
      expect(await shown(second, '#restored')).toBe('上次填写、还没有写入文件的 1 处修改已补上。');
      await looked(second, 'restored');
      await expect.poll(() => [2, 3].map((row) => textIn(path, row)), patient).toEqual(['查了三栋楼', '查了四栋楼']);
      await second.page.locator('#restored button').click();
      expect(await second.page.locator('#restored').isVisible()).toBe(false);
      expect([await word(second), second.complaints]).toEqual(['已保存', []]);
    } finally {
      await second.close();
    }
  });

  const small = mkdtempSync(join(tmpdir(), 'huizong-small-'));
  const noMount =
    missingForBrowser === '' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', small]).status === 0
      ? ''
      : 'tmpfs may not be mounted here';
  afterAll(() => {
    if (noMount === '') spawnSync('umount', ['-l', small]);
  });

  it.skipIf(noMount !== '')(
    `on a full disk says what is kept and what is not, and never 已保存 of what is not (skipped where: ${noMount || 'it cannot be mounted'})`,
    async () => {
      const path = join(small, '月报.xlsx');
      const filler = join(small, 'filler');
      copyFileSync(fileOf(preparedWorkbook()), path);
      const fill = () => {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(4096, 1));
        } catch {
          // It is full.
        }
      };
      const browser = await openInBrowser(path, ...NOON, '--out', mkdtempSync(join(tmpdir(), 'huizong-out-')));
      try {
        await browser.bringToFront(SUBMISSIONS);
        fill();
        truncateSync(filler, statSync(filler).size - 32 * 1024);
        // Room for the journal, not for the workbook: kept, and said to be no more than that.
        await browser.type('F2', '还有一点空间');
        await expect.poll(() => word(browser), patient).toBe('已记下，未写入文件');
        expect(await shown(browser, '#trouble')).toMatch(
          /^暂时写不进工作簿：磁盘已满，请清理出空间。.*关闭页面也不会丢失/,
        );
        await looked(browser, 'kept');
        // No room for anything.
        fill();
        await browser.page.evaluate((text) => navigator.clipboard.writeText(text), '一点空间也没有'.repeat(900));
        await browser.goTo('F3');
        await browser.page.keyboard.press('Control+v');
        await expect.poll(() => word(browser), patient).toBe('没有保存');
        expect(await shown(browser, '#trouble')).toMatch(/^没有保存成功：磁盘已满，请清理出空间。.*请不要关闭/);
        await looked(browser, 'full');
        expect(textIn(path, 2)).not.toBe('还有一点空间');
        rmSync(filler);
        await expect.poll(() => word(browser), patient).toBe('已保存');
        expect(await browser.page.locator('#trouble').isVisible()).toBe(false);
        await expect
          .poll(() => [textIn(path, 2), String(textIn(path, 3)).length], patient)
          .toEqual(['还有一点空间', 6300]);
        await looked(browser, 'room-again');
      } finally {
        await browser.close();
      }
    },
  );
});

if (PICTURES) mkdirSync(PICTURES, { recursive: true });
