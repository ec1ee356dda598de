/**
 * What a cell makes of what a script writes into it: the same as of what a person types.
 *
 * "If a string value begins with `=`, it is interpreted as a formula": reference/spreadsheet/range#setvaluevalue.
 * Coercions of `007`, `TRUE`, `1/2`, `22 34`: github.com/vlucas/sheetquery/issues/20 and
 * github.com/Joel-Fah/repo-to-sheets, docs/features/sheet-service.md (both seen on live sheets).
 * (Paths without a host are below developers.google.com/apps-script/.)
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caught, script, stranger } from './stranger.ts';

/** What a text reads back as: its value, how it is shown, the number format it brought. */
function written(text: string, locale = 'en_US', format?: string): unknown {
  const dress = format === undefined ? '' : `cell.setNumberFormat(${JSON.stringify(format)});`;
  return script(
    `const cell = sheet.getRange('A1'); ${dress}
     cell.setValues([[${JSON.stringify(text)}]]);
     const value = cell.getValue();
     return [value instanceof Date ? Utilities.formatDate(value, 'Asia/Shanghai', "'date' yyyy-MM-dd HH:mm:ss") : value,
             cell.getDisplayValue()];`,
    { locale },
  );
}

describe('Range.setValues, setValue, Sheet.appendRow: text written into a cell is read as if it were typed', () => {
  it.each([
    ['hello', 'hello', 'hello'],
    ['007', 7, '7'],
    ['1e3', 1000, '1.00E+03'],
    ['5%', 0.05, '5%'],
    ['12.5%', 0.125, '12.50%'],
    ['1,234', 1234, '1,234'],
    ['1,23,4', '1,23,4', '1,23,4'],
    ['$5.20', 5.2, '$5.20'],
    ['-3.5', -3.5, '-3.5'],
    ['(12)', -12, '-12'],
    ['22 34', 2234, '2234'],
    ['TRUE', true, 'TRUE'],
    ['false', false, 'FALSE'],
    ['1/2', 'date 2023-01-02 00:00:00', '1/2'],
    ['2023-05', 'date 2023-05-01 00:00:00', '2023-05'],
    ['2023-05-06', 'date 2023-05-06 00:00:00', '2023-05-06'],
    ['5/6/2023', 'date 2023-05-06 00:00:00', '5/6/2023'],
    ['2023-02-30', '2023-02-30', '2023-02-30'],
    ['Jan 5, 2023', 'date 2023-01-05 00:00:00', 'Jan 5, 2023'],
    [' 42 ', 42, '42'],
    ['1-2-3-4', '1-2-3-4', '1-2-3-4'],
    ['1.2.3', '1.2.3', '1.2.3'],
    ['May', 'May', 'May'],
    ['', '', ''],
  ])('%j is %j, shown as %j', (text, value, shown) => {
    expect(written(text)).toEqual([value, shown]);
  });

  it.each([
    ['2023年5月', 'date 2023-05-01 00:00:00', '2023年5月'],
    ['2023年5月6日', 'date 2023-05-06 00:00:00', '2023年5月6日'],
    ['5月6日', 'date 2023-05-06 00:00:00', '5月6日'],
    ['¥1,200', 1200, '¥1,200'],
    ['上午好', '上午好', '上午好'],
    ['5月', '5月', '5月'],
  ])('%j in a Chinese spreadsheet is %j, shown as %j', (text, value, shown) => {
    expect(written(text, 'zh_CN')).toEqual([value, shown]);
  });

  it('a German spreadsheet has the day first and a comma in its numbers', () => {
    expect(written('1,5', 'de_DE')).toEqual([1.5, '1,5']);
    expect(written('6.5.2023', 'de_DE')).toEqual(['date 2023-05-06 00:00:00', '6.5.2023']);
  });

  it('setValue and appendRow parse alike', () => {
    expect(
      script(`sheet.getRange('A1').setValue('007'); sheet.appendRow(['007', '1/2', "'007"]);
              const [a, b, c] = sheet.getRange('A2:C2').getValues()[0];
              return [sheet.getRange('A1').getValue(), a, b instanceof Date, c];`),
    ).toEqual([7, 7, true, '007']);
  });
});

