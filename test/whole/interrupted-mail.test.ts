/**
 * A command that sends, stopped at every one of its service calls and run again: each mail leaves once, or it is not known
 * whether it left and the record shows it; none leaves twice. With a person's word on those, the workbook is as if the
 * command had never been stopped.
 */

import { describe, expect, it } from 'vitest';
import { IN } from '../support/columns.ts';
import { copyBook, entriesOf, type Host, startHuizong } from '../support/host.ts';
import { reachableWorkbook } from '../support/month.ts';
import { callsOf, momentsOf, type Stop, stopped } from '../support/stops.ts';

const OUTBOX = '发送记录';

/** The same workbook at the same moment, on a host of its own. */
const copyOf = ({ book }: Host, now: string): Host => startHuizong({ workbook: copyBook(book), now });

const rowsOf = (host: Host) => entriesOf(host, IN.dispatches);
const subjects = (host: Host): string[] => host.mail.map((mail) => `${mail.to.join()} ${mail.subject}`).sort();

/** A person asks the other side about every mail that may have left or not, and says what they heard. */
function settleUnknown(host: Host): number {
  const unknown = rowsOf(host).filter(({ state }) => state === '发送中' || state === '不明');
  for (const row of unknown) {
    const arrived = host.mail.some(
      ({ to, subject }) => subject === row.subject && String(row.recipient).includes(to[0] ?? '?'),
    );
    host.call('settleDispatch', { key: row.key, action: arrived ? 'arrived' : 'notArrived' });
    if (!arrived) host.call('settleDispatch', { key: row.key, action: 'resend' });
  }
  return unknown.length;
}

interface Case {
  readonly name: string;
  readonly argument: unknown;
  readonly now: string;
  readonly mails: number;
}

const CASES: readonly Case[] = [
  { name: 'send', argument: { month: '2023-05' }, now: '2023-05-23T12:00', mails: 2 },
  { name: 'remind', argument: { month: '2023-05' }, now: '2023-05-17T10:00', mails: 3 },
  // Three reminders, one to the head of a department, one to the leader in charge.
  { name: 'everyHour', argument: undefined, now: '2023-05-28T09:00', mails: 5 },
];

describe.each(CASES)('$name stopped at every call and run again', ({ name, argument, now, mails }) => {
  const start = reachableWorkbook();
  const whole = copyOf(start, now);
  const calls = callsOf(whole, name, argument);
  const wanted = { subjects: subjects(whole), book: written(whole) };

  it(`sends ${mails} mails when it is not`, () => {
    expect(whole.mail).toHaveLength(mails);
    expect(rowsOf(whole).map(({ state }) => state)).toEqual(Array.from({ length: mails }, () => '已发送'));
  });

  it('sends each mail once or shows it as unknown, and after a person’s word is as if never stopped', () => {
    let shown = 0;
    for (const stop of momentsOf(calls)) {
      const host = copyOf(start, now);
      stopped(host, stop, name, argument);
      host.call(name, argument);
      expectOnceOrShown(stop, host, wanted.subjects);
      const settled = settleUnknown(host);
      shown += settled;
      if (settled > 0) host.call(name, argument);
      expect({ stop, subjects: subjects(host) }).toEqual({ stop, subjects: wanted.subjects });
      expect({ stop, same: written(host) === wanted.book }).toEqual({ stop, same: true });
    }
    // Between the mail's leaving and the note of it there is always a moment of which nothing can be told.
    expect(shown).toBeGreaterThan(0);
    // Hundreds of runs, and the machine may be busy.
  }, 900_000);
});

function expectOnceOrShown(stop: Stop, host: Host, wanted: readonly string[]): void {
  const sent = subjects(host);
  expect({ stop, twice: sent.length - new Set(sent).size }).toEqual({ stop, twice: 0 });
  const unknown = rowsOf(host).filter(({ state }) => state === '发送中' || state === '不明').length;
  const known = rowsOf(host).filter(({ state }) => state === '已发送').length;
  expect({ stop, accounted: known + unknown }).toEqual({ stop, accounted: wanted.length });
}

/** What stands in every sheet but the log, and who may write where; notes of a person's word may differ. */
function written(host: Host): string {
  const sheets = host.book.sheets.filter(({ name }) => name !== '操作日志');
  return JSON.stringify(
    sheets.map(({ name, rows, protections }) => [
      name,
      rows.map((row) => (name === OUTBOX ? row?.values.filter((_, column) => column !== 6) : row?.values)),
      protections.map(({ area, description, editors }) => JSON.stringify([area, description, editors])).sort(),
    ]),
  );
}
