/** What a page that was killed left beside a workbook, and the next one that opens it. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBook, OFFICE, saveBook } from '../../../test/support/host.ts';
import { preparedWorkbook, reachableWorkbook, rowFor, SUBMISSIONS } from '../../../test/support/month.ts';
import { cellsOf, journalOf, leftBy, typeInto, writtenByAnother } from '../support/left-journal.ts';
import { fileOf, opened, openPage, preparedFile, sheetNumber } from '../support/open.ts';

function huizong(path: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/huizong.js'), command, path, ...args], {
    encoding: 'utf8',
    cwd: dirname(path),
  });
  return { status, stdout, stderr };
}

const asks = (path: string) => huizong(path, 'run', 'language');
/** How much a dry run says is owed. */
const owedIn = (path: string): number => {
  const { stdout } = huizong(path, 'remind', '--month', '2023-05', '--as-of', '2023-05-24T09:00', '--json');
  return (JSON.parse(stdout) as { mails: { owed: number }[] }).mails.reduce((sum, { owed }) => sum + owed, 0);
};

/** The file alone, somewhere else. */
function withoutJournal(path: string): string {
  const other = join(mkdtempSync(join(tmpdir(), 'huizong-alone-')), '月报.xlsx');
  copyFileSync(path, other);
  return other;
}

const lists = (path: string): string[] => readdirSync(dirname(path)).filter((name) => name.endsWith('.txt'));
const listed = (path: string): string => readFileSync(join(dirname(path), lists(path)[0] ?? ''), 'utf8');
const beside = (path: string): string[] => readdirSync(dirname(path)).sort();

describe('the next start', () => {
  it('of a command puts in what was typed, as the page did it, and says how much', async () => {
    const path = await leftBy(preparedFile(), async (page) => {
      await typeInto(page, 2, '查了三栋楼');
      await typeInto(page, 3, '007');
      await typeInto(page, 2, '12', 7);
    });
    expect(cellsOf(path, 2)[5]).toBeNull();
    const { status, stderr } = asks(path);
    expect([status, stderr.trim()]).toEqual([0, '上次填写、还没有写入文件的 3 处修改已补上。']);
    // A number became a number, a text stayed one, and the row bears the time at which it was typed.
    expect(cellsOf(path, 2)).toMatchObject({ 5: '查了三栋楼', 6: 12, 10: '2023-05-23 12:00' });
    expect(cellsOf(path, 3)).toMatchObject({ 5: '007', 10: '2023-05-23 12:00' });
    expect(beside(path)).toEqual(['月报.xlsx']);
    expect(asks(path).stderr).toBe('');
  });

  it('of a page does, too, and shows it on the screen', async () => {
    const path = await leftBy(preparedFile(), (page) => typeInto(page, 2, '查了三栋楼'));
    const page = await opened(path);
    expect(page.state().restored).toEqual(['上次填写、还没有写入文件的 1 处修改已补上。']);
    await expect.poll(() => cellsOf(path, 2)[5], { timeout: 30_000 }).toBe('查了三栋楼');
    await expect.poll(() => existsSync(journalOf(path)), { timeout: 30_000 }).toBe(false);
    expect(page.state().saving.state).toBe('saved');
  });

  it('is told in English on a page that speaks it', async () => {
    const path = await leftBy(preparedFile(), (page) => typeInto(page, 2, '查了三栋楼'));
    const page = await opened(path, { language: 'en' });
    expect(page.state().restored).toEqual(['One change of last time that was not yet in the file has been put in.']);
  });

  it('gives the rights of who typed, and the clock of then: what was refused is refused, what was not is not', async () => {
    const host = preparedWorkbook();
    const { services } = host;
    const book = services.SpreadsheetApp.getActiveSpreadsheet();
    book.addEditor('baoweike@example.cn');
    const path = await leftBy(fileOf(host), async (page) => {
      await page.ask({ do: 'account', account: 'baoweike@example.cn' });
      const outcome = await page.ask({
        do: 'edit',
        sheet: sheetNumber(page.state(), '设置'),
        parts: [{ row: 2, column: 2, values: [['改不得']] }],
      });
      expect(outcome.ok).toBe(false);
      await typeInto(page, rowFor(host, '保卫科', '开展消防检查'), '查了三栋楼');
    });
    const { stderr } = asks(path);
    expect(stderr.trim()).toBe('上次填写、还没有写入文件的 1 处修改已补上。');
    expect(cellsOf(path, rowFor(host, '保卫科', '开展消防检查'))).toMatchObject({
      5: '查了三栋楼',
      10: '2023-05-23 12:00',
    });
    const settings = loadBook(path).sheets.find(({ name }) => name === '设置');
    expect(settings?.rows.some((row) => row?.values.includes('改不得'))).toBe(false);
  });

  it('puts rows that were inserted and deleted where they were, with what was typed after', async () => {
    const path = await leftBy(preparedFile(), async (page) => {
      const sheet = sheetNumber(page.state(), SUBMISSIONS);
      await typeInto(page, 2, '第一行');
      await page.ask({ do: 'insert', sheet, axis: 'rows', before: 2, count: 2 });
      await typeInto(page, 5, '原来的第三行');
      await page.ask({ do: 'remove', sheet, axis: 'rows', from: 2, count: 1 });
      await page.ask({ do: 'resize', sheet, axis: 'columns', from: 6, count: 1, size: 333 });
    });
    expect(asks(path).stderr.trim()).toBe('上次填写、还没有写入文件的 5 处修改已补上。');
    expect([cellsOf(path, 3)[5], cellsOf(path, 4)[5]]).toEqual(['第一行', '原来的第三行']);
  });

  it('of a command that only looks counts it in; where it may not write, it looks at it all the same', async () => {
    const path = await leftBy(fileOf(reachableWorkbook()), (page) => typeInto(page, 2, '本月无'));
    const lock = join(dirname(path), '.~lock.月报.xlsx#');
    writeFileSync(lock, ',王静,PC-3,17.05.2023 09:30,file:///home/wj;');
    const before = readFileSync(path);
    const look = () => owedIn(path);
    const owed = owedIn(withoutJournal(path));
    expect([look(), readFileSync(path).equals(before), existsSync(journalOf(path))]).toEqual([owed - 1, true, true]);
    rmSync(lock);
    expect([look(), cellsOf(path, 2)[5], existsSync(journalOf(path))]).toEqual([owed - 1, '本月无', false]);
  });

  it('of a command that writes elsewhere has it there, too', async () => {
    const path = await leftBy(preparedFile(), (page) => typeInto(page, 2, '查了三栋楼'));
    const { status } = huizong(path, 'consolidate', '--month', '2023-05', '--out', 'there', '--json');
    const other = join(dirname(path), 'there', '月报.xlsx');
    expect([status, cellsOf(path, 2)[5], cellsOf(other, 2)[5]]).toEqual([0, '查了三栋楼', '查了三栋楼']);
  });

  it('while a page is open, a command that looks sees what the page has not yet written', async () => {
    const path = fileOf(reachableWorkbook());
    const owed = owedIn(path);
    const page = await openPage(path);
    try {
      await typeInto(page, 2, '本月无');
      expect(owedIn(path)).toBe(owed - 1);
    } finally {
      await page.close();
    }
  });
});

