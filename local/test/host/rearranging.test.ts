/**
 * Ranges rearranged, searched and told in other ways: what tutorials and recorded macros use besides reading and writing.
 *
 * reference/spreadsheet/range, …/sheet, …/text-finder, …/selection below developers.google.com/apps-script/; what gas-fakes'
 * tests assert, which are run on the live service first, is named case by case.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromR1C1, toR1C1 } from '../../src/services/spreadsheet/r1c1.ts';
import { caught, script } from './stranger.ts';

describe('TextFinder.findAll, matchCase, matchEntireCell, matchFormulaText, ignoreDiacritics: what is found', () => {
  // gas-fakes test/testsheetstext.js, “spreadsheet textfinder”: the same cells, the same answers.
  const cells = `sheet.getRange('A1:B5').setValues([['sample', 'sámplé'], ['SampleA', 'sámplé'], ['=SAMPLE()', '=SámpléB()'],
                   ['=sample()', '=sámpléB()'], ['=sampleA()', '=sámpléB()']]);
    const part = sheet.getRange('A3:B5');
    const found = (how) => [ss, sheet, part].map((one) =>
      how(one.createTextFinder('sample')).findAll().map((range) => range.getA1Notation()).join(' '));`;

  it.each([
    ['finder', ['A1 A2', 'A1 A2', '']],
    ['finder.ignoreDiacritics(true).matchCase(true).matchEntireCell(true)', ['A1 B1 B2', 'A1 B1 B2', '']],
    ['finder.matchFormulaText(true)', ['A1 A2 A3 A4 A5', 'A1 A2 A3 A4 A5', 'A3 A4 A5']],
    [
      'finder.matchFormulaText(true).ignoreDiacritics(true).matchCase(true).matchEntireCell(true)',
      ['A1 B1 B2', 'A1 B1 B2', ''],
    ],
  ])('%s finds %j in the file, the sheet and a part of it', (how, expected) => {
    expect(script(`${cells} return found((finder) => ${how});`)).toEqual(expected);
  });
});

describe('TextFinder.findNext, findPrevious, getCurrentMatch, startFrom: one after the other', () => {
  const cells = `sheet.getRange('A1:A4').setValues([['x1'], ['y'], ['x2'], ['x3']]);
    const name = (range) => range && range.getA1Notation();`;

  it('goes down and up again, and answers null at the end', () => {
    expect(
      script(`${cells} const finder = sheet.createTextFinder('x');
              return [finder.findNext(), finder.findNext(), finder.findPrevious(), finder.getCurrentMatch(),
                      finder.findPrevious(), finder.getCurrentMatch()].map(name);`),
    ).toEqual(['A1', 'A3', 'A1', 'A1', null, null]);
  });

  it('begins after the cell named', () => {
    expect(
      script(`${cells} return name(sheet.createTextFinder('x').startFrom(sheet.getRange('A3')).findNext());`),
    ).toBe('A4');
  });
});

describe('TextFinder.replaceAllWith, replaceWith, useRegularExpression: what is replaced', () => {
  it('counts occurrences, not cells, and leaves formulas alone unless their text was searched', () => {
    expect(
      script(`sheet.getRange('A1:A3').setValues([['aa'], ['ba'], ['=A1&"a"']]);
              return [sheet.createTextFinder('a').replaceAllWith('c'), sheet.getRange('A1:A2').getValues().flat(),
                      sheet.getRange('A3').getFormula(),
                      sheet.createTextFinder('A1').matchFormulaText(true).replaceAllWith('B1'),
                      sheet.getRange('A3').getFormula()];`),
    ).toEqual([3, ['cc', 'bc'], '=A1&"a"', 1, '=B1&"a"']);
  });

  it('takes a pattern with its groups', () => {
    expect(
      script(`sheet.getRange('A1').setValue('room 12, room 7');
              const count = sheet.createTextFinder('room (\\\\d+)').useRegularExpression(true).replaceAllWith('$1 号');
              return [count, sheet.getRange('A1').getValue()];`),
    ).toEqual([2, '12 号, 7 号']);
  });

  it('without a current match replaces nothing', () => {
    expect(
      script(`sheet.getRange('A1').setValue('a'); const finder = sheet.createTextFinder('a');
              const before = finder.replaceWith('b'); finder.findNext();
              return [before, finder.replaceWith('b'), sheet.getRange('A1').getValue()];`),
    ).toEqual([0, 1, 'b']);
  });
});

describe('Range.removeDuplicates: rows that come again', () => {
  // gas-fakes test/testsheetsvalues.js, “assorted data manipulation”
  it('are taken out, the rest moves up, and the range that is left is answered', () => {
    expect(
      script(`sheet.getRange('A1:C4').setValues([['foo', 'bar', 1], ['bar', 'foo', 2], ['foo', 'foo', 3], ['BAR', 'foo', 4]]);
              const left = sheet.getRange('A1:B4').removeDuplicates();
              return [left.getA1Notation(), left.getValues(), sheet.getRange('A4:C4').getValues()[0]];`),
    ).toEqual([
      'A1:B3',
      [
        ['foo', 'bar'],
        ['bar', 'foo'],
        ['foo', 'foo'],
      ],
      ['', '', 4],
    ]);
  });

  it('may be told by some columns, numbered as in the sheet', () => {
    expect(
      script(`sheet.getRange('D1:E3').setValues([['a', 1], ['b', 1], ['c', 2]]);
              return sheet.getRange('D1:E3').removeDuplicates([5]).getValues();`),
    ).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
    expect(caught(`sheet.getRange('D1:E3').removeDuplicates([1])`)).toBe('Exception: Invalid argument: 1');
  });
});

describe('Range.splitTextToColumns: text of one column', () => {
  it.each([
    [`'a,b;c'`, ``, ['a', 'b;c', '']],
    [`'a_1_x'`, `'_'`, ['a', 1, 'x']],
    [`'a;b'`, `SpreadsheetApp.TextToColumnsDelimiter.SEMICOLON`, ['a', 'b', '']],
    [`'alone'`, `','`, ['alone', '', '']],
  ])('%s with (%s) gives %j', (text, delimiter, cells) => {
    expect(
      script(`sheet.getRange('A1').setValue(${text}); sheet.getRange('A1').splitTextToColumns(${delimiter});
              return sheet.getRange('A1:C1').getValues()[0];`),
    ).toEqual(cells);
  });
});

describe('Range.randomize: the order of rows', () => {
  it('changes, the rows themselves do not', () => {
    expect(
      script(`const rows = Array.from({ length: 30 }, (_, n) => [n, 'r' + n]);
              const after = sheet.getRange(1, 1, 30, 2).setValues(rows).randomize().getValues();
              return [after.every(([n, text]) => text === 'r' + n), after.map(([n]) => n).sort((a, b) => a - b).join()];`),
    ).toEqual([true, Array.from({ length: 30 }, (_, n) => n).join()]);
  });
});

describe('Range.setFormulaR1C1, getFormulaR1C1, setFormulasR1C1, getFormulasR1C1: formulas told from their cell', () => {
  // gas-fakes test/testsheetsexotics.js: =R[1]C[1] reads back as it was set.
  it.each([
    ['=R[1]C[1]', '=C3'],
    ['=SUM(R[-1]C[0]:R[1]C[0])', '=SUM(B1:B3)'],
    ['=R1C1&"R1C1"', '=$A$1&"R1C1"'],
    ["='My sheet'!R2C[0]", "='My sheet'!B$2"],
  ])('%s in B2 is %s', (r1c1, a1) => {
    expect(
      script(`ss.insertSheet('My sheet'); ss.setActiveSheet(sheet);
              const cell = sheet.getRange('B2').setFormulaR1C1(${JSON.stringify(r1c1)});
              return [cell.getFormula(), cell.getFormulaR1C1()];`),
    ).toEqual([a1, r1c1]);
  });

  it('told and taken back are the formula they were, from any cell', () => {
    const cell = fc
      .tuple(fc.boolean(), fc.integer({ min: 1, max: 26 }), fc.boolean(), fc.integer({ min: 1, max: 999 }))
      .map(([a, column, b, row]) => `${a ? '$' : ''}${String.fromCharCode(64 + column)}${b ? '$' : ''}${row}`);
    const part = fc.oneof(
      cell,
      fc.tuple(cell, cell).map(([from, to]) => `${from}:${to}`),
      fc.constantFrom('"R1C1"', "'R1 C1'!B2", '12', 'ROUND(1)'),
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 26 }),
        (parts, row, column) => {
          const formula = `=${parts.join('&')}`;
          expect(fromR1C1(toR1C1(formula, row, column), row, column)).toBe(formula);
        },
      ),
    );
  });

  it('a grid of them', () => {
    expect(
      script(`const cells = sheet.getRange('B1:B2').setFormulasR1C1([['=R[0]C[-1]'], ['=R[0]C[-1]']]);
              return [cells.getFormulas(), cells.getFormulasR1C1(), sheet.getRange('D4').getFormulaR1C1()];`),
    ).toEqual([[['=A1'], ['=A2']], [['=R[0]C[-1]'], ['=R[0]C[-1]']], '']);
  });
});

describe('Range.copyTo, copyValuesToRange, copyFormatToRange: copying in other ways', () => {
  it('turned round, rows become columns', () => {
    expect(
      script(`sheet.getRange('A1:B1').setValues([[1, '=A1']]);
              sheet.getRange('A1:B1').copyTo(sheet.getRange('D1'), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, true);
              return [sheet.getRange('D1').getValue(), sheet.getRange('D2').getFormula(), sheet.getRange('E1').getValue()];`),
    ).toEqual([1, '=C2', '']);
  });

  it('widths of columns alone', () => {
    expect(
      script(`sheet.setColumnWidth(1, 33); sheet.getRange('A1').setValue(1);
              sheet.getRange('A1').copyTo(sheet.getRange('C1'), SpreadsheetApp.CopyPasteType.PASTE_COLUMN_WIDTHS, false);
              return [sheet.getColumnWidth(3), sheet.getRange('C1').getValue()];`),
    ).toEqual([33, '']);
  });

  it('values, or looks, to a place told by numbers on a sheet told by itself or its number', () => {
    expect(
      script(`const from = sheet.getRange('A1:A2').setValues([[1], [2]]).setBackground('#ff0000');
              const other = ss.insertSheet('other');
              from.copyValuesToRange(other, 2, 2, 3, 4); from.copyFormatToRange(other.getSheetId(), 5, 5, 1, 2);
              return [other.getRange('B3:B4').getValues(), other.getRange('B3').getBackground(),
                      other.getRange('E2').getBackground(), other.getRange('E2').getValue()];`),
    ).toEqual([[[1], [2]], '#ffffff', '#ff0000', '']);
  });
});

describe('Sheet.moveColumns, moveRows: to before a position counted as they stand', () => {
  const cells = `sheet.getRange('A1:D2').setValues([['a', 'b', 'c', 'd'], [1, 2, 3, '=A2+B2']]);
    const row = () => sheet.getRange('A1:D1').getValues()[0].join('');`;

  it.each([
    [`sheet.moveColumns(sheet.getRange('A1'), 4)`, 'bcad', '=C2+A2'],
    [`sheet.moveColumns(sheet.getRange('B1:C1'), 1)`, 'bcad', '=C2+A2'],
    [`sheet.moveColumns(sheet.getRange('C9'), 1)`, 'cabd', '=B2+C2'],
    [`sheet.moveColumns(sheet.getRange('B1'), 3)`, 'abcd', '=A2+B2'],
  ])('%s makes %s, and formulas follow', (body, order, formula) => {
    expect(script(`${cells} ${body}; return [row(), sheet.getRange('D2').getFormula()];`)).toEqual([order, formula]);
  });

  it('takes along notes, looks, rules, names and widths', () => {
    expect(
      script(`${cells} sheet.setColumnWidth(1, 55); ss.setNamedRange('first', sheet.getRange('A1:A2'));
              sheet.getRange('A1').setNote('n').setBackground('#00ff00');
              sheet.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());
              sheet.moveColumns(sheet.getRange('A1'), 3);
              const cell = sheet.getRange('B1');
              return [cell.getNote(), cell.getBackground(), sheet.getRange('B2').getDataValidation() !== null,
                      sheet.getRange('A2').getDataValidation(), ss.getRangeByName('first').getA1Notation(),
                      sheet.getColumnWidth(2)];`),
    ).toEqual(['n', '#00ff00', true, null, 'B1:B2', 55]);
  });

  it('there and back again leaves the sheet as it was', () => {
    expect(
      script(`sheet.getRange('A1:F2').setValues([['a', 'b', 'c', 'd', 'e', 'f'], [1, '=A1', '=C1&F1', '', '=$B$2', "=Sheet1!A2"]]);
              const all = () => JSON.stringify([sheet.getDataRange().getValues(), sheet.getDataRange().getFormulas()]);
              const before = all(), wrong = [];
              for (let from = 1; from <= 6; from += 1) for (let to = 1; to <= 7; to += 1) {
                sheet.moveColumns(sheet.getRange(1, from), to);
                const now = to > from ? to - 1 : to;
                sheet.moveColumns(sheet.getRange(1, now), from > now ? from + 1 : from);
                if (all() !== before) wrong.push([from, to]);
              }
              return wrong;`),
    ).toEqual([]);
  });

  it('rows as well, with what reaches over them', () => {
    expect(
      script(`sheet.getRange('A1:A4').setValues([['h'], [1], [2], ['=SUM(A2:A3)']]);
              sheet.moveRows(sheet.getRange('A4'), 2);
              return [sheet.getRange('A1:A4').getFormulas().flat(), sheet.getRange('A3:A4').getValues().flat()];`),
    ).toEqual([
      ['', '=SUM(A3:A4)', '', ''],
      [1, 2],
    ]);
  });

  it('there is no place before the first or behind the last', () => {
    expect(caught(`sheet.moveColumns(sheet.getRange('A1'), 0)`)).toBe('Exception: Those columns are out of bounds.');
    expect(caught(`sheet.moveRows(sheet.getRange('A1'), 1002)`)).toBe('Exception: Those rows are out of bounds.');
  });
});

describe('Sheet.hideRows, showRows, hideColumns, showColumns, hideRow, unhideRow, hideColumn, unhideColumn: out of sight', () => {
  // gas-fakes test/testsheetstext.js, “insert sheets,rows,columns”
  it('rows and columns are hidden by number or by range, and shown again', () => {
    expect(
      script(`const state = () => [sheet.isRowHiddenByUser(2), sheet.isRowHiddenByUser(3),
                                   sheet.isColumnHiddenByUser(2), sheet.isColumnHiddenByUser(3)];
              sheet.hideRows(2, 2); sheet.hideColumns(2, 2); const hidden = state();
              sheet.unhideRow(sheet.getRange('A3')); sheet.showColumns(2); const some = state();
              sheet.showRows(1, 3); sheet.unhideColumn(sheet.getRange('C1')); const none = state();
              sheet.hideRow(sheet.getRange('A2')); sheet.hideColumn(sheet.getRange('B2:C2'));
              return [hidden, some, none, state()];`),
    ).toEqual([
      [true, true, true, true],
      [true, false, false, true],
      [false, false, false, false],
      [true, false, true, true],
    ]);
  });

  it('what is hidden is still read', () => {
    expect(
      script(
        `sheet.getRange('A1:A2').setValues([[1], [2]]); sheet.hideRows(2); return sheet.getDataRange().getValues();`,
      ),
    ).toEqual([[1], [2]]);
  });
});

describe('Selection.getActiveRange, getActiveRangeList, getCurrentCell, getActiveSheet, getNextDataRange: what is selected', () => {
  it('follows what a script activates', () => {
    expect(
      script(`sheet.getRange('B2:C3').activate(); const selection = ss.getSelection();
              return [selection.getActiveRange().getA1Notation(), selection.getCurrentCell().getA1Notation(),
                      selection.getActiveRangeList().getRanges().length, selection.getActiveSheet().getName(),
                      SpreadsheetApp.getSelection().getActiveRange().getA1Notation()];`),
    ).toEqual(['B2:C3', 'B2', 1, 'Sheet1', 'B2:C3']);
  });

  it('grows to where Ctrl and Shift with an arrow would lead', () => {
    expect(
      script(`sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.setCurrentCell(sheet.getRange('A1'));
              return sheet.getSelection().getNextDataRange(SpreadsheetApp.Direction.DOWN).getA1Notation();`),
    ).toBe('A1:A3');
  });

  it('may be set in every way recorded macros use', () => {
    expect(
      script(`const seen = []; const now = () => seen.push(ss.getActiveRange().getA1Notation());
              ss.setActiveRange(sheet.getRange('A2')); now(); sheet.setActiveSelection('B3:B4'); now();
              SpreadsheetApp.setActiveRange(sheet.getRange('C1')); now(); ss.setCurrentCell(sheet.getRange('D4')); now();
              SpreadsheetApp.setActiveRangeList(sheet.getRangeList(['E1', 'F2:F3']));
              return [...seen, SpreadsheetApp.getActiveRangeList().getRanges().map((range) => range.getA1Notation())];`),
    ).toEqual(['A2', 'B3:B4', 'C1', 'D4', ['E1', 'F2:F3']]);
  });
});

describe('Range.activate, activateAsCurrentCell: bringing cells to the front', () => {
  it('brings their sheet to the front, too', () => {
    expect(
      script(`const other = ss.insertSheet('other'); sheet.getRange('C3').activate(); const first = ss.getActiveSheet().getName();
              other.getRange('D4').activateAsCurrentCell();
              return [first, ss.getActiveSheet().getName(), SpreadsheetApp.getCurrentCell().getA1Notation()];`),
    ).toEqual(['Sheet1', 'other', 'D4']);
  });
});

// reference/spreadsheet/sheet, activate: only the parent's notion of the active sheet changes, and the sheet is answered.
describe('Sheet.activate: bringing a sheet to the front', () => {
  it('makes it the active one, and answers with it', () => {
    expect(
      script(`const other = ss.insertSheet('other'); sheet.activate(); const first = ss.getActiveSheet().getName();
              return [first, other.activate().getName(), ss.getActiveSheet().getName()];`),
    ).toEqual(['Sheet1', 'other', 'other']);
  });
});
