/**
 * A command stopped at any service call, before it or after it, and run again leaves the same workbook as one that was
 * never stopped; what mails come to is in interrupted-mail.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { type Host, startHuizong, titlesOf, valuesOf } from '../support/host.ts';
import { fill, preparedWorkbook, rowFor, SMALL_PLAN, setUpWorkbook } from '../support/month.ts';
import { snapshot } from '../support/snapshot.ts';
import { callsOf, type Stop, stopped, stopsOf } from '../support/stops.ts';

/** What may differ: the log has a line for each run that was written so far. */
const LOG = ['操作日志'];

/** The same workbook at the same moment, on a host of its own. */
const copyOf = ({ book }: Host, now: string): Host => startHuizong({ workbook: structuredClone(book), now });

interface Case {
  readonly name: string;
  readonly argument: unknown;
  readonly start: Host;
  readonly now: string;
  readonly most: number;
}

const withReturn = (): Host => {
  const host = preparedWorkbook();
  fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', time: '2023-05-18 09:00' });
  return host;
};

const consolidatedOnce = (): Host => {
  const host = withReturn();
  host.call('consolidate', { month: '2023-05' });
  const height = valuesOf(host, '汇总-2023-05').length;
  host.fire.edit({ sheet: '汇总-2023-05', a1: `A${height + 1}`, values: [['局长批示']] });
  fill(host, rowFor(host, '后勤处', '开展消防检查'), {
    text: Array.from({ length: 40 }, (_, line) => `第${line}处`).join('\n'),
  });
  return host;
};

/** Somebody took the guards and the dropdowns off. */
function unguarded(): Host {
  const host = withReturn();
  const { SpreadsheetApp } = host.services;
  for (const sheet of SpreadsheetApp.getActiveSpreadsheet().getSheets()) {
    for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE]) {
      for (const protection of sheet.getProtections(kind)) protection.remove();
    }
    sheet.getDataRange().clearDataValidations();
  }
  return host;
}

/** Compares as text first: telling two large workbooks apart cell by cell takes longer than making them. */
function expectSame(stop: unknown, host: Host, wanted: unknown): void {
  const book = snapshot(host, LOG);
  if (JSON.stringify(book) !== JSON.stringify(wanted)) expect({ stop, book }).toEqual({ stop, book: wanted });
}

const NOON = '2023-05-23T12:00';

const CASES: readonly Case[] = [
  {
    name: 'setUp',
    argument: { year: 2023, text: SMALL_PLAN },
    start: startHuizong(),
    now: '2023-03-01T09:00',
    most: 70,
  },
  { name: 'prepare', argument: { month: '2023-05' }, start: setUpWorkbook(SMALL_PLAN), now: NOON, most: 200 },
  { name: 'consolidate', argument: { month: '2023-05' }, start: withReturn(), now: NOON, most: 200 },
  { name: 'consolidate', argument: { month: '2023-05' }, start: consolidatedOnce(), now: NOON, most: 200 },
  { name: 'repair', argument: undefined, start: unguarded(), now: NOON, most: 60 },
];

describe('a command stopped at a service call and run again', () => {
  it.each(CASES)(
    '$name leaves the workbook of a run that was never stopped',
    ({ name, argument, start, now, most }) => {
      const whole = copyOf(start, now);
      const calls = callsOf(whole, name, argument);
      const wanted = snapshot(whole, LOG);
      for (const stop of stopsOf(calls, most)) {
        const host = copyOf(start, now);
        stopped(host, stop, name, argument);
        host.call(name, argument);
        expectSame(stop, host, wanted);
      }
    },
    240_000,
  );

  it('never leaves a half-written report under its name', () => {
    const start = withReturn();
    const whole = copyOf(start, NOON);
    const calls = callsOf(whole, 'consolidate', { month: '2023-05' });
    const wanted = valuesOf(whole, '汇总-2023-05');
    for (const stop of stopsOf(calls, 200)) {
      const host = copyOf(start, NOON);
      stopped(host, stop, 'consolidate', { month: '2023-05' });
      if (titlesOf(host).includes('汇总-2023-05'))
        expect({ stop, rows: valuesOf(host, '汇总-2023-05') }).toEqual({ stop, rows: wanted });
    }
  });
});

/** What the platform throws at times, without being asked. */
const TRANSIENT = [
  'Service Spreadsheets timed out while accessing document with id local-spreadsheet.',
  "We're sorry, a server error occurred. Please wait a bit and try again.",
  'Service invoked too many times in a short time: try Utilities.sleep(1000) between calls.',
];

/** Runs a command in a session in which one call fails once; tells which call it was and whether the command went through. */
function failedOnce(host: Host, { at, phase }: Stop, name: string, argument: unknown): { call: string; done: boolean } {
  let seen = -1;
  let call = '';
  const session = host.session({
    faults: (one) => {
      if (one.phase === 'before') seen += 1;
      if (seen === at && one.phase === phase && call === '') {
        call = `${one.service}.${one.method}`;
        throw new Error(TRANSIENT[at % TRANSIENT.length]);
      }
      return undefined;
    },
  });
  try {
    session.call(name, argument);
    return { call, done: true };
  } catch {
    return { call, done: false };
  }
}

describe('a call that fails once', () => {
  it.each(CASES)(
    'of $name: the command goes through, or run again leaves the same',
    ({ name, argument, start, now, most }) => {
      const whole = copyOf(start, now);
      const calls = callsOf(whole, name, argument);
      const wanted = snapshot(whole, LOG);
      for (const stop of stopsOf(calls, most)) {
        const host = copyOf(start, now);
        if (!failedOnce(host, stop, name, argument).done) host.call(name, argument);
        expectSame(stop, host, wanted);
      }
    },
    240_000,
  );

  it('reading values, writing them and flushing is tried again without anybody noticing', () => {
    const start = withReturn();
    const calls = callsOf(copyOf(start, NOON), 'consolidate', { month: '2023-05' });
    const noticed = stopsOf(calls, 400)
      .map((stop) => failedOnce(copyOf(start, NOON), stop, 'consolidate', { month: '2023-05' }))
      .filter(({ done }) => !done)
      .map(({ call }) => call);
    for (const call of ['Range.getValues', 'Range.setValues', 'SpreadsheetApp.flush'])
      expect(noticed).not.toContain(call);
    expect(noticed).toContain('Sheet.appendRow');
  });
});
