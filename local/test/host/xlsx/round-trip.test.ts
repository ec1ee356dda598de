import { describe, expect, it } from 'vitest';
import { createHost, type Host } from '../../../../test/support/host.ts';
import { readBook } from '../../../src/xlsx/read.ts';
import { writeBook } from '../../../src/xlsx/write.ts';
import { part } from './parts.ts';

const OFFICE = 'office@example.cn';

const newHost = (): Host =>
  createHost({ now: '2023-05-23T09:00', user: OFFICE, timeZone: 'Asia/Shanghai', locale: 'zh_CN' });

/** The book written, and the file opened anew by another session. */
const reopened = (host: Host): Host =>
  createHost({ now: '2023-05-23T09:00', user: OFFICE, workbook: writeBook(host.book) });

const sheetOf = (host: Host, name = '工作表1') => {
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
};

/** Builds in one host, answers the sheet of the file it was written to. */
function through(build: (host: Host) => void): { host: Host; sheet: ReturnType<typeof sheetOf> } {
  const host = newHost();
  build(host);
  const next = reopened(host);
  return { host: next, sheet: sheetOf(next) };
}

describe('a workbook written and opened again', () => {
  it('keeps a dropdown with its choices and its help', () => {
    const { host, sheet } = through((built) => {
      const rule = built.services.SpreadsheetApp.newDataValidation()
        .requireValueInList(['已报', '说"是"', 'A & B <1>'], true)
        .setAllowInvalid(false)
        .setHelpText('请选择一项\n不要手打 <&">')
        .build();
      sheetOf(built).getRange('B2:B10').setDataValidation(rule);
    });
    const rule = sheet.getRange('B5').getDataValidation();
    expect(rule?.getCriteriaValues()).toEqual([['已报', '说"是"', 'A & B <1>'], true]);
    expect(rule?.getCriteriaType()).toBe(host.services.SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST);
    expect(rule?.getAllowInvalid()).toBe(false);
    expect(rule?.getHelpText()).toBe('请选择一项\n不要手打 <&">');
    expect(sheet.getRange('B11').getDataValidation()).toBeNull();
  });

  it('keeps a dropdown from another sheet down to its last row, and one without an arrow', () => {
    const { host } = through((built) => {
      const app = built.services.SpreadsheetApp;
      const names = app.getActiveSpreadsheet().insertSheet("部门 '名单'");
      const rule = app.newDataValidation().requireValueInRange(names.getRange('A2:A1000'), false).build();
      sheetOf(built).getRange('C2:C10').setDataValidation(rule);
    });
    const [range, arrow] = (sheetOf(host).getRange('C3').getDataValidation()?.getCriteriaValues() ?? []) as [
      GoogleAppsScript.Spreadsheet.Range,
      boolean,
    ];
    expect(range.getSheet().getName()).toBe("部门 '名单'");
    expect(range.getA1Notation()).toBe('A2:A1000');
    expect(arrow).toBe(false);
  });

  it.each([
    ['a choice with a comma in it', ['甲、乙,丙', '丁']],
    ['choices of more than the 255 characters a file takes', Array.from({ length: 60 }, (_, at) => `第${at}部门`)],
    ['a choice with blanks around it', [' 空格 ', 'b']],
  ])('keeps %s', (_, choices) => {
    const { sheet } = through((built) => {
      const rule = built.services.SpreadsheetApp.newDataValidation().requireValueInList(choices).build();
      sheetOf(built).getRange('A1').setDataValidation(rule);
    });
    expect(sheet.getRange('A1').getDataValidation()?.getCriteriaValues()[0]).toEqual(choices);
  });

  it('keeps a help text longer than a file takes', () => {
    const help = '请按规定填写。'.repeat(60);
    const { host, sheet } = through((built) => {
      const rule = built.services.SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).setHelpText(help);
      sheetOf(built).getRange('A1').setDataValidation(rule.build());
    });
    expect(sheet.getRange('A1').getDataValidation()?.getHelpText()).toBe(help);
    const [, prompt = ''] = / prompt="([^"]*)"/.exec(part(writeBook(host.book), 'xl/worksheets/sheet1.xml')) ?? [];
    expect(prompt).toHaveLength(255);
  });

  it('keeps rules for numbers, days, formulas and addresses', () => {
    const day = (text: string) => new Date(`${text}T00:00:00Z`) as unknown as GoogleAppsScript.Base.Date;
    const { host, sheet } = through((built) => {
      const rules = [
        (one: GoogleAppsScript.Spreadsheet.DataValidationBuilder) => one.requireNumberBetween(1, 31.5),
        (one: GoogleAppsScript.Spreadsheet.DataValidationBuilder) => one.requireDateOnOrBefore(day('2023-05-20')),
        (one: GoogleAppsScript.Spreadsheet.DataValidationBuilder) => one.requireFormulaSatisfied('=AND(A4<>"", B4>0)'),
        (one: GoogleAppsScript.Spreadsheet.DataValidationBuilder) => one.requireTextIsEmail(),
      ];
      rules.forEach((rule, index) => {
        const made = rule(built.services.SpreadsheetApp.newDataValidation()).setAllowInvalid(false).build();
        sheetOf(built)
          .getRange(index + 2, 1)
          .setDataValidation(made);
      });
    });
    const { DataValidationCriteria } = host.services.SpreadsheetApp;
    const found = [2, 3, 4, 5].map((row) => {
      const rule = sheet.getRange(row, 1).getDataValidation();
      return [rule?.getCriteriaType(), ...(rule?.getCriteriaValues() ?? [])];
    });
    expect(found).toEqual([
      [DataValidationCriteria.NUMBER_BETWEEN, 1, 31.5],
      // A day of the spreadsheet's: its midnight, as a script gets it.
      [DataValidationCriteria.DATE_ON_OR_BEFORE, new Date('2023-05-20T00:00+08:00')],
      [DataValidationCriteria.CUSTOM_FORMULA, '=AND(A4<>"", B4>0)'],
      [DataValidationCriteria.TEXT_IS_VALID_EMAIL],
    ]);
  });

  it('keeps conditional formats in their order, with formula, look and colour scale', () => {
    const { host, sheet } = through((built) => {
      const app = built.services.SpreadsheetApp;
      const target = sheetOf(built);
      const rule = () => app.newConditionalFormatRule().setRanges([target.getRange('A2:F20')]);
      target.setConditionalFormatRules([
        rule().whenFormulaSatisfied('=AND($A2<>"",$B2="缺报 & <迟>")').setBackground('#ffcccc').setBold(true).build(),
        rule().whenTextContains('超期"_x000D_').setFontColor('#cc0000').build(),
        rule().whenNumberBetween(1, 2.5).setBackground('#00ff00').setItalic(true).build(),
        rule().whenTextEqualTo('是').setStrikethrough(true).build(),
        rule().whenCellEmpty().setBackground('#eeeeee').build(),
        rule()
          .setGradientMinpoint('#ff0000')
          .setGradientMidpointWithValue('#ffff00', app.InterpolationType.NUMBER, '0.6')
          .setGradientMaxpointWithValue('#00ff00', app.InterpolationType.NUMBER, '1')
          .build(),
      ]);
    });
    const { BooleanCriteria } = host.services.SpreadsheetApp;
    const rules = sheet.getConditionalFormatRules();
    expect(rules.map((rule) => rule.getRanges().map((range) => range.getA1Notation()))).toEqual(
      Array.from({ length: 6 }, () => ['A2:F20']),
    );
    const [formula, contains, between, equal, empty, scale] = rules;
    expect(formula?.getBooleanCondition()?.getCriteriaValues()).toEqual(['=AND($A2<>"",$B2="缺报 & <迟>")']);
    expect(formula?.getBooleanCondition()?.getBackground()).toBe('#ffcccc');
    expect(formula?.getBooleanCondition()?.getBold()).toBe(true);
    expect(contains?.getBooleanCondition()?.getCriteriaValues()).toEqual(['超期"_x000D_']);
    expect(contains?.getBooleanCondition()?.getFontColor()).toBe('#cc0000');
    expect(between?.getBooleanCondition()?.getCriteriaType()).toBe(BooleanCriteria.NUMBER_BETWEEN);
    expect(between?.getBooleanCondition()?.getCriteriaValues()).toEqual([1, 2.5]);
    expect(equal?.getBooleanCondition()?.getCriteriaType()).toBe(BooleanCriteria.TEXT_EQUAL_TO);
    expect(equal?.getBooleanCondition()?.getStrikethrough()).toBe(true);
    expect(empty?.getBooleanCondition()?.getCriteriaType()).toBe(BooleanCriteria.CELL_EMPTY);
    const gradient = scale?.getGradientCondition();
    expect([gradient?.getMinColor(), gradient?.getMidColor(), gradient?.getMaxColor()]).toEqual([
      '#ff0000',
      '#ffff00',
      '#00ff00',
    ]);
    expect(gradient?.getMidValue()).toBe('0.6');
  });

  it('lets each property of a cell be decided by the first rule that names it: no rule stops the next', () => {
    const host = newHost();
    const rule = host.services.SpreadsheetApp.newConditionalFormatRule()
      .setRanges([sheetOf(host).getRange('A1:A9')])
      .whenCellNotEmpty()
      .setBold(true)
      .build();
    sheetOf(host).setConditionalFormatRules([rule]);
    expect(part(writeBook(host.book), 'xl/worksheets/sheet1.xml')).not.toContain('stopIfTrue');
  });

  it('keeps who may edit: sheets, ranges, open cells, editors, warnings, descriptions', () => {
    const host = newHost();
    host.book.owner = OFFICE;
    host.book.editors = ['a@example.cn', 'b@example.cn'];
    const app = host.services.SpreadsheetApp;
    const closed = app.getActiveSpreadsheet().insertSheet('设置').protect().setDescription('只给 “办公室”');
    closed.removeEditors(['a@example.cn']);
    const settings = app.getActiveSpreadsheet().getSheetByName('设置');
    closed.setUnprotectedRanges([settings?.getRange('B2:B9')].flatMap((range) => range ?? []));
    sheetOf(host).getRange('A1:Z1').protect().setWarningOnly(true);
    const next = reopened(host);
    const { ProtectionType } = next.services.SpreadsheetApp;
    const [whole] = sheetOf(next, '设置').getProtections(ProtectionType.SHEET);
    expect(whole?.getDescription()).toBe('只给 “办公室”');
    expect(whole?.getEditors().map((user) => user.getEmail())).toEqual(['b@example.cn']);
    expect(whole?.getUnprotectedRanges().map((range) => range.getA1Notation())).toEqual(['B2:B9']);
    const [range] = sheetOf(next).getProtections(ProtectionType.RANGE);
    expect(range?.getRange().getA1Notation()).toBe('A1:Z1');
    expect(range?.isWarningOnly()).toBe(true);
    expect(next.book.owner).toBe(OFFICE);
    expect(next.book.editors).toEqual(['a@example.cn', 'b@example.cn']);
  });

  it('keeps notes, frozen panes, widths, heights and what is hidden', () => {
    const { host, sheet } = through((built) => {
      const target = sheetOf(built);
      target.getRange('A1').setNote('说明 <b>&"\n第二行\r_x000D_ 😀');
      target.getRange('C7').setNote('另一条');
      target.setFrozenRows(2);
      target.setFrozenColumns(1);
      target.setColumnWidth(2, 333);
      target.setColumnWidths(4, 3, 61);
      target.setRowHeight(3, 48);
      target.hideColumns(5);
      target.hideRows(6, 2);
      target.setHiddenGridlines(true);
    });
    expect(sheet.getRange('A1').getNote()).toBe('说明 <b>&"\n第二行\r_x000D_ 😀');
    expect(sheet.getRange('C7').getNote()).toBe('另一条');
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([2, 1]);
    expect([1, 2, 3, 4, 5, 6].map((column) => sheet.getColumnWidth(column))).toEqual([100, 333, 100, 61, 61, 61]);
    expect([2, 3].map((row) => sheet.getRowHeight(row))).toEqual([21, 48]);
    expect([4, 5, 6].map((column) => sheet.isColumnHiddenByUser(column))).toEqual([false, true, false]);
    expect([5, 6, 7, 8].map((row) => sheet.isRowHiddenByUser(row))).toEqual([false, true, true, false]);
    expect(host.book.sheets[0]?.showGridlines).toBe(false);
  });

  it('keeps every width a column may have', () => {
    const host = newHost();
    const widths = Array.from({ length: 2000 }, (_, index) => index + 6);
    const [sheet] = host.book.sheets;
    if (!sheet) throw new Error('no sheet');
    sheet.maxColumns = widths.length;
    sheet.columns = widths.map((width) => ({ width }));
    const [read] = readBook(writeBook(host.book)).sheets;
    expect(read?.columns.map((column) => column?.width)).toEqual(widths);
  });

  it('keeps number formats, whatever country the reader lives in', () => {
    const formats = [
      '@',
      '0',
      '0.00%',
      '#,##0.00',
      'yyyy"年"m"月"',
      'yyyy/m/d',
      'yyyy-mm-dd hh:mm',
      '[Red]0;"<负>"0',
      'm"月"d"日"',
    ];
    const { host, sheet } = through((built) => {
      sheetOf(built)
        .getRange(1, 1, formats.length, 1)
        .setNumberFormats(formats.map((format) => [format]));
    });
    expect(sheet.getRange(1, 1, formats.length, 1).getNumberFormats()).toEqual(formats.map((format) => [format]));
    const styles = part(writeBook(host.book), 'xl/styles.xml');
    // Dates go by their code: the numbers of built-in dates mean another order of day and month elsewhere.
    expect(styles).toContain('formatCode="yyyy/m/d"');
    expect(styles).toContain('formatCode="yyyy&quot;年&quot;m&quot;月&quot;"');
  });

  it('keeps the format of a column in blank cells of rows that hold something', () => {
    const { sheet } = through((built) => {
      const target = sheetOf(built);
      target.getRange('B1:B1000').setNumberFormat('@');
      target.getRange('D1:D1000').setNumberFormat('@');
      target.getRange('A5').setValue('只填了第一格');
      target.getRange('C5').setValue('和第三格');
    });
    const formats = sheet.getRange('A5:E5').getNumberFormats()[0];
    expect([formats?.[1], formats?.[3]]).toEqual(['@', '@']);
    expect(formats?.[0]).not.toBe('@');
    sheet.getRange('B5').setValue('007');
    expect(sheet.getRange('B5').getValue()).toBe('007');
  });

  it('keeps fonts, fills, borders, alignment, wrapping and slanted text', () => {
    const { sheet } = through((built) => {
      const app = built.services.SpreadsheetApp;
      sheetOf(built)
        .getRange('A1')
        .setFontFamily('仿宋_GB2312')
        .setFontSize(16)
        .setFontWeight('bold')
        .setFontStyle('italic')
        .setFontLine('underline')
        .setFontColor('#123456')
        .setBackground('#fedcba')
        .setHorizontalAlignment('center')
        .setVerticalAlignment('middle')
        .setWrap(true);
      sheetOf(built).getRange('A2').setWrapStrategy(app.WrapStrategy.CLIP);
      sheetOf(built).getRange('A3').setFontLine('line-through').setVerticalAlignment('top');
    });
    const cell = sheet.getRange('A1');
    expect([
      cell.getFontFamily(),
      cell.getFontSize(),
      cell.getFontWeight(),
      cell.getFontStyle(),
      cell.getFontLine(),
      cell.getFontColor(),
      cell.getBackground(),
      cell.getHorizontalAlignment(),
      cell.getVerticalAlignment(),
      cell.getWrap(),
    ]).toEqual(['仿宋_GB2312', 16, 'bold', 'italic', 'underline', '#123456', '#fedcba', 'center', 'middle', true]);
    expect(String(sheet.getRange('A2').getWrapStrategy())).toBe('CLIP');
    expect(sheet.getRange('A3').getFontLine()).toBe('line-through');
    expect(sheet.getRange('A3').getVerticalAlignment()).toBe('top');
    expect(sheet.getRange('A4').getFontWeight()).toBe('normal');
  });

  it('keeps text slanted either way, as the file counts angles', () => {
    const host = newHost();
    const [sheet] = host.book.sheets;
    if (!sheet) throw new Error('no sheet');
    host.book.styles.push({ rotation: 45 }, { rotation: -45 }, { rotation: 90 }, { rotation: -90 });
    sheet.rows = [{ values: ['a', 'b', 'c', 'd'], styles: [1, 2, 3, 4] }];
    const bytes = writeBook(host.book);
    const angles = [...part(bytes, 'xl/styles.xml').matchAll(/textRotation="(-?\d+)"/g)].map(([, angle]) => angle);
    expect(angles).toEqual(['45', '135', '90', '180']);
    const read = readBook(bytes);
    expect(read.sheets[0]?.rows[0]?.styles.map((style) => read.styles[style]?.rotation)).toEqual([45, -45, 90, -90]);
  });

  it('keeps merged cells, named ranges, tab colours, the order of the tabs, hidden tabs and the open one', () => {
    const { host } = through((built) => {
      const book = built.services.SpreadsheetApp.getActiveSpreadsheet();
      const first = sheetOf(built);
      first.getRange('B2:D3').merge();
      first.setTabColor('#ff8800');
      const second = book.insertSheet('汇总-2023-05');
      book.insertSheet('隐藏').hideSheet();
      book.setActiveSheet(second);
      book.moveActiveSheet(1);
      book.setNamedRange('部门名单', first.getRange('A2:A1000'));
      book.setNamedRange('一格', second.getRange('C3'));
    });
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    expect(book.getSheets().map((sheet) => sheet.getName())).toEqual(['汇总-2023-05', '工作表1', '隐藏']);
    expect(book.getActiveSheet().getName()).toBe('汇总-2023-05');
    expect(sheetOf(host, '隐藏').isSheetHidden()).toBe(true);
    expect(sheetOf(host).getTabColor()).toBe('#ff8800');
    expect(
      sheetOf(host)
        .getRange('A1:F9')
        .getMergedRanges()
        .map((range) => range.getA1Notation()),
    ).toEqual(['B2:D3']);
    expect(book.getRangeByName('部门名单')?.getA1Notation()).toBe('A2:A1000');
    expect(book.getRangeByName('一格')?.getSheet().getName()).toBe('汇总-2023-05');
  });

  it('keeps the filter, and the name programs know its cells by', () => {
    const host = newHost();
    const [sheet] = host.book.sheets;
    if (!sheet) throw new Error('no sheet');
    sheet.filter = { area: { row: 1, column: 2, rows: 50, columns: 4 }, criteria: new Map() };
    const bytes = writeBook(host.book);
    expect(readBook(bytes).sheets[0]?.filter?.area).toEqual({ row: 1, column: 2, rows: 50, columns: 4 });
    expect(part(bytes, 'xl/workbook.xml')).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">工作表1!$B$1:$E$50</definedName>',
    );
  });

  it('keeps formulas with the result they had, and without one where there was none', () => {
    const host = newHost();
    const [sheet] = host.book.sheets;
    if (!sheet) throw new Error('no sheet');
    const formulas = new Map([
      [0, '=SUM(B1:B3)&"<&>"'],
      [1, "='汇总 <1>'!A1"],
      [2, '=A1>1'],
      [3, '=NA()'],
      [4, '=TEXTJOIN(",",TRUE,IFS(A1="IFS(",B1),FILTER(A1:A3,B1:B3>0))'],
      [5, '=ARRAYFORMULA(A1:A3*B1:B3)'],
      [6, '=ARRAYFORMULA(A1)+ARRAYFORMULA(B1)'],
      [7, '="_x000D_\u0007"'],
    ]);
    sheet.rows = [{ values: [' 6 ', 1.5, true, { error: '#N/A' }, null, 4, null, 'x'], styles: [], formulas }];
    const bytes = writeBook(host.book);
    const [row] = readBook(bytes).sheets[0]?.rows ?? [];
    expect(row?.values).toEqual([' 6 ', 1.5, true, { error: '#N/A' }, null, 4, null, 'x']);
    expect(row?.formulas).toEqual(formulas);
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    // Excel knows younger functions by a prefix only, and array formulas by a mark.
    expect(xml).toContain('_xlfn.TEXTJOIN(&quot;,&quot;,TRUE,_xlfn.IFS(A1=&quot;IFS(&quot;,B1),_xlfn._xlws.FILTER(');
    expect(xml).toContain('<f t="array" ref="F1">A1:A3*B1:B3</f>');
  });

  it('keeps the zone, the settings of the script and the size of the grid', () => {
    const host = createHost({ timeZone: 'America/New_York', locale: 'en_US', user: OFFICE });
    host.services.PropertiesService.getDocumentProperties().setProperty('键 😀', '值\n_x000D_'.repeat(200));
    sheetOf(host, 'Sheet1').insertRowsAfter(1000, 234);
    const next = reopened(host);
    expect(next.services.SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()).toBe('America/New_York');
    expect(next.services.SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale()).toBe('en_US');
    expect(next.services.PropertiesService.getDocumentProperties().getProperty('键 😀')).toBe(
      '值\n_x000D_'.repeat(200),
    );
    expect(sheetOf(next, 'Sheet1').getMaxRows()).toBe(1234);
  });
});

