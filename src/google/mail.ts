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

/** @throws the platform's own error where it refuses the mail */
export function sendMail({ to, senderName, subject, text, html, attachments }: OutgoingMail): void {
  MailApp.sendEmail({
    to,
    name: senderName,
    subject,
    body: text,
    htmlBody: html,
    attachments: attachments.map((file) => Utilities.newBlob(file.text, file.mimeType, file.name)),
  });
}
