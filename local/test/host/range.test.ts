/**
 * Ranges: where they are, what fits into them, what clearing and copying takes along.
 *
 * reference/spreadsheet/range and reference/spreadsheet/sheet below developers.google.com/apps-script/; error texts as
 * quoted from production logs in github.com/RomainVialard/ErrorHandler and in public issues.
 */
import { describe, expect, it } from 'vitest';
import { caught, script } from './stranger.ts';

describe('Range.setValues, setBackgrounds, setNumberFormats, setNotes, setDataValidations: a grid must have the shape of the range', () => {
  it.each([
    [
      `sheet.getRange('A1:B2').setValues([[1, 2]])`,
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B2').setValues([[1, 2], [3]])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B1').setBackgrounds([['red'], ['red']])`,
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    ],
    [
      `sheet.getRange('A1:B1').setNumberFormats([['@']])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B1').setNotes([['a']])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B1').setDataValidations([[null]])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1').setValues(5)`,
      "The parameters (number) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      `sheet.getRange('A1').setValues([1, 2])`,
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      `sheet.getRange('A1').setValues()`,
      "The parameters () don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
  ])('%s', (body, text) => {
    expect(caught(body)).toBe(`Exception: ${text}`);
  });

  it('and nothing is written where it has not', () => {
    expect(
      script(`try { sheet.getRange('A1:B2').setValues([[1, 2], [3]]); } catch (error) {} return sheet.getLastRow();`),
    ).toBe(0);
  });
});

