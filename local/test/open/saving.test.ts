/** The file is the store: written soon, whole, and never over what another program has written. */

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IN } from '../../../test/support/columns.ts';
import { createHost, entryAt, loadBook, saveBook } from '../../../test/support/host.ts';
import { SUBMISSIONS } from '../../../test/support/month.ts';
import { opened, type Page, preparedFile, sheetNumber } from '../support/open.ts';

const type = (page: Page, text: string, row = 2) =>
  page.ask({
    do: 'edit',
    sheet: sheetNumber(page.state(), SUBMISSIONS),
    parts: [{ row, column: IN.submissions.place('text') + 1, values: [[text]] }],
  });

const saved = (page: Page) => page.until(({ saving }) => saving.state !== 'unsaved' && saving);

const textIn = (path: string, row = 2) => entryAt(createHost({ workbook: path }), IN.submissions, row).text;

describe('what was typed', () => {
  it('is in the file soon, and the page says so', async () => {
    const path = preparedFile();
    const page = await opened(path);
    await type(page, '查了三栋楼');
    await page.until(({ saving }) => saving.state === 'unsaved');
    expect(await saved(page)).toEqual({ state: 'saved', message: '' });
    expect(textIn(path)).toBe('查了三栋楼');
  });

  it('twice on the same sheet is there twice', async () => {
    const path = preparedFile();
    const page = await opened(path);
    for (const [row, text] of [
      [2, '第一处'],
      [3, '第二处'],
    ] as const) {
      await type(page, text, row);
      await page.until(({ saving }) => saving.state === 'unsaved');
      await saved(page);
    }
    await page.close();
    expect([textIn(path, 2), textIn(path, 3)]).toEqual(['第一处', '第二处']);
  });

  it('is saved when it is closed at once, even while a question is open', async () => {
    const path = preparedFile();
    const page = await opened(path);
    await page.ask({ do: 'open' });
    void page
      .ask({ do: 'click', run: 'menuConsolidate', at: { sheet: sheetNumber(page.state(), SUBMISSIONS), areas: [] } })
      .catch(() => undefined);
    await page.until(({ question }) => question);
    void type(page, '排队的一格').catch(() => undefined);
    // The edit is on its way to the host before the end is.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await page.close();
    expect(textIn(path)).toBe('排队的一格');
  });
});

describe('the file', () => {
  it('is left as it is where nothing was changed', async () => {
    const path = preparedFile();
    const before = readFileSync(path);
    const page = await opened(path);
    await page.ask({ do: 'open' });
    await page.ask({ do: 'select', sheet: 0, areas: [{ row: 3, column: 1, rows: 1, columns: 1 }] });
    await page.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that another program wrote meanwhile is not written over; ours goes beside it, and the page says where', async () => {
    const path = preparedFile();
    const page = await opened(path);
    const other = loadBook(path);
    other.title = 'other';
    const sheet = other.sheets.find(({ name }) => name === SUBMISSIONS);
    if (sheet?.rows[2]) sheet.rows[2].values[IN.submissions.place('text')] = '别人在 WPS 里写的';
    if (sheet) sheet.changed = true;
    saveBook(other, path);
    await type(page, '我在这里写的');
    const saving = await page.until(({ saving: now }) => now.state === 'elsewhere' && now);
    expect(saving.message).toContain('“月报（本机修改 1）.xlsx”');
    await page.close();
    expect([textIn(path, 2), textIn(path, 3)]).toEqual(['', '别人在 WPS 里写的']);
    expect(textIn(path.replace('月报.xlsx', '月报（本机修改 1）.xlsx'))).toBe('我在这里写的');
  });

  it('that may not be written is told of, and what was typed stays on the page', async () => {
    const path = preparedFile();
    const page = await opened(path);
    // A folder in the place of the file that is written aside.
    const aside = `${dirname(path)}/.月报.xlsx.${process.pid}.part`;
    mkdirSync(`${aside}/inside`, { recursive: true });
    await type(page, '查了三栋楼');
    const saving = await page.until(({ saving: now }) => now.state === 'failed' && now);
    expect(saving.message).toContain('没有保存成功');
  });
});

describe('killed at any moment', () => {
  it('leaves the old file or a newer one, whole, with all that was called saved', async () => {
    const path = preparedFile();
    const file = `${dirname(path)}/typist.mjs`;
    writeFileSync(
      file,
      `import { openBook } from '${process.cwd()}/dist/open.js';
       const { desk } = await openBook({ path: ${JSON.stringify(path)}, out: '/nowhere', port: 0 });
       const { id } = desk.screen.state().book.sheets.find(({ name }) => name === '${SUBMISSIONS}');
       desk.screen.watch((event) => event.kind === 'saving' && event.saving.state === 'saved' && console.log('saved'));
       for (let number = 1; ; number += 1) {
         await desk.perform({ do: 'edit', sheet: id, parts: [{ row: 2, column: IN.submissions.place('text') + 1, values: [['第 ' + number + ' 次']] }] });
         if (number === 1) console.log('typed');
       }`,
    );
    const killedAfter = async (word: string, milliseconds: number) => {
      const typist = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'ignore'] });
      await new Promise<void>((resolve) => {
        typist.stdout.on('data', (text: Buffer) => text.includes(word) && resolve());
      });
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      typist.kill('SIGKILL');
      await new Promise((resolve) => typist.once('exit', resolve));
      return String(textIn(path));
    };
    for (const wait of [0, 130, 260]) expect(await killedAfter('typed', wait)).toMatch(/^(?:第 \d+ 次)?$/);
    expect(await killedAfter('saved', 0)).toMatch(/^第 \d+ 次$/);
  });
});
