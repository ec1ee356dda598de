/**
 * Runs of a script: how long, with what at hand, what simple triggers and pages may do, and what is missing says its name.
 *
 * guides/services/quotas, guides/triggers, guides/html/communication, guides/v8-runtime below
 * developers.google.com/apps-script/; what V8 there lacks from justin.poehnelt.com/posts/apps-script-runtime-limitations-wintercg.
 */
import { describe, expect, it } from 'vitest';
import { bodyHost, caught, failureOf, script, stranger } from './stranger.ts';

describe('how long a run may take', () => {
  const waiting = (seconds: number) => `function main() { Utilities.sleep(${seconds * 1000}); return 'done'; }
    function onOpen() { Utilities.sleep(${seconds * 1000}); console.log('done'); }`;

  it.each([
    [359, 'no error'],
    [361, 'Exception: Exceeded maximum execution time'],
  ])('%s seconds: %s', (seconds, outcome) => {
    expect(failureOf(() => stranger(waiting(seconds)).call('main'))).toBe(outcome);
  });

  it('a simple trigger has 30 seconds', () => {
    expect(failureOf(() => stranger(waiting(29)).fire.onOpen())).toBe('no error');
    expect(failureOf(() => stranger(waiting(31)).fire.onOpen())).toBe('Exception: Exceeded maximum execution time');
  });

  it('no script catches the end of its time, and what it had written is written', () => {
    const host = bodyHost(`sheet.getRange('A1').setValue('before');
      try { Utilities.sleep(400000); } catch (error) { sheet.getRange('A2').setValue('after'); }
      sheet.getRange('A3').setValue('later');`);
    expect(failureOf(() => host.call('main'))).toBe('Exception: Exceeded maximum execution time');
    expect(host.book.sheets[0]?.rows.map((row) => row?.values[0])).toEqual(['before']);
  });

  it('a loop that never ends is ended, too', () => {
    expect(
      failureOf(() => stranger(`function main() { for (;;); }`, { executionMinutes: 0.005 }).call('main')),
    ).toMatch(/time/);
  });
});

describe('what a script finds', () => {
  it.each([
    'setTimeout',
    'setInterval',
    'fetch',
    'URL',
    'Blob',
    'TextEncoder',
    'atob',
    'crypto',
    'structuredClone',
    'window',
    'process',
    'require',
    'performance',
    'queueMicrotask',
  ])('%s is not there', (name) => {
    expect(script(`return typeof ${name};`)).toBe('undefined');
  });

  it('promises are waited for, though nothing else is', () => {
    expect(
      stranger(`async function main() { const one = await Promise.resolve(1); return one + 1; }`).call('main'),
    ).toBe(2);
  });

  it('every run begins anew', () => {
    const host = stranger(`var count = 0; function main() { count += 1; return count; }`);
    expect([host.call('main'), host.call('main')]).toEqual([1, 1]);
  });

  it('all files share one scope, in whatever order they call each other', () => {
    const host = stranger(`function main() { return helper(); }`);
    host.load(`function helper() { return 'from another file'; }`);
    expect(host.call('main')).toBe('from another file');
  });

  it('a service called while the files are loaded fails where nothing was granted yet', () => {
    const host = stranger(`var book = SpreadsheetApp.getActiveSpreadsheet(); function onOpen() {}`);
    expect(failureOf(() => host.fire.onOpen('NONE'))).toMatch(/^Exception: You do not have permission to call/);
  });
});

describe('SpreadsheetApp.getActiveSpreadsheet, getActive, openById, openByUrl, create: which file', () => {
  it('a simple trigger reaches the file it belongs to, and no other', () => {
    const host =
      stranger(`function onOpen() { console.log(SpreadsheetApp.getActive().getName() === SpreadsheetApp.getActiveSpreadsheet().getName());
                                              SpreadsheetApp.openById('other'); }`);
    expect(failureOf(() => host.fire.onOpen())).toBe(
      'Exception: You do not have permission to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    );
    expect(host.log.map(({ text }) => text)).toEqual(['true']);
  });

  it('currentonly is for the file at hand', () => {
    const host = stranger(
      `function main(name) { return SpreadsheetApp[name]('x') && 'opened'; } function own() { return SpreadsheetApp.getActive() !== null; }`,
    );
    host.load('', { manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] } });
    expect(host.call('own')).toBe(true);
    for (const name of ['openById', 'openByUrl', 'create']) {
      expect(failureOf(() => host.call('main', name))).toContain(
        `Specified permissions are not sufficient to call SpreadsheetApp.${name}.`,
      );
    }
  });

  it('one that was made is opened by its id and its address', () => {
    expect(
      script(`const made = SpreadsheetApp.create('新表', 5, 3);
              return [SpreadsheetApp.openById(made.getId()).getName(), SpreadsheetApp.openByUrl(made.getUrl()).getSheets()[0].getMaxRows(),
                      SpreadsheetApp.openByUrl(ss.getUrl()).getId() === ss.getId()];`),
    ).toEqual(['新表', 5, true]);
    expect(caught(`SpreadsheetApp.openById('nowhere')`)).toBe(
      "Exception: Document nowhere is missing (perhaps it was deleted, or you don't have read access?)",
    );
  });
});

