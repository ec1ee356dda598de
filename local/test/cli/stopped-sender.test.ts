/**
 * A sender that is killed when a mail has left and nothing of it is written down yet, and a folder for mails whose disk is full:
 * what may have left is asked about and never sent again by itself, what certainly has not goes once there is room.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBook, saveBook, setSetting } from '../../../test/support/host.ts';
import { reachableWorkbook } from '../../../test/support/month.ts';
import { type SmtpServer, startSmtp } from '../support/smtp-server.ts';

process.env['HOME'] = mkdtempSync(join(tmpdir(), 'huizong-home-'));

const SUPERIORS = ['jiguangongwei@example.cn', 'wenmingban@example.cn'];
const SEND = ['--month', '2023-05', '--as-of', '2023-05-17T10:00', '--yes'];
const FAULTS = ['--import', resolve('local/test/support/disk-faults.mjs')];
const original = join(mkdtempSync(join(tmpdir(), 'huizong-')), '月报.xlsx');
let server: SmtpServer;

beforeAll(async () => {
  const host = reachableWorkbook();
  setSetting(host, '自动催报', '否');
  saveBook(host.book, original);
  server = await startSmtp({});
}, 120_000);
afterAll(() => server.close());

function freshBook(): string {
  const book = join(mkdtempSync(join(tmpdir(), 'huizong-stopped-')), '月报.xlsx');
  copyFileSync(original, book);
  return book;
}

const smtp = () => ({
  HUIZONG_SMTP_HOST: '127.0.0.1',
  HUIZONG_SMTP_PORT: String(server.port),
  HUIZONG_SMTP_FROM: 'office@example.cn',
  HUIZONG_SMTP_TLS: 'off',
});

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function huizong(
  book: string,
  [command = '', ...args]: readonly string[],
  { env = {}, killAfter }: { env?: Record<string, string>; killAfter?: number } = {},
): Promise<Ran> {
  const plan = JSON.stringify({ do: 'kill after mail', thread: 'main', at: killAfter });
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...(killAfter === undefined ? [] : FAULTS), resolve('dist/huizong.js'), command, book, ...args],
      {
        cwd: dirname(book),
        env: { ...process.env, ...env, ...(killAfter === undefined ? {} : { HUIZONG_TEST_DISK: plan }) },
      },
      (error, stdout, stderr) =>
        done({ code: error ? ((error.code as unknown as number) ?? null) : 0, stdout, stderr }),
    );
  });
}

/** Sends from a page in a process of its own, which dies when so many mails have left. */
async function sendFromPage(book: string, killAfter: number): Promise<void> {
  const plan = JSON.stringify({ do: 'kill after mail', thread: 'worker', at: killAfter });
  const page = spawn(
    process.execPath,
    [...FAULTS, resolve('local/test/support/open-page.mjs'), book, join(dirname(book), 'out')],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, HUIZONG_TEST_DISK: plan } },
  );
  const gone = new Promise<void>((done) => page.once('exit', () => done()));
  createInterface({ input: page.stdout }).once('line', () =>
    page.stdin.write(`${JSON.stringify({ do: 'call', name: 'send', args: [{ month: '2023-05' }] })}\n`),
  );
  await gone;
}

const statesIn = (book: string): unknown[] =>
  (loadBook(book).sheets.find(({ name }) => name === '发送记录')?.rows ?? [])
    .slice(1)
    .flatMap((row) => row?.values[4] || []);

const filesIn = (out: string): string[] =>
  existsSync(out)
    ? readdirSync(out)
        .map((name) => /\S+@\S+/.exec(name)?.[0] ?? name)
        .sort()
    : [];

const MAY_HAVE_LEFT = expect.stringMatching(/^(?:发送中|不明)$/);

describe('a sender killed between a mail that has left and its row', () => {
  it.each([
    ['the command, by files', 1],
    ['the command, by files', 2],
    ['the command, by a mail server', 1],
    ['the command, by a mail server', 2],
    ['the page, by files', 1],
    ['the page, by files', 2],
  ] as const)('%s, mail number %i: it is asked about and goes to nobody again', async (way, killAfter) => {
    const book = freshBook();
    const out = join(dirname(book), 'out');
    const env = way.endsWith('server') ? smtp() : {};
    const before = server.received.length;
    if (way.startsWith('the page')) await sendFromPage(book, killAfter);
    else expect((await huizong(book, ['send', ...SEND], { env, killAfter })).code).toBeNull();
    const sent = () =>
      way.endsWith('server')
        ? server.received
            .slice(before)
            .flatMap(({ to }) => to)
            .sort()
        : filesIn(out);
    expect(sent()).toHaveLength(killAfter);
    const [left = ''] = sent().slice(-1);
    // The row of the mail that left says so before it does: the next run reads that.
    expect(statesIn(book)[killAfter - 1]).toBe('发送中');
    await huizong(book, ['run', 'everyHour', '--as-of', '2023-05-17T12:00'], { env });
    const again = await huizong(book, ['send', ...SEND], { env });
    expect([again.code, again.stdout]).toEqual([1, expect.stringContaining('是否发出不明')]);
    expect(sent()).toEqual(SUPERIORS);
    expect(sent()).toContain(left);
    const states = statesIn(book);
    expect(states).toHaveLength(2);
    expect(states[killAfter - 1]).toEqual(MAY_HAVE_LEFT);
    expect(states[2 - killAfter]).toBe('已发送');
  });
});

describe('a folder for mails', () => {
  const small = mkdtempSync(join(tmpdir(), 'huizong-small-'));
  const noMount =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', small]).status === 0
      ? ''
      : 'tmpfs may not be mounted here';
  afterAll(() => {
    if (noMount === '') spawnSync('umount', ['-l', small]);
  });

  it.skipIf(noMount !== '')(
    `whose disk is full: certainly not left, so not asked about; each goes once when there is room (skipped where: ${noMount || 'it cannot be mounted'})`,
    async () => {
      const book = freshBook();
      const filler = join(small, 'filler');
      try {
        for (;;) appendFileSync(filler, Buffer.alloc(4096, 1));
      } catch {
        // It is full.
      }
      const out = ['--out', join(small, 'out')];
      const first = await huizong(book, ['send', ...SEND, ...out]);
      expect([first.code, first.stdout]).toEqual([1, expect.stringContaining('磁盘已满，邮件文件写不进去')]);
      expect(first.stdout).not.toMatch(/不明|ENOSPC: /);
      expect([statesIn(book), filesIn(join(small, 'out'))]).toEqual([['待发送', '待发送'], []]);
      // Full still: it waits its time, and is tried once more then.
      await huizong(book, ['run', 'everyHour', '--as-of', '2023-05-17T12:00', ...out]);
      expect([statesIn(book), filesIn(join(small, 'out'))]).toEqual([['待发送', '待发送'], []]);
      rmSync(filler);
      await huizong(book, ['run', 'everyHour', '--as-of', '2023-05-17T16:00', ...out]);
      await huizong(book, ['run', 'everyHour', '--as-of', '2023-05-17T17:00', ...out]);
      expect([statesIn(book), filesIn(join(small, 'out'))]).toEqual([['已发送', '已发送'], SUPERIORS]);
      expect(readFileSync(join(small, 'out', readdirSync(join(small, 'out'))[0] ?? ''), 'utf8')).toContain('Subject:');
    },
  );
});
