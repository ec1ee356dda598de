/** Mail as the platform sends it. */
import { signedBytes } from './bytes.ts';
import { headerText } from './header.ts';

export interface OutgoingMail {
  /** Addresses. */
  readonly to: readonly string[];
  readonly senderName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly mimeType: string; readonly text: string }[];
  readonly documents: readonly { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array }[];
}

/** How many more recipients the platform takes from this account today. */
export function remainingMailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** @throws the platform's own error where it does not take the mail; `factsIn` tells what is known of it */
export function sendMail({ to, senderName, subject, text, html, attachments, documents }: OutgoingMail): void {
  MailApp.sendEmail({
    to: to.join(','),
    name: headerText(senderName),
    subject: headerText(subject),
    body: text,
    htmlBody: html,
    attachments: [
      ...documents.map((file) => Utilities.newBlob(signedBytes(file.bytes), file.mimeType, headerText(file.name))),
      ...attachments.map((file) => Utilities.newBlob(file.text, file.mimeType, headerText(file.name))),
    ],
  });
}

/**
 * What an error of `sendMail` says of the mail besides its text: a host that knows whether the mail left says so in a property
 * `mailFailure`. Google's errors have none, and their texts are in the user's language: `null`, it cannot be told.
 */
export function factsIn(error: unknown): Readonly<Record<string, unknown>> | null {
  const facts = (error as { readonly mailFailure?: unknown } | null | undefined)?.mailFailure;
  return typeof facts === 'object' ? (facts as Readonly<Record<string, unknown>> | null) : null;
}
