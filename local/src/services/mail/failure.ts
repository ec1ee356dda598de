/** A mail that did not leave, or may not have: what is known of it, for the script that sent it. */
import { ServiceError } from '../../runtime/errors.ts';

/**
 * What a script finds as `mailFailure` on the error of `sendEmail`. Google's errors have no such property: there it cannot be told.
 */
export interface MailFailure {
  readonly reason:
    | 'unreachable'
    | 'timeout'
    | 'encryption'
    | 'login'
    | 'server'
    | 'sender'
    | 'recipient'
    | 'message'
    | 'folder'
    | 'diskFull'
    | 'workbook'
    | 'other'
    | 'unanswered'
    | 'partly';
  /** Is it certain that nothing left? */
  readonly certain: boolean;
  /** May the very same mail be taken later? */
  readonly temporary: boolean;
  /** The waiting was cut short: the next one would wait as long again. */
  readonly hung: boolean;
  /** What the server or the system said, one line; `''` where it said nothing. */
  readonly reply: string;
}

export class MailNotSentError extends ServiceError {
  constructor(mailFailure: MailFailure) {
    const { certain, reason, reply } = mailFailure;
    const said = reply === '' ? reason : `${reason}: ${reply}`;
    super(certain ? 'mailNotSent' : 'mailUnknown', [said], { mailFailure });
  }
}
