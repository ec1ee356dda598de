/** Real messages to a real mail server on this machine, read back by a parser that shares nothing with what made them. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraphsOf, partsOf } from '../../../test/support/docx.ts';
import { loadBook, saveBook, setSetting } from '../../../test/support/host.ts';
import { DEPARTMENT_MAILS, fill, reachableWorkbook, rowFor } from '../../../test/support/month.ts';
import { type SmtpOptions, type SmtpServer, startSmtp } from '../support/smtp-server.ts';

const COMMAND = resolve('dist/huizong.js');
const AS_OF = ['--month', '2023-05', '--as-of', '2023-05-17T10:00'];
const folder = mkdtempSync(join(tmpdir(), 'mail-'));
const original = join(folder, '月报.xlsx');
const servers: SmtpServer[] = [];
const noOpenssl = spawnSync('openssl', ['version']).status !== 0;
let copies = 0;

beforeAll(() => {
  const host = reachableWorkbook();
  setSetting(host, '单位名称', '示例区“交通”局\r\nBcc: luren@example.cn');
  fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼 👍🏽 <script>alert(1)</script>\n.\n结尾' });
  host.call('consolidate', { month: '2023-05' });
  saveBook(host.book, original);
}, 60_000);
afterAll(() => {
  for (const server of servers) server.close();
});

const freshBook = (): string => {
  copies += 1;
  const copy = join(folder, `月报-${copies}.xlsx`);
  copyFileSync(original, copy);
  return copy;
};

async function mailServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const server = await startSmtp(options);
  servers.push(server);
  return server;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command while this process goes on serving mail. */
