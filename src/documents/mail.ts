/** A mail's content, whatever its recipient, and what tells two contents apart. */
import { utf8Length } from '../domain/dispatch/deliverable.ts';
import { fingerprint } from '../domain/fingerprint.ts';

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailText[];
  /** Files built in memory. The same content must give the same bytes: they are part of what a mail is known by. */
  readonly documents: readonly MailDocument[];
}

/** A file of words. */
export interface MailText {
  readonly name: string;
  readonly mimeType: string;
  readonly text: string;
}

export interface MailDocument {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** Tells the text and everything attached. */
export function contentFingerprint({ text, attachments, documents }: MailContent): string {
  const attached = [
    ...attachments.map((file) => `${file.name}\n${file.text}`),
    ...documents.map((file) => `${file.name}\n${fingerprint(file.bytes)}`),
  ];
  return fingerprint([text, ...attached].join('\u0000'));
}

/** What is attached, as files of so many bytes. */
export const filesOf = ({
  attachments,
  documents,
}: MailContent): readonly ((MailDocument | MailText) & { readonly size: number })[] => [
  ...documents.map((file) => ({ ...file, size: file.bytes.length })),
  ...attachments.map((file) => ({ ...file, size: utf8Length(file.text) })),
];

/** Bytes of everything attached. */
export const attachedBytes = (content: MailContent): number =>
  filesOf(content).reduce((total, { size }) => total + size, 0);

/** Text from people inside HTML. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** What every mail looks like: styles stand on the elements, because mail programs drop style sheets. */
export const MAIL_STYLE = {
  page: "font-family:'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;font-size:14px;line-height:1.7;color:#1a1a1a;max-width:760px",
  cell: 'border:1px solid #b0b7c3;padding:4px 8px;',
  head: 'border:1px solid #b0b7c3;padding:4px 8px;background:#dbe5f1;',
  table: 'border-collapse:collapse;font-size:14px',
} as const;

export const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p style="margin:0 0 8px">${escaped(line)}</p>`).join('');
