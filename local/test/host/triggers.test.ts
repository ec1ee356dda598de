/**
 * ScriptApp: triggers of every kind, who sees them, as whom they run and when.
 *
 * guides/triggers, guides/triggers/installable, guides/triggers/events, reference/script and guides/services/quotas below
 * developers.google.com/apps-script/; the text of “too many” as quoted in github.com/RomainVialard/ErrorHandler.
 */
import { describe, expect, it } from 'vitest';
import { CLERK, caught, failureOf, type Host, OWNER, script, stranger } from './stranger.ts';

describe('ScriptApp.newTrigger, getProjectTriggers, deleteTrigger, getUserTriggers: coming and going', () => {
  it('a trigger tells what it runs, when, and for which file', () => {
    expect(
      script(`ScriptApp.newTrigger('typed').forSpreadsheet(ss).onEdit().create();
              ScriptApp.newTrigger('daily').timeBased().everyDays(1).create();
              return ScriptApp.getProjectTriggers().map((one) => [one.getHandlerFunction(), String(one.getEventType()),
                String(one.getTriggerSource()), one.getTriggerSourceId() === ss.getId(), typeof one.getUniqueId()]);`),
    ).toEqual([
      ['typed', 'ON_EDIT', 'SPREADSHEETS', true, 'string'],
      ['daily', 'CLOCK', 'CLOCK', false, 'string'],
    ]);
  });

  it('one that is deleted is gone; those of the file are told apart', () => {
    expect(
      script(`const typed = ScriptApp.newTrigger('typed').forSpreadsheet(ss).onEdit().create();
              ScriptApp.newTrigger('daily').timeBased().everyDays(1).create();
              const ofFile = ScriptApp.getUserTriggers(ss).length;
              ScriptApp.deleteTrigger(typed);
              return [ofFile, ScriptApp.getProjectTriggers().map((one) => one.getHandlerFunction())];`),
    ).toEqual([1, ['daily']]);
  });

  it('nobody sees, nor deletes, those of another account', () => {
    const host = stranger(`function install() { ScriptApp.newTrigger('daily').timeBased().everyDays(1).create(); }
                           function count() { return ScriptApp.getProjectTriggers().length; }`);
    host.call('install');
    expect([host.call('count'), host.session({ user: CLERK }).call('count')]).toEqual([1, 0]);
  });

  it('an account may have 20 in a script', () => {
    const host = stranger(`function install(count) {
      for (let n = 0; n < count; n += 1) ScriptApp.newTrigger('f').timeBased().everyHours(1).create();
    }`);
    host.call('install', 20);
    expect(failureOf(() => host.call('install', 1))).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
    expect(failureOf(() => host.session({ user: CLERK }).call('install', 20))).toBe('no error');
  });

  it('they stay with the file', () => {
    const host = stranger(`function install() { ScriptApp.newTrigger('f').timeBased().everyHours(1).create(); }`);
    host.call('install');
    const later = stranger(`function count() { return ScriptApp.getProjectTriggers().length; }`, {
      workbook: structuredClone(host.book),
    });
    expect(later.call('count')).toBe(1);
  });

  it.each(['onOpen', 'onEdit'])('not from %s, which nobody authorised', (name) => {
    const host = stranger(`function ${name}() { ScriptApp.getProjectTriggers(); }`);
    const fire = () =>
      name === 'onOpen' ? host.fire.onOpen() : host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [[1]] });
    expect(failureOf(fire)).toBe(
      'Exception: You do not have permission to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    );
  });

  it('not without the scope in the manifest', () => {
    const host = stranger(`function main() { ScriptApp.getProjectTriggers(); }`);
    host.load('', { manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] } });
    expect(failureOf(() => host.call('main'))).toBe(
      'Exception: Specified permissions are not sufficient to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    );
  });
});

describe('ScriptApp.requireScopes, requireAllScopes, getAuthorizationInfo: rights already granted', () => {
  it('ask nothing of who has granted what the manifest names', () => {
    expect(
      script(`ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
              ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/script.scriptapp']);
              const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
              return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED, info.getAuthorizationUrl()];`),
    ).toEqual([true, null]);
  });
});

/** The times at which a clock trigger runs when the clock is looked at every so many minutes. */
function runs(builder: string, from: string, until: string, minutes = 30, timeZone = 'Asia/Shanghai'): string[] {
  const host = stranger(
    `function install() { ScriptApp.newTrigger('tick').timeBased()${builder}.create(); }
     function tick() { console.log(Utilities.formatDate(new Date(), '${timeZone}', 'MM-dd HH:mm')); }`,
    { now: from, timeZone },
  );
  host.call('install');
  const end = Date.parse(until);
  for (let now = Date.parse(from); now <= end; now += minutes * 60_000) {
    host.setNow(new Date(now));
    host.fire.clock();
  }
  return host.log.map(({ text }) => text);
}

