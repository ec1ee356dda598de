/**
 * Runs in a process of its own: takes a mail as JSON on stdin, writes a file or hands it to a mail server, and says on stdout what
 * became of it (`Delivered`).
 */
import type { Mail } from '../services/mail/message.ts';
import type { Delivered, Delivery, MailAsJson } from './delivery.ts';
import { writeEml } from './folder.ts';
import { sendBySmtp } from './smtp.ts';

function mailFrom({ attachments, inlineImages, sentAt, ...mail }: MailAsJson): Mail {
  const file = (one: MailAsJson['attachments'][number]) => ({ ...one, bytes: Buffer.from(one.bytes, 'base64') });
  return {
    ...mail,
    sentAt: new Date(sentAt),
    attachments: attachments.map(file),
    inlineImages: Object.fromEntries(Object.entries(inlineImages).map(([name, image]) => [name, file(image)])),
  };
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { mail, to } = JSON.parse(Buffer.concat(chunks).toString()) as Delivery;
const failure =
  to.kind === 'folder' ? await writeEml(mailFrom(mail), to.folder, to.file) : await sendBySmtp(mailFrom(mail), to.smtp);
process.stdout.write(JSON.stringify({ failure } satisfies Delivered));
