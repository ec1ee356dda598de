/** The last look before a mail: what says that it is being sent must be in the workbook's file. */
import { MailNotSentError } from '../services/mail/failure.ts';

/** @throws MailNotSentError where `write` fails: then the mail has certainly not left, and may be sent later */
export function writtenFirst(write: () => void): void {
  try {
    write();
  } catch (error) {
    const reply = error instanceof Error ? error.message : String(error);
    throw new MailNotSentError({ reason: 'workbook', certain: true, temporary: true, hung: false, reply });
  }
}
