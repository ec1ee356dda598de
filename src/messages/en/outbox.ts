/** What is said of mails on their way, in English. */
import type { DispatchState } from '../../domain/dispatch/dispatch.ts';
import type { OutboxWords } from '../outbox.ts';

const NOTES: OutboxWords['notes'] = {
  noAddress: 'no mail address',
  badAddress: 'not a mail address',
  tooManyRecipients: 'more than 50 recipients in one mail',
  bodyTooLarge: 'the body is larger than 200 KB',
  attachmentsTooLarge: 'the attachments are larger than 25 MB together: take pictures or files out',
  changed: 'the content has changed; this one does not leave',
  notNeeded: 'not needed any more',
  byPerson: 'settled by hand',
};

const HELD: Readonly<Record<DispatchState, string>> = {
  waiting: 'it waits',
  sending: 'sending was interrupted; it may have left',
  unknown: 'it may have left',
  failed: 'it failed',
  cancelled: 'it was cancelled',
  sent: 'it was sent',
};

export const outboxWords: OutboxWords = {
  notes: NOTES,
  lines: ({ sent, already, waiting, failed, unknown, held, quota }) => [
    ...(sent > 0 ? [`${sent} mail(s) sent and recorded in 发送记录.`] : []),
    ...(already > 0 ? [`${already} recipient(s) had the same content already; not sent again.`] : []),
    ...(waiting > 0 ? [`${waiting} mail(s) wait: the hourly run goes on with them (daily quota, time of a run).`] : []),
    ...failed.map(({ recipient, why }) => `Not sent to ${recipient}: ${NOTES[why]}. Correct it and run this again.`),
    ...unknown.map(
      (recipient) =>
        `Sending to ${recipient} failed and the mail may have left; it is never sent again by itself. Ask them, then select its row in 发送记录 and use “It arrived” or “It did not arrive”.`,
    ),
    ...held.map(
      ({ recipient, row, state }) =>
        `Not sent to ${recipient}: ${HELD[state]} ([发送记录] row ${row}). Select the row and use ${
          state === 'sending' || state === 'unknown' ? '“It arrived” or “It did not arrive”' : '“Send again”'
        }.`,
    ),
    ...(quota === null ? [] : [`${quota} more recipient(s) can be mailed today.`]),
  ],
  settled: ({ settlement, done, refused }) => ({
    title: done.length > 0 ? `${done.length} mail(s) settled` : 'No mail to settle',
    lines: [
      ...done.map((recipient) => `${SETTLED[settlement]}: ${recipient}`),
      ...refused.map((recipient) => `Left as it is: ${recipient} (its state does not allow this).`),
    ],
  }),
};

const SETTLED = {
  resend: 'Waits to be sent',
  cancel: 'Cancelled',
  arrived: 'Recorded as sent',
  notArrived: 'Recorded as failed (“Send again” sends it)',
} as const;
