/**
 * The whole command against a mail server of every behaviour: what stands in the record for each recipient, what left, what the
 * hourly run and a second 发送 do once the server serves. No one gets a mail twice, no one is left out without a word.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBook, saveBook, setSetting, type as typeIn } from '../../../test/support/host.ts';
import { reachableWorkbook } from '../../../test/support/month.ts';
import { type SmtpOptions, type SmtpServer, startSmtp } from '../support/smtp-server.ts';

const COMMAND = resolve('dist/huizong.js');
const WHO = ['a@example.cn', 'b@example.cn', 'c@example.cn', 'd@example.cn', 'e@example.cn'] as const;
const folder = mkdtempSync(join(tmpdir(), 'mail-server-'));
const original = join(folder, '月报.xlsx');
const servers: SmtpServer[] = [];
let copies = 0;
let cases = 0;
let doubled = 0;

beforeAll(() => {
  const host = reachableWorkbook();
  setSetting(host, '自动催报', '否');
  setSetting(host, '上报收件人', WHO.join('；'));
  // One department with two addresses.
  typeIn(host, '部门', 'D3', [['houqin@example.cn、houqin2@example.cn']]);
  saveBook(host.book, original);
}, 60_000);
afterAll(() => {
  for (const server of servers) server.close();
  // biome-ignore lint/suspicious/noConsole: the size is for the reader of the run's output
  console.log(`${cases} recipients of mails handed to servers of every behaviour: ${doubled} got one twice`);
});

async function mailServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const server = await startSmtp(options);
  servers.push(server);
  return server;
}

function freshBook(): string {
  copies += 1;
  const copy = join(folder, `月报-${copies}.xlsx`);
  copyFileSync(original, copy);
  return copy;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly seconds: number;
}

/** Runs the command while this process goes on serving mail. */
function huizong(server: SmtpServer, { login = false, requireTls = false }: Access, ...args: string[]): Promise<Ran> {
  const environment = {
    HUIZONG_SMTP_HOST: '127.0.0.1',
    HUIZONG_SMTP_PORT: String(server.port),
    HUIZONG_SMTP_FROM: 'office@example.cn',
    HUIZONG_SMTP_SECONDS: '1',
    ...(requireTls ? {} : { HUIZONG_SMTP_TLS: 'off' }),
    ...(login ? { HUIZONG_SMTP_USER: 'office', HUIZONG_SMTP_PASSWORD: 'secret' } : {}),
  };
  const began = performance.now();
  return new Promise((done) => {
    execFile(
      process.execPath,
      [COMMAND, ...args],
      { env: { ...process.env, ...environment }, encoding: 'utf8' },
      (error, stdout) => {
        const seconds = (performance.now() - began) / 1000;
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, seconds });
      },
    );
  });
}

interface Access {
  readonly login?: boolean;
  readonly requireTls?: boolean;
}

const rowsIn = (book: string): unknown[][] =>
  (loadBook(book).sheets.find(({ name }) => name === '发送记录')?.rows ?? [])
    .slice(1)
    .flatMap((row) => (row?.values[4] ? [row.values] : []));
const SIGNS: Readonly<Record<string, string>> = { 已发送: 'S', 待发送: 'W', 发送失败: 'F', 不明: 'U', 发送中: '!' };
const statesIn = (book: string): string =>
  rowsIn(book)
    .map((row) => SIGNS[String(row[4])] ?? '?')
    .join('');

/** States of a, b, c, d, e: S sent, W waits, F failed, U unknown. */
interface Expected {
  readonly send: string;
  /** After the hourly run, half an hour later: too early to try again. */
  readonly soon: string;
  /** After an hourly run when everything is due, with a server that serves. */
  readonly hourly: string;
  /** After a second 发送. */
  readonly again: string;
  /** What the person is told at first. */
  readonly told: RegExp;
}

const EVERY = 'SSSSS';
const GONE_ON = { send: 'WWWWW', soon: 'WWWWW', hourly: EVERY, again: EVERY };

