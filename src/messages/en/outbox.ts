/** What is said of mails on their way, in English. */
import type { DispatchState } from '../../domain/dispatch/dispatch.ts';
import type { FailureReason } from '../../domain/dispatch/failure.ts';
import type { HourlyTally, NotSent, OutboxWords } from '../outbox.ts';
import type { Told } from '../told.ts';

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

const FAILURES: Readonly<Record<FailureReason, string>> = {
  unreachable:
    'the mail server cannot be reached, or the connection was lost, and the mail was not handed over: check the network, the server’s address and port',
  timeout:
    'the mail server did not answer in time and the mail was not handed over: check the network, or ask who runs the server',
  encryption:
    'no encrypted connection to the mail server, the mail was not handed over: check the port, the TLS settings and the server’s certificate',
  login: 'the mail server does not accept the login: check the account and its password',
  server: 'the mail server accepts no connection: ask who runs it if it stays so',
  sender: 'the mail server does not accept the sender’s address: check it',
  recipient: 'the mail server does not take this address: check it',
  message: 'the mail server does not take this mail: do as it says, with fewer attachments if need be',
  folder: 'the mail could not be written into its folder: check that the folder is there and may be written to',
  diskFull: 'the disk is full, the mail could not be written: free some space',
  workbook: 'the workbook could not be written, so the mail was not handed over: see to the workbook file',
  other: 'the program that sends mail failed, the mail was not handed over',
  unanswered: 'the mail was handed over whole, and the server did not answer',
  partly: 'the server took the mail for some of its addresses and refused others',
  unsaid: '',
};

const notSent: OutboxWords['notSent'] = (why, reply) =>
  FAILURES[why] === '' ? reply : `${FAILURES[why]}${reply === '' ? '' : `. It said: ${reply}`}`;

const saidOf = ({ why, reply }: NotSent): string => (isNote(why) ? NOTES[why] : notSent(why, reply));
const isNote = (why: NotSent['why']): why is Exclude<NotSent['why'], FailureReason> => why in NOTES;

const clock = (moment: string): string => moment.slice(0, 16).replace('T', ' ');

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
  notSent,
  putOff: ({ tries, most, until, said }) =>
    `Try ${tries}/${most} did not leave; tried again after ${clock(until)}${said === '' ? '' : `: ${said}`}.`,
  lines: ({ sent, already, waiting, putOff, failed, unknown, brokeOff, held, quota }) => [
    ...(sent > 0 ? [`${sent} mail(s) sent and recorded in 发送记录.`] : []),
    ...(already > 0 ? [`${already} recipient(s) had the same content already; not sent again.`] : []),
    ...(waiting > 0
      ? [
          brokeOff
            ? `One after another failed: ${waiting} more mail(s) were not tried and wait; the hourly run goes on with them.`
            : `${waiting} mail(s) wait: the hourly run goes on with them (daily quota, time of a run, time of the next try).`,
        ]
      : []),
    ...putOff.map(
      (one) =>
        `Not sent to ${one.recipient} yet: ${saidOf(one)}. Try ${one.tries} of at most ${one.most}; tried again by itself after ${clock(one.until)}.`,
    ),
    ...failed.map((one) => `Not sent to ${one.recipient}: ${saidOf(one)}. Correct it and run this again.`),
    ...unknown.map(
      (one) =>
        `Sending to ${one.recipient} failed (${saidOf(one)}) and the mail may have left; it is never sent again by itself. Ask them, then select its row in 发送记录 and use “It arrived” or “It did not arrive”.`,
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

/** What came of an hourly run. */
export const hourlyTold = (tally: HourlyTally): Told => {
  const lines = [
    ...outboxWords.lines(tally),
    ...(tally.triedBefore > 0
      ? [
          `${tally.triedBefore} of those that wait were tried before and did not leave: why, and when they are tried again, stands in 发送记录.`,
        ]
      : []),
    ...tally.unsettled.map(
      ({ recipient, row, state }) =>
        `${recipient}: ${HELD[state]} ([发送记录] row ${row}), and waits for a person. Select the row and use ${remedy(state)}.`,
    ),
    ...tally.unmade.map(
      ({ period, why }) => `The report of ${period} has not reached everybody and cannot be made now: ${why}`,
    ),
    ...(tally.unprepared === null
      ? []
      : [`Reminders of ${tally.unprepared} are due, but its rows are not there: run “Prepare month”.`]),
    ...(tally.unreachable.length > 0
      ? [
          `These owe something and were not reminded, because 部门 has no usable address; enter one or call them: ${tally.unreachable.join(', ')}.`,
        ]
      : []),
    ...(tally.untold.head.length > 0
      ? [`Overdue, and 部门 has no address of the department’s head to tell: ${tally.untold.head.join(', ')}.`]
      : []),
    ...(tally.untold.leader.length > 0
      ? [`Overdue, and 部门 has no address of the leader in charge to tell: ${tally.untold.leader.join(', ')}.`]
      : []),
  ];
  const remark = {
    checked: '',
    unchecked: '',
    later: 'Reminders are looked for after 8 in the morning.',
    off: '“Automatic reminders” is off: reminders were not looked for.',
  };
  const said = lines.length === 0 ? ['No mail to send.'] : lines;
  return { title: 'Hourly run', lines: [...said, ...[remark[tally.reminders]].filter((text) => text !== '')] };
};

const remedy = (state: DispatchState): string =>
  state === 'sending' || state === 'unknown'
    ? '“It arrived” or “It did not arrive”'
    : '“Send again” or “Cancel sending”';

const SETTLED = {
  resend: 'Waits to be sent',
  cancel: 'Cancelled',
  arrived: 'Recorded as sent',
  notArrived: 'Recorded as failed (“Send again” sends it)',
} as const;