describe('where another program has written the file since', () => {
  const left = () =>
    leftBy(preparedFile(), async (page) => {
      await typeInto(page, 2, '我填的第一行');
      await typeInto(page, 3, '我填的第二行');
    });

  it('what was typed into rows nobody touched is put in; what they wrote stays', async () => {
    const path = await left();
    writtenByAnother(path, (cells) => {
      cells(4)[5] = '别人填的';
    });
    expect(asks(path).stderr.trim()).toBe('上次填写、还没有写入文件的 2 处修改已补上。');
    expect([2, 3, 4].map((row) => cellsOf(path, row)[5])).toEqual(['我填的第一行', '我填的第二行', '别人填的']);
    expect(beside(path)).toEqual(['月报.xlsx']);
  });

  it('what was typed into a row they changed is not put over it, but listed, with who, when, where and what', async () => {
    const path = await left();
    writtenByAnother(path, (cells) => {
      cells(2)[5] = '别人填的';
    });
    const { status, stderr } = asks(path);
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/1 处修改已补上。[\s\S]*1 处修改没有补上.*“月报（没有补上的修改 1）\.txt”/),
    ]);
    expect([cellsOf(path, 2)[5], cellsOf(path, 3)[5]]).toEqual(['别人填的', '我填的第二行']);
    expect(listed(path)).toMatch(
      /2023-05-23T12:00 {2}\S+ {2}工作表“月度报送” {2}F2 填写：\n {4}我填的第一行\n没有补上：/,
    );
    expect(beside(path)).toEqual(['月报.xlsx', '月报（没有补上的修改 1）.txt']);
  });

  it('and has it already, nothing is done twice and nothing is said', async () => {
    const path = await left();
    const journal = readFileSync(journalOf(path));
    asks(path);
    writtenByAnother(path, (cells) => {
      cells(4)[5] = '别人填的';
    });
    writeFileSync(journalOf(path), journal);
    expect(asks(path).stderr).toBe('');
    expect([2, 3, 4].map((row) => cellsOf(path, row)[5])).toEqual(['我填的第一行', '我填的第二行', '别人填的']);
    expect(beside(path)).toEqual(['月报.xlsx']);
  });

  it('rows that were inserted are not inserted again, and nothing is typed into rows that are others now', async () => {
    const path = await leftBy(preparedFile(), async (page) => {
      await page.ask({
        do: 'insert',
        sheet: sheetNumber(page.state(), SUBMISSIONS),
        axis: 'rows',
        before: 2,
        count: 1,
      });
      await typeInto(page, 3, '填在移下来的行');
    });
    writtenByAnother(path, (cells) => {
      cells(4)[5] = '别人填的';
    });
    const before = readFileSync(path);
    expect(asks(path).stderr).toContain('2 处修改没有补上');
    expect(listed(path)).toMatch(/在第 2 行上方插入 1 行[\s\S]*F3 填写：\n {4}填在移下来的行/);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(journalOf(path))).toBe(false);
  });

  it('and a sheet is gone, what was typed there is listed', async () => {
    const path = await left();
    const book = loadBook(path);
    book.sheets = book.sheets.filter(({ name }) => name !== SUBMISSIONS);
    saveBook(book, path);
    expect(asks(path).stderr).toContain('2 处修改没有补上');
    expect(listed(path)).toContain('我填的第二行');
  });

  it('the page that finds it says so, and the list is in its language', async () => {
    const path = await left();
    writtenByAnother(path, (cells) => {
      cells(2)[5] = '别人填的';
      cells(3)[5] = '别人填的';
    });
    const page = await opened(path, { language: 'en' });
    expect(page.state().restored.join(' ')).toContain('2 changes of last time could not be put into the file');
    expect(listed(path)).toContain('Not put in: another program has written the file since');
  });
});