describe('a report to five, by a server that', () => {
  it.each<readonly [string, SmtpOptions & Access & { readonly closed?: boolean }, Expected]>([
    [
      'is not there',
      { closed: true },
      { ...GONE_ON, told: /连不上邮件服务器.*第 1 次（最多 9 次），2023-05-17 10:50 以后/ },
    ],
    ['never greets', { at: { greeting: 'hang' } }, { ...GONE_ON, told: /其余 4 封这次没有再试[\s\S]*迟迟不回答/ }],
    ['lists everybody grey', { at: { rcpt: '450 greylisted' } }, { ...GONE_ON, told: /450 greylisted/ }],
    ['puts the whole message off', { at: { message: '451 later' } }, { ...GONE_ON, told: /451 later/ }],
    [
      'refuses the login',
      { login: true, at: { auth: '535 wrong' } },
      { send: 'FFFWW', soon: 'FFFFF', hourly: 'FFFFF', again: EVERY, told: /不接受登录；请核对发信账号和密码/ },
    ],
    [
      'refuses the whole message',
      { at: { message: '554 spam' } },
      { send: 'FFFWW', soon: 'FFFFF', hourly: 'FFFFF', again: EVERY, told: /不收这封邮件.*554 spam/ },
    ],
    [
      'refuses one, puts one off, is gone for one, takes two',
      { toward: { 'a@example.cn': '550 no mailbox', 'b@example.cn': '450 grey', 'd@example.cn': 'drop' } },
      { send: 'FWSWS', soon: 'FWSWS', hourly: 'FSSSS', again: EVERY, told: /a@example\.cn.*550 no mailbox/ },
    ],
    [
      'takes each and is gone',
      { at: { message: 'take and drop' } },
      { send: 'UUUWW', soon: 'UUUUU', hourly: 'UUUUU', again: 'UUUUU', told: /没有等到它的答复.*不知道是否已经发出/ },
    ],
    [
      'takes each and hangs',
      { at: { message: 'take and hang' } },
      { send: 'UWWWW', soon: 'UUWWW', hourly: 'UUSSS', again: 'UUSSS', told: /其余 4 封这次没有再试/ },
    ],
  ])(
    '%s',
    async (_, { login, requireTls, closed, ...options }, expected) => {
      const access = { login: login ?? false, requireTls: requireTls ?? false };
      const bad = await mailServer(options);
      const good = await mailServer();
      if (closed) bad.close();
      const book = freshBook();
      const send = ['send', book, '--month', '2023-05', '--yes'];
      const hourly = (time: string) => ['run', book, 'everyHour', '--as-of', `2023-05-17T${time}`];
      const first = await huizong(bad, access, ...send, '--as-of', '2023-05-17T10:00');
      const seen = [statesIn(book)];
      expect(first.stdout).toMatch(expected.told);
      expect(first.code).toBe(1);
      // A minute a mail by default, a second here; reading and writing the workbook takes the rest.
      expect(first.seconds).toBeLessThan(15);
      const connections = bad.connections();
      await huizong(bad, access, ...hourly('10:30'));
      seen.push(statesIn(book));
      // Those that were tried are left alone so soon; of the others three at most.
      expect(bad.connections() - connections).toBeLessThanOrEqual(3);
      await huizong(good, {}, ...hourly('12:00'));
      seen.push(statesIn(book));
      await huizong(good, {}, ...send, '--as-of', '2023-05-17T12:00');
      seen.push(statesIn(book));
      expect(seen).toEqual([expected.send, expected.soon, expected.hourly, expected.again]);
      for (const [index, who] of WHO.entries()) {
        const got = [...bad.received, ...good.received].filter(({ to }) => to.includes(who)).length;
        cases += 1;
        doubled += got > 1 ? 1 : 0;
        expect([who, got]).toEqual([who, expected.again[index] === 'S' ? 1 : Math.min(got, 1)]);
      }
    },
    120_000,
  );
});

describe('a department with two addresses, one of which the server refuses', () => {
  it('is reminded at the other, and again at the refused one alone', async () => {
    const bad = await mailServer({ refuse: ['houqin2@example.cn'] });
    const good = await mailServer();
    const book = freshBook();
    const remind = ['remind', book, '--month', '2023-05', '--as-of', '2023-05-17T10:00', '--yes'];
    const { code, stdout } = await huizong(bad, {}, ...remind);
    expect(code).toBe(1);
    expect(stdout).toContain('没有发出：后勤处 <houqin2@example.cn>（邮件服务器不收这个收件地址');
    expect(rowsIn(book).map((row) => [row[2], SIGNS[String(row[4])]])).toEqual([
      ['保卫科 <baowei@example.cn>', 'S'],
      ['后勤处 <houqin@example.cn>', 'S'],
      ['后勤处 <houqin2@example.cn>', 'F'],
      ['人事处 <renshi@example.cn>', 'S'],
    ]);
    const again = await huizong(good, {}, ...remind, '--json');
    expect([again.code, good.received.map(({ to }) => to)]).toEqual([0, [['houqin2@example.cn']]]);
    expect(JSON.parse(again.stdout)).toMatchObject({ sent: ['后勤处 <houqin2@example.cn>'], failed: [], putOff: [] });
    expect(statesIn(book)).toBe('SSSS');
  }, 60_000);
});
