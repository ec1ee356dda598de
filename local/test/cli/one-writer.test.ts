/** Two at one workbook: the page and commands, two commands, another program. No mail twice, nothing typed lost, nothing forks unseen. */

import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { IN } from '../../../test/support/columns.ts';
import { loadBook, saveBook } from '../../../test/support/host.ts';
import { DEPARTMENT_MAILS, reachableWorkbook, SUBMISSIONS } from '../../../test/support/month.ts';

process.env['HOME'] = mkdtempSync(join(tmpdir(), 'huizong-home-'));

const COMMAND = resolve('dist/huizong.js');
const AS_OF = ['--as-of', '2023-05-17T10:00'];
const SEND = ['--month', '2023-05', ...AS_OF, '--yes'];
const SUPERIORS = ['jiguangongwei@example.cn', 'wenmingban@example.cn'];
const original = join(mkdtempSync(join(tmpdir(), 'huizong-')), '月报.xlsx');
let submissions = 0;

beforeAll(() => {
  const { book } = reachableWorkbook();
  submissions = book.sheets.find(({ name }) => name === SUBMISSIONS)?.id ?? 0;
  saveBook(book, original);
}, 120_000);

function freshBook(): string {
  const book = join(mkdtempSync(join(tmpdir(), 'huizong-two-')), '月报.xlsx');
  copyFileSync(original, book);
  return book;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param disk what is played at the folder of the workbook, as `disk-faults.mjs` takes it */
function huizong(book: string, [command = '', ...args]: readonly string[], disk?: object): Promise<Ran> {
  const before = disk ? ['--import', resolve('local/test/support/disk-faults.mjs')] : [];
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...before, COMMAND, command, book, ...args],
      {
        cwd: dirname(book),
        env: {
          ...process.env,
          ...(disk ? { HUIZONG_TEST_DISK: JSON.stringify({ folder: dirname(book), thread: 'main', ...disk }) } : {}),
        },
      },
      (error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}

interface Page {
  readonly address: string;
  ask(task: object | 'saving'): Promise<Record<string, unknown>>;
  kill(): Promise<void>;
  end(): Promise<void>;
}

async function openPage(book: string, out = join(dirname(book), 'out')): Promise<Page> {
  const child: ChildProcess = spawn(process.execPath, [resolve('local/test/support/open-page.mjs'), book, out], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: ((line: string) => void)[] = [];
  const unread: string[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const next = lines.shift();
    if (next) next(line);
    else unread.push(line);
  });
  const read = async (): Promise<Record<string, unknown>> => {
    const line = unread.shift() ?? (await new Promise<string>((done) => lines.push(done)));
    return JSON.parse(line) as Record<string, unknown>;
  };
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const { address } = (await read()) as { address: string };
  return {
    address,
    ask(task) {
      child.stdin?.write(`${JSON.stringify(task)}\n`);
      return read();
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async end() {
      child.stdin?.end();
      await ended;
    },
  };
}

const typed = (text: string, row = 2) => ({
  do: 'edit',
  sheet: submissions,
  parts: [{ row, column: 6, values: [[text]] }],
});
const sending = { do: 'call', name: 'send', args: [{ month: '2023-05' }] };

async function saved(page: Page, state: string): Promise<string> {
  for (;;) {
    const saving = await page.ask('saving');
    if (saving['state'] === state) return String(saving['message']);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const textIn = (book: string, row = 2): unknown =>
  loadBook(book).sheets.find(({ name }) => name === SUBMISSIONS)?.rows[row - 1]?.values[IN.submissions.place('text')];

const statesIn = (book: string): unknown[] =>
  (loadBook(book).sheets.find(({ name }) => name === '发送记录')?.rows ?? [])
    .slice(1)
    .flatMap((row) => row?.values[4] || []);

/** Recipients of the mails that left, by the names of their files. */
function mailsOf(book: string): string[] {
  const out = join(dirname(book), 'out');
  if (!existsSync(out)) return [];
  return readdirSync(out)
    .map((name) => /\S+@\S+/.exec(name)?.[0] ?? name)
    .sort();
}

const beside = (book: string): string[] => readdirSync(dirname(book)).filter((name) => name.endsWith('.xlsx'));

describe('while a page has the workbook open', () => {
  it('the hourly job goes through it: mails leave once, what was typed before and after is in the one file', async () => {
    const book = freshBook();
    const page = await openPage(book);
    await page.ask(typed('之前填的'));
    const ran = await huizong(book, ['run', 'everyHour', '--as-of', '2023-05-18T09:00']);
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('已交给那个页面执行')]);
    await page.ask(typed('之后填的', 3));
    await page.end();
    expect(mailsOf(book)).toEqual([...DEPARTMENT_MAILS].sort());
    expect(statesIn(book)).toEqual(['已发送', '已发送', '已发送']);
    expect([textIn(book), textIn(book, 3), beside(book)]).toEqual(['之前填的', '之后填的', ['月报.xlsx']]);
    // The page is gone: the next run works on the file itself, and doubles nothing.
    const next = await huizong(book, ['run', 'everyHour', '--as-of', '2023-05-18T10:00']);
    expect([next.code, next.stderr, mailsOf(book).length]).toEqual([0, '', 3]);
  });

  it('prepare, consolidate, send, remind and report do, and answer what they always answer', async () => {
    const book = freshBook();
    const page = await openPage(book);
    const answers = [];
    for (const args of [
      ['prepare', '--month', '2023-06'],
      ['consolidate', '--month', '2023-05', ...AS_OF],
      ['remind', ...SEND],
      ['send', ...SEND],
      ['report', '--month', '2023-05', ...AS_OF, '--yes'],
    ]) {
      const { code, stdout, stderr } = await huizong(book, [...args, '--json']);
      expect([args[0], code, stderr.split('\n').length]).toEqual([args[0], 0, 2]);
      answers.push(JSON.parse(stdout) as Record<string, unknown>);
    }
    expect(answers[1]).toMatchObject({ period: '2023-05', due: 4, calls: { total: expect.any(Number) } });
    expect(answers[3]).toMatchObject({ sent: { length: 2 }, files: { length: 2 } });
    expect(mailsOf(book)).toEqual([...SUPERIORS, ...DEPARTMENT_MAILS].sort());
    await page.end();
    expect(beside(book)).toEqual(['月报.xlsx']);
  });

  it('a failure comes back as the command’s own, exit 1', async () => {
    const book = freshBook();
    await openPage(book);
    const { code, stderr } = await huizong(book, ['consolidate', '--month', '五月初']);
    expect([code, stderr.includes('看不懂月份“五月初”'), /\n\s+at /.test(stderr)]).toEqual([1, true, false]);
  });

  it('a second page, and a command of another account, are told who has it, and do nothing', async () => {
    const book = freshBook();
    await openPage(book);
    const before = readFileSync(book);
    const second = await huizong(book, ['open', '--no-browser']);
    expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(/在浏览器里打开着.*Ctrl\+C/)]);
    rmSync(join(homedir(), '.huizong'), { recursive: true });
    const send = await huizong(book, ['send', ...SEND]);
    expect([send.code, send.stderr]).toEqual([1, expect.stringMatching(/正被占用.*什么也没有做/)]);
    expect([mailsOf(book), readFileSync(book).equals(before)]).toEqual([[], true]);
  });

  it('killed, it leaves the workbook to the next one', async () => {
    const book = freshBook();
    const page = await openPage(book);
    await page.kill();
    expect(readdirSync(dirname(book))).toContain('.~huizong-lock.月报.xlsx#');
    const { code } = await huizong(book, ['send', ...SEND]);
    expect([code, mailsOf(book)]).toEqual([0, SUPERIORS]);
    expect(readdirSync(dirname(book)).sort()).toEqual(['out', '月报.xlsx']);
  });

  it('what lets commands in is for this account only, and no door for a browser', async () => {
    const book = freshBook();
    const { address } = await openPage(book);
    const folder = join(homedir(), '.huizong', 'pages');
    const [name = ''] = readdirSync(folder).filter((one) =>
      readFileSync(join(folder, one), 'utf8').includes(`:${new URL(address).port},`),
    );
    if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const { port, secret } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { port: number; secret: string };
    const [, token = ''] = new URL(address).pathname.split('/');
    const body = JSON.stringify({ do: 'command', name: 'undo', args: [] });
    const JSON_BODY = { 'Content-Type': 'application/json' };
    const status = (path: string, headers: Record<string, string> = JSON_BODY, method = 'POST', text = body) =>
      new Promise<number>((done) => {
        const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
          response.resume();
          done(response.statusCode ?? 0);
        });
        asked.end(method === 'GET' ? undefined : text);
      });
    expect(secret).not.toBe(token);
    expect(await status(`/${token}/command`)).toBe(405);
    expect(await status(`/${'x'.repeat(32)}/command`)).toBe(403);
    expect(await status(`/${secret}/do`)).toBe(403);
    expect(await status(`/${secret}/command`, JSON_BODY, 'GET')).toBe(405);
    expect(await status(`/${secret}/command`, { ...JSON_BODY, Origin: `http://127.0.0.1:${port}` })).toBe(403);
    expect(await status(`/${secret}/command`, { ...JSON_BODY, 'Sec-Fetch-Site': 'none' })).toBe(403);
    expect(await status(`/${secret}/command`, { ...JSON_BODY, Host: `evil.example:${port}` })).toBe(403);
    expect(await status(`/${secret}/command`, { 'Content-Type': 'text/plain' })).toBe(415);
    expect(await status(`/${secret}/command`, JSON_BODY, 'POST', '{"do":"click"}')).toBe(400);
    // The page's own door takes no command.
    expect(await status(`/${token}/do`)).toBe(400);
    expect(await status(`/${secret}/command`)).toBe(200);
  });
});

