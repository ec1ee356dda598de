/** MailApp: mail goes to the host's outbox, within the account's daily quota. */
import { types } from 'node:util';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { blobOf } from '../utilities/blob.ts';
import type { Mail, MailFile } from './message.ts';

/** Recipients a message may have, and bytes of body and attachments (guides/services/quotas). */
const MOST_RECIPIENTS = 50;
const LARGEST_BODY = 200 * 1024;
const LARGEST_ATTACHMENTS = 25 * 1024 * 1024;
const LONGEST_SUBJECT = 250;
const DAY = 86_400_000;

interface MailState {
  readonly execution: Execution;
}

interface Parameters {
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  readonly name?: string;
  /** From an address that is not read: Workspace accounts only (reference/mail/mail-app). */
  readonly noReply?: boolean;
  readonly subject?: string;
  readonly body?: string;
  readonly htmlBody?: string;
  readonly attachments?: readonly unknown[];
  readonly inlineImages?: Readonly<Record<string, unknown>>;
}

const mailAppFace: Face<GoogleAppsScript.Mail.MailApp, MailState> = emulate<GoogleAppsScript.Mail.MailApp, MailState>(
  'MailApp',
  {
    getRemainingDailyQuota() {
      return quotaOf(this.execution).remaining;
    },
    sendEmail(...args: unknown[]) {
      const [first, second, third, fourth] = args;
      if (typeof first === 'object' && first !== null) return send(this.execution, first as Parameters);
      if (args.length >= 4 && typeof fourth === 'string') {
        return send(this.execution, {
          to: String(first),
          replyTo: String(second),
          subject: String(third),
          body: fourth,
        });
      }
      const options = (fourth ?? {}) as Parameters;
      return send(this.execution, { ...options, to: String(first), subject: String(second), body: String(third) });
    },
  },
);

/** The quota begins anew 24 hours after its first use. */
function quotaOf(execution: Execution): { remaining: number; until: number } {
  const { cloud } = execution.session;
  const now = cloud.clock.now();
  let quota = cloud.mailQuotas.get(execution.user);
  if (!quota || quota.until <= now) {
    quota = { remaining: cloud.mailPerDay, until: now + DAY };
    cloud.mailQuotas.set(execution.user, quota);
  }
  return quota;
}

function send(execution: Execution, parameters: Parameters): void {
  const to = addresses(parameters.to);
  const cc = addresses(parameters.cc);
  const bcc = addresses(parameters.bcc);
  const count = to.length + cc.length + bcc.length;
  if (count === 0) fail('noRecipient');
  const subject = parameters.subject ?? '';
  if (subject.length > LONGEST_SUBJECT) fail('argumentTooLarge', 'subject');
  if (count > MOST_RECIPIENTS) fail('recipientsPerMessage');
  const body = parameters.body ?? '';
  const htmlBody = parameters.htmlBody ?? '';
  if (Math.max(Buffer.byteLength(body), Buffer.byteLength(htmlBody)) > LARGEST_BODY) fail('bodySize');
  const attachments = Array.from(parameters.attachments ?? [], (file) => fileOf(execution, file));
  const bytes = attachments.reduce((sum, file) => sum + file.bytes.length, 0);
  if (attachments.length > 250 || bytes > LARGEST_ATTACHMENTS) fail('attachmentsSize');
  const quota = quotaOf(execution);
  if (quota.remaining < count) fail('mailQuota');
  const inlineImages = Object.fromEntries(
    Object.entries(parameters.inlineImages ?? {}).map(([name, blob]) => [name, fileOf(execution, blob)]),
  );
  const { cloud } = execution.session;
  const mail: Mail = {
    to,
    cc,
    bcc,
    replyTo: parameters.replyTo ?? '',
    name: parameters.name ?? '',
    from: parameters.noReply ? execution.user.replace(/^.*@/, 'noreply@') : execution.user,
    subject: oneLine(subject),
    body,
    htmlBody,
    attachments,
    inlineImages,
    sentAt: new Date(cloud.clock.now()),
  };
  execution.session.deliver?.(mail);
  quota.remaining -= count;
  cloud.mail.push(mail);
}

/** A header is one line: nothing in a subject can begin another. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

function addresses(list: string | undefined): string[] {
  const parts = (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts) {
    const address = /<([^<>]*)>$/.exec(part)?.[1] ?? part;
    if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) fail('invalidEmail', part);
  }
  return parts.map(oneLine);
}

function fileOf(execution: Execution, file: unknown): MailFile {
  const blob = blobOf(execution, file);
  if (blob)
    return {
      name: blob.name ?? 'attachment',
      contentType: blob.contentType ?? 'application/octet-stream',
      bytes: blob.bytes,
    };
  const plain = file as { fileName?: string; mimeType?: string; content?: unknown } | null;
  if (
    plain &&
    (typeof plain.content === 'string' || types.isTypedArray(plain.content) || Array.isArray(plain.content))
  ) {
    const bytes =
      typeof plain.content === 'string' ? Buffer.from(plain.content) : Uint8Array.from(plain.content as number[]);
    return { name: plain.fileName ?? 'attachment', contentType: plain.mimeType ?? 'application/octet-stream', bytes };
  }
  return fail('invalidArgument', 'attachments');
}

export const mailApp = (execution: Execution): GoogleAppsScript.Mail.MailApp =>
  execution.make(mailAppFace, { execution });
