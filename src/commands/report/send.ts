/** 发送: the month's summary goes to the district, each mail once. */

import type { ImageSource } from '../../documents/official/evidence.ts';
import { apply } from '../../google/apply.ts';
import { stopwatch } from '../../google/clock.ts';
import { archive, isWholeSent } from '../../office/archive.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Outcome, readOffice } from '../../office/office.ts';
import { type RunRecipients, recipientsOf, runOutbox, tallyOf, tried } from '../../office/outbox.ts';
import { isReportOf, plannedReport } from '../../office/planned-report.ts';

export interface SendReply extends RunRecipients {
  readonly period: string;
  /** Recipients not mailed, because they had another content before and no supplement was confirmed. */
  readonly needsCorrection: readonly string[];
  /** Every recipient has it: the month is frozen. */
  readonly frozen: boolean;
}

/**
 * Sends the month's summary to whom it has not reached yet; when it has reached all of them the month is frozen.
 *
 * @throws Refusal as plannedReport does
 */
export function sendReport(
  month: string,
  options: { readonly correction: boolean; readonly imageSource?: ImageSource },
): Outcome<SendReply> {
  const elapsed = stopwatch();
  return locked((book) => {
    const office = readOffice(book);
    const { messages, now } = office;
    const planned = plannedReport(office, month, 'person', options.imageSource);
    const { period, open } = planned;
    const due = planned.mails.filter(({ isCorrection }) => options.correction || !isCorrection);
    const needsCorrection = planned.mails.filter((mail) => !due.includes(mail)).map(({ recipient }) => recipient);
    const run = runOutbox(office, planned.report.outbox, due, { covers: isReportOf(period), elapsed });
    const frozen = isWholeSent(planned, run);
    if (frozen) archive(office, planned);
    const tally = tallyOf(run);
    const held = [...tally.held, ...open.map((one) => ({ ...one, state: 'unknown' as const }))];
    const told = messages.told.send({ ...tally, held, month: period, frozen });
    if (tried(run)) apply(logLine(book, now, messages.commands.send, told));
    const reached = recipientsOf(run);
    const unknown = [...reached.unknown, ...open.map(({ recipient }) => recipient)];
    return { told, reply: { period, ...reached, unknown, needsCorrection, frozen } };
  });
}
