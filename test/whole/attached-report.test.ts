/** 发送 and the Word report: what is previewed is what leaves, as edited, bearing its day and number; a supplement says it is one. */

import { beforeEach, describe, expect, it } from 'vitest';
import { builtOnce } from '../support/built.ts';
import { IN } from '../support/columns.ts';
import { documentOf, draftReport } from '../support/documents.ts';
import { paragraphsOf, partsOf } from '../support/docx.ts';
import { enter, entriesOf, entryAt, type Host, setSetting, valuesOf } from '../support/host.ts';
import { fill, reachableWorkbook, rowFor } from '../support/month.ts';

const MAY = { month: '2023-05' };
const NAME = '月度报告-2023-05-示例区交通运输局.docx';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

interface Preview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly recipients: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly mimeType: string; readonly size: number }[];
}

let host: Host;
beforeEach(() => {
  const options = { mailPerDay: 3 };
  host = builtOnce('numbered', '2023-05-23T12:00', options, () => {
    const built = reachableWorkbook(options);
    setSetting(built, '发文字号', '示交〔{年}〕{号}号');
    fill(built, rowFor(built, '保卫科', '开展消防检查'), {
      text: '查了三栋楼，发现隐患五处，𠮷师傅整改👍🏽',
      time: '2023-05-18 09:00',
    });
    built.call('consolidate', MAY);
    return built;
  });
}, 60_000);

const sends = (about: object = {}) => host.call('send', { ...MAY, ...about }) as { reply: Record<string, unknown> };
const reportIn = (at: number): Buffer => Buffer.from(host.mail[at]?.attachments[0]?.bytes ?? []);
const wordsOf = (bytes: Buffer): string => paragraphsOf(partsOf(bytes)['word/document.xml'] ?? '').join('\n');

