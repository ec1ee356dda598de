/**
 * Where ranges are, how cells, rows, columns and tabs look, what is selected, and what a spreadsheet tells of itself.
 *
 * reference/spreadsheet/range, …/range-list, …/sheet, …/spreadsheet below developers.google.com/apps-script/; looks and lists
 * of ranges as gas-fakes test/testsheetsexotics.js and test/testsheetsvalues.js assert them on the live service.
 */
import { describe, expect, it } from 'vitest';
import { bodyHost, CLERK, caught, failureOf, script, stranger } from './stranger.ts';

describe('Range.getRow, getColumn, getLastRow, getLastColumn, getNumRows, getNumColumns, getHeight, getWidth, getRowIndex: where it is and how large', () => {
  it.each([
    ['B3:D9', [3, 2, 9, 4, 7, 3]],
    ['C5', [5, 3, 5, 3, 1, 1]],
    ['B:C', [1, 2, 1000, 3, 1000, 2]],
    ['4:5', [4, 1, 5, 26, 2, 26]],
  ])('%s', (a1, told) => {
    expect(
      script(`const range = sheet.getRange('${a1}');
              return [[range.getRow(), range.getColumn(), range.getLastRow(), range.getLastColumn(), range.getNumRows(), range.getNumColumns()],
                      range.getRowIndex() === range.getRow() && range.getHeight() === range.getNumRows() && range.getWidth() === range.getNumColumns()];`),
    ).toEqual([told, true]);
  });
});

describe('Range.getA1Notation, getSheet, getGridId: which cells of which sheet', () => {
  it('names no sheet, and the sheet by its number', () => {
    expect(
      script(`const other = ss.insertSheet('其他 表'); const range = ss.getRange("'其他 表'!C2:D3");
              return [range.getA1Notation(), range.getSheet().getName(), range.getGridId() === other.getSheetId(),
                      range.getGridId() === sheet.getSheetId()];`),
    ).toEqual(['C2:D3', '其他 表', true, false]);
  });
});

describe('Range.getBackgrounds, getFontColors, getFontWeights, getFontStyles, getFontLines, getFontSizes, getFontFamilies, getHorizontalAlignments, getVerticalAlignments, getWraps, getWrapStrategies, getNumberFormats: how cells look that nobody dressed', () => {
  it.each([
    ['getBackgrounds', '#ffffff'],
    ['getFontColors', '#000000'],
    ['getFontWeights', 'normal'],
    ['getFontStyles', 'normal'],
    ['getFontLines', 'none'],
    ['getFontSizes', 10],
    ['getFontFamilies', 'Arial'],
    ['getHorizontalAlignments', 'general'],
    ['getVerticalAlignments', 'bottom'],
    ['getWraps', false],
    ['getNumberFormats', '0.###############'],
  ])('%s', (method, look) => {
    expect(script(`return sheet.getRange('A1:B1').${method}();`)).toEqual([[look, look]]);
  });

  it('overflow into the next cell', () => {
    expect(script(`return String(sheet.getRange('A1').getWrapStrategies()[0][0]);`)).toBe('OVERFLOW');
  });
});

describe('Range.setFontColors, setFontWeights, setFontStyles, setFontLines, setFontSizes, setFontFamilies, setHorizontalAlignments, setVerticalAlignments, setWraps, setWrapStrategies, setTextRotation: each cell its own', () => {
  it.each([
    ['setFontColors', `['#ff0000', '#00ff00']`, ['#ff0000', '#00ff00']],
    ['setFontWeights', `['bold', 'normal']`, ['bold', 'normal']],
    ['setFontStyles', `['italic', null]`, ['italic', 'normal']],
    ['setFontLines', `['underline', 'line-through']`, ['underline', 'line-through']],
    ['setFontSizes', `[8, 12]`, [8, 12]],
    ['setFontFamilies', `['SimSun', null]`, ['SimSun', 'Arial']],
    ['setHorizontalAlignments', `['left', 'right']`, ['left', 'right']],
    ['setVerticalAlignments', `['top', 'middle']`, ['top', 'middle']],
    ['setWraps', `[true, false]`, [true, false]],
  ])('%s([%s])', (setter, row, looks) => {
    expect(script(`return sheet.getRange('A1:B1').${setter}([${row}]).${setter.replace('set', 'get')}();`)).toEqual([
      looks,
    ]);
  });

  it('wrapping in every way', () => {
    expect(
      script(`const { WRAP, CLIP } = SpreadsheetApp.WrapStrategy;
              return sheet.getRange('A1:B1').setWrapStrategies([[WRAP, CLIP]]).getWrapStrategies()[0].map(String);`),
    ).toEqual(['WRAP', 'CLIP']);
  });

  it('turned text tells its angle', () => {
    expect(
      script(`const turned = sheet.getRange('A1').setTextRotation(45).getTextRotation();
              return [turned.getDegrees(), turned.isVertical(), sheet.getRange('B1').getTextRotation().getDegrees(),
                      sheet.getRange('C1').setTextRotation(turned).getTextRotation().getDegrees()];`),
    ).toEqual([45, false, 0, 45]);
    expect(caught(`sheet.getRange('A1').setTextRotation(91)`)).toMatch(/^Exception: /);
  });
});

