/**
 * A mail server on this machine, for tests: takes what RFC 5321 says it must, and keeps it; at any step, for any address, it may
 * refuse, hang or drop the connection instead.
 */
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came, dots undone. */
  readonly raw: string;
  /** What the client logged in with; `''` where it did not. */
  readonly login: string;
}

export interface SmtpServer {
  readonly port: number;
  readonly received: ReceivedMail[];
  /** Every line clients said outside messages. */
  readonly said: string[];
  /** How many connections there were. */
  readonly connections: () => number;
  readonly close: () => void;
}

/** Where a server may misbehave; `message`: when the last line of the message has come. */
export const STEPS = ['greeting', 'ehlo', 'starttls', 'auth', 'mail', 'rcpt', 'data', 'message'] as const;
export type Step = (typeof STEPS)[number];

/**
 * A reply instead of the right one (`451 later`); `hang`: no reply ever; `drop`: the connection is gone. At `data` also `cut`: it
 * says go on and is gone with the first of the message. At `message` also `take and drop` and `take and hang`: the mail is kept
 * before. At `starttls` also `garbage`: it says go on and talks no TLS.
 */
export type Misbehaviour = string;

export interface SmtpOptions {
  /** Addresses refused with 550. */
  readonly refuse?: readonly string[];
  /** TLS from the first byte. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Hang up after the message was taken and before saying so: the client cannot know. */
  readonly hangUp?: boolean;
  readonly at?: Partial<Record<Step, Misbehaviour>>;
  /** At RCPT, for some addresses only. */
  readonly toward?: Readonly<Record<string, Misbehaviour>>;
  /** Does it take the commands of an envelope in one go (RFC 2920), as most servers do? */
  readonly pipelining?: boolean;
  /** So many commands are misbehaved at; then it serves. Without it there is no end. */
  readonly times?: number;
}

export async function startSmtp(options: SmtpOptions = {}): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const said: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let left = options.times ?? Number.POSITIVE_INFINITY;
  const misbehaviour = (step: Step, address = ''): Misbehaviour | undefined => {
    const planned = (step === 'rcpt' ? options.toward?.[address] : undefined) ?? options.at?.[step];
    if (planned === undefined || left === 0) return undefined;
    left -= 1;
    return planned;
  };
  const serve = (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    talk(socket, options, misbehaviour, received, said);
  };
  const server = options.tls ? createTlsServer(options.tls, serve) : createServer(serve);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port, received, said, connections: () => connections, close };
}

function talk(
  socket: Socket,
  { refuse = [], hangUp, at = {}, pipelining = false }: SmtpOptions,
  misbehaviour: (step: Step, address?: string) => Misbehaviour | undefined,
  received: ReceivedMail[],
  said: string[],
): void {
  let from = '';
  let login = '';
  let to: string[] = [];
  let message: string[] | null = null;
  let cut = false;
  let rest = '';
  /** It hangs, or is gone: what was sent ahead is not answered. */
  let over = false;
  const answer = (text: string) => socket.write(`${text}\r\n`);
  /** The right answer, unless the server misbehaves here. */
  const reply = (step: Step, right: () => void, address = '') => {
    const wrong = misbehaviour(step, address);
    if (wrong !== undefined && (/hang|drop/.test(wrong) || wrong.startsWith('421'))) over = true;
    if (wrong === undefined) right();
    else if (wrong === 'drop') socket.destroy();
    else if (wrong === 'cut') {
      answer('354 go on');
      cut = true;
    } else if (wrong === 'garbage') {
      answer('220 go on');
      answer('this is no TLS');
    } else if (wrong.startsWith('take')) {
      keep();
      if (wrong === 'take and drop') socket.destroy();
    } else if (wrong !== 'hang') {
      answer(wrong);
      if (wrong.startsWith('421')) socket.end();
    }
  };
  const keep = () => {
    received.push({ from, to, login, raw: Buffer.from((message ?? []).join('\r\n'), 'latin1').toString('latin1') });
  };
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  reply('greeting', () => answer('220 test ESMTP'));
  socket.on('data', (chunk: string) => {
    if (cut) {
      socket.destroy();
      return;
    }
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (over) return;
      if (message === null) command(line);
      else if (line !== '.') message.push(line.replace(/^\./, ''));
      else whole();
    }
  });
  function whole(): void {
    reply('message', () => {
      keep();
      if (hangUp) socket.destroy();
      else answer('250 taken');
    });
    message = null;
  }
  function command(line: string): void {
    said.push(line);
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') {
      const starttls = at.starttls === undefined ? '' : '250-STARTTLS\r\n';
      reply('ehlo', () =>
        answer(`250-test\r\n${starttls}${pipelining ? '250-PIPELINING\r\n' : ''}250-AUTH PLAIN\r\n250 8BITMIME`),
      );
    } else if (verb === 'STAR') {
      reply('starttls', () => answer('502 not here'));
    } else if (verb === 'AUTH') {
      login = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0')
        .slice(1)
        .join(':');
      reply('auth', () => answer('235 welcome'));
    } else if (verb === 'MAIL') {
      from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      to = [];
      reply('mail', () => answer('250 ok'));
    } else if (verb === 'RCPT') {
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      const right = () => {
        if (refuse.includes(address)) answer('550 no such mailbox');
        else {
          to.push(address);
          answer('250 ok');
        }
      };
      reply('rcpt', right, address);
    } else if (verb === 'DATA') {
      reply('data', () => {
        if (to.length === 0) {
          answer('554 no valid recipients');
          return;
        }
        message = [];
        answer('354 go on');
      });
    } else if (verb === 'QUIT') {
      answer('221 bye');
      socket.end();
    } else answer(verb === 'RSET' || verb === 'NOOP' ? '250 ok' : '502 not here');
  }
}
