/** A mail server on this machine, for tests: takes what RFC 5321 says it must, and keeps it. */
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
  readonly close: () => void;
}

export interface SmtpOptions {
  /** Addresses refused with 550. */
  readonly refuse?: readonly string[];
  /** TLS from the first byte. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Hang up after the message was taken and before saying so: the client cannot know. */
  readonly hangUp?: boolean;
}

export async function startSmtp(options: SmtpOptions = {}): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const said: string[] = [];
  const serve = (socket: Socket) => talk(socket, options, received, said);
  const server = options.tls ? createTlsServer(options.tls, serve) : createServer(serve);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return { port, received, said, close: () => void server.close() };
}

function talk(socket: Socket, { refuse = [], hangUp }: SmtpOptions, received: ReceivedMail[], said: string[]): void {
  let from = '';
  let login = '';
  let to: string[] = [];
  let message: string[] | null = null;
  let rest = '';
  const answer = (text: string) => socket.write(`${text}\r\n`);
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  answer('220 test ESMTP');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (message === null) command(line);
      else if (line !== '.') message.push(line.replace(/^\./, ''));
      else {
        received.push({ from, to, login, raw: Buffer.from(message.join('\r\n'), 'latin1').toString('latin1') });
        message = null;
        if (hangUp) socket.destroy();
        else answer('250 taken');
      }
    }
  });
  function command(line: string): void {
    said.push(line);
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') answer('250-test\r\n250-AUTH PLAIN\r\n250 8BITMIME');
    else if (verb === 'AUTH') {
      login = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0')
        .slice(1)
        .join(':');
      answer('235 welcome');
    } else if (verb === 'MAIL') {
      from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      to = [];
      answer('250 ok');
    } else if (verb === 'RCPT') {
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (refuse.includes(address)) answer('550 no such mailbox');
      else {
        to.push(address);
        answer('250 ok');
      }
    } else if (verb === 'DATA') {
      message = [];
      answer('354 go on');
    } else if (verb === 'QUIT') {
      answer('221 bye');
      socket.end();
    } else answer(verb === 'RSET' || verb === 'NOOP' ? '250 ok' : '502 not here');
  }
}
