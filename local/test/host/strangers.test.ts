/**
 * Scripts as offices have them, whole: the ways of working that public samples and tutorials show, in our own words.
 */
import { describe, expect, it } from 'vitest';
import { OWNER, stranger } from './stranger.ts';

const rowsOf = (host: ReturnType<typeof stranger>) =>
  host.services.SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]?.getDataRange().getDisplayValues();

describe('scripts that were not written for this host', () => {
  it('mail to everybody of a list, noted row by row', () => {
    const host = stranger(`
      function onOpen() { SpreadsheetApp.getUi().createMenu('Mail').addItem('Send', 'sendAll').addToUi(); }
      function sendAll() {
        const sheet = SpreadsheetApp.getActiveSheet();
        const [heads, ...rows] = sheet.getDataRange().getDisplayValues();
        const sent = heads.indexOf('Sent');
        const out = rows.map((cells) => {
          const row = heads.reduce((all, head, at) => ({ ...all, [head]: cells[at] }), {});
          if (row.Sent !== '') return [row.Sent];
          try {
            MailApp.sendEmail(row.Email, 'Hello ' + row.Name, 'Dear ' + row.Name, { name: 'Office' });
            return [new Date()];
          } catch (error) { return [error.message]; }
        });
        sheet.getRange(2, sent + 1, out.length).setValues(out);
      }`);
    const rows = [
      ['Name', 'Email', 'Sent'],
      ['A', 'a@x.cn', ''],
      ['B', 'nowhere', ''],
      ['C', 'c@x.cn', 'before'],
    ];
    host.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: rows });
    host.fire.onOpen();
    host.ui.click('Mail ▸ Send');
    expect(host.mail.map(({ to, subject, name }) => [...to, subject, name])).toEqual([['a@x.cn', 'Hello A', 'Office']]);
    expect(rowsOf(host)?.map((row) => row[2])).toEqual([
      'Sent',
      '5/21/2023 9:00:00',
      'Invalid email: nowhere',
      'before',
    ]);
  });

  it('blank rows and columns taken out, the sheet cut to its data', () => {
    const host = stranger(`
      function tidy() {
        const sheet = SpreadsheetApp.getActiveSheet();
        const values = sheet.getDataRange().getValues();
        for (let row = values.length; row >= 1; row -= 1) if (values[row - 1].every((cell) => cell === '')) sheet.deleteRow(row);
        const { length } = values[0];
        for (let column = length; column >= 1; column -= 1) if (values.every((row) => row[column - 1] === '')) sheet.deleteColumn(column);
        sheet.deleteRows(sheet.getLastRow() + 1, sheet.getMaxRows() - sheet.getLastRow());
        sheet.deleteColumns(sheet.getLastColumn() + 1, sheet.getMaxColumns() - sheet.getLastColumn());
        return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getDataRange().getValues()];
      }`);
    host.fire.edit({
      sheet: 'Sheet1',
      a1: 'B2',
      values: [
        ['a', '', 'b'],
        ['', '', ''],
        ['c', '', 'd'],
      ],
    });
    expect(host.call('tidy')).toEqual([
      2,
      2,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });

  it('a time beside what was ticked, by the simple trigger', () => {
    const host = stranger(`
      function setUp() { SpreadsheetApp.getActiveSheet().getRange('A2:A4').insertCheckboxes(); }
      function onEdit({ range, value }) {
        if (range.columnStart !== 1 || value === undefined) return;
        range.offset(0, 1).setValue(value === 'TRUE' ? Utilities.formatDate(new Date(), 'Asia/Shanghai', 'HH:mm') : '');
      }`);
    host.call('setUp');
    host.fire.edit({ sheet: 'Sheet1', a1: 'A3', values: [[true]] });
    expect(rowsOf(host)).toEqual([
      ['', ''],
      ['FALSE', ''],
      ['TRUE', '9:00'],
      ['FALSE', ''],
    ]);
    host.fire.edit({ sheet: 'Sheet1', a1: 'A3', values: [[false]] });
    expect(rowsOf(host)?.[2]).toEqual(['FALSE']);
  });

  it('a macro as it is recorded', () => {
    const host = stranger(`
      function recorded() {
        var spreadsheet = SpreadsheetApp.getActive();
        spreadsheet.getRange('A1').activate();
        spreadsheet.getCurrentCell().setValue('total');
        spreadsheet.getRange('B1').activate();
        spreadsheet.getCurrentCell().setFormulaR1C1('=SUM(R[1]C[0]:R[3]C[0])');
        spreadsheet.getRange('A1:B1').activate();
        spreadsheet.getActiveRangeList().setFontWeight('bold').setBackground('#efefef');
        spreadsheet.getRange('D5').activate();
        spreadsheet.getRange('A1:B1').copyTo(spreadsheet.getActiveRange(), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false);
        spreadsheet.getActiveSheet().setFrozenRows(1);
        return [spreadsheet.getRange('B1').getFormula(), spreadsheet.getRange('E5').getFormula(), spreadsheet.getRange('D5').getFontWeight()];
      }`);
    expect(host.call('recorded')).toEqual(['=SUM(B2:B4)', '=SUM(E6:E8)', 'bold']);
  });

  it('a long job that stops in time, remembers where, and goes on by a trigger', () => {
    const host = stranger(`
      function work() {
        const store = PropertiesService.getScriptProperties();
        let at = Number(store.getProperty('at') || 0);
        const began = Date.now();
        while (at < 10) {
          if (Date.now() - began > 240000) {
            store.setProperty('at', at);
            ScriptApp.newTrigger('work').timeBased().after(60000).create();
            return;
          }
          Utilities.sleep(60000);
          SpreadsheetApp.getActiveSheet().appendRow([at, Session.getEffectiveUser().getEmail()]);
          at += 1;
        }
        store.deleteProperty('at');
        ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one));
      }`);
    host.call('work');
    for (const time of ['2023-05-21T10:00', '2023-05-21T11:00', '2023-05-21T12:00']) {
      host.setNow(time);
      host.fire.clock();
    }
    expect(rowsOf(host)).toEqual(Array.from({ length: 10 }, (_, at) => [String(at), OWNER]));
    expect(host.book.sidecar['triggers']).toBe('[]');
  });

  it('counters that two people raise at once, under a lock', () => {
    const host = stranger(`
      function next() {
        const lock = LockService.getScriptLock();
        if (!lock.tryLock(10000)) throw new Error('busy');
        const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
        const number = Number(cell.getValue()) + 1;
        cell.setValue(number);
        SpreadsheetApp.flush();
        lock.releaseLock();
        return number;
      }`);
    let second: unknown;
    const other = host.session({ user: 'b@example.com' });
    const first = host.session({
      faults: ({ method, phase }) => {
        if (method !== 'getValue' || phase !== 'after') return;
        try {
          second = other.call('next');
        } catch (error) {
          second = String(error);
        }
      },
    });
    expect([first.call('next'), second, host.call('next')]).toEqual([1, 'Error: busy', 2]);
  });
});
