/**
 * MailApp: who gets what, how much of it a day, and what is refused.
 *
 * reference/mail/mail-app and guides/services/quotas below developers.google.com/apps-script/; error texts as quoted from
 * production logs in github.com/RomainVialard/ErrorHandler, the quota's in github.com/dwyl/learn-google-apps-script #376.
 */
import { describe, expect, it } from 'vitest';
import { bodyHost, CLERK, caught, failureOf, OWNER, script, stranger } from './stranger.ts';

const sent = (body: string, options = {}) => {
  const host = bodyHost(body, options);
  host.call('main');
  return host.mail;
};

describe('MailApp.sendEmail: the ways to call it', () => {
  it.each([
    [
      `MailApp.sendEmail('a@x.cn', 'subject', 'body')`,
      { to: ['a@x.cn'], subject: 'subject', body: 'body', replyTo: '' },
    ],
    [
      `MailApp.sendEmail('a@x.cn', 'reply@x.cn', 'subject', 'body')`,
      { to: ['a@x.cn'], replyTo: 'reply@x.cn', body: 'body' },
    ],
    [
      `MailApp.sendEmail('a@x.cn', 'subject', 'body', { cc: 'b@x.cn', bcc: 'c@x.cn', name: '局办', htmlBody: '<b>x</b>', replyTo: 'r@x.cn' })`,
      { cc: ['b@x.cn'], bcc: ['c@x.cn'], name: '局办', htmlBody: '<b>x</b>', replyTo: 'r@x.cn', body: 'body' },
    ],
    [
      `MailApp.sendEmail({ to: 'a@x.cn, 李 <b@x.cn>', subject: 's', htmlBody: '<p>' })`,
      { to: ['a@x.cn', '李 <b@x.cn>'], body: '' },
    ],
    [`MailApp.sendEmail({ bcc: 'a@x.cn', subject: 's', body: 'b' })`, { to: [], bcc: ['a@x.cn'] }],
  ])('%s', (body, mail) => {
    const [first, ...others] = sent(body);
    expect(others).toEqual([]);
    expect(first).toMatchObject(mail);
  });

  it('goes out from whose rights the script has, at the time it is', () => {
    const [mail] = sent(`MailApp.sendEmail('a@x.cn', 's', 'b')`);
    expect([mail?.from, mail?.sentAt.toISOString()]).toEqual([OWNER, '2023-05-21T01:00:00.000Z']);
  });

  it('without an answer wanted goes out from an address nobody reads', () => {
    expect(sent(`MailApp.sendEmail({ to: 'a@x.cn', subject: 's', body: 'b', noReply: true })`)[0]?.from).toBe(
      'noreply@example.com',
    );
  });

  it('answers nothing, and what was sent is not taken back when the script fails afterwards', () => {
    const host = bodyHost(`MailApp.sendEmail('a@x.cn', 's', 'b'); throw new Error('later');`);
    expect(failureOf(() => host.call('main'))).toBe('Error: later');
    expect(host.mail).toHaveLength(1);
    expect(script(`return typeof MailApp.sendEmail('a@x.cn', 's', 'b');`)).toBe('undefined');
  });

  it('a line break in a subject begins no header of its own', () => {
    expect(sent(`MailApp.sendEmail('a@x.cn', 'one\\r\\nBcc: b@x.cn', 'b')`)[0]?.subject).toBe('one Bcc: b@x.cn');
  });

  it('takes along files and the pictures of its page', () => {
    const [mail] = sent(`
      const file = Utilities.newBlob('a,b', 'text/csv', 'a.csv');
      MailApp.sendEmail({ to: 'a@x.cn', subject: 's', body: 'b', attachments: [file, { fileName: 'b.txt', mimeType: 'text/plain', content: '字' }],
                          inlineImages: { logo: Utilities.newBlob([1, 2], 'image/png', 'logo.png') } });`);
    expect(
      mail?.attachments.map(({ name, contentType, bytes }) => [name, contentType, Buffer.from(bytes).toString()]),
    ).toEqual([
      ['a.csv', 'text/csv', 'a,b'],
      ['b.txt', 'text/plain', '字'],
    ]);
    expect([...(mail?.inlineImages['logo']?.bytes ?? [])]).toEqual([1, 2]);
  });
});