function huizong(args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [COMMAND, ...args],
      { env: { ...process.env, ...environment }, encoding: 'utf8' },
      (error, stdout, stderr) => done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const plain = (server: SmtpServer) => ({
  HUIZONG_SMTP_HOST: '127.0.0.1',
  HUIZONG_SMTP_PORT: String(server.port),
  HUIZONG_SMTP_TLS: 'off',
  HUIZONG_SMTP_FROM: 'office@example.cn',
});

const statesIn = (book: string): unknown[] =>
  (loadBook(book).sheets.find(({ name }) => name === '发送记录')?.rows ?? [])
    .slice(1)
    .flatMap((row) => row?.values[4] ?? []);

describe('huizong send by a mail server', () => {
  it('delivers each mail whole: Chinese subject and name, text beside HTML, no header but ours', async () => {
    const server = await mailServer();
    const { code } = await huizong(['send', freshBook(), ...AS_OF, '--yes'], plain(server));
    expect(code).toBe(0);
    expect(server.received.map(({ to }) => to)).toEqual([['wenmingban@example.cn'], ['jiguangongwei@example.cn']]);
    const mail = await new PostalMime().parse(Buffer.from(server.received[0]?.raw ?? '', 'latin1'));
    expect(mail.subject).toBe('示例区“交通”局 Bcc: luren@example.cn2023年5月工作报送汇总');
    expect(mail.from).toMatchObject({ address: 'office@example.cn', name: '示例区“交通”局 Bcc: luren@example.cn' });
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.filter(({ key }) => key === 'bcc')).toEqual([]);
    expect(mail.text).toContain('查了三栋楼 👍🏽 <script>alert(1)</script>\n.\n结尾');
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(mail.html).not.toMatch(/<style|<script|class=/);
    // The unit's name is a file's name too: what no file system takes in one is gone.
    expect(mail.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([
      [
        '月度报告-2023-05-示例区“交通”局_Bcc_ luren@example.cn.docx',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'attachment',
      ],
    ]);
    const report = partsOf(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer));
    expect(paragraphsOf(report['word/document.xml'] ?? '').join('\n')).toContain('保卫科：查了三栋楼 👍🏽 <script>');
  });

  it('logs in with a password kept in a file', async () => {
    const server = await mailServer();
    const secret = join(folder, 'password');
    writeFileSync(secret, 'p@ss 字\n');
    await huizong(['send', freshBook(), ...AS_OF, '--yes'], {
      ...plain(server),
      HUIZONG_SMTP_USER: 'office',
      HUIZONG_SMTP_PASSWORD_FILE: secret,
    });
    expect(server.received.map(({ login }) => login)).toEqual(['office:p@ss 字', 'office:p@ss 字']);
  });

  it('says nothing to a server without TLS unless TLS was switched off; what did not leave is shown', async () => {
    const server = await mailServer();
    const { HUIZONG_SMTP_TLS: _, ...withTls } = plain(server);
    const book = freshBook();
    const { code, stdout } = await huizong(['send', book, ...AS_OF, '--yes'], withTls);
    expect(code).toBe(1);
    expect(server.received).toEqual([]);
    expect(server.said.filter((line) => /^(?:AUTH|MAIL|DATA)/.test(line))).toEqual([]);
    expect(stdout).toContain('与邮件服务器建立加密连接失败，邮件没有交出去');
    expect(statesIn(book)).toEqual(['发送失败', '发送失败']);
  });

  it('a refused address does not keep the other from its mail', async () => {
    const server = await mailServer({ refuse: ['wenmingban@example.cn'] });
    const book = freshBook();
    const { code } = await huizong(['send', book, ...AS_OF, '--yes'], plain(server));
    expect(code).toBe(1);
    expect(server.received.map(({ to }) => to)).toEqual([['jiguangongwei@example.cn']]);
    expect(statesIn(book)).toEqual(['发送失败', '已发送']);
  });

  it('a server that takes the mail and hangs up leaves it unknown, and it never goes again', async () => {
    const server = await mailServer({ hangUp: true });
    const book = freshBook();
    await huizong(['send', book, ...AS_OF, '--yes'], plain(server));
    await huizong(['send', book, ...AS_OF, '--yes'], plain(server));
    expect(server.received.map(({ to }) => to)).toEqual([['wenmingban@example.cn'], ['jiguangongwei@example.cn']]);
    expect(statesIn(book)).toEqual(['不明', '不明']);
  });

  it.skipIf(noOpenssl)(
    'talks TLS from the first byte to a server somebody vouches for (skipped without openssl)',
    async () => {
      const key = join(folder, 'key.pem');
      const cert = join(folder, 'cert.pem');
      execFileSync(
        'openssl',
        [
          ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
          ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
        ],
        { stdio: 'pipe' },
      );
      const server = await mailServer({ tls: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') } });
      const settings = {
        ...plain(server),
        HUIZONG_SMTP_HOST: 'localhost',
        HUIZONG_SMTP_TLS: 'on',
        HUIZONG_SMTP_SECURE: 'on',
      };
      const unvouched = await huizong(['send', freshBook(), ...AS_OF, '--yes'], settings);
      expect([unvouched.code, server.received.length]).toEqual([1, 0]);
      const vouched = await huizong(['send', freshBook(), ...AS_OF, '--yes'], {
        ...settings,
        NODE_EXTRA_CA_CERTS: cert,
      });
      expect([vouched.code, server.received.length]).toEqual([0, 2]);
    },
  );
});

describe('huizong remind', () => {
  it('without --yes shows and sends nothing; with it each department gets one', async () => {
    const server = await mailServer();
    const book = freshBook();
    const before = readFileSync(book);
    const dry = await huizong(['remind', book, ...AS_OF], plain(server));
    expect(dry.stdout).toContain('保卫科 <baowei@example.cn>');
    expect(dry.stdout).toContain('这只是预览，没有发送');
    expect(readFileSync(book).equals(before)).toBe(true);
    const { stdout } = await huizong(['remind', book, ...AS_OF, '--yes', '--json'], plain(server));
    expect(JSON.parse(stdout)).toMatchObject({ period: '2023-05', sent: { length: 3 } });
    expect(server.received.map(({ to }) => to.join())).toEqual([...DEPARTMENT_MAILS]);
  });

  it('by the clock: run BOOK everyHour', async () => {
    const server = await mailServer();
    const book = freshBook();
    for (const time of ['2023-05-15T09:00', '2023-05-15T10:00'])
      await huizong(['run', book, 'everyHour', '--as-of', time], plain(server));
    expect(server.received.map(({ to }) => to.join())).toEqual([...DEPARTMENT_MAILS]);
  });
});

describe('huizong pack', () => {
  it('puts the month into one file: workbook, mails, what was archived, an index; twice the same', async () => {
    const book = freshBook();
    const out = join(folder, 'packed');
    await huizong(['send', book, ...AS_OF, '--yes', '--out', out]);
    const { code, stdout } = await huizong(['pack', book, ...AS_OF, '--out', out, '--json']);
    expect(code).toBe(0);
    const { path } = JSON.parse(stdout) as { path: string };
    const first = readFileSync(path);
    const files = unzipSync(first);
    expect(Object.keys(files).sort()).toEqual(
      [
        book.slice(folder.length + 1),
        '文件/月度报告-2023-05-示例区“交通”局_Bcc_ luren@example.cn.docx',
        '文件/通报-2023-05.docx',
        '文件/缺报清单-2023-05.docx',
        ...['保卫科', '后勤处', '人事处'].map((name) => `文件/催报通知-2023-05-${name}.docx`),
        '档案/报告.txt',
        '目录.txt',
        '邮件/jiguangongwei@example.cn.eml',
        '邮件/wenmingban@example.cn.eml',
      ].sort(),
    );
    const index = Buffer.from(files['目录.txt'] ?? []).toString();
    expect(index).toContain('已发送  上报  区文明办 <wenmingban@example.cn>');
    expect(index).toContain('2023-05  报告');
    expect(index).toContain('压缩包里的邮件和报告与发出的一致');
    const mail = await new PostalMime().parse(files['邮件/wenmingban@example.cn.eml'] ?? new Uint8Array());
    const kept = Buffer.from(files['档案/报告.txt'] ?? []).toString();
    expect(kept.startsWith(mail.text?.trim() ?? '?')).toBe(true);
    expect(kept).toContain('关于2023年5月重点工作情况的报告');
    const attached = Buffer.from(mail.attachments[0]?.content as ArrayBuffer);
    expect(attached.equals(files[`文件/${mail.attachments[0]?.filename}`] ?? new Uint8Array())).toBe(true);
  });
});
