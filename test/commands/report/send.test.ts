import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { builtOnce } from '../../support/built.ts';
import { IN } from '../../support/columns.ts';
import { enter, entriesOf, entryAt, type Host, saveBook, setSetting } from '../../support/host.ts';
import { consolidate, fill, preparedWorkbook, rowFor } from '../../support/month.ts';
import { sampleWorkbook } from '../../support/sample.ts';
import { snapshot } from '../../support/snapshot.ts';

interface Sent {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: {
    readonly sent: readonly string[];
    readonly already: readonly string[];
    readonly needsCorrection: readonly string[];
  };
}
interface Preview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly recipients: readonly string[];
  readonly problems: readonly string[];
  readonly attachments: readonly { readonly name: string }[];
}
const MAY = { month: '2023-05' };
const send = (host: Host, about: object = {}): Sent => host.call('send', { ...MAY, ...about }) as Sent;
const preview = (host: Host): Preview => host.call('report', MAY) as Preview;

const consolidated = (): Host =>
  builtOnce('consolidated', '2023-05-23T12:00', {}, () => {
    const host = preparedWorkbook();
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', count: 3, time: '2023-05-18 09:00' });
    consolidate(host);
    return host;
  });

describe('预览', () => {
  it('shows the mail and what to look at, writes nothing and sends nothing', () => {
    const host = consolidated();
    const before = snapshot(host);
    const { subject, text, html, recipients, problems } = preview(host);
    expect(subject).toBe('示例区交通运输局2023年5月工作报送汇总');
    expect(recipients).toEqual(['区文明办 <wenmingban@example.cn>', '区直机关工委 <jiguangongwei@example.cn>']);
    for (const part of [text, html]) {
      expect(part).toContain('应报4项，已报1项，其中按时1项、迟报0项；缺报3项。完成率25.0%');
      expect(part).toContain('查了三栋楼');
      expect(part).toContain('后勤处：开展消防检查（缺报）');
    }
    expect(problems[0]).toContain('缺报 3');
    expect(host.mail).toHaveLength(0);
    expect(snapshot(host)).toEqual(before);
  });

  it('asks for the consolidation first', () => {
    expect(() => preview(preparedWorkbook())).toThrow(
      '还没有 2023-05 的汇总（找不到工作表“汇总-2023-05”）。请先执行“汇总”。',
    );
  });
});

