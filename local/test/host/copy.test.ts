/** A copy of a book, from which another host begins. */
import { describe, expect, it } from 'vitest';
import { copyBook, startHuizong, type, valuesOf } from '../../../test/support/host.ts';
import { fill, preparedWorkbook, rowFor, SUBMISSIONS } from '../../../test/support/month.ts';

describe('a copy of a book', () => {
  const original = preparedWorkbook();
  fill(original, rowFor(original, '保卫科', '开展消防检查'), { text: '查了三栋楼' });
  type(original, SUBMISSIONS, 'Q2', [['=1+1']]);

  it('holds the same', () => {
    expect(copyBook(original.book)).toEqual(structuredClone(original.book));
  });

  it('is a book of its own: whatever is done to it, the original stays as it was', () => {
    const before = structuredClone(original.book);
    const host = startHuizong({ workbook: copyBook(original.book), now: '2023-05-23T12:00' });
    const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
    const sheet = file.getSheetByName(SUBMISSIONS);
    if (!sheet) throw new Error('not set up');
    sheet.getRange('A1:Z30').setBackground('#ff0000').setFontWeight('bold').setNote('看这里');
    sheet.getRange('B2').setValue(new Date(2023, 4, 1));
    sheet.getRange('Q2').setFormula('=2+2');
    sheet.insertColumnAfter(2);
    sheet.deleteColumn(5);
    sheet.insertRowsAfter(3, 2);
    sheet.moveRows(sheet.getRange('2:2'), 6);
    sheet.setRowHeight(2, 50);
    host.call('consolidate', { month: '2023-05' });
    host.call('repair');
    expect(valuesOf(host, '汇总-2023-05').length).toBeGreaterThan(3);
    expect(original.book).toEqual(before);
  });

  it('rows that looked alike and shared that are told apart once one of them looks different', () => {
    const host = startHuizong();
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
    sheet.getRange('A2:C900').setNumberFormat('@');
    sheet.getRange('B5').setNumberFormat('0.0');
    sheet.insertColumnBefore(1);
    sheet.insertRowAfter(5);
    sheet.getRange('C6').setNumberFormat('0.00');
    const formats = sheet.getRange('B4:D7').getNumberFormats();
    expect(formats).toEqual([
      ['@', '@', '@'],
      ['@', '0.0', '@'],
      ['@', '0.00', '@'],
      ['@', '@', '@'],
    ]);
  });
});
