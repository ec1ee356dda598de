/** Runs in a process of its own: takes mails as JSON on stdin, writes files or hands them to a mail server. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail } from '../services/mail/message.ts';
import type { Delivery, MailAsJson } from './delivery.ts';
import { emlOf, messageOf } from './eml.ts';

function mailFrom({ attachments, inlineImages, sentAt, ...mail }: MailAsJson): Mail {
  const file = (one: MailAsJson['attachments'][number]) => ({ ...one, bytes: Buffer.from(one.bytes, 'base64') });
  return {
    ...mail,
    sentAt: new Date(sentAt),
    attachments: attachments.map(file),
    inlineImages: Object.fromEntries(Object.entries(inlineImages).map(([name, image]) => [name, file(image)])),
  };
}

async function deliver({ mail: json, to }: Delivery): Promise<void> {
  const mail = mailFrom(json);
  if (to.kind === 'folder') {
    mkdirSync(to.folder, { recursive: true });
    const path = join(to.folder, to.file);
    writeFileSync(`${path}.part`, await emlOf(mail));
    renameSync(`${path}.part`, path);
    return;
  }
  const { host, port, secure, user, password, from } = to.smtp;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && to.smtp.requireTls,
    ...(user === '' ? {} : { auth: { user, pass: password } }),
  });
  await transport.sendMail(messageOf(mail, from === '' ? mail.from : from) as Parameters<typeof transport.sendMail>[0]);
  transport.close();
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
try {
  await deliver(JSON.parse(Buffer.concat(chunks).toString()) as Delivery);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