describe('发送', () => {
  it('mails each recipient once and records it', () => {
    const host = consolidated();
    expect(send(host).reply.sent).toHaveLength(2);
    expect(host.mail.flatMap(({ to }) => to)).toEqual(['wenmingban@example.cn', 'jiguangongwei@example.cn']);
    const rows = entriesOf(host, IN.dispatches);
    expect(rows.map(({ kind, period, recipient, state }) => [kind, period, recipient, state])).toEqual([
      ['上报', '2023-05', '区文明办 <wenmingban@example.cn>', '已发送'],
      ['上报', '2023-05', '区直机关工委 <jiguangongwei@example.cn>', '已发送'],
    ]);
  });

  it('again sends nothing', () => {
    const host = consolidated();
    send(host);
    const { told, reply } = send(host);
    expect(reply).toMatchObject({
      sent: [],
      already: ['区文明办 <wenmingban@example.cn>', '区直机关工委 <jiguangongwei@example.cn>'],
    });
    expect(told.title).toBe('2023-05 没有新的邮件要发');
    expect(host.mail).toHaveLength(2);
  });

  it('what changed since goes only as a numbered supplement somebody confirmed', () => {
    const host = consolidated();
    send(host);
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '清点灭火器' });
    consolidate(host);
    expect(send(host).reply).toMatchObject({ sent: [], needsCorrection: [expect.anything(), expect.anything()] });
    expect(host.mail).toHaveLength(2);
    expect(send(host, { correction: true }).reply.sent).toHaveLength(2);
    expect(host.mail[3]?.subject).toBe('【补充报告第1号】示例区交通运输局2023年5月工作报送汇总');
    expect(host.mail[3]?.body).toContain('现作为补充报告第1号报上，请以本邮件为准。');
    expect(send(host, { correction: true }).reply.sent).toEqual([]);
  });

  it('put back as it was, it is the next supplement', () => {
    const host = consolidated();
    send(host);
    const row = rowFor(host, '后勤处', '开展消防检查');
    fill(host, row, { text: '清点灭火器' });
    send(host, { correction: true });
    fill(host, row, { text: '' });
    expect(send(host, { correction: true }).reply.sent).toHaveLength(2);
    expect(host.mail[5]?.subject).toMatch(/^【补充报告第2号】/);
    expect(send(host, { correction: true }).reply.sent).toEqual([]);
  });

  it('a mail that failed is 不明 and never goes again by itself, and the other recipient gets theirs', () => {
    const host = consolidated();
    let first = true;
    const session = host.session({
      faults: (call) => {
        if (call.method === 'sendEmail' && call.phase === 'before' && first) {
          first = false;
          throw new Error('Service invoked too many times');
        }
        return undefined;
      },
    });
    const { told, reply } = session.call('send', MAY) as Sent;
    expect(reply).toMatchObject({
      sent: ['区直机关工委 <jiguangongwei@example.cn>'],
      unknown: ['区文明办 <wenmingban@example.cn>'],
      frozen: false,
    });
    expect(told.lines.join('\n')).toContain(
      '发给 区文明办 <wenmingban@example.cn> 时出错（Service invoked too many times），不知道是否已经发出',
    );
    expect(entryAt(host, IN.dispatches, 2)).toMatchObject({ state: '不明', error: 'Service invoked too many times' });
    expect(send(host).told.lines.join('\n')).toContain(
      '没有发给 区文明办 <wenmingban@example.cn>：上次是否发出不明（【发送记录】第 2 行）',
    );
    expect(host.mail).toHaveLength(1);
    enter(host, IN.dispatches, 2, { state: '发送失败' });
    expect(send(host).reply).toMatchObject({ sent: ['区文明办 <wenmingban@example.cn>'], frozen: true });
    expect(host.mail).toHaveLength(2);
  });

  it('only to addresses in 设置, and to none where one of them is no address', () => {
    const host = consolidated();
    setSetting(host, '上报收件人', '区文明办 <wenmingban@example.cn>；区直机关工委');
    expect(() => send(host)).toThrow(/“区直机关工委”没有可用的邮箱/);
    setSetting(host, '上报收件人', '');
    expect(() => send(host)).toThrow(/“上报收件人”还没有填写/);
    expect(host.mail).toHaveLength(0);
  });

  it('one address written twice gets one mail', () => {
    const host = consolidated();
    setSetting(host, '上报收件人', '甲 <a@example.cn>；乙 <a@example.cn>');
    send(host);
    expect(host.mail).toHaveLength(1);
  });

  it('what today’s quota does not do for goes by itself when it does', () => {
    const host = preparedWorkbook(undefined, undefined, { mailPerDay: 1 });
    consolidate(host);
    expect(send(host).reply).toMatchObject({
      sent: ['区文明办 <wenmingban@example.cn>'],
      waiting: ['区直机关工委 <jiguangongwei@example.cn>'],
      frozen: false,
    });
    expect(states(host)).toEqual(['已发送', '待发送']);
    host.setNow('2023-05-24T13:00');
    host.fire.clock();
    expect(states(host)).toEqual(['已发送', '已发送']);
    expect(host.mail.flatMap(({ to }) => to)).toEqual(['wenmingban@example.cn', 'jiguangongwei@example.cn']);
    expect(entryAt(host, IN.archive, 2)).toMatchObject({ period: '2023-05', issue: '报告' });
  });

  it('what waits leaves only as it was confirmed: changed meanwhile it is cancelled, and a person sends anew', () => {
    const host = preparedWorkbook(undefined, undefined, { mailPerDay: 1 });
    consolidate(host);
    send(host);
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '清点灭火器' });
    host.setNow('2023-05-24T13:00');
    host.fire.clock();
    expect(states(host)).toEqual(['已发送', '已取消']);
    expect(host.mail).toHaveLength(1);
  });

  it('3,000 recipients and a quota of 100: 100 today, every other one waits in the record', () => {
    const host = consolidated();
    const names = Array.from({ length: 3_000 }, (_, index) => `r${index}@example.cn`);
    setSetting(host, '上报收件人', names.join('；'));
    const { told, reply } = send(host);
    expect([reply.sent.length, host.mail.length]).toEqual([100, 100]);
    expect(told.lines.join('\n')).toContain('还有 2900 封待发送');
    expect(states(host).filter((state) => state === '待发送')).toHaveLength(2_900);
  });
});

const states = (host: Host): unknown[] => entriesOf(host, IN.dispatches).map(({ state }) => state);

describe('the mail as it arrives', () => {
  it('is Chinese, in text and HTML, and hostile words in it are harmless words', async () => {
    const host = sampleWorkbook();
    consolidate(host);
    const dir = mkdtempSync(join(tmpdir(), 'mail-'));
    const book = join(dir, 'book.xlsx');
    saveBook(host.book, book);
    execFileSync(process.execPath, [
      'dist/huizong.js',
      'send',
      book,
      '--month',
      '2023-05',
      '--as-of',
      '2023-05-23T09:00',
      '--yes',
      '--out',
      dir,
    ]);
    const files = readdirSync(dir, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.eml'));
    expect(files).toHaveLength(2);
    const mail = await new PostalMime().parse(readFileSync(join(dir, files[0] ?? '')));
    expect(mail.subject).toBe('示例区交通运输局2023年5月工作报送汇总');
    expect(mail.to?.[0]?.address).toMatch(/@example\.cn$/);
    expect(mail.text).toContain('=IMPORTXML("https://example.cn/a.xml","//b")');
    expect(mail.text).toContain("<script>alert('请勿执行')</script>");
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.html).toContain('👍🏽');
    expect(mail.html).not.toMatch(/src=|url\(|<link/);
  });

  it('too long for a body, the words go into an attachment, whole', () => {
    const host = preparedWorkbook();
    const long = '逐栋检查并登记。'.repeat(5_000);
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: long });
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: long });
    consolidate(host);
    expect(preview(host).attachments.map(({ name }) => name)).toEqual([
      '月度报告-2023-05-示例区交通运输局.docx',
      '2023年5月各任务工作情况.txt',
    ]);
    send(host);
    const [, file] = host.mail[0]?.attachments ?? [];
    expect(
      Buffer.from((file as { bytes: Uint8Array } | undefined)?.bytes ?? [])
        .toString('utf8')
        .split(long),
    ).toHaveLength(3);
  });
});