describe('TriggerBuilder.timeBased, ClockTriggerBuilder.create: by the clock', () => {
  it('without a time to run at it is refused', () => {
    expect(caught(`ScriptApp.newTrigger('f').timeBased().create()`)).toMatch(/^Exception: /);
    expect(caught(`ScriptApp.newTrigger('f').timeBased().atHour(9).create()`)).toMatch(/^Exception: /);
  });

  it('runs as who made it, whoever is there', () => {
    const host = stranger(`function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
                           function tick() { console.log(Session.getEffectiveUser().getEmail()); }`);
    host.call('install');
    host.setNow('2023-05-21T10:00');
    const other = host.session({ user: CLERK });
    other.fire.clock();
    expect(other.log.map(({ text }) => text)).toEqual([OWNER]);
  });

  it('its event tells which trigger it was', () => {
    const host =
      stranger(`function install() { return ScriptApp.newTrigger('tick').timeBased().everyHours(1).create().getUniqueId(); }
                           function tick(event) {
                             console.log(event.triggerUid, String(event.authMode), event.timezone, event.year, event.month,
                               event['day-of-month'], event['day-of-week'], event.hour, event.minute);
                           }`);
    const id = host.call('install');
    host.setNow('2023-05-21T10:00');
    host.fire.clock();
    expect(host.log.map(({ text }) => text)).toEqual([`${id} FULL UTC 2023 5 21 7 2 0`]);
  });

  it('is not before its time, and has run when it has run', () => {
    const host = stranger(`function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
                           function tick() { console.log('ran'); }`);
    host.call('install');
    host.setNow('2023-05-21T09:59');
    host.fire.clock();
    expect(host.log).toHaveLength(0);
    host.setNow('2023-05-21T10:00');
    host.fire.clock();
    host.fire.clock();
    expect(host.log).toHaveLength(1);
  });
});

describe('ClockTriggerBuilder.everyMinutes, everyHours, everyDays, everyWeeks, onWeekDay, onMonthDay, atHour, nearMinute, after, at, atDate, inTimezone: when it runs', () => {
  it.each([
    [
      '.everyMinutes(30)',
      '2023-05-21T09:00+08:00',
      '2023-05-21T10:30+08:00',
      ['05-21 09:30', '05-21 10:00', '05-21 10:30'],
    ],
    ['.everyHours(6)', '2023-05-21T09:00+08:00', '2023-05-22T00:00+08:00', ['05-21 15:00', '05-21 21:00']],
    ['.everyDays(1).atHour(9)', '2023-05-21T09:30+08:00', '2023-05-23T12:00+08:00', ['05-22 09:00', '05-23 09:00']],
    [
      '.everyDays(2).atHour(9)',
      '2023-05-21T08:00+08:00',
      '2023-05-25T12:00+08:00',
      ['05-21 09:00', '05-23 09:00', '05-25 09:00'],
    ],
    [
      '.onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(8).nearMinute(30)',
      '2023-05-21T09:00+08:00',
      '2023-05-30T12:00+08:00',
      ['05-22 08:30', '05-29 08:30'],
    ],
    [
      '.everyWeeks(2).onWeekDay(ScriptApp.WeekDay.MONDAY)',
      '2023-05-21T09:00+08:00',
      '2023-06-06T12:00+08:00',
      ['05-22 00:00', '06-05 00:00'],
    ],
    ['.onMonthDay(1).atHour(7)', '2023-05-21T09:00+08:00', '2023-07-02T00:00+08:00', ['06-01 07:00', '07-01 07:00']],
    ['.after(3600000)', '2023-05-21T09:00+08:00', '2023-05-22T09:00+08:00', ['05-21 10:00']],
    ['.at(new Date(2023, 4, 22, 6, 0))', '2023-05-21T09:00+08:00', '2023-05-23T09:00+08:00', ['05-22 06:00']],
    ['.atDate(2023, 5, 23)', '2023-05-21T09:00+08:00', '2023-05-24T09:00+08:00', ['05-23 00:00']],
    [
      ".everyDays(1).atHour(9).inTimezone('Europe/Berlin')",
      '2023-05-21T09:00+08:00',
      '2023-05-22T20:00+08:00',
      ['05-21 15:00', '05-22 15:00'],
    ],
  ])('%s', (builder, from, until, times) => {
    expect(runs(builder, from, until)).toEqual(times);
  });

  it('nine o’clock is nine o’clock on both sides of summer time', () => {
    expect(
      runs('.everyDays(1).atHour(9)', '2023-03-11T00:00-05:00', '2023-03-13T23:00-04:00', 60, 'America/New_York'),
    ).toEqual(['03-11 09:00', '03-12 09:00', '03-13 09:00']);
  });

  it.each([
    [`everyMinutes(7)`, 'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.'],
    [`everyHours(5)`, 'The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.'],
    [`inTimezone('Nowhere/Land')`, 'Invalid argument: Nowhere/Land'],
    [
      `atHour('9')`,
      "The parameters (String) don't match the method signature for ScriptApp.ClockTriggerBuilder.atHour.",
    ],
  ])('%s is refused: %s', (call, text) => {
    expect(caught(`ScriptApp.newTrigger('f').timeBased().${call}`)).toBe(`Exception: ${text}`);
  });
});