describe('SpreadsheetApp.flush: what was written is seen', () => {
  it('at a flush, and when the run ends, however it ends', () => {
    let flushes = 0;
    const host = stranger(
      `function main() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); SpreadsheetApp.flush(); throw new Error('x'); }`,
      {
        onFlush: () => {
          flushes += 1;
        },
      },
    );
    failureOf(() => host.call('main'));
    expect(flushes).toBe(2);
  });
});

describe('what a page asks of the script (google.script.run)', () => {
  const source = `function echo(value) { return value; } function hidden_() { return 1; } function now() { return new Date(); }
    function nested() { return { rows: [[1, undefined, null]], gone: undefined }; } function fails() { throw new Error('why'); }
    function book() { return SpreadsheetApp.getActive(); } function user() { return Session.getActiveUser().getEmail(); }
    var api = { inside() { return 1; } };`;

  it('plain values go there and back', () => {
    const host = stranger(source);
    expect(host.callAsClient('echo', { a: [1, 'x', true, null] })).toEqual({ a: [1, 'x', true, null] });
    expect(host.callAsClient('nested')).toEqual({ rows: [[1, null, null]], gone: undefined });
    expect(host.callAsClient('user')).toBe('owner@example.com');
  });

  it('a function whose name ends in _ is hidden, one that is not there is not found', () => {
    const host = stranger(source);
    expect(failureOf(() => host.callAsClient('hidden_'))).toBe('Exception: Script function not found: hidden_');
    expect(failureOf(() => host.callAsClient('gone'))).toBe('Exception: Script function not found: gone');
  });

  it.each([
    ['echo', new Date()],
    ['echo', { when: [new Date()] }],
    ['echo', () => 1],
  ])('%s with %s is refused', (name, value) => {
    expect(failureOf(() => stranger(source).callAsClient(name, value))).toBe(
      'Exception: Failed due to illegal value in property: echo',
    );
  });

  it('a date or a service does not come back', () => {
    expect(failureOf(() => stranger(source).callAsClient('now'))).toMatch(/^Exception: /);
    expect(failureOf(() => stranger(source).callAsClient('book'))).toMatch(/^Exception: /);
  });

  it('an error of the script reaches the page with its text', () => {
    expect(failureOf(() => stranger(source).callAsClient('fails'))).toBe('Error: why');
  });
});

describe('what the local host does not do', () => {
  it.each([
    [`sheet.newChart()`, 'Sheet.newChart'],
    [`sheet.getRange('A1').createPivotTable(sheet.getRange('A1'))`, 'Range.createPivotTable'],
    [`SpreadsheetApp.newRichTextValue()`, 'SpreadsheetApp.newRichTextValue'],
    [`ss.getDeveloperMetadata()`, 'Spreadsheet.getDeveloperMetadata'],
    [`sheet.getRange('A1').applyRowBanding()`, 'Range.applyRowBanding'],
    [`ScriptApp.getOAuthToken()`, 'ScriptApp.getOAuthToken'],
    [`DriveApp.getFiles()`, 'DriveApp.getFiles'],
    [`UrlFetchApp.fetch('https://example.cn')`, 'UrlFetchApp.fetch'],
    [`GmailApp.sendEmail('a@x.cn', 's', 'b')`, 'GmailApp.sendEmail'],
  ])('%s says so by name', (body, name) => {
    expect(caught(body)).toBe(`NotSupportedError: not supported by the local host: ${name}`);
  });

  it('what the platform does not have either is not a function', () => {
    expect(caught(`sheet.getRange('A1').getCells()`)).toBe('TypeError: sheet.getRange(...).getCells is not a function');
  });
});
