/** The scheduled job: a line a run, a truthful exit code, the same as data. Real processes. */
import { type ExecFileException, execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardReply } from '../../../src/commands/month/board.ts';
import { loadBook, saveBook, setSetting, startHuizong, type as typeIn } from '../../../test/support/host.ts';
import { DEPARTMENT_MAILS, reachableWorkbook } from '../../../test/support/month.ts';
import { type SmtpOptions, type SmtpServer, startSmtp } from '../support/smtp-server.ts';

const COMMAND = resolve('dist/huizong.js');
const folder = mkdtempSync(join(tmpdir(), 'hourly-'));
const original = join(folder, 'original.xlsx');
const servers: SmtpServer[] = [];

beforeAll(() => saveBook(reachableWorkbook().book, original), 60_000);
afterAll(() => {
  for (const server of servers) server.close();
});

function freshBook(spoil?: (host: ReturnType<typeof startHuizong>) => void): string {
  const own = mkdtempSync(join(folder, 'run-'));
  const book = join(own, '月报.xlsx');
  copyFileSync(original, book);
  if (!spoil) return book;
  const host = startHuizong({ workbook: loadBook(book) });
  spoil(host);
  saveBook(host.book, book);
  return book;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const hourly = (
  book: string,
  time: string,
  environment: Record<string, string> = {},
  ...more: string[]
): Promise<Ran> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [COMMAND, 'run', book, 'everyHour', '--as-of', time, ...more],
      { env: { ...process.env, ...environment }, encoding: 'utf8', cwd: dirname(book) },
      (error: ExecFileException | null, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    );
  });

async function server(options: SmtpOptions = {}): Promise<Record<string, string>> {
  const started = await startSmtp(options);
  servers.push(started);
  return {
    HUIZONG_SMTP_HOST: '127.0.0.1',
    HUIZONG_SMTP_PORT: String(started.port),
    HUIZONG_SMTP_TLS: 'off',
    HUIZONG_SMTP_FROM: 'office@example.cn',
    HUIZONG_SMTP_SECONDS: '2',
  };
}

function lastRunIn(book: string, now: string): BoardReply['lastRun'] {
  const host = startHuizong({ workbook: loadBook(book), now });
  return (host.callAsClient('board', { month: null }) as BoardReply).lastRun;
}

describe('run BOOK everyHour', () => {
  it('prints one line with the time and what was sent, exit 0; the board shows it', async () => {
    const book = freshBook();
    const ran = await hourly(book, '2023-05-18T09:30', await server());
    expect(ran).toEqual({
      code: 0,
      stdout: '2023-05-18 09:30　自动发送　发出 3 封，已记入“发送记录”。　今天还可发给 97 个收件人。\n',
      stderr: '',
    });
    expect(lastRunIn(book, '2023-05-18T09:40')).toMatchObject({ time: '2023-05-18T09:30:00', isWhole: true });
  });

  it('with nothing to do prints one line, exit 0, and the board knows that it ran', async () => {
    const book = freshBook();
    const ran = await hourly(book, '2023-05-12T09:30');
    expect(ran).toEqual({ code: 0, stdout: '2023-05-12 09:30　自动发送　没有要发的邮件。\n', stderr: '' });
    expect(lastRunIn(book, '2023-05-12T09:40')).toMatchObject({ time: '2023-05-12T09:30:00', isWhole: true });
  });

  it('names the files where mails go as files', async () => {
    const book = freshBook();
    const { code, stdout } = await hourly(book, '2023-05-18T09:30');
    const [, ...files] = stdout.trimEnd().split('\n');
    expect([code, files.length, files.every((file) => /^ {2}out\/.*\.eml$/.test(file))]).toEqual([0, 3, true]);
  });

  it('gives the same as data with --json: one document', async () => {
    const book = freshBook();
    const { code, stdout } = await hourly(book, '2023-05-18T09:30', {}, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      time: '2023-05-18T09:30:00',
      isWhole: true,
      refused: null,
      sent: { length: 3 },
      files: { length: 3 },
      told: { title: '自动发送' },
    });
  });

  it('three departments that a dead server left unreminded: exit 1, who and why; so too while they wait for the next try', async () => {
    const dead = await server();
    servers[servers.length - 1]?.close();
    const book = freshBook();
    const first = await hourly(book, '2023-05-18T09:30', dead);
    expect(first.code).toBe(1);
    for (const mail of DEPARTMENT_MAILS) expect(first.stdout).toContain(mail);
    expect(first.stdout).toContain('连不上邮件服务器');
    expect(first.stdout.trimEnd().split('\n')).toHaveLength(1);
    const second = await hourly(book, '2023-05-18T09:45', dead);
    expect([second.code, second.stdout]).toEqual([1, expect.stringContaining('有 3 封此前试过、没有发出')]);
    const third = await hourly(book, '2023-05-18T12:30', await server());
    expect([third.code, third.stdout]).toEqual([0, expect.stringContaining('发出 3 封')]);
  });

  it('an address the server refuses: exit 1 and the server’s words, this hour and the next ones, until a person decides', async () => {
    const refusing = await server({ refuse: ['houqin@example.cn'] });
    const book = freshBook();
    const first = await hourly(book, '2023-05-18T09:30', refusing, '--json');
    const reply = JSON.parse(first.stdout);
    expect([first.code, reply.isWhole, reply.sent.length]).toEqual([1, false, 2]);
    expect(reply.notSent).toMatchObject([{ recipient: '后勤处 <houqin@example.cn>', why: 'recipient' }]);
    const next = await hourly(book, '2023-05-18T10:30', refusing);
    expect([next.code, next.stdout]).toEqual([
      1,
      expect.stringMatching(/后勤处.*上次发送失败（【发送记录】第 \d 行），等人处理/),
    ]);
  });

  it('a department without an address: exit 1 and its name', async () => {
    const book = freshBook((host) => typeIn(host, '部门', 'D3', [['']]));
    const { code, stdout } = await hourly(book, '2023-05-18T09:30');
    expect([code, stdout]).toEqual([1, expect.stringContaining('没有催报，请补上或电话联系：后勤处')]);
  });

  it('a workbook that is not in order: exit 1, what and where', async () => {
    const book = freshBook((host) => setSetting(host, '每月截止日', '四十'));
    const { code, stdout } = await hourly(book, '2023-05-18T09:30');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^2023-05-18 09:30　自动发送没有执行　.*每月截止日/)]);
  });

  it('speaks the office’s language', async () => {
    const book = freshBook((host) => setSetting(host, '语言', 'English'));
    const { code, stdout } = await hourly(book, '2023-05-18T09:30', await server());
    expect([code, stdout]).toEqual([0, expect.stringContaining('Hourly run　3 mail(s) sent')]);
  });

  it('a workbook another program has open: exit 1, nothing is done, with the time; as data too', async () => {
    const book = freshBook();
    writeFileSync(join(dirname(book), '.~lock.月报.xlsx#'), ',王,pc,18.05.2023 09:00,file;');
    const before = readFileSync(book);
    const ran = await hourly(book, '2023-05-18T09:30');
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toMatch(/^2023-05-18 09:30　自动发送没有执行完：.*LibreOffice/);
    const data = await hourly(book, '2023-05-18T09:30', {}, '--json');
    expect([data.code, JSON.parse(data.stdout)]).toEqual([1, { error: expect.stringContaining('LibreOffice') }]);
    expect(readFileSync(book).equals(before)).toBe(true);
  });
});
