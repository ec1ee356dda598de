/** What an error of the mail server's connection says: whether the mail may have left, whose fault it was, whether to try again. */
import type { MailFailure } from '../services/mail/failure.ts';

/** How far the talk with the server had come. */
export type Stage = 'connect' | 'login' | 'send';

/** An error as nodemailer makes it. */
export interface SmtpError extends Error {
  readonly code?: string;
  /** What the system called it, before nodemailer gave it a code of its own. */
  readonly originalCode?: string;
  /** The server's reply, and its number. */
  readonly response?: string;
  readonly responseCode?: number | false;
  /** The command the server answered. */
  readonly command?: string;
}

/** The server wants a login it did not get, or not this one (RFC 4954, 6). */
const LOGIN_WANTED = [530, 534, 535];

/**
 * A reply of 4xx or 5xx is a refusal, after the message's last line too: the server has not taken it (RFC 5321, 4.2.1 and 6.1).
 * Without a reply it counts whether the whole message had been handed over: then it may have been taken.
 *
 * @param isWhole had the last of the message been given to the connection?
 */
export function smtpFailure(error: SmtpError, stage: Stage, isWhole: boolean): MailFailure {
  const reply = oneLine(error.response ?? [error.originalCode ?? error.code, error.message].filter(Boolean).join(' '));
  const code = error.responseCode || 0;
  // Whatever was asked, the server is about to close (RFC 5321, 4.2.3).
  if (code === 421) return { reason: 'server', certain: true, temporary: true, hung: false, reply };
  if (code >= 400) {
    const reason = LOGIN_WANTED.includes(code) ? 'login' : refused(error.command ?? '', stage);
    return { reason, certain: true, temporary: code < 500, hung: false, reply };
  }
  const hung = error.code === 'ETIMEDOUT';
  if (isWhole) return { reason: 'unanswered', certain: false, temporary: false, hung, reply };
  const [reason, temporary] = without(error, hung);
  return { reason, certain: true, temporary, hung, reply };
}

/** What a reply refused. */
function refused(command: string, stage: Stage): MailFailure['reason'] {
  if (stage === 'login') return 'login';
  if (command === 'STARTTLS') return 'encryption';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  return command === 'DATA' ? 'message' : 'server';
}

/** What went wrong without a reply, and whether it may go better later. */
function without({ code = '', originalCode = '' }: SmtpError, hung: boolean): [MailFailure['reason'], boolean] {
  if (hung) return ['timeout', true];
  // Node's names of what is wrong with a certificate (tls, X509 certificate error codes), OpenSSL's and its own.
  if (code === 'ETLS' || /CERT|^ERR_(?:TLS|SSL)|^UNABLE_TO_|^HOSTNAME_|^EPROTO$|^INVALID_|^CRL_/.test(originalCode)) {
    return ['encryption', false];
  }
  if (code === 'EAUTH' || code === 'ENOAUTH') return ['login', false];
  if (code === 'EENVELOPE') return ['recipient', false];
  if (code === 'EMESSAGE') return ['message', false];
  if (code === 'EPROTOCOL') return ['server', false];
  return ['ECONNECTION', 'ESOCKET', 'EDNS'].includes(code) ? ['unreachable', true] : ['other', false];
}

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
};

/** Some of several addresses were refused; the others have the mail. */
export function partly(rejected: readonly { readonly recipient?: string; readonly response?: string }[]): MailFailure {
  const reply = oneLine(rejected.map(({ recipient, response }) => `${recipient} ${response}`).join('; '));
  return { reason: 'partly', certain: false, temporary: false, hung: false, reply };
}