describe('Range.setFormula, getFormulas, getFormula, trimWhitespace: formulas', () => {
  it('a text that begins with = is a formula, even in a cell formatted as text', () => {
    expect(
      script(`const cells = sheet.getRange('A1:A2'); sheet.getRange('A2').setNumberFormat('@');
              cells.setValues([['=SUM(1,2)'], ['=SUM(1,2)']]); return cells.getFormulas();`),
    ).toEqual([['=SUM(1,2)'], ['=SUM(1,2)']]);
  });

  it('a blank in front keeps = from being one, and trimming the blank leaves the text', () => {
    // gas-fakes test/testsheetsvalues.js, asserted on the live service first.
    expect(
      script(`const cell = sheet.getRange('A1'); cell.setValue('   =SUM(1,2)');
              const before = [cell.getFormula(), cell.getValue()]; cell.trimWhitespace();
              return [...before, cell.getFormula(), cell.getValue()];`),
    ).toEqual(['', '   =SUM(1,2)', '', '=SUM(1,2)']);
  });

  it('what was text and is copied by its value is a formula again', () => {
    expect(
      script(`const from = sheet.getRange('A1'); from.setValue("'=1+1");
              sheet.getRange('B1').setValue(from.getValue());
              return [from.getFormula(), from.getValue(), sheet.getRange('B1').getFormula()];`),
    ).toEqual(['', '=1+1', '=1+1']);
  });

  it('appendRow evaluates = too', () => {
    // reference/spreadsheet/sheet#appendrowrowcontents
    expect(script(`sheet.appendRow(['=1+1']); return sheet.getRange('A1').getFormula();`)).toBe('=1+1');
  });

  it('setFormula takes relative references along, cell by cell', () => {
    expect(script(`return sheet.getRange('B1:B2').setFormula('=A1*$C$1').getFormulas();`)).toEqual([
      ['=A1*$C$1'],
      ['=A2*$C$1'],
    ]);
  });
});