describe('Range.setBackgroundRGB, setBorder, setBackground, setNote, getNote: colours, lines and notes', () => {
  it.each([
    [`setBackground('red')`, '#ff0000'],
    [`setBackground('#ABC')`, '#aabbcc'],
    [`setBackground(null)`, '#ffffff'],
    [`setBackgroundRGB(1, 128, 255)`, '#0180ff'],
    [`setBackground('cornflowerblue')`, '#6495ed'],
    [`setBackground('DarkOrange')`, '#ff8c00'],
  ])('%s is %s', (call, color) => {
    expect(script(`return sheet.getRange('A1').${call}.getBackground();`)).toBe(color);
  });

  it('lines are drawn, taken away and left as they are', () => {
    const host =
      bodyHost(`sheet.getRange('A1').setBorder(true, true, true, true, null, null, '#ff0000', SpreadsheetApp.BorderStyle.DOUBLE);
                           sheet.getRange('A1').setBorder(false, null, null, null, null, null);`);
    host.call('main');
    const { book } = host;
    const style = book.styles[book.sheets[0]?.rows[0]?.styles[0] ?? 0];
    expect(style).toEqual({
      left: { style: 'double', color: '#ff0000' },
      bottom: { style: 'double', color: '#ff0000' },
      right: { style: 'double', color: '#ff0000' },
    });
  });

  it('a note is kept, and taken away by an empty one', () => {
    expect(
      script(`const cell = sheet.getRange('A1').setNote('第一行\\n第二行'); const note = cell.getNote();
              return [note, cell.setNote('').getNote(), sheet.getRange('A1:B1').setNote('x').getNotes()];`),
    ).toEqual(['第一行\n第二行', '', [['x', 'x']]]);
  });
});

describe('RangeList.setFontColor, setFontWeight, setFontSize, setFontFamily, setFontLine, setNumberFormat, setHorizontalAlignment, setVerticalAlignment, setWrap, setTextRotation, setFormula, setFormulaR1C1: several ranges dressed at once', () => {
  it('each of them', () => {
    expect(
      script(`const list = sheet.getRangeList(['A1', 'E5']);
              list.setFontColor('yellow').setFontWeight('bold').setFontSize(14).setFontFamily('SimSun').setFontLine('underline')
                .setNumberFormat('0.00').setHorizontalAlignment('center').setVerticalAlignment('middle').setWrap(true).setTextRotation(45);
              return list.getRanges().map((range) => [range.getFontColor(), range.getFontWeight(), range.getFontSize(), range.getFontFamily(),
                range.getFontLine(), range.getNumberFormat(), range.getHorizontalAlignment(), range.getVerticalAlignment(), range.getWrap(),
                range.getTextRotation().getDegrees()].join(' '));`),
    ).toEqual(Array(2).fill('#ffff00 bold 14 SimSun underline 0.00 center middle true 45'));
  });

  it('formulas', () => {
    expect(
      script(`const list = sheet.getRangeList(['A1', 'C3']).setFormula('=SUM(1,2)'); const first = sheet.getRange('C3').getFormula();
              list.setFormulaR1C1('=R[1]C[1]'); return [first, sheet.getRange('A1').getFormula(), sheet.getRange('C3').getFormula()];`),
    ).toEqual(['=SUM(1,2)', '=B2', '=D4']);
  });
});

