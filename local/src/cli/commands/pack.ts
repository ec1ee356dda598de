/** `huizong pack BOOK --month 2023-05 --out DIR`: the month in one zip: workbook, documents, mails, index. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { fittingName } from '../../disk/beside.ts';
import { readWhole } from '../../disk/read.ts';
import { putFile } from '../../file/put.ts';
import { emlOf } from '../../mail/eml.ts';
import { documentsOf } from '../documents.ts';
import { picturesOf } from '../pictures.ts';
import { print, printJson } from '../print.ts';
import type { PackReply } from '../replies.ts';
import { lookInto } from '../workbook.ts';

export async function packCommand(
  book: string,
  options: { readonly month: string; readonly asOf?: string; readonly out: string; readonly json?: true },
): Promise<void> {
  const { month, asOf } = options;
  const { reply, documents } = await lookInto(book, { asOf }, async (worked) => {
    const pictures = await picturesOf(worked, book, month);
    return {
      reply: await worked.call('pack', { month, pictures }),
      documents: await documentsOf(worked, month, pictures),
    };
  });
  const files = new Map<string, Uint8Array>([[basename(book), readWhole(book)]]);
  for (const { name, content } of reply.files) files.set(inside('文件', name), Buffer.from(content, 'base64'));
  for (const { kind, name, base64 } of documents) {
    // The report is there as it is attached.
    if (kind !== '月度报告') files.set(inside('文件', name), Buffer.from(base64, 'base64'));
  }
  for (const { title, text } of reply.archived) files.set(inside('档案', `${title}.txt`), Buffer.from(text));
  for (const mail of reply.mails) files.set(inside('邮件', `${mail.to.join('、')}.eml`), await mailFile(reply, mail));
  files.set('目录.txt', Buffer.from(indexText(reply, files)));
  // The same month packed twice is the same file.
  const stamp = new Date(`${reply.day}T00:00:00`);
  const entries: Zippable = Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { mtime: stamp }]]));
  const path = putFile(options.out, `${reply.period}.zip`, zipSync(entries));
  if (options.json) printJson({ period: reply.period, path, files: [...files.keys()] });
  else print(`${path}\n${[...files.keys()].map((name) => `  ${name}`).join('\n')}`);
}

/** Nothing in a name may lead out of its folder. */
function inside(folder: string, name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them
  return `${folder}/${fittingName(name.replace(/[\u0000-\u001f\\/:*?"<>|]+/g, '_'))}`;
}

const mailFile = (
  { day, unitName, files }: PackReply,
  { to, subject, text, html }: PackReply['mails'][number],
): Promise<Buffer> =>
  emlOf({
    to,
    cc: [],
    bcc: [],
    replyTo: '',
    name: unitName,
    from: process.env['HUIZONG_SMTP_FROM'] ?? '',
    subject,
    body: text,
    htmlBody: html,
    attachments: files.map(({ name, mimeType, content }) => ({
      name,
      contentType: mimeType,
      bytes: Buffer.from(content, 'base64'),
    })),
    inlineImages: {},
    sentAt: new Date(`${day}T00:00:00Z`),
  });

function indexText(reply: PackReply, files: ReadonlyMap<string, Uint8Array>): string {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  return [
    `${reply.unitName} ${reply.period}`,
    '',
    '文件（SHA-256）',
    ...[...files].map(([name, bytes]) => `${digest(bytes)}  ${name}`),
    '',
    '本月报告',
    ...(reply.archived.length === 0 ? ['尚未上报；压缩包里的邮件和报告是现在发送会发出的。'] : []),
    ...reply.archived.map(({ title, number, isThis }) =>
      `${title}  ${number}  ${isThis ? '压缩包里的邮件和报告与发出的一致' : '发出的文字见“档案”；此后内容有变动'}`.trim(),
    ),
    '',
    '本月邮件',
    ...reply.dispatches.map(({ kind, state, recipient, subject }) => `${state}  ${kind}  ${recipient}  ${subject}`),
    '',
    '各月档案',
    ...reply.months.map(({ period, title, number }) => `${period}  ${title}  ${number}`.trimEnd()),
    '',
  ].join('\n');
}