describe('text kept as text', () => {
  it.each(['007', '2023-05', '1/2', '5%', '1e3', 'TRUE', ' 42 ', '2023年5月'])(
    'the format @ set before writing keeps %j, also after the format is taken away',
    (text) => {
      expect(written(text, 'zh_CN', '@')).toEqual([text, text]);
      expect(
        script(`const cell = sheet.getRange('A1').setNumberFormat('@'); cell.setValue(${JSON.stringify(text)});
                return cell.setNumberFormat('General').getValue();`),
      ).toBe(text);
    },
  );

  it.each(['007', '=1+1', "'quoted'", '2023-05', '+1', '-x', '@name'])(
    'an apostrophe in front keeps %j and is not read back',
    (text) => {
      expect(written(`'${text}`)).toEqual([text, text]);
    },
  );

  it('the format @ set afterwards comes too late', () => {
    expect(
      script(`const cell = sheet.getRange('A1'); cell.setValue('007');
              return cell.setNumberFormat('@').getValue();`),
    ).toBe(7);
  });

  it('any text at all, written with @ and an apostrophe, reads back as it was', () => {
    const host = stranger(`function write(rows) {
      const cells = SpreadsheetApp.getActiveSheet().getRange(1, 1, rows.length, 1).setNumberFormat('@');
      cells.setValues(rows.map(([text]) => [text === '' ? '' : "'" + text]));
      return cells.getValues();
    }`);
    const hostile = fc.constantFrom(
      '=1',
      "'",
      "''",
      '+1',
      '-1',
      '@a',
      '\t=1',
      '007',
      '1/2',
      'TRUE',
      '5%',
      '💥',
      '\ud800',
    );
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary' }), hostile);
    fc.assert(
      fc.property(fc.array(fc.tuple(text), { minLength: 1, maxLength: 20 }), (rows) => {
        expect(host.call('write', rows)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('Range.getValues, getValue: values that are no text', () => {
  it('numbers, truth values and dates read back as they were written', () => {
    const host = stranger(`function write(rows) {
      return SpreadsheetApp.getActiveSheet().getRange(1, 1, rows.length, 1).clear().setValues(rows).getValues();
    }`);
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
    // Shanghai had summer time until 1991: of the hour that came twice a sheet knows one only.
    const date = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(number, fc.boolean(), date)), { minLength: 1, maxLength: 20 }), (rows) => {
        expect(host.call('write', rows)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('a blank cell reads as an empty text, and null and undefined write one', () => {
    expect(
      script(`const cells = sheet.getRange('A1:C1'); cells.setValues([[1, 2, 3]]);
              cells.setValues([[null, undefined, '']]);
              return [cells.getValues(), cells.isBlank(), sheet.getLastRow()];`),
    ).toEqual([[['', '', '']], true, 0]);
  });

  it('a number that is none, and a date that is none, are an error in the cell', () => {
    expect(
      script(`const cells = sheet.getRange('A1:B1'); cells.setValues([[NaN, new Date('nonsense')]]);
              return cells.getDisplayValues();`),
    ).toEqual([['#NUM!', '#NUM!']]);
  });

  it('arrays and dates handed to the script are of its own world', () => {
    expect(
      script(`sheet.getRange('A1').setValue(new Date());
              const values = sheet.getRange('A1').getValues();
              return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date];`),
    ).toEqual([true, true, true]);
  });
});

describe('how much a cell takes', () => {
  // "Your input contains more than the maximum of 50000 characters in a single cell." is the platform's text.
  it('50,000 characters, and not one more', () => {
    expect(script(`return sheet.getRange('A1').setValue('字'.repeat(50000)).getValue().length;`)).toBe(50_000);
    expect(caught(`sheet.getRange('A1').setValue('字'.repeat(50001));`)).toBe(
      'Exception: Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });

  it('a grid with one cell too long is not written at all', () => {
    expect(
      script(`const cells = sheet.getRange('A1:A2');
              try { cells.setValues([['first'], ['x'.repeat(50001)]]); } catch (error) {}
              return cells.getValues();`),
    ).toEqual([[''], ['']]);
  });
});

describe('Range.getDisplayValues, getDisplayValue, setNumberFormat, setNumberFormats, getNumberFormat: what is shown', () => {
  it('follows the number format and the locale', () => {
    // reference/spreadsheet/range#getdisplayvalues
    expect(
      script(`const cells = sheet.getRange('A1:D1');
              cells.setValues([[1234.5, 0.256, new Date('2023-05-06T00:00:00+08:00'), true]]);
              sheet.getRange('A1:B1').setNumberFormats([['#,##0.00', '0.0%']]);
              return cells.getDisplayValues();`),
    ).toEqual([['1,234.50', '25.6%', '5/6/2023', 'TRUE']]);
  });

  it('a date without a format of its own gets the one of the locale', () => {
    const shown = (locale: string) =>
      script(`return sheet.getRange('A1').setValue(new Date('2023-05-06T07:08:09+08:00')).getDisplayValue();`, {
        locale,
      });
    expect(shown('en_US')).toBe('5/6/2023 7:08:09');
    expect(shown('de_DE')).toBe('06.05.2023 07:08:09');
  });

  it('a format that was set stays when a value is written', () => {
    expect(
      script(`const cell = sheet.getRange('A1').setNumberFormat('0.00'); cell.setValue('5%');
              return [cell.getNumberFormat(), cell.getDisplayValue()];`),
    ).toEqual(['0.00', '0.05']);
  });
});