describe('Sheet.getRangeList, Spreadsheet.getRangeList: several places of one sheet', () => {
  it('in the order they are named, each as large as it was named', () => {
    expect(
      script(`return sheet.getRangeList(['D4', 'A1:B2', 'C:C']).getRanges()
                .map((range) => [range.getA1Notation(), range.getNumRows(), range.getNumColumns()]);`),
    ).toEqual([
      ['D4', 1, 1],
      ['A1:B2', 2, 2],
      ['C1:C1000', 1000, 1],
    ]);
  });

  it('a spreadsheet’s are those of the sheet in front', () => {
    expect(
      script(`const other = ss.insertSheet('Other'); other.activate();
              ss.getRangeList(['B2', 'B4']).setBackground('red');
              return [sheet, other].map((one) => one.getRange('B4').getBackground());`),
    ).toEqual(['#ffffff', '#ff0000']);
  });
});

describe('RangeList.insertCheckboxes, check, uncheck, removeCheckboxes, trimWhitespace, breakApart, clearContent, clearNote, activate: several ranges at once', () => {
  it('boxes', () => {
    expect(
      script(`const list = sheet.getRangeList(['A1', 'E5']); const state = () => list.getRanges().map((range) => range.isChecked());
              list.insertCheckboxes(); const off = state(); list.check(); const on = state(); list.uncheck(); const off2 = state();
              list.removeCheckboxes(); return [off, on, off2, state(), sheet.getRange('E5').getDataValidation()];`),
    ).toEqual([[false, false], [true, true], [false, false], [null, null], null]);
  });

  it('text, merges, contents and notes', () => {
    expect(
      script(`const list = sheet.getRangeList(['A1:B1', 'D4']); list.setValue('  x  y '); list.trimWhitespace();
              const trimmed = sheet.getRange('D4').getValue(); sheet.getRange('A1:B1').merge(); list.breakApart().clearContent().clearNote();
              list.activate();
              return [trimmed, sheet.getRange('A1').isPartOfMerge(), sheet.getRange('D4').isBlank(),
                      ss.getActiveRangeList().getRanges().map((range) => range.getA1Notation())];`),
    ).toEqual(['x y', false, true, ['A1:B1', 'D4']]);
  });
});

describe('SpreadsheetApp.getActiveSheet, getActiveRangeList, Spreadsheet.getActiveRangeList, Sheet.getActiveRangeList, getActiveCell, getActiveRange: what is in front', () => {
  it('nobody has selected anything: the first cell', () => {
    expect(
      script(`return [SpreadsheetApp.getActiveSheet().getName(), ...[SpreadsheetApp, ss, sheet].map((one) =>
                one.getActiveRangeList().getRanges().map((range) => range.getA1Notation()).join())];`),
    ).toEqual(['Sheet1', 'A1', 'A1', 'A1']);
  });

  it('each sheet keeps its own selection, and what is in front is the user’s own', () => {
    const host = stranger(`
      function choose() { const ss = SpreadsheetApp.getActive(); const other = ss.insertSheet('Other');
                          ss.getSheets()[0].getRange('B2').activate(); other.getRange('C3:C4').activate(); }
      function told() { const ss = SpreadsheetApp.getActive(); return [ss.getActiveSheet().getName(), ss.getActiveRange().getA1Notation(),
                          ss.getSheets()[0].getActiveCell().getA1Notation()]; }`);
    host.call('choose');
    expect(host.call('told')).toEqual(['Other', 'C3:C4', 'B2']);
    expect((host.session({ user: CLERK }).call('told') as string[]).slice(1)).toEqual(['A1', 'A1']);
  });
});

