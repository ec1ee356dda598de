/**
 * One mail handed to a server of every behaviour: what is said of it is what became of it. Never is a mail called unsent that the
 * server keeps; only where it cannot be known is it called unknown.
 */
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { sendBySmtp } from '../../src/mail/smtp.ts';
import type { MailFailure } from '../../src/services/mail/failure.ts';
import type { Mail } from '../../src/services/mail/message.ts';
import { type SmtpOptions, type SmtpServer, startSmtp } from '../support/smtp-server.ts';

/** Seconds a test waits for a server that hangs. */
const PATIENCE = 1;
/** A mail that goes over in one piece, and one that takes many. */
/** Huge: more than the buffers of a connection hold. */
const SIZES = { small: 10, large: 3_000_000, huge: 24_000_000 } as const;
const RECIPIENTS = [1, 2, 3] as const;

const mail = (recipients: number, size: keyof typeof SIZES): Mail => ({
  to: Array.from({ length: recipients }, (_, index) => `r${index}@example.cn`),
  cc: [],
  bcc: [],
  replyTo: '',
  name: '示范单位',
  from: 'office@example.cn',
  subject: '汇总',
  body: '正文',
  htmlBody: '',
  attachments: [{ name: '报告.bin', contentType: 'application/octet-stream', bytes: new Uint8Array(SIZES[size]) }],
  inlineImages: {},
  sentAt: new Date('2023-05-23T09:00:00Z'),
});

const servers: SmtpServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Situation extends SmtpOptions {
  readonly login?: boolean;
  readonly requireTls?: boolean;
  /** No server listens there. */
  readonly closed?: boolean;
  readonly host?: string;
}

async function deliver(
  { login = false, requireTls = false, closed = false, host = '127.0.0.1', ...options }: Situation,
  recipients: number,
  size: keyof typeof SIZES,
): Promise<{ failure: MailFailure | null; seconds: number; received: SmtpServer['received'] }> {
  const server = await startSmtp(options);
  servers.push(server);
  if (closed) server.close();
  const began = performance.now();
  const failure = await sendBySmtp(mail(recipients, size), {
    host,
    port: server.port,
    secure: false,
    requireTls,
    user: login ? 'office' : '',
    password: login ? 'secret' : '',
    from: '',
    patience: PATIENCE,
  });
  return { failure, seconds: (performance.now() - began) / 1000, received: server.received };
}

type Known = 'refused for good' | 'refused for now' | 'unknown' | 'left';
const knownOf = (failure: MailFailure | null): Known => {
  if (failure === null) return 'left';
  if (!failure.certain) return 'unknown';
  return failure.temporary ? 'refused for now' : 'refused for good';
};

