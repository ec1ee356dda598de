/** What a mail must be for the platform to take it: known before, so that a mail that cannot leave is known not to have. */
import { isMailAddress } from '../mail-address.ts';

/** developers.google.com/apps-script/guides/services/quotas, the smaller figure of each. */
export const MOST_RECIPIENTS = 50;
export const LARGEST_BODY = 200 * 1024;
export const LARGEST_ATTACHMENTS = 25 * 1024 * 1024;

export type Undeliverable = 'noAddress' | 'badAddress' | 'tooManyRecipients' | 'bodyTooLarge' | 'attachmentsTooLarge';

export interface Weighed {
  readonly to: readonly string[];
  readonly text: string;
  readonly html: string;
  /** Of all attachments together. */
  readonly attachedBytes: number;
}

/** Why a mail cannot leave; `null` where nothing stands against it. */
export function undeliverable({ to, text, html, attachedBytes }: Weighed): Undeliverable | null {
  if (to.length === 0) return 'noAddress';
  if (!to.every(isMailAddress)) return 'badAddress';
  if (to.length > MOST_RECIPIENTS) return 'tooManyRecipients';
  if (Math.max(utf8Length(text), utf8Length(html)) > LARGEST_BODY) return 'bodyTooLarge';
  return attachedBytes > LARGEST_ATTACHMENTS ? 'attachmentsTooLarge' : null;
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Either half of a surrogate pair is two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
