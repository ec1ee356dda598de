/** Mail as the platform sends it. */

export interface OutgoingMail {
  readonly to: string;
  readonly senderName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly mimeType: string; readonly text: string }[];
}

/** How many more recipients the platform takes from this account today. */
export function remainingMailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** A header is one line: a line break in a name must not begin another. Control characters go with it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not stand in a header
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** @throws the platform's own error where it refuses the mail */
export function sendMail({ to, senderName, subject, text, html, attachments }: OutgoingMail): void {
  MailApp.sendEmail({
    to,
    name: oneLine(senderName),
    subject: oneLine(subject),
    body: text,
    htmlBody: html,
    attachments: attachments.map((file) => Utilities.newBlob(file.text, file.mimeType, file.name)),
  });
}
