/** One mail to a mail server, within a bounded time. */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { MailFailure } from '../services/mail/failure.ts';
import type { Mail } from '../services/mail/message.ts';
import type { SmtpSettings } from './delivery.ts';
import { messageOf } from './eml.ts';
import { partly, type SmtpError, type Stage, smtpFailure } from './smtp-failure.ts';

/** So many bytes a second even a slow line takes: a large mail has that much longer. */
const SLOWEST = 100_000;

/** @returns what is known where it did not leave, or may not have; `null` where the server has taken it for all recipients */
export async function sendBySmtp(mail: Mail, settings: SmtpSettings): Promise<MailFailure | null> {
  const { host, port, secure, requireTls, user, password, from, patience } = settings;
  const composed = new MailComposer(messageOf(mail, from === '' ? mail.from : from)).compile();
  const bytes = await composed.build();
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !secure && requireTls,
    connectionTimeout: patience * 500,
    greetingTimeout: patience * 500,
    socketTimeout: patience * 1000,
    socketCloseTimeout: 1000,
  });
  const message = handedOver(bytes);
  let stage: Stage = 'connect';
  return new Promise((done) => {
    const end = (failure: MailFailure | null) => {
      clearTimeout(bound);
      done(failure);
      connection.close();
    };
    const failed = (error: SmtpError) => end(smtpFailure(error, stage, message.isWhole()));
    const bound = setTimeout(
      () => failed(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
      patience * 1000 + (bytes.length / SLOWEST) * 1000,
    );
    const send = () => {
      stage = 'send';
      connection.send({ ...composed.getEnvelope(), size: bytes.length }, message.stream, (error, info) => {
        if (error) failed(error as SmtpError);
        else end(info?.rejectedErrors?.length ? partly(info.rejectedErrors as Parameters<typeof partly>[0]) : null);
      });
    };
    connection.on('error', failed);
    connection.connect((error) => {
      if (error) failed(error as SmtpError);
      else if (user === '' || !connection.allowsAuth) send();
      else {
        stage = 'login';
        connection.login({ user, pass: password, credentials: { user, pass: password } }, (refused) => {
          if (refused) failed(refused as SmtpError);
          else send();
        });
      }
    });
  });
}

/**
 * The message as it is handed over. The connection asks for it after the server has said go on; it counts as whole just before
 * its last piece is given, so that a mail is never taken for unsent that the server may hold.
 */
function handedOver(bytes: Buffer): { readonly stream: Readable; readonly isWhole: () => boolean } {
  const PIECE = 64 * 1024;
  let at = 0;
  const stream = new Readable({
    read() {
      const piece = bytes.subarray(at, at + PIECE);
      at += PIECE;
      this.push(piece);
      if (at >= bytes.length) this.push(null);
    },
  });
  return { stream, isWhole: () => at >= bytes.length };
}