describe('Sheet.getRange, getDataRange, Spreadsheet.getRange, Range.offset, getCell: getting a range', () => {
  it.each([
    [`getRange('B2:C3')`, 'B2:C3'],
    [`getRange('C5:B2')`, 'B2:C5'],
    [`getRange('$A$1')`, 'A1'],
    [`getRange(2, 3)`, 'C2'],
    [`getRange(2, 3, 4)`, 'C2:C5'],
    [`getRange(2, 3, 4, 2)`, 'C2:D5'],
    [`getRange('D:F')`, 'D:F'],
    [`getRange('5:7')`, '5:7'],
    [`getRange('A1').offset(2, 1)`, 'B3'],
    [`getRange('A1').offset(2, 1, 3, 2)`, 'B3:C5'],
    [`getRange('B2:D5').getCell(2, 3)`, 'D3'],
    [`getDataRange()`, 'A1'],
  ])('%s is %s', (expression, a1) => {
    expect(script(`return sheet.${expression}.getA1Notation();`)).toBe(a1);
  });

  it('whole columns say that their rows are open', () => {
    expect(
      script(`const columns = sheet.getRange('D:F');
              return [columns.isStartRowBounded(), columns.isEndRowBounded(), columns.isStartColumnBounded(),
                      columns.getNumRows(), columns.getNumColumns()];`),
    ).toEqual([false, false, true, 1000, 3]);
  });

  it.each([
    [`sheet.getRange(0, 1)`, 'The starting row of the range is too small.'],
    [`sheet.getRange(1, 0)`, 'The starting column of the range is too small.'],
    [`sheet.getRange(1, 1, 0, 1)`, 'The number of rows in the range must be at least 1.'],
    [`sheet.getRange(1, 1, 1, 0)`, 'The number of columns in the range must be at least 1.'],
    [`sheet.getRange(1001, 1)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange('AA1')`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange('B')`, 'Range not found'],
    [`ss.getRange('Nowhere!A1')`, 'Range not found'],
    [
      `sheet.getRange(null, 1)`,
      "The parameters (null,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [
      `sheet.getRange('1', '2')`,
      "The parameters (String,String) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
  ])('%s fails: %s', (body, text) => {
    expect(caught(body)).toBe(`Exception: ${text}`);
  });

  it('a name that needs quotes is found with them', () => {
    expect(script(`ss.insertSheet("It's here"); return ss.getRange("'It''s here'!B2").getSheet().getName();`)).toBe(
      "It's here",
    );
  });

  it('errors are errors of the script, by the name of Exception', () => {
    expect(
      script(`try { sheet.getRange('B'); } catch (error) {
                return [error instanceof Error, error.name, error.message, String(error)];
              }`),
    ).toEqual([true, 'Exception', 'Range not found', 'Exception: Range not found']);
  });

  it('and come in the language of the user', () => {
    expect(caught(`sheet.getRange('B')`, { language: 'zh-CN' })).toBe('Exception: 找不到范围');
  });

  it('rows that were deleted since are outside', () => {
    expect(caught(`const last = sheet.getRange('A1000'); sheet.deleteRows(901, 100); last.setValue(1);`)).toBe(
      'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    );
  });
});

describe('Sheet.getLastRow, getLastColumn, getMaxRows, getMaxColumns, Range.getDataRegion, getNextDataCell: how far a sheet reaches', () => {
  it('an empty sheet has no last row, and its data range is one blank cell', () => {
    // gas-fakes test/testsheetsbasic.js, asserted on the live service first.
    expect(
      script(`return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getValues(),
                      sheet.getMaxRows(), sheet.getMaxColumns()];`),
    ).toEqual([0, 0, [['']], 1000, 26]);
  });

  it('a format reaches nowhere, a formula and a checkbox do', () => {
    expect(
      script(`sheet.getRange('A9').setBackground('red'); const first = sheet.getLastRow();
              sheet.getRange('A3').setFormula('=1'); const second = sheet.getLastRow();
              sheet.getRange('A5').insertCheckboxes();
              return [first, second, sheet.getLastRow(), sheet.getRange('A5').getValue()];`),
    ).toEqual([0, 3, 5, false]);
  });

  it('a blank row put in below the data does not count, a column put in among it does', () => {
    // gas-fakes test/testsheetstext.js, asserted on the live service first.
    expect(
      script(`sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]);
              sheet.insertRowAfter(2); sheet.insertColumnAfter(1);
              return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getValues()];`),
    ).toEqual([
      2,
      3,
      [
        [1, '', 2],
        [3, '', 4],
      ],
    ]);
  });

  it('the data around a cell, and where the arrow keys lead from it', () => {
    // reference/spreadsheet/range#getdataregion and #getnextdatacelldirection
    expect(
      script(`sheet.getRange('B2:C4').setValues([['a', 'b'], [1, ''], [2, 3]]); sheet.getRange('E9').setValue('far');
              return [sheet.getRange('C3').getDataRegion().getA1Notation(),
                      sheet.getRange('B2').getNextDataCell(SpreadsheetApp.Direction.DOWN).getA1Notation(),
                      sheet.getRange('E1').getNextDataCell(SpreadsheetApp.Direction.DOWN).getA1Notation(),
                      sheet.getRange('A9').getNextDataCell(SpreadsheetApp.Direction.NEXT).getA1Notation()];`),
    ).toEqual(['B2:C4', 'B4', 'E9', 'E9']);
  });
});

describe('Range.clear, clearContent, clearFormat, clearNote, clearDataValidations, Sheet.clear, clearContents, clearFormats, clearNotes: clearing takes away what its name says', () => {
  const dressed = `const cell = sheet.getRange('A1').setValue(5).setBackground('#ff0000').setNote('note');
    cell.setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());
    const left = () => [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null];`;

  it.each([
    ['sheet.clear()', ['', '#ffffff', 'note', true]],
    ['sheet.clearContents()', ['', '#ff0000', 'note', true]],
    ['sheet.clearFormats()', [5, '#ffffff', 'note', true]],
    ['sheet.clearNotes()', [5, '#ff0000', '', true]],
    ['cell.clear()', ['', '#ffffff', 'note', true]],
    ['cell.clear({ contentsOnly: true })', ['', '#ff0000', 'note', true]],
    ['cell.clear({ formatOnly: true })', [5, '#ffffff', 'note', true]],
    ['cell.clear({ commentsOnly: true })', [5, '#ff0000', '', true]],
    ['cell.clear({ validationsOnly: true })', [5, '#ff0000', 'note', false]],
    ['cell.clearContent()', ['', '#ff0000', 'note', true]],
    ['cell.clearFormat()', [5, '#ffffff', 'note', true]],
    ['cell.clearNote()', [5, '#ff0000', '', true]],
    ['cell.clearDataValidations()', [5, '#ff0000', 'note', false]],
  ])('%s leaves %j', (body, left) => {
    expect(script(`${dressed} ${body}; return left();`)).toEqual(left);
  });
});

describe('Range.copyTo, moveTo: copying takes along what its type says', () => {
  // reference/spreadsheet/copy-paste-type
  const source = `const from = sheet.getRange('A1:B1'); from.setValues([[1, '=A1*2']]).setBackground('#00ff00');
    from.setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(0, 9).build());
    const to = sheet.getRange('A5:B5');
    const told = () => [to.getFormulas()[0], to.getValues()[0][0], to.getBackground(), to.getDataValidation() !== null];`;

  it.each([
    ['from.copyTo(to)', [['', '=A5*2'], 1, '#00ff00', true]],
    ['from.copyTo(to, SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false)', [['', '=A5*2'], 1, '#00ff00', true]],
    ['from.copyTo(to, SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false)', [['', ''], '', '#00ff00', false]],
    ['from.copyTo(to, { formatOnly: true })', [['', ''], '', '#00ff00', false]],
    ['from.copyTo(to, SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false)', [['', '=A5*2'], 1, '#ffffff', false]],
    ['from.copyTo(to, SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false)', [['', ''], '', '#ffffff', true]],
    ['from.copyTo(to, { contentsOnly: true })', [['', ''], 1, '#ffffff', false]],
  ])('%s: %j', (body, told) => {
    expect(script(`${source} ${body}; return told();`)).toEqual(told);
  });

  it('what is not done here says so by name', () => {
    expect(
      caught(
        `sheet.getRange('A1').copyTo(sheet.getRange('B1'), SpreadsheetApp.CopyPasteType.PASTE_CONDITIONAL_FORMATTING, false)`,
      ),
    ).toBe('NotSupportedError: not supported by the local host: Range.copyTo, PASTE_CONDITIONAL_FORMATTING');
  });

  it('a larger target is filled by repeating, a smaller one is overrun', () => {
    // issuetracker.google.com/427192537
    expect(
      script(`sheet.getRange('A1:A2').setValues([[1], [2]]);
              sheet.getRange('A1:A2').copyTo(sheet.getRange('B1:B4')); sheet.getRange('A1:A2').copyTo(sheet.getRange('C1'));
              return sheet.getRange('B1:C4').getValues();`),
    ).toEqual([
      [1, 1],
      [2, 2],
      [1, ''],
      [2, ''],
    ]);
  });

  it('what is moved onto part of itself arrives whole, its formulas as they were', () => {
    expect(
      script(`sheet.getRange('A1:A3').setValues([['a'], ['b'], ['=Z9']]);
              sheet.getRange('A1:A3').moveTo(sheet.getRange('A2'));
              return [sheet.getRange('A1:A3').getValues(), sheet.getRange('A4').getFormula()];`),
    ).toEqual([[[''], ['a'], ['b']], '=Z9']);
  });
});

describe('Range.sort, Sheet.sort: sorting', () => {
  it('numbers come before text, text before truth values, blanks last either way', () => {
    expect(
      script(`const cells = sheet.getRange('A1:A5');
              cells.setValues([['b'], [''], [true], [2], ['a']]);
              return [cells.sort(1).getValues().flat(), cells.sort({ column: 1, ascending: false }).getValues().flat()];`),
    ).toEqual([
      [2, 'a', 'b', true, ''],
      [true, 'b', 'a', 2, ''],
    ]);
  });

  it('Sheet.sort sorts the first row too, unless it is frozen', () => {
    const rows = `sheet.getRange('A1:A3').setValues([['name'], [3], [1]]);`;
    expect(script(`${rows} sheet.sort(1); return sheet.getDataRange().getValues().flat();`)).toEqual([1, 3, 'name']);
    expect(
      script(`${rows} sheet.setFrozenRows(1); sheet.sort(1); return sheet.getDataRange().getValues().flat();`),
    ).toEqual(['name', 1, 3]);
  });
});

describe('Range.merge, isPartOfMerge, getMergedRanges: merged cells', () => {
  it('keep the upper left value only, and must be taken apart whole', () => {
    expect(
      script(`const cells = sheet.getRange('A1:B2'); cells.setValues([[1, 2], [3, 4]]); cells.merge();
              return [cells.getValues(), cells.isPartOfMerge(), sheet.getRange('B2').getMergedRanges()[0].getA1Notation()];`),
    ).toEqual([
      [
        [1, ''],
        ['', ''],
      ],
      true,
      'A1:B2',
    ]);
    expect(caught(`sheet.getRange('A1:B2').merge(); sheet.getRange('B2:C3').merge();`)).toBe(
      'Exception: You must select all cells in a merged range to merge or unmerge them.',
    );
  });
});

describe('Range.insertCheckboxes, check, uncheck, isChecked, removeCheckboxes: checkboxes', () => {
  // reference/spreadsheet/range#insertcheckboxes and #ischecked
  it('are checked, unchecked and taken away', () => {
    expect(
      script(`const boxes = sheet.getRange('A1:A2').insertCheckboxes(); const seen = [boxes.isChecked()];
              sheet.getRange('A1').check(); seen.push(boxes.isChecked(), sheet.getRange('A1').isChecked());
              boxes.uncheck(); seen.push(boxes.isChecked()); boxes.removeCheckboxes();
              return [...seen, sheet.getLastRow(), boxes.getDataValidation()];`),
    ).toEqual([false, null, true, false, 0, null]);
  });

  it('may stand for other values', () => {
    expect(
      script(`const box = sheet.getRange('A1').insertCheckboxes('yes', 'no'); const before = box.getValue();
              return [before, box.check().getValue()];`),
    ).toEqual(['no', 'yes']);
  });
});

describe('Range.setBackground, setFontWeight, setFontStyle, setFontLine, setFontSize, setFontColor, setHorizontalAlignment, setVerticalAlignment, setWrap, setNotes: looks', () => {
  it('what is no colour is taken all the same', () => {
    // issuetracker.google.com/428869869
    expect(caught(`sheet.getRange('A1').setBackground('foo').setFontColor('#gggggg'); sheet.setTabColor('bar');`)).toBe(
      'no error',
    );
  });

  it('a number as a note is its text', () => {
    expect(script(`return sheet.getRange('A1').setNotes([[25]]).getNote().startsWith('25');`)).toBe(true);
  });

  it('reads back as it was set', () => {
    expect(
      script(`const cell = sheet.getRange('A1').setFontWeight('bold').setFontStyle('italic').setFontLine('underline')
                .setFontSize(14).setFontColor('#112233').setHorizontalAlignment('center').setVerticalAlignment('middle')
                .setWrap(true);
              return [cell.getFontWeight(), cell.getFontStyle(), cell.getFontLine(), cell.getFontSize(), cell.getFontColor(),
                      cell.getHorizontalAlignment(), cell.getVerticalAlignment(), cell.getWrap(), String(cell.getWrapStrategy())];`),
    ).toEqual(['bold', 'italic', 'underline', 14, '#112233', 'center', 'middle', true, 'WRAP']);
  });
});

describe('RangeList.setValue, setFontStyle, setNote, setBackground, clear, getRanges, Sheet.getRangeList: a list of ranges', () => {
  // reference/spreadsheet/range-list
  it('is dressed, written and cleared at once', () => {
    expect(
      script(`const list = sheet.getRangeList(['A1:A2', 'C3']);
              list.setValue('x').setFontStyle('italic').setNote('n').setBackground('#00ff00');
              const seen = [sheet.getRange('A2').getValue(), sheet.getRange('C3').getFontStyle(), sheet.getRange('C3').getNote()];
              list.clear();
              return [...seen, sheet.getRange('A1').getValue(), sheet.getRange('C3').getBackground(),
                      list.getRanges().map((range) => range.getA1Notation())];`),
    ).toEqual(['x', 'italic', 'n', '', '#ffffff', ['A1:A2', 'C3']]);
  });
});
