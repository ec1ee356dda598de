/** Where mail goes that a script sends: files in a folder, or a real mail server. Sending blocks, as on the platform. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginningOf } from '../disk/beside.ts';
import { readWhole } from '../disk/read.ts';
import { removeHalfMails } from '../file/leftovers.ts';
import { type MailFailure, MailNotSentError } from '../services/mail/failure.ts';
import type { Mail } from '../services/mail/message.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte: port 465, or where `HUIZONG_SMTP_SECURE` says so. */
  readonly secure: boolean;
  /** Otherwise TLS must be taken up before anything is said. */
  readonly requireTls: boolean;
  readonly user: string;
  readonly password: string;
  /** The sender's address; `''` takes the account's own. */
  readonly from: string;
  /** Seconds a mail may take, and a large one some more: a server that does not answer is not waited for any longer. */
  readonly patience: number;
}

export type MailAsJson = Omit<Mail, 'attachments' | 'inlineImages' | 'sentAt'> & {
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly bytes: string }[];
  readonly inlineImages: Readonly<
    Record<string, { readonly name: string; readonly contentType: string; readonly bytes: string }>
  >;
  readonly sentAt: string;
};

export interface Delivery {
  readonly mail: MailAsJson;
  readonly to:
    | { readonly kind: 'folder'; readonly folder: string; readonly file: string }
    | { readonly kind: 'smtp'; readonly smtp: SmtpSettings };
}

/** What became of a delivery. */
export interface Delivered {
  /** `null` where the mail left. */
  readonly failure: MailFailure | null;
}

/** Writes each mail as an .eml file; answers the paths written so far. */
export function deliverToFolder(folder: string): { deliver: (mail: Mail) => void; files: string[] } {
  const files: string[] = [];
  removeHalfMails(folder);
  return {
    files,
    deliver(mail) {
      const file = freeName(folder, fileName(mail));
      run({ mail: asJson(mail), to: { kind: 'folder', folder, file } });
      files.push(join(folder, file));
    },
  };
}

export function deliverBySmtp(smtp: SmtpSettings): (mail: Mail) => void {
  return (mail) => run({ mail: asJson(mail), to: { kind: 'smtp', smtp } });
}

/** From `HUIZONG_SMTP_HOST` and its like; `null` where no server is named. TLS unless it is switched off by name. */
export function smtpFromEnvironment(environment: NodeJS.ProcessEnv): SmtpSettings | null {
  const host = environment['HUIZONG_SMTP_HOST'];
  if (!host) return null;
  const port = Number(environment['HUIZONG_SMTP_PORT'] ?? 465);
  return {
    host,
    port,
    secure: port === 465 || environment['HUIZONG_SMTP_SECURE'] === 'on',
    requireTls: environment['HUIZONG_SMTP_TLS'] !== 'off',
    user: environment['HUIZONG_SMTP_USER'] ?? '',
    password: passwordFrom(environment),
    from: environment['HUIZONG_SMTP_FROM'] ?? '',
    patience: patienceFrom(environment['HUIZONG_SMTP_SECONDS']),
  };
}

/** A minute, unless it is told otherwise in whole seconds. */
function patienceFrom(typed: string | undefined): number {
  const seconds = Number(typed);
  return Number.isInteger(seconds) && seconds > 0 ? seconds : 60;
}

/** As it stands, or from a file kept outside the project: `HUIZONG_SMTP_PASSWORD_FILE`, its first line. */
function passwordFrom(environment: NodeJS.ProcessEnv): string {
  const file = environment['HUIZONG_SMTP_PASSWORD_FILE'];
  if (!file) return environment['HUIZONG_SMTP_PASSWORD'] ?? '';
  return readWhole(file).toString('utf8').split(/\r?\n/)[0] ?? '';
}

/** A name that sorts by time, the script's own, and says what it is: `20230521-090000 区文明办 …汇总.eml`. */
function fileName({ sentAt, to, subject }: Mail): string {
  const day = [sentAt.getFullYear(), sentAt.getMonth() + 1, sentAt.getDate()];
  const clock = [sentAt.getHours(), sentAt.getMinutes(), sentAt.getSeconds()];
  const time = [day, clock].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('')).join('-');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them
  const words = `${to.join('、')} ${subject}`.replace(/[\u0000-\u001f\\/:*?"<>|]+/g, '_');
  // File systems take 255 bytes in a name, and there are a time, a number and an ending besides.
  return `${time} ${beginningOf(Array.from(words).slice(0, 80).join(''), 200)}.eml`;
}

function freeName(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : name.replace(/\.eml$/, ` (${number}).eml`);
    if (!existsSync(join(folder, candidate))) return candidate;
  }
}

function asJson(mail: Mail): MailAsJson {
  const file = ({ name, contentType, bytes }: Mail['attachments'][number]) => ({
    name,
    contentType,
    bytes: Buffer.from(bytes).toString('base64'),
  });
  return {
    ...mail,
    sentAt: mail.sentAt.toISOString(),
    attachments: mail.attachments.map(file),
    inlineImages: Object.fromEntries(Object.entries(mail.inlineImages).map(([name, image]) => [name, file(image)])),
  };
}

/** Beyond what a mail may take the process is stopped from outside. */
const GRACE = 15_000;

/**
 * nodemailer works asynchronously; a process of its own makes the call wait for it. One that was stopped, or says nothing that can
 * be read, may have sent the mail.
 *
 * @throws MailNotSentError
 */
function run(delivery: Delivery): void {
  const worker = fileURLToPath(new URL('./deliver.js', import.meta.url));
  const input = JSON.stringify(delivery);
  const patience =
    delivery.to.kind === 'smtp' ? delivery.to.smtp.patience * 1000 + Math.ceil(input.length / 100) : 60_000;
  const { pid, stdout, stderr, error } = spawnSync(process.execPath, [worker], { input, timeout: patience + GRACE });
  // A process that was never there sent nothing.
  const failure =
    pid === 0 ? broken('other', true, error) : outcomeOf(stdout, broken('unanswered', false, error ?? stderr));
  if (failure !== null) throw new MailNotSentError(failure);
}

function outcomeOf(stdout: Buffer | null, otherwise: MailFailure): MailFailure | null {
  try {
    return (JSON.parse(String(stdout)) as Delivered).failure;
  } catch {
    return otherwise;
  }
}

const broken = (reason: MailFailure['reason'], certain: boolean, said: Error | Buffer | undefined): MailFailure => ({
  reason,
  certain,
  temporary: false,
  hung: (said as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT',
  reply: said instanceof Error ? said.message : sayingOf(String(said ?? '')),
});

/** Of what a process says when it breaks, the line that names the error; not where in the program it was. */
function sayingOf(text: string): string {
  const lines = text.split('\n');
  return lines.find((line) => /^\w*Error\b.*: /.test(line)) ?? lines[0] ?? '';
}
