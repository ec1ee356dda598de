/** Why a mail that was tried did not leave, or may not have: what a host knows of it, without the host's name. */

/**
 * unreachable (no connection, or it was lost), timeout, encryption (TLS), login, server (it takes no mail), sender, recipient
 * and message (what of the mail was refused), folder and diskFull (mails kept as files), workbook (it could not be written down first), other; and where it may have left:
 * unanswered (handed over whole, no answer), partly (several addresses, some of them refused), unsaid (the platform's error).
 */
export const FAILURE_REASONS = [
  'unreachable',
  'timeout',
  'encryption',
  'login',
  'server',
  'sender',
  'recipient',
  'message',
  'folder',
  'diskFull',
  'workbook',
  'other',
  'unanswered',
  'partly',
  'unsaid',
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];

export interface MailFailure {
  readonly reason: FailureReason;
  /** Is it certain that nothing left? */
  readonly certain: boolean;
  /** May the very same mail be taken later? Only of one that certainly did not leave. */
  readonly temporary: boolean;
  /** The waiting was cut short: the next mail would wait as long again. */
  readonly hung: boolean;
  /** What the other side said, one line; `''` where it said nothing. */
  readonly reply: string;
}

/**
 * A failure from what a host told of it. Certain is only what is told to be: of all else the mail may have left.
 *
 * @param facts `null` where the host told nothing, and the error's text is all there is
 */
export function failureFrom(facts: Readonly<Record<string, unknown>> | null, said: string): MailFailure {
  if (facts === null) return { reason: 'unsaid', certain: false, temporary: false, hung: false, reply: said };
  const { reason, certain, temporary, hung, reply } = facts;
  return {
    reason: FAILURE_REASONS.find((known) => known === reason) ?? 'other',
    certain: certain === true,
    temporary: certain === true && temporary === true,
    hung: hung === true,
    reply: typeof reply === 'string' ? reply : said,
  };
}
