/** A mail as the platform hands it on. */

export interface MailFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string;
  /** Name shown as the sender's. */
  readonly name: string;
  /** The account it goes out from. */
  readonly from: string;
  readonly subject: string;
  readonly body: string;
  /** `''` for none. */
  readonly htmlBody: string;
  readonly attachments: readonly MailFile[];
  /** Pictures of the HTML, by the name after `cid:`. */
  readonly inlineImages: Readonly<Record<string, MailFile>>;
  readonly sentAt: Date;
}