describe('TriggerBuilder.forSpreadsheet, SpreadsheetTriggerBuilder.onOpen, onEdit, onChange, onFormSubmit, create: by what happens to a file', () => {
  const source = `function install() {
      const ss = SpreadsheetApp.getActive();
      ScriptApp.newTrigger('opened').forSpreadsheet(ss).onOpen().create();
      ScriptApp.newTrigger('typed').forSpreadsheet(ss.getId()).onEdit().create();
    }
    function told(name, event) {
      console.log(name, event.source.getName(), event.range ? event.range.getA1Notation() : '', String(event.value),
        String(event.authMode), typeof event.triggerUid, Session.getEffectiveUser().getEmail());
    }
    function opened(event) { told('opened', event); }
    function typed(event) { told('typed', event); }
    function onOpen(event) { told('onOpen', event); }
    function onEdit(event) { told('onEdit', event); }
    function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('by script'); }`;
  const lines = (host: Host) => host.log.map(({ text }) => text);

  it('of a kind there is and of a kind that was asked for', () => {
    expect(caught(`ScriptApp.newTrigger('f').forSpreadsheet(ss).create()`)).toMatch(/^Exception: /);
    expect(
      script(`const on = () => ScriptApp.newTrigger('f').forSpreadsheet(ss);
              return [on().onChange().create(), on().onFormSubmit().create()].map((one) => String(one.getEventType()));`),
    ).toEqual(['ON_CHANGE', 'ON_FORM_SUBMIT']);
  });

  it('run after the simple ones, as who installed them, with all rights', () => {
    const host = stranger(source);
    host.call('install');
    const clerk = host.session({ user: CLERK });
    clerk.fire.onOpen();
    clerk.fire.edit({ sheet: 'Sheet1', a1: 'B2', values: [['文']] });
    const name = host.book.title;
    expect(lines(clerk)).toEqual([
      `onOpen ${name}  undefined LIMITED undefined ${CLERK}`,
      `opened ${name}  undefined FULL string ${OWNER}`,
      `onEdit ${name} B2 文 LIMITED undefined ${CLERK}`,
      `typed ${name} B2 文 FULL string ${OWNER}`,
    ]);
  });

  it('tell the value only where one cell was typed into', () => {
    const host = stranger(source);
    host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [['a', 'b']] });
    expect(lines(host)[0]).toContain(' A1:B1 undefined ');
  });

  it('tell the value that was there before', () => {
    const host = stranger(`function onEdit(event) { console.log(JSON.stringify([event.oldValue, event.value])); }`);
    host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [['a']] });
    host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [[5]] });
    host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [['']] });
    expect(lines(host)).toEqual(['[null,"a"]', '["a","5"]', '["5",null]']);
  });

  it('tell the corners of what was typed into as numbers, which is quicker than asking', () => {
    const host = stranger(`function onEdit({ range }) {
      console.log([range.rowStart, range.rowEnd, range.columnStart, range.columnEnd].join());
    }`);
    host.fire.edit({ sheet: 'Sheet1', a1: 'B3', values: [['a', 'b']] });
    expect(lines(host)).toEqual(['3,3,2,3']);
  });

  it('do not know who types, unless they were installed', () => {
    const host =
      stranger(`function install() { ScriptApp.newTrigger('typed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
      function onEdit(event) { console.log('[' + event.user.getEmail() + ']'); }
      function typed(event) { console.log('[' + event.user.getEmail() + ']'); }`);
    host.call('install');
    host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [[1]] });
    expect(lines(host)).toEqual(['[]', `[${OWNER}]`]);
  });

  it('do not run for what a script writes', () => {
    const host = stranger(source);
    host.call('install');
    host.call('write');
    expect(lines(host)).toEqual([]);
  });

  it('where the function is gone, say so to their owner and stop nobody’s typing', () => {
    const host = stranger(
      `function install() { ScriptApp.newTrigger('gone').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`,
    );
    host.call('install');
    expect(failureOf(() => host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [[1]] }))).toBe(
      'Exception: Script function not found: gone',
    );
    expect(host.book.sheets[0]?.rows[0]?.values[0]).toBe(1);
  });
});

describe('Trigger.getHandlerFunction, getUniqueId, getEventType, getTriggerSource, getTriggerSourceId: telling triggers apart', () => {
  it('each has an id of its own', () => {
    expect(
      script(`const ids = [1, 2].map(() => ScriptApp.newTrigger('f').timeBased().everyHours(1).create().getUniqueId());
              return ids[0] !== ids[1];`),
    ).toBe(true);
  });

  it('enumerations are told apart by identity', () => {
    expect(
      script(`const one = ScriptApp.newTrigger('f').forSpreadsheet(ss).onOpen().create();
              return [one.getEventType() === ScriptApp.EventType.ON_OPEN, one.getTriggerSource() === ScriptApp.TriggerSource.SPREADSHEETS,
                      one.getTriggerSourceId() === ss.getId(), one.getHandlerFunction()];`),
    ).toEqual([true, true, true, 'f']);
  });
});