describe('two at once, slow at any step: every mail once', () => {
  /** Calls of a sending command that change the folder, spread over all of it. */
  const STEPS = [1, 5, 8, 9, 17, 26, 35, 44, 53];

  it.each(STEPS)('two commands, the first held up at call %i', async (at) => {
    const book = freshBook();
    const [first, second] = await Promise.all([
      huizong(book, ['send', ...SEND], { at, do: 'wait', milliseconds: 1500 }),
      huizong(book, ['send', ...SEND]),
    ]);
    for (const { code, stderr } of [first, second]) if (code !== 0) expect(stderr).toContain('正被占用');
    expect([mailsOf(book), statesIn(book)]).toEqual([SUPERIORS, ['已发送', '已发送']]);
  });

  it('the page and a command', async () => {
    const book = freshBook();
    const page = await openPage(book);
    const [, ran] = await Promise.all([
      page.ask(sending),
      huizong(book, ['send', ...SEND]),
      page.ask(typed('同时填的')),
    ]);
    expect([ran?.code, mailsOf(book)]).toEqual([0, SUPERIORS]);
    await page.end();
    expect([textIn(book), beside(book)]).toEqual(['同时填的', ['月报.xlsx']]);
  });

  it.each([5, 17, 35])('a command that is killed at call %i, and the next one', async (at) => {
    const book = freshBook();
    await huizong(book, ['send', ...SEND], { at, do: 'kill' });
    const { code, stderr } = await huizong(book, ['send', ...SEND]);
    expect(stderr).toBe('');
    const [mails, states] = [mailsOf(book), statesIn(book)];
    expect(new Set(mails).size).toBe(mails.length);
    // What may have left is for a person to find out: exit 1.
    expect(states.every((state) => state === '已发送')).toBe(code === 0);
    expect(readdirSync(dirname(book)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('another program', () => {
  const lock = (book: string) => join(dirname(book), '.~lock.月报.xlsx#');
  const hold = (book: string) => writeFileSync(lock(book), ',王静,PC-3,17.05.2023 09:30,file:///home/wj;');

  it('that has it open keeps commands and the page from starting; looking is free', async () => {
    const book = freshBook();
    hold(book);
    for (const args of [
      ['send', ...SEND],
      ['open', '--no-browser'],
    ]) {
      const { code, stderr } = await huizong(book, args);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/正在 LibreOffice 里打开（王静 @ PC-3）.*请删除旁边的/),
      ]);
    }
    expect([(await huizong(book, ['send', ...SEND.slice(0, -1)])).code, mailsOf(book)]).toEqual([0, []]);
  });

  it('that opens it while the page is open stops sending, keeps what is typed, and lets it be saved when it is closed', async () => {
    const book = freshBook();
    const page = await openPage(book);
    hold(book);
    await page.ask(typed('我填的'));
    expect(await saved(page, 'kept')).toContain('正在 LibreOffice 里打开');
    const outcome = await page.ask(sending);
    expect([outcome['ok'], String(outcome['message'])]).toEqual([false, expect.stringContaining('没有发出任何邮件')]);
    rmSync(lock(book));
    await saved(page, 'saved');
    await expect.poll(() => textIn(book), { timeout: 30_000 }).toBe('我填的');
    expect([textIn(book), mailsOf(book), beside(book)]).toEqual(['我填的', [], ['月报.xlsx']]);
    expect((await page.ask(sending))['ok']).toBe(true);
  });

  it('that saves it while the page is open: said which file is which, nothing is sent, nothing is lost', async () => {
    const book = freshBook();
    const page = await openPage(book);
    const theirs = loadBook(book);
    const sheet = theirs.sheets.find(({ name }) => name === SUBMISSIONS);
    if (sheet?.rows[2]) sheet.rows[2].values[IN.submissions.place('text')] = '别人写的';
    if (sheet) sheet.changed = true;
    saveBook(theirs, book);
    const outcome = await page.ask(sending);
    expect([outcome['ok'], String(outcome['message'])]).toEqual([
      false,
      expect.stringMatching(/月报（本机修改 1）.*没有发出任何邮件/),
    ]);
    await page.ask(typed('我填的'));
    expect(await saved(page, 'elsewhere')).toMatch(
      /“月报\.xlsx”已经是别的程序写的.*都保存在旁边的“月报（本机修改 1）\.xlsx”/,
    );
    expect((await page.ask(sending))['ok']).toBe(false);
    const through = await huizong(book, ['send', ...SEND]);
    expect([through.code, mailsOf(book)]).toEqual([1, []]);
    await page.end();
    const other = book.replace('月报.xlsx', '月报（本机修改 1）.xlsx');
    expect([textIn(book, 3), textIn(other, 2)]).toEqual(['别人写的', '我填的']);
  });

  it('that saves while a command works: the command stops, and what the program saved stands', async () => {
    const book = freshBook();
    const theirs = join(dirname(book), '..', `theirs-${process.pid}.xlsx`);
    copyFileSync(book, theirs);
    // At the first writing into the file that is made aside.
    const command = huizong(book, ['send', ...SEND], { at: 8, do: 'wait', milliseconds: 8000 });
    let ended: unknown = null;
    void command.then((end) => {
      ended = end;
    });
    while (ended === null && !readdirSync(dirname(book)).some((name) => name.endsWith('.part')))
      await new Promise((done) => setTimeout(done, 20));
    expect(ended).toBeNull();
    copyFileSync(theirs, book);
    const { code, stderr } = await command;
    expect([code, stderr]).toEqual([1, expect.stringContaining('被别的程序改动了')]);
    expect([readFileSync(book).equals(readFileSync(theirs)), mailsOf(book)]).toEqual([true, []]);
  });
});

describe('a small file system that is really full', () => {
  const small = mkdtempSync(join(tmpdir(), 'huizong-small-'));
  const noMount =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', small]).status === 0
      ? ''
      : 'tmpfs may not be mounted here';
  afterAll(() => {
    if (noMount === '') spawnSync('umount', ['-l', small]);
  });

  it.skipIf(noMount !== '')(
    `sends nothing, and each mail once when there is room again (skipped where: ${noMount || 'it cannot be mounted'})`,
    async () => {
      const book = join(small, '月报.xlsx');
      const out = mkdtempSync(join(tmpdir(), 'huizong-out-'));
      copyFileSync(original, book);
      const filler = join(small, 'filler');
      try {
        for (;;) appendFileSync(filler, Buffer.alloc(4096, 1));
      } catch {
        // It is full.
      }
      // Room for the lock, and not for the workbook.
      truncateSync(filler, statSync(filler).size - 64 * 1024);
      const mails = () => readdirSync(out).filter((name) => name.endsWith('.eml')).length;
      const command = await huizong(book, ['send', ...SEND, '--out', out]);
      expect([command.code, command.stderr]).toEqual([
        1,
        expect.stringMatching(/月报\.xlsx”没有写入：磁盘已满，请清理出空间/),
      ]);
      const page = await openPage(book, out);
      const outcome = await page.ask(sending);
      expect([outcome['ok'], outcome['message']]).toEqual([false, expect.stringMatching(/磁盘已满.*没有发出任何邮件/)]);
      await page.ask(typed('满了以后填的'));
      expect(await saved(page, 'failed')).toContain('磁盘已满');
      expect([mails(), readdirSync(small).filter((name) => name.endsWith('.part'))]).toEqual([0, []]);
      rmSync(filler);
      await saved(page, 'saved');
      await page.end();
      const again = await huizong(book, ['send', ...SEND, '--out', out]);
      // What was begun on the page and refused is shown to a person, not sent by itself.
      expect([textIn(book), mails() + again.stdout.split('上次是否发出不明').length - 1]).toEqual(['满了以后填的', 2]);
    },
  );
});