describe('Sheet.setColumnWidths, setColumnWidth, getColumnWidth, setRowHeights, setRowHeight, setRowHeightsForced, getRowHeight, autoResizeColumns: widths and heights', () => {
  it('are told in pixels', () => {
    // gas-fakes test/testsheetsvalues.js, “creating and updating sheets”
    expect(
      script(`sheet.setColumnWidths(2, 3, 200).setRowHeights(3, 2, 31); sheet.setRowHeightsForced(9, 1, 40); sheet.setColumnWidth(9, 50).setRowHeight(9, 41);
              return [[1, 2, 4, 5, 9].map((at) => sheet.getColumnWidth(at)), [2, 3, 4, 5, 9].map((at) => sheet.getRowHeight(at))];`),
    ).toEqual([
      [100, 200, 200, 100, 50],
      [21, 31, 31, 21, 41],
    ]);
  });

  it('there are no columns outside the sheet to be wide', () => {
    expect(caught(`sheet.setColumnWidths(26, 2, 50)`)).toBe('Exception: Those columns are out of bounds.');
    expect(caught(`sheet.setRowHeight(1001, 50)`)).toBe('Exception: Those rows are out of bounds.');
  });

  it('a column that fits its text is wider for more of it', () => {
    expect(
      script(`sheet.getRange('A1:B1').setValues([['短', '长得多的一段文字']]); sheet.autoResizeColumns(1, 2);
              return sheet.getColumnWidth(2) > sheet.getColumnWidth(1);`),
    ).toBe(true);
  });
});

describe('Sheet.setFrozenRows, setFrozenColumns, getFrozenRows, getFrozenColumns: what stays in sight', () => {
  it('as many as were said, none for nought', () => {
    expect(
      script(`sheet.setFrozenRows(2); sheet.setFrozenColumns(1); const set = [sheet.getFrozenRows(), sheet.getFrozenColumns()];
              sheet.setFrozenRows(0); return [...set, sheet.getFrozenRows()];`),
    ).toEqual([2, 1, 0]);
  });

  it('not all there are', () => {
    expect(caught(`sheet.setFrozenRows(1000)`)).toMatch(/^Exception: /);
    expect(caught(`sheet.setFrozenColumns(26)`)).toMatch(/^Exception: /);
  });

  it('grow with what comes in among them', () => {
    expect(script(`sheet.setFrozenRows(2); sheet.insertRowBefore(1); return sheet.getFrozenRows();`)).toBe(3);
  });
});

describe('Sheet.setTabColor, getTabColor, hideSheet, showSheet, isSheetHidden, setHiddenGridlines, hasHiddenGridlines, setRightToLeft, isRightToLeft: tabs', () => {
  it('have a colour or none', () => {
    expect(
      script(
        `return [sheet.getTabColor(), sheet.setTabColor('red').getTabColor(), sheet.setTabColor(null).getTabColor()];`,
      ),
    ).toEqual([null, '#ff0000', null]);
  });

  it('are hidden and shown, but never all hidden', () => {
    expect(
      script(`const other = ss.insertSheet('Other'); other.hideSheet(); const hidden = other.isSheetHidden();
              let failed; try { sheet.hideSheet(); } catch (error) { failed = error.name; }
              other.showSheet(); return [hidden, failed, other.isSheetHidden(), sheet.isSheetHidden()];`),
    ).toEqual([true, 'Exception', false, false]);
  });

  it('a hidden sheet is read and written like any other', () => {
    expect(
      script(`const other = ss.insertSheet('Other'); other.hideSheet(); other.getRange('A1').setValue(1);
              return ss.getSheetByName('Other').getDataRange().getValues();`),
    ).toEqual([[1]]);
  });

  it('show lines or not, from either side', () => {
    expect(
      script(
        `sheet.setHiddenGridlines(true).setRightToLeft(true); return [sheet.hasHiddenGridlines(), sheet.isRightToLeft()];`,
      ),
    ).toEqual([true, true]);
  });
});

