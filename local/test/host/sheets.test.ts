/**
 * Sheets: their names, their number, their size; what moves along when rows and columns come and go.
 *
 * reference/spreadsheet/spreadsheet and reference/spreadsheet/sheet below developers.google.com/apps-script/; error texts as
 * quoted from production logs in github.com/RomainVialard/ErrorHandler and in public issues.
 */
import { describe, expect, it } from 'vitest';
import { CLERK, caught, OWNER, script, stranger } from './stranger.ts';

describe('Sheet.getName, setName, Spreadsheet.getSheetByName, renameActiveSheet: names', () => {
  it('a name that is not there gives null', () => {
    expect(script(`return ss.getSheetByName('Nowhere');`)).toBeNull();
  });

  it.each([`ss.insertSheet('Data')`, `sheet.setName('Data')`, `ss.renameActiveSheet('Data')`])(
    '%s fails where there is such a sheet',
    (body) => {
      expect(caught(`ss.insertSheet('Data'); ss.setActiveSheet(sheet); ${body}`)).toBe(
        'Exception: A sheet with the name "Data" already exists. Please enter another name.',
      );
    },
  );

  it('a sheet keeps its own name without complaint', () => {
    expect(script(`return sheet.setName(sheet.getName()).getName();`)).toBe('Sheet1');
  });

  it('formulas follow a sheet to its new name', () => {
    expect(
      script(`const data = ss.insertSheet('Data'); sheet.getRange('A1').setFormula('=SUM(Data!A1:A3)');
              data.setName('New data'); return sheet.getRange('A1').getFormula();`),
    ).toBe("=SUM('New data'!A1:A3)");
  });
});