describe('MailApp.sendEmail: what is refused', () => {
  const list = (count: number) => `Array.from({ length: ${count} }, (_, n) => 'a' + n + '@x.cn').join(',')`;

  it.each([
    [`MailApp.sendEmail('', 's', 'b')`, 'Failed to send email: no recipient'],
    [`MailApp.sendEmail({ subject: 's', body: 'b' })`, 'Failed to send email: no recipient'],
    [`MailApp.sendEmail('nobody', 's', 'b')`, 'Invalid email: nobody'],
    [`MailApp.sendEmail('a@x.cn,@x.cn', 's', 'b')`, 'Invalid email: @x.cn'],
    [`MailApp.sendEmail('a@x.cn;b@x.cn', 's', 'b')`, 'Invalid email: a@x.cn;b@x.cn'],
    [`MailApp.sendEmail('a@x.cn', 's'.repeat(251), 'b')`, 'Argument too large: subject'],
    [`MailApp.sendEmail(${list(51)}, 's', 'b')`, 'Limit Exceeded: Email Recipients Per Message.'],
    [
      `MailApp.sendEmail({ to: ${list(40)}, cc: ${list(6)}, bcc: ${list(5)}, subject: 's', body: 'b' })`,
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    [`MailApp.sendEmail('a@x.cn', 's', '字'.repeat(70000))`, 'Limit Exceeded: Email Body Size.'],
    [`MailApp.sendEmail('a@x.cn', 's', 'b', { htmlBody: 'x'.repeat(204801) })`, 'Limit Exceeded: Email Body Size.'],
    [
      `MailApp.sendEmail('a@x.cn', 's', 'b', { attachments: [Utilities.newBlob('x'.repeat(26214401))] })`,
      'Limit Exceeded: Email Total Attachments Size.',
    ],
    [
      `MailApp.sendEmail('a@x.cn', 's', 'b', { attachments: Array(251).fill(Utilities.newBlob('x')) })`,
      'Limit Exceeded: Email Total Attachments Size.',
    ],
    [`MailApp.sendEmail('a@x.cn')`, "The parameters (String) don't match the method signature for MailApp.sendEmail."],
  ])('%s: %s', (body, text) => {
    expect(caught(body)).toBe(`Exception: ${text}`);
  });

  it('and nothing leaves then, nor counts', () => {
    expect(
      script(
        `try { MailApp.sendEmail('a@x.cn,nobody', 's', 'b'); } catch (error) {} return MailApp.getRemainingDailyQuota();`,
      ),
    ).toBe(100);
    expect(sent(`try { MailApp.sendEmail('a@x.cn,nobody', 's', 'b'); } catch (error) {}`)).toEqual([]);
  });

  it('what just fits is sent', () => {
    expect(sent(`MailApp.sendEmail(${list(50)}, 's'.repeat(250), 'x'.repeat(204800))`)).toHaveLength(1);
  });

  it('in the user’s language', () => {
    expect(caught(`MailApp.sendEmail('', 's', 'b')`, { language: 'zh-CN' })).toBe(
      'Exception: 无法发送电子邮件：没有收件人',
    );
  });
});

describe('MailApp.getRemainingDailyQuota: recipients, not messages, for a day from the first', () => {
  const source = `function left() { return MailApp.getRemainingDailyQuota(); }
    function send(to) { MailApp.sendEmail(to, 's', 'b'); return left(); }`;

  it('a message to three costs three, and beyond the last nothing leaves', () => {
    const host = stranger(source, { mailPerDay: 4 });
    expect(host.call('send', 'a@x.cn,b@x.cn,c@x.cn')).toBe(1);
    expect(failureOf(() => host.call('send', 'a@x.cn,b@x.cn'))).toBe(
      'Exception: Service invoked too many times for one day: email.',
    );
    expect(host.call('send', 'd@x.cn')).toBe(0);
    expect(host.mail).toHaveLength(2);
  });

  it('is whole again a day after it was first used', () => {
    const host = stranger(source, { mailPerDay: 1 });
    host.call('send', 'a@x.cn');
    host.setNow('2023-05-22T08:59');
    expect(host.call('left')).toBe(0);
    host.setNow('2023-05-22T09:00');
    expect(host.call('left')).toBe(1);
  });

  it('each account has its own', () => {
    const host = stranger(source, { mailPerDay: 1 });
    host.call('send', 'a@x.cn');
    expect(host.session({ user: CLERK }).call('send', 'b@x.cn')).toBe(0);
    expect(host.mail.map(({ from }) => from)).toEqual([OWNER, CLERK]);
  });
});

describe('MailApp.sendEmail, getRemainingDailyQuota: who may', () => {
  const source = `function onOpen() { MailApp.sendEmail('a@x.cn', 's', 'b'); } function left() { return MailApp.getRemainingDailyQuota(); }`;
  const scope = 'https://www.googleapis.com/auth/script.send_mail';

  it('no simple trigger, which nobody authorised (guides/triggers#restrictions)', () => {
    expect(failureOf(() => stranger(source).fire.onOpen())).toBe(
      `Exception: You do not have permission to call MailApp.sendEmail. Required permissions: ${scope}`,
    );
  });

  it('nobody whose manifest leaves the scope out', () => {
    const host = stranger(source);
    host.load('', { manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] } });
    expect(failureOf(() => host.call('left'))).toBe(
      `Exception: Specified permissions are not sufficient to call MailApp.getRemainingDailyQuota. Required permissions: ${scope}`,
    );
  });
});