describe('the report attached to the mail', () => {
  it('is there for both recipients, and all of the mail is as previewed', () => {
    const preview = host.call('report', MAY) as Preview;
    expect(preview.attachments).toEqual([{ name: NAME, mimeType: DOCX, size: expect.any(Number) }]);
    expect(preview.text).toContain(`正式报告见附件“${NAME}”。`);
    sends();
    expect(
      host.mail.map(({ to, subject, body, htmlBody, attachments }) => ({
        to,
        subject,
        body,
        htmlBody,
        files: attachments.map(({ name, contentType, bytes }) => ({ name, mimeType: contentType, size: bytes.length })),
      })),
    ).toEqual(
      ['wenmingban@example.cn', 'jiguangongwei@example.cn'].map((to) => ({
        to: [to],
        subject: preview.subject,
        body: preview.text,
        htmlBody: preview.html,
        files: preview.attachments,
      })),
    );
    expect(reportIn(0).equals(reportIn(1))).toBe(true);
  });

  it('is the document that 生成报告 gives, with its number and day', () => {
    const made = documentOf(host, '月度报告-2023-05.docx');
    sends();
    expect(reportIn(0).equals(made.bytes)).toBe(true);
    expect(made.words).toContain('示交〔2023〕1号');
    expect(made.words).toContain('保卫科：查了三栋楼，发现隐患五处，𠮷师傅整改👍🏽');
    expect(made.words.join('\n')).toContain('2023年5月23日');
  });

  it('says what the office has made of the draft', () => {
    draftReport(host);
    const row = entriesOf(host, IN.draft).findIndex(({ subject }) => subject === '保卫科') + 2;
    enter(host, IN.draft, row, { edited: '查三栋楼，隐患五处' });
    sends();
    expect(wordsOf(reportIn(0))).toContain('保卫科：查三栋楼，隐患五处');
    expect(wordsOf(reportIn(0))).not.toContain('发现隐患五处');
    expect(String(entryAt(host, IN.archive, 2).text)).toContain('保卫科：查三栋楼，隐患五处');
  });

  it('is previewed with what the office should look at in the draft first', () => {
    draftReport(host);
    const row = entriesOf(host, IN.draft).findIndex(({ subject }) => subject === '保卫科') + 2;
    enter(host, IN.draft, row, { edited: '查三栋楼，隐患五处' });
    draftReport(host);
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了四栋楼' });
    expect((host.call('report', MAY) as { problems: string[] }).problems).toContain(
      '【报告草稿】1 开展消防检查 保卫科：▲ 原文已变，请核对报告用文字',
    );
  });

  it('reworded after it was sent is a supplement: it says so, and bears its own number and day', () => {
    sends();
    draftReport(host);
    const row = entriesOf(host, IN.draft).findIndex(({ subject }) => subject === '保卫科') + 2;
    enter(host, IN.draft, row, { edited: '查四栋楼' });
    host.setNow('2023-05-26T09:00');
    expect(sends().reply).toMatchObject({ sent: [], needsCorrection: [expect.anything(), expect.anything()] });
    expect(sends({ correction: true }).reply).toMatchObject({ needsCorrection: [], frozen: true });
    expect(host.mail[2]?.attachments[0]?.name).toBe('月度报告-2023-05-示例区交通运输局-补充1.docx');
    const words = wordsOf(reportIn(2));
    for (const part of [
      '示交〔2023〕2号',
      '情况的补充报告',
      '现作为补充报告第1号报送，请以本报告为准。',
      '2023年5月26日',
      '查四栋楼',
    ])
      expect(words).toContain(part);
    expect(entriesOf(host, IN.archive).map(({ period, issue, number }) => [period, issue, number])).toEqual([
      ['2023-05', '报告', '示交〔2023〕1号'],
      ['2023-05', '补充报告第1号', '示交〔2023〕2号'],
    ]);
    // The pack holds it as it left.
    const pack = host.call('pack', MAY) as {
      mails: { subject: string; text: string }[];
      files: { content: string }[];
      archived: { isThis: boolean }[];
    };
    expect(pack.mails.map(({ subject, text }) => [subject, text])).toEqual(
      host.mail.slice(2).map(({ subject, body }) => [subject, body]),
    );
    expect(pack.files[0]?.content).toBe(reportIn(2).toString('base64'));
    expect(pack.archived.map(({ isThis }) => isThis)).toEqual([false, true]);
  });

  it('that waits for tomorrow’s quota leaves tomorrow as it was confirmed today', () => {
    setSetting(host, '上报收件人', ['a', 'b', 'c', 'd'].map((name) => `${name}@example.cn`).join('；'));
    expect(sends().reply).toMatchObject({ waiting: ['d@example.cn'], frozen: false });
    host.setNow('2023-05-25T09:00');
    host.fire.clock();
    expect(host.mail.slice(0, 4).map(({ to }) => to.join())).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `${name}@example.cn`),
    );
    expect(reportIn(3).equals(reportIn(0))).toBe(true);
    expect(entryAt(host, IN.archive, 2)).toMatchObject({ period: '2023-05', issue: '报告', number: '示交〔2023〕1号' });
    expect(sends().reply).toMatchObject({ sent: [], needsCorrection: [] });
  });

  it('carries the photographs the host could read', () => {
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { links: '照片/消防.png' });
    host.call('consolidate', MAY);
    sends({ pictures: [{ link: '照片/消防.png', base64: PIXEL }] });
    expect(wordsOf(reportIn(0))).toContain('图1　保卫科　开展消防检查');
    expect(reportIn(0).includes('word/media/')).toBe(true);
  });

  it('is refused in words where all attached is more than 25 MB: nothing leaves, nothing is recorded', () => {
    const rows = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('月度报送');
    const long = '查'.repeat(49_000);
    const at = valuesOf(host, '月度报送').length + 1;
    rows?.insertRowsAfter(rows.getMaxRows(), 200);
    rows
      ?.getRange(at, 1, 190, 6)
      .setValues(Array.from({ length: 190 }, () => ["'2023-05", '后勤处', '开展消防检查', '', '', long]));
    expect(() => sends()).toThrow(/附件合计最多 25 MB；现在附件约 2\d MB/);
    expect(host.mail).toHaveLength(0);
    expect(valuesOf(host, '发送记录')).toHaveLength(1);
    // Twenty-eight million bytes pass through the script.
  }, 240_000);

  it('cannot be made from a template that is damaged: nothing leaves, nothing is recorded', () => {
    const at = valuesOf(host, '文书模板').length;
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('文书模板');
    sheet?.getRange(at + 1, 1, 1, 5).setValues([['月度报告', '我们的.docx', 1, 2, 'AAAA']]);
    expect(() => sends()).toThrow(/文书模板/);
    expect(host.mail).toHaveLength(0);
    expect(valuesOf(host, '发送记录')).toHaveLength(1);
  });
});
