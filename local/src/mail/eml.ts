/** A mail as a file: RFC 5322 with MIME, made by nodemailer. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mail } from '../services/mail/message.ts';

/** What nodemailer is given; text stands beside HTML always. */
export function messageOf(mail: Mail, from: string): ConstructorParameters<typeof MailComposer>[0] {
  const file = ({ name, contentType, bytes }: Mail['attachments'][number]) => ({
    filename: name,
    contentType,
    content: Buffer.from(bytes),
  });
  return {
    from: { name: mail.name, address: from },
    to: [...mail.to],
    cc: [...mail.cc],
    bcc: [...mail.bcc],
    ...(mail.replyTo === '' ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.body,
    ...(mail.htmlBody === '' ? {} : { html: mail.htmlBody }),
    date: mail.sentAt,
    attachments: [
      ...mail.attachments.map(file),
      ...Object.entries(mail.inlineImages).map(([cid, image]) => ({ ...file(image), cid })),
    ],
    // Nothing a mail says may make this program read a file or fetch a page.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export async function emlOf(mail: Mail): Promise<Buffer> {
  const composer = new MailComposer(messageOf(mail, mail.from));
  return composer.compile().build();
}