describe('a journal', () => {
  const left = () =>
    leftBy(preparedFile(), async (page) => {
      await typeInto(page, 2, '第一处');
      await typeInto(page, 3, '第二处');
    });

  it('whose last line was torn off gives what was written whole', async () => {
    const path = await left();
    appendFileSync(journalOf(path), '0123456789abcdef {"kind":"done","number":3,"ta');
    expect(asks(path).stderr.trim()).toBe('上次填写、还没有写入文件的 2 处修改已补上。');
    expect([cellsOf(path, 2)[5], cellsOf(path, 3)[5], beside(path)]).toEqual(['第一处', '第二处', ['月报.xlsx']]);
  });

  it('of which not even the first line was written holds nothing, and goes', async () => {
    const path = await left();
    writeFileSync(journalOf(path), '0123456789abcdef {"kind":"jou');
    expect([asks(path).stderr, beside(path)]).toEqual(['', ['月报.xlsx']]);
  });

  it('that is damaged in its midst gives what comes before; the rest is kept for a person to read', async () => {
    const path = await left();
    const lines = readFileSync(journalOf(path), 'utf8').split('\n');
    writeFileSync(journalOf(path), [lines[0], lines[1], lines[2]?.replace('第二处', '第三处'), ''].join('\n'));
    const { status, stderr } = asks(path);
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/1 处修改已补上。[\s\S]*已损坏，读不出来.*没有补上的修改 1/),
    ]);
    expect([cellsOf(path, 2)[5], cellsOf(path, 3)[5]]).toEqual(['第一处', null]);
    expect(listed(path)).toContain('第三处');
    expect(existsSync(journalOf(path))).toBe(false);
  });

  it('of another version, or no journal at all, is kept to be read, too, and nothing is guessed', async () => {
    const path = await left();
    writeFileSync(journalOf(path), 'something else\n');
    expect(asks(path).stderr).toContain('已损坏，读不出来');
    expect([listed(path).includes('something else'), cellsOf(path, 2)[5], existsSync(journalOf(path))]).toEqual([
      true,
      null,
      false,
    ]);
  });

  it('of a workbook that is gone is no business of a new one of that name', async () => {
    const path = await left();
    rmSync(path);
    const { status, stderr } = huizong(path, 'init', '--year', '2023');
    expect([status, stderr]).toEqual([0, expect.stringContaining('2 处修改没有补上')]);
    expect([listed(path).includes('第二处'), existsSync(journalOf(path))]).toEqual([true, false]);
  });

  it('goes with a name of 255 bytes, and so does the list', async () => {
    const name = `${'月'.repeat(83)}.xlsx`;
    const original = join(dirname(preparedFile()), name);
    saveBook(preparedWorkbook().book, original);
    const path = await leftBy(original, (page) => typeInto(page, 2, '我填的'), { name });
    expect(asks(path).stderr).toContain('1 处修改已补上');
    const other = await leftBy(original, (page) => typeInto(page, 3, '我填的'), { name });
    writtenByAnother(other, (cells) => {
      cells(3)[5] = '别人填的';
    });
    expect(asks(other).stderr).toContain('1 处修改没有补上');
    expect([beside(other).length, listed(other).includes('我填的')]).toEqual([2, true]);
  });

  it('may be read by whoever may read the workbook, and by nobody else', async () => {
    const path = preparedFile();
    chmodSync(path, 0o600);
    const page = await opened(path);
    await typeInto(page, 2, '查了三栋楼');
    if (process.platform !== 'win32') expect(statSync(journalOf(path)).mode & 0o777).toBe(0o600);
  });
});

describe('a workbook without an owner', () => {
  it('that was opened with one has that owner when what was typed is put in', async () => {
    const host = preparedWorkbook();
    host.book.owner = '';
    const path = await leftBy(fileOf(host), (page) => typeInto(page, 2, '查了三栋楼'), { owner: OFFICE });
    expect(loadBook(path).owner).toBe('');
    expect(asks(path).stderr).toContain('1 处修改已补上');
    expect([loadBook(path).owner, cellsOf(path, 2)[5]]).toEqual([OFFICE, '查了三栋楼']);
  });
});