describe('a protected sheet opened in another program', () => {
  /** Which of the cells a person can type into there, by A1. */
  function openCells(host: Host, path: string, cells: readonly string[]): string[] {
    const bytes = writeBook(host.book);
    const xml = part(bytes, path);
    expect(xml).toContain('<sheetProtection sheet="1"');
    const xfs = [...part(bytes, 'xl/styles.xml').matchAll(/<cellXfs[\s\S]*<\/cellXfs>/g)][0]?.[0] ?? '';
    const open = [...xfs.matchAll(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)].map(([xf]) => xf.includes('locked="0"'));
    const columns = [...xml.matchAll(/<col min="(\d+)" max="(\d+)"([^>]*)\/>/g)];
    return cells.filter((cell) => {
      const own = new RegExp(`<c r="${cell}"(?: s="(\\d+)")?`).exec(xml);
      if (own) return open[Number(own[1] ?? 0)];
      const column = cell.charCodeAt(0) - 64;
      const about = columns.find(([, from, to]) => Number(from) <= column && column <= Number(to))?.[3] ?? '';
      return open[Number(/style="(\d+)"/.exec(about)?.[1] ?? 0)];
    });
  }

  it('lets people fill the open cells, also in rows that are still blank', () => {
    const host = newHost();
    const target = sheetOf(host);
    target.getRange('A1:C1').setValues([['项', '值', '说明']]);
    target.getRange('A3').setValue('单位');
    const protection = target.protect();
    protection.removeEditors(protection.getEditors());
    protection.setUnprotectedRanges([target.getRange('B2:B9')]);
    expect(openCells(host, 'xl/worksheets/sheet1.xml', ['A1', 'B1', 'B2', 'B3', 'B9', 'B10', 'C3', 'A500'])).toEqual([
      'B2',
      'B3',
      'B9',
    ]);
  });

  it('keeps people out of guarded headings and columns only, as far as the grid goes', () => {
    const host = newHost();
    const target = sheetOf(host);
    target.getRange('A1:C1').setValues([['月份', '部门', '内容']]);
    for (const a1 of ['A1:Z1', 'A2:A1000']) {
      const protection = target.getRange(a1).protect();
      protection.removeEditors(protection.getEditors());
    }
    expect(openCells(host, 'xl/worksheets/sheet1.xml', ['A1', 'C1', 'Y1', 'A2', 'B2', 'A999', 'B999', 'Y999'])).toEqual(
      ['B2', 'B999', 'Y999'],
    );
  });

  it('locks again what was open when the file was read', () => {
    const host = newHost();
    const target = sheetOf(host);
    target.getRange('A1:B2').setValues([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const protection = target.getRange('A1:A2').protect();
    protection.removeEditors(protection.getEditors());
    const next = reopened(host);
    const more = sheetOf(next).getRange('B2').protect();
    more.removeEditors(more.getEditors());
    expect(openCells(next, 'xl/worksheets/sheet1.xml', ['A1', 'A2', 'B1', 'B2'])).toEqual(['B1']);
  });
});