describe('Spreadsheet.insertSheet, deleteSheet, getSheets, getActiveSheet, setActiveSheet, duplicateActiveSheet, Sheet.copyTo: coming and going', () => {
  it('a new sheet is the active one and stands behind the one that was', () => {
    expect(
      script(`ss.insertSheet('B'); ss.setActiveSheet(sheet); ss.insertSheet('A'); ss.insertSheet('First', 0);
              return [ss.getSheets().map((one) => one.getName()), ss.getActiveSheet().getName()];`),
    ).toEqual([['First', 'Sheet1', 'A', 'B'], 'First']);
  });

  it('a template gives its cells, looks and rules, not its protection', () => {
    expect(
      script(`sheet.getRange('A1').setValue('head').setBackground('#ff0000').setNote('n');
              sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
              sheet.setFrozenRows(1); sheet.protect();
              const copy = ss.insertSheet('Copy', { template: sheet });
              return [copy.getRange('A1').getValue(), copy.getRange('A1').getBackground(), copy.getRange('A1').getNote(),
                      copy.getRange('B1').getDataValidation() !== null, copy.getFrozenRows(),
                      copy.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, copy.getSheetId() !== sheet.getSheetId()];`),
    ).toEqual(['head', '#ff0000', 'n', true, 1, 0, true]);
  });

  it('what is changed in a copy stays out of the template', () => {
    expect(
      script(`sheet.getRange('A1').setValue('head'); const copy = ss.insertSheet('Copy', { template: sheet });
              copy.getRange('A1').setValue('other').setNote('n'); return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getNote()];`),
    ).toEqual(['head', '']);
  });

  it('a duplicate is called “Copy of …”', () => {
    // gas-fakes test/testsheetsbasic.js, asserted on the live service first.
    expect(script(`return [ss.duplicateActiveSheet().getName(), sheet.copyTo(ss).getName()];`)).toEqual([
      'Copy of Sheet1',
      'Copy of Sheet1 2',
    ]);
  });

  it('a sheet copied into another spreadsheet looks there as it did here', () => {
    expect(
      script(`sheet.getRange('A1').setValue('x').setFontColor('#ff0000');
              const other = SpreadsheetApp.create('Other'); other.getSheets()[0].getRange('A1').setFontColor('#00ff00');
              const copy = sheet.copyTo(other);
              return [copy.getParent().getId() === other.getId(), copy.getRange('A1').getFontColor(), ss.getNumSheets(), other.getNumSheets()];`),
    ).toEqual([true, '#ff0000', 1, 2]);
  });

  it('the last sheet cannot be removed', () => {
    expect(caught(`ss.deleteSheet(sheet)`)).toBe("Exception: You can't remove all the sheets in a document.");
  });

  it('a sheet removed twice takes no other with it', () => {
    expect(
      script(`const gone = ss.insertSheet('Gone'); ss.insertSheet('Stays'); ss.deleteSheet(gone);
              try { ss.deleteSheet(gone); } catch (error) { return [String(error), ss.getSheets().map((one) => one.getName())]; }`),
    ).toEqual(['Exception: Sheet 1 not found', ['Sheet1', 'Stays']]);
  });

  it.each([`gone.getName()`, `gone.getRange('A1')`, `cell.getValue()`, `cell.setValue(1)`, `gone.setFrozenRows(1)`])(
    '%s fails when the sheet is gone',
    (body) => {
      expect(
        caught(`const gone = ss.insertSheet('Gone'), cell = gone.getRange('A1'); ss.deleteSheet(gone); ${body}`),
      ).toBe('Exception: Sheet 1 not found');
    },
  );

  it('the number of a sheet is never given again', () => {
    expect(
      script(`const first = ss.insertSheet(); const id = first.getSheetId(); ss.deleteSheet(first);
              return ss.insertSheet().getSheetId() > id;`),
    ).toBe(true);
  });

  it('who may not edit what is guarded on a sheet may not remove it', () => {
    const host = stranger(`
      function guard() {
        const protection = SpreadsheetApp.getActive().insertSheet('Guarded').getRange('A1').protect();
        protection.removeEditors(protection.getEditors());
      }
      function remove() { SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActive().getSheetByName('Guarded')); }
    `);
    host.book.editors.push(CLERK);
    host.call('guard');
    expect(() => host.session({ user: CLERK }).call('remove')).toThrow(
      'You are trying to edit a protected cell or object.',
    );
    host.session({ user: OWNER }).call('remove');
    expect(host.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });
});

describe('Sheet.insertRowsAfter, SpreadsheetApp.create: how large a spreadsheet may be', () => {
  // support.google.com/drive/answer/37603: 10 million cells, 18,278 columns
  const full = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';

  it('10 million cells in all its sheets', () => {
    expect(script(`sheet.insertRowsAfter(1000, 383600); return sheet.getMaxRows() * 26;`)).toBe(9_999_600);
    expect(caught(`sheet.insertRowsAfter(1000, 383616)`)).toBe(`Exception: ${full}`);
    expect(caught(`sheet.insertRowsAfter(1000, 383600); ss.insertSheet('One more');`)).toBe(`Exception: ${full}`);
    expect(caught(`sheet.insertRowsAfter(1000, 199000); ss.duplicateActiveSheet();`)).toBe(`Exception: ${full}`);
    expect(caught(`SpreadsheetApp.create('Huge', 1000000, 11)`)).toBe(`Exception: ${full}`);
  });

  it('200 sheets', () => {
    expect(caught(`for (let number = 0; number < 200; number++) ss.insertSheet('S' + number);`)).toBe(
      'Exception: You have reached the maximum number of sheets in a document.',
    );
  });
});

describe('Sheet.appendRow, deleteRow, deleteRows, deleteColumn, insertRowAfter, insertRowsBefore, insertColumnBefore: rows and columns', () => {
  it.each([
    [`sheet.deleteRow(1001)`, 'Those rows are out of bounds.'],
    [`sheet.deleteRows(999, 5)`, 'Those rows are out of bounds.'],
    [`sheet.deleteColumn(27)`, 'Those columns are out of bounds.'],
    [`sheet.insertRowAfter(1001)`, 'Those rows are out of bounds.'],
    [`sheet.deleteRows(1, 1000)`, 'Sorry, it is not possible to delete all non-frozen rows.'],
    [`sheet.setFrozenRows(1); sheet.deleteRows(2, 999)`, 'Sorry, it is not possible to delete all non-frozen rows.'],
  ])('%s fails: %s', (body, text) => {
    expect(caught(body)).toBe(`Exception: ${text}`);
  });

  it('appendRow writes below the last row, and makes room where there is none', () => {
    // reference/spreadsheet/sheet#appendrowrowcontents
    expect(
      script(`sheet.deleteRows(3, 998); sheet.getRange('A1:A2').setValues([['a'], ['b']]);
              sheet.appendRow(['c', 'd']);
              return [sheet.getDataRange().getValues(), sheet.getMaxRows()];`),
    ).toEqual([
      [
        ['a', ''],
        ['b', ''],
        ['c', 'd'],
      ],
      3,
    ]);
  });

  it('what stands on cells moves with them: named ranges, formulas, rules, guards, notes, merges, widths', () => {
    expect(
      script(`sheet.getRange('B2').setValue('x').setNote('n'); ss.setNamedRange('Here', sheet.getRange('B2:C3'));
              sheet.getRange('F1').setFormula('=B2+SUM($B$2:C3)');
              sheet.getRange('B2').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
              sheet.getRange('B2').protect(); sheet.getRange('B5:C5').merge(); sheet.setColumnWidth(2, 333);
              sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
                .whenFormulaSatisfied('=B2>1').setBackground('#ff0000').setRanges([sheet.getRange('B2:B3')]).build()]);
              sheet.insertColumnBefore(1); sheet.insertRowsBefore(1, 2);
              const [rule] = sheet.getConditionalFormatRules();
              return {
                named: ss.getRangeByName('Here').getA1Notation(), value: sheet.getRange('C4').getValue(),
                note: sheet.getRange('C4').getNote(), formula: sheet.getRange('G3').getFormula(),
                validation: sheet.getRange('C4').getDataValidation() !== null,
                guarded: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation(),
                merged: sheet.getRange('C7').getMergedRanges()[0].getA1Notation(), width: sheet.getColumnWidth(3),
                rule: [rule.getRanges()[0].getA1Notation(), rule.getBooleanCondition().getCriteriaValues()[0]],
              };`),
    ).toEqual({
      named: 'C4:D5',
      value: 'x',
      note: 'n',
      formula: '=C4+SUM($C$4:D5)',
      validation: true,
      guarded: 'C4',
      merged: 'C7:D7',
      width: 333,
      rule: ['C4:C5', '=C4>1'],
    });
  });

  it('what stood on deleted cells is gone, and formulas say #REF!', () => {
    expect(
      script(`ss.setNamedRange('Gone', sheet.getRange('B1:B3')); ss.setNamedRange('Less', sheet.getRange('A1:C3'));
              sheet.getRange('E1').setFormula('=B1+C1'); sheet.deleteColumn(2);
              return [ss.getRangeByName('Gone'), ss.getRangeByName('Less').getA1Notation(), sheet.getRange('D1').getFormula()];`),
    ).toEqual([null, 'A1:B3', '=#REF!+B1']);
  });

  it('a Range the script holds stays where it is when columns come in before it', () => {
    expect(
      script(`const cell = sheet.getRange('B1'); cell.setValue('x'); sheet.insertColumnBefore(1);
              return [cell.getA1Notation(), cell.getValue(), sheet.getRange('C1').getValue()];`),
    ).toEqual(['B1', '', 'x']);
  });

  it('new rows look like the row they were put beside', () => {
    expect(
      script(`sheet.getRange('A2').setBackground('#ff0000'); sheet.insertRowAfter(2);
              return [sheet.getRange('A3').getBackground(), sheet.getRange('A4').getBackground()];`),
    ).toEqual(['#ff0000', '#ffffff']);
  });
});

describe('Spreadsheet.setNamedRange, getRangeByName, getNamedRanges, removeNamedRange, NamedRange.getName, setName: names of ranges', () => {
  // reference/spreadsheet/named-range
  it('are set, found, listed, renamed and removed', () => {
    expect(
      script(`ss.setNamedRange('Total', sheet.getRange('A1:B2')); const [named] = ss.getNamedRanges();
              const seen = [named.getName(), sheet.getRange('Total').getA1Notation(), sheet.getNamedRanges().length];
              named.setName('Sum'); seen.push(ss.getRangeByName('Total'), ss.getRangeByName('Sum').getA1Notation());
              ss.removeNamedRange('Sum'); return [...seen, ss.getNamedRanges().length];`),
    ).toEqual(['Total', 'A1:B2', 1, null, 'A1:B2', 0]);
  });

  it.each(['A1', '1st', 'two words', 'TRUE', ''])('%j is no name', (name) => {
    expect(caught(`ss.setNamedRange(${JSON.stringify(name)}, sheet.getRange('A1'))`)).toContain(
      'Exception: Invalid name',
    );
  });
});

describe('SpreadsheetApp.openById, create: other files', () => {
  it('a spreadsheet that was made can be opened by its id; another cannot', () => {
    expect(
      script(`const made = SpreadsheetApp.create('New'); return SpreadsheetApp.openById(made.getId()).getName();`),
    ).toBe('New');
    expect(caught(`SpreadsheetApp.openById('nonsense')`)).toBe(
      "Exception: Document nonsense is missing (perhaps it was deleted, or you don't have read access?)",
    );
  });

  it('a script that is bound to no file has no active one, no document store, no document lock and no screen', () => {
    const host = stranger(
      `function all() {
         let ui; try { SpreadsheetApp.getUi(); } catch (error) { ui = String(error); }
         return [SpreadsheetApp.getActiveSpreadsheet(), PropertiesService.getDocumentProperties(),
                 CacheService.getDocumentCache(), LockService.getDocumentLock(), ui];
       }`,
      { container: false },
    );
    // reference/properties/properties-service, reference/cache/cache-service, reference/lock/lock-service
    expect(host.call('all')).toEqual([
      null,
      null,
      null,
      null,
      'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    ]);
  });
});