describe('Sheet.insertColumnsAfter, insertColumnsBefore, insertColumns, insertRowsAfter, insertRows, deleteColumns, getSheetId, getIndex, getParent: the grid', () => {
  it('grows and shrinks by what is put in and taken out', () => {
    // gas-fakes test/testsheetstext.js, “insert sheets,rows,columns”
    expect(
      script(`sheet.appendRow(['a', 'b', 'c']); sheet.insertColumnsAfter(2, 2); sheet.insertColumnsBefore(1, 1); sheet.insertColumns(1, 2);
              const wide = [sheet.getDataRange().getValues()[0], sheet.getMaxColumns()]; sheet.deleteColumns(1, 3);
              sheet.insertRowsAfter(1000, 5); sheet.insertRows(1, 2);
              return [...wide, sheet.getDataRange().getValues().length, sheet.getMaxRows(), sheet.getLastColumn()];`),
    ).toEqual([['', '', '', 'a', 'b', '', '', 'c'], 31, 3, 1007, 5]);
  });

  it('a sheet knows its number, its place and its file', () => {
    expect(
      script(`const first = ss.insertSheet('First', 0);
              return [first.getIndex(), sheet.getIndex(), typeof sheet.getSheetId(), ss.getSheetById(first.getSheetId()).getName(),
                      sheet.getParent().getId() === ss.getId()];`),
    ).toEqual([1, 2, 'number', 'First', true]);
  });

  it('who may not edit a guarded sheet may not change its grid either', () => {
    const host = stranger(`
      function guard() { const guard = SpreadsheetApp.getActiveSheet().protect(); guard.removeEditors(guard.getEditors()); }
      function grow() { SpreadsheetApp.getActiveSheet().insertRowsAfter(1, 1); }`);
    host.book.editors.push(CLERK);
    host.call('guard');
    expect(failureOf(() => host.session({ user: CLERK }).call('grow'))).toMatch(/protected cell or object/);
  });
});

describe('Spreadsheet.appendRow, getDataRange, getLastRow, getLastColumn, insertRowsAfter, insertColumnsAfter, setFrozenRows, setFrozenColumns, getSheetName, getSheetId, deleteRow, setColumnWidth, hideRow, sort: on the sheet in front', () => {
  it('is what its own methods do', () => {
    expect(
      script(`const other = ss.insertSheet('Other'); ss.appendRow([2]); ss.appendRow([1]); ss.insertRowsAfter(1000, 1); ss.insertColumnsAfter(26, 2);
              ss.setFrozenColumns(1); ss.setColumnWidth(1, 44); ss.sort(1); const sorted = ss.getDataRange().getValues().flat();
              ss.setFrozenRows(1); ss.hideRow(other.getRange('A2')); ss.deleteRow(1);
              return [sorted, ss.getSheetName(), ss.getSheetId() === other.getSheetId(), ss.getLastRow(), ss.getLastColumn(), other.getMaxRows(),
                      other.getMaxColumns(), other.getFrozenColumns(), other.getColumnWidth(1), sheet.getLastRow(), other.isRowHiddenByUser(1)];`),
    ).toEqual([[1, 2], 'Other', true, 1, 1, 1000, 28, 1, 44, 0, true]);
  });
});

describe('Spreadsheet.getName, rename, getUrl, getId, getSpreadsheetTimeZone, setSpreadsheetTimeZone, getSpreadsheetLocale, setSpreadsheetLocale, getNumSheets, getViewers: what it tells of itself', () => {
  it('its name, place, zone and locale', () => {
    expect(
      script(`ss.rename('月报'); ss.setSpreadsheetLocale('zh_CN'); ss.setSpreadsheetTimeZone('Asia/Urumqi');
              return [ss.getName(), ss.getUrl() === 'https://docs.google.com/spreadsheets/d/' + ss.getId() + '/edit', ss.getSpreadsheetTimeZone(),
                      ss.getSpreadsheetLocale(), ss.getNumSheets(), ss.getViewers().length];`),
    ).toEqual(['月报', true, 'Asia/Urumqi', 'zh_CN', 1, 0]);
  });

  it('no zone nobody knows', () => {
    expect(caught(`ss.setSpreadsheetTimeZone('Mars/Olympus')`)).toBe('Exception: Invalid argument: Mars/Olympus');
  });
});

describe('names of before', () => {
  // Left out of the reference long ago; googleworkspace/apps-script-samples' bracket maker still calls them.
  it('still do what their successors do', () => {
    expect(
      script(`const cell = sheet.getRange('C2').setBackgroundColor('yellow');
              return [cell.getBackgroundColor(), cell.getColumnIndex(), sheet.getRange('C2:D2').setBackgroundColors([['red', 'blue']]).getBackgroundColors()];`),
    ).toEqual(['#ffff00', 3, [['#ff0000', '#0000ff']]]);
  });
});