/** What a server does, what is known then, and why. */
const SITUATIONS: readonly (readonly [string, Situation, Known, MailFailure['reason'] | ''])[] = [
  ['serves', {}, 'left', ''],
  ['serves whoever logs in', { login: true }, 'left', ''],
  ['is not there', { closed: true }, 'refused for now', 'unreachable'],
  ['has a name nobody knows', { host: 'no-such-host.invalid' }, 'refused for now', 'unreachable'],
  ['greets with 421', { at: { greeting: '421 too busy' } }, 'refused for now', 'server'],
  ['greets with 554', { at: { greeting: '554 not you' } }, 'refused for good', 'server'],
  ['never greets', { at: { greeting: 'hang' } }, 'refused for now', 'timeout'],
  ['is gone instead of greeting', { at: { greeting: 'drop' } }, 'refused for now', 'unreachable'],
  ['answers EHLO with 421', { at: { ehlo: '421 closing' } }, 'refused for now', 'server'],
  ['answers EHLO with 550 and knows no HELO', { at: { ehlo: '550 not you' } }, 'refused for good', 'server'],
  ['hangs at EHLO', { at: { ehlo: 'hang' } }, 'refused for now', 'timeout'],
  ['is gone at EHLO', { at: { ehlo: 'drop' } }, 'refused for now', 'unreachable'],
  ['has no TLS where it is wanted', { requireTls: true }, 'refused for good', 'encryption'],
  ['has no TLS for now', { requireTls: true, at: { starttls: '454 not now' } }, 'refused for now', 'encryption'],
  ['refuses TLS', { requireTls: true, at: { starttls: '502 no' } }, 'refused for good', 'encryption'],
  ['hangs at STARTTLS', { requireTls: true, at: { starttls: 'hang' } }, 'refused for now', 'timeout'],
  ['is gone at STARTTLS', { requireTls: true, at: { starttls: 'drop' } }, 'refused for now', 'unreachable'],
  ['talks no TLS after all', { requireTls: true, at: { starttls: 'garbage' } }, 'refused for good', 'encryption'],
  ['does not know the password', { login: true, at: { auth: '535 wrong' } }, 'refused for good', 'login'],
  ['cannot look the password up', { login: true, at: { auth: '454 not now' } }, 'refused for now', 'login'],
  ['hangs at the login', { login: true, at: { auth: 'hang' } }, 'refused for now', 'timeout'],
  ['is gone at the login', { login: true, at: { auth: 'drop' } }, 'refused for now', 'unreachable'],
  ['wants a login', { at: { mail: '530 log in first' } }, 'refused for good', 'login'],
  ['puts the sender off', { at: { mail: '451 not now' } }, 'refused for now', 'sender'],
  ['refuses the sender', { at: { mail: '553 not yours' } }, 'refused for good', 'sender'],
  ['hangs at the sender', { at: { mail: 'hang' } }, 'refused for now', 'timeout'],
  ['is gone at the sender', { at: { mail: 'drop' } }, 'refused for now', 'unreachable'],
  ['puts every recipient off', { at: { rcpt: '450 greylisted' } }, 'refused for now', 'recipient'],
  ['refuses every recipient', { at: { rcpt: '550 no mailbox' } }, 'refused for good', 'recipient'],
  ['hangs at a recipient', { at: { rcpt: 'hang' } }, 'refused for now', 'timeout'],
  ['is gone at a recipient', { at: { rcpt: 'drop' } }, 'refused for now', 'unreachable'],
  ['closes at a recipient', { at: { rcpt: '421 closing' } }, 'refused for now', 'server'],
  ['puts the message off before it comes', { at: { data: '451 not now' } }, 'refused for now', 'message'],
  ['refuses the message before it comes', { at: { data: '554 no' } }, 'refused for good', 'message'],
  ['hangs before the message', { at: { data: 'hang' } }, 'refused for now', 'timeout'],
  ['is gone before the message', { at: { data: 'drop' } }, 'refused for now', 'unreachable'],
  ['puts the whole message off', { at: { message: '451 try later' } }, 'refused for now', 'message'],
  ['refuses the whole message', { at: { message: '554 spam' } }, 'refused for good', 'message'],
  ['closes after the whole message', { at: { message: '421 closing' } }, 'refused for now', 'server'],
  ['hangs after the whole message', { at: { message: 'hang' } }, 'unknown', 'unanswered'],
  ['is gone after the whole message', { at: { message: 'drop' } }, 'unknown', 'unanswered'],
  ['takes the message and is gone', { at: { message: 'take and drop' } }, 'unknown', 'unanswered'],
  ['takes the message and hangs', { at: { message: 'take and hang' } }, 'unknown', 'unanswered'],
];

let cases = 0;
// biome-ignore lint/suspicious/noConsole: the size is for the reader of the run's output
afterAll(() => console.log(`${cases} mails handed to a server of every behaviour`));

const WAYS = [
  ['small', false],
  ['large', false],
  ['small', true],
] as const;

describe.each(WAYS)('a %s mail (envelope in one go: %s) to a server that', (size, pipelining) => {
  it.each(SITUATIONS)(
    '%s',
    async (name, situation, known, reason) => {
      const tried = RECIPIENTS.map(async (recipients) => {
        const { failure, seconds, received } = await deliver({ ...situation, pipelining }, recipients, size);
        expect([recipients, knownOf(failure), failure?.reason ?? '']).toEqual([recipients, known, reason]);
        expect(failure === null || failure.reply !== '').toBe(true);
        expect(failure?.hung ?? false).toBe(/hangs|never greets/.test(name));
        // A server that hangs costs what was allowed, and a large mail a little more.
        expect(seconds).toBeLessThan(PATIENCE + SIZES.large / 50_000);
        // What is called refused the server does not keep; what is called left it keeps for all recipients.
        if (failure?.certain) expect(received).toEqual([]);
        if (failure === null) expect(received.map(({ to }) => to.length)).toEqual([recipients]);
      });
      cases += tried.length;
      await Promise.all(tried);
    },
    60_000,
  );

  it('is gone in the middle of the message: refused for now where the rest was still here, else nobody knows', async () => {
    cases += 1;
    const { failure } = await deliver({ at: { data: 'cut' }, pipelining }, 1, size === 'large' ? 'huge' : size);
    expect(knownOf(failure)).toBe(size === 'large' ? 'refused for now' : 'unknown');
  });

  it('takes some of the addresses: not sent, and the refused are named', async () => {
    for (const reply of ['550 no such mailbox', '450 greylisted']) {
      cases += 1;
      const { failure, received } = await deliver({ toward: { 'r1@example.cn': reply }, pipelining }, 3, size);
      expect(failure).toMatchObject({ reason: 'partly', certain: false, reply: `r1@example.cn ${reply}` });
      expect(received.map(({ to }) => to)).toEqual([['r0@example.cn', 'r2@example.cn']]);
    }
  });
});

it('a password that is missing is no login', async () => {
  const server = await startSmtp();
  servers.push(server);
  const failure = await sendBySmtp(mail(1, 'small'), {
    ...{ host: '127.0.0.1', port: server.port, secure: false, requireTls: false },
    ...{ user: 'office', password: '', from: '', patience: PATIENCE },
  });
  expect(failure).toMatchObject({ reason: 'login', certain: true, temporary: false });
});
