/** The file is the store: written soon, whole, and never over what another program has written. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** The file comes to hold it, soon. */
const file = (path: string, row = 2) => expect.poll(() => textIn(path, row), { timeout: 30_000, interval: 100 });

const textIn = (path: string, row = 2) => entryAt(createHost({ workbook: path }), IN.submissions, row).text;

describe('what was typed', () => {
  it('is in the file soon, and the page says so', async () => {
    const path = preparedFile();
    const page = await opened(path);
    const answered = type(page, '查了三栋楼');
    await page.until(({ saving }) => saving.state === 'unsaved');
    expect(await answered).toEqual({ ok: true });
    expect(page.state().saving).toEqual({ state: 'saved', message: '' });
    await file(path).toBe('查了三栋楼');
  });

  it('twice on the same sheet is there twice', async () => {
    const path = preparedFile();
    const page = await opened(path);
    for (const [row, text] of [
      [2, '第一处'],
      [3, '第二处'],
    ] as const) {
      await type(page, text, row);
      await file(path, row).toBe(text);
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

  it('that may not be written is told of, and what was typed stays on the page and beside the file', async () => {
    const path = preparedFile();
    const page = await opened(path);
    // A folder in the place of the file that is written aside.
    const aside = `${dirname(path)}/.月报.xlsx.${process.pid}.part`;
    mkdirSync(`${aside}/inside`, { recursive: true });
    await type(page, '查了三栋楼');
    const saving = await page.until(({ saving: now }) => now.state === 'kept' && now);
    expect(saving.message).toContain('暂时写不进工作簿');
    expect(await type(page, '再填一处', 3)).toEqual({ ok: true });
    rmSync(aside, { recursive: true });
    await file(path, 3).toBe('再填一处');
    await page.until(({ saving: now }) => now.state === 'saved');
    expect([textIn(path, 2), readdirSync(dirname(path)).filter((name) => name.includes('journal'))]).toEqual([
      '查了三栋楼',
      [],
    ]);
  });

  it('nor anything beside it: then nothing is called saved, until it is', async () => {
    const path = preparedFile();
    const page = await opened(path);
    const inTheWay = [`.月报.xlsx.${process.pid}.part`, '.~huizong-journal.月报.xlsx#'].map(
      (name) => `${dirname(path)}/${name}`,
    );
    for (const folder of inTheWay) mkdirSync(`${folder}/inside`, { recursive: true });
    expect(await type(page, '查了三栋楼')).toEqual({ ok: true, unsaved: true });
    expect(page.state().saving).toMatchObject({ state: 'failed', message: expect.stringContaining('没有保存成功') });
    for (const folder of inTheWay) rmSync(folder, { recursive: true });
    await page.until(({ saving: now }) => now.state === 'saved');
    expect(textIn(path)).toBe('查了三栋楼');
    expect(await type(page, '再填一处', 3)).toEqual({ ok: true });
  });
});

describe('killed at any moment', () => {
  it('leaves the old file or a newer one, whole; the next start has all that was called saved', async () => {
    const path = preparedFile();
    const file = `${dirname(path)}/typist.mjs`;
    writeFileSync(
      file,
      `import { openBook } from '${process.cwd()}/dist/open.js';
       const { desk } = await openBook({ path: ${JSON.stringify(path)}, out: '/nowhere', port: 0 });
       const { id } = desk.screen.state().book.sheets.find(({ name }) => name === '${SUBMISSIONS}');
       for (let number = 1; ; number += 1) {
         await desk.perform({ do: 'edit', sheet: id, parts: [{ row: 2, column: ${IN.submissions.place('text') + 1}, values: [['第 ' + number + ' 次']] }] });
         console.log(number);
       }`,
    );
    const killedAfter = async (milliseconds: number) => {
      const typist = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'ignore'] });
      let said = '';
      await new Promise<void>((resolve) => {
        typist.stdout.on('data', (text: Buffer) => {
          said += text;
          if (said.includes('\n')) resolve();
        });
      });
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      typist.kill('SIGKILL');
      await new Promise((resolve) => typist.once('close', resolve));
      return Number(said.trim().split('\n').at(-1));
    };
    const numberIn = () => Number(/^第 (\d+) 次$/.exec(String(textIn(path)))?.[1] ?? 0);
    for (const wait of [0, 130, 260, 390]) {
      const acknowledged = await killedAfter(wait);
      expect(() => textIn(path)).not.toThrow();
      spawnSync(process.execPath, ['dist/huizong.js', 'run', path, 'language']);
      // One more may have been on its way.
      expect(numberIn() - acknowledged).toBeOneOf([0, 1]);
    }
  });
});
