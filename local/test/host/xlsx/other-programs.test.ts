import { describe, expect, it } from 'vitest';
import type { Book, Sheet } from '../../../src/book/book.ts';
import { readBook } from '../../../src/xlsx/read.ts';
import { writeBook } from '../../../src/xlsx/write.ts';
import { part, partNames, relation, relations, stringTable, stylesheet, workbook, worksheet } from './parts.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const first = ({ sheets: [sheet] }: Book): Sheet => {
  if (!sheet) throw new Error('the book has no sheet');
  return sheet;
};
const valuesOf = (book: Book) => first(book).rows.map((row) => row?.values);

/** Changed as a script would, so that the sheet is written anew; answers the file. */
function changed(book: Book): Uint8Array {
  first(book).changed = true;
  return writeBook(book);
}

const withStyles = relations(
  relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
  relation('rId2', 'styles', 'styles.xml'),
  relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
  relation('rId4', 'theme', 'theme/theme1.xml'),
);

describe('cells another program wrote', () => {
  it('are read from inline strings, with runs and phonetic guides', () => {
    const sheet = worksheet(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 空格 </t></is></c><c r="B1" t="inlineStr"><is><r><t>一</t></r><r><rPr><b/></rPr><t>二</t></r><rPh sb="0" eb="1"><t>yī</t></rPh></is></c><c r="C1" t="inlineStr"><is/></c></row></sheetData>',
    );
    expect(valuesOf(readBook(workbook({ 'xl/worksheets/sheet1.xml': sheet })))).toEqual([[' 空格 ', '一二', '']]);
  });

  it('are read from shared strings, with runs and phonetic guides, and their letters stay as they were drawn', () => {
    const rich = '<si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r></si>';
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/sharedStrings.xml': stringTable(
          `${rich}<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si><si><t>a_x000D_b&#10;&#x1F600;</t></si>`,
        ),
        'xl/worksheets/sheet1.xml': worksheet(
          `<sheetData><row r="1">${[0, 1, 2, 3, 4].map((at) => `<c r="${'ABCDE'[at]}1" t="s"><v>${at}</v></c>`).join('')}</row></sheetData>`,
        ),
      }),
    );
    expect(valuesOf(book)).toEqual([['粗 细', '東京', '', '', 'a\rb\n😀']]);
    const bytes = changed(book);
    expect(part(bytes, 'xl/sharedStrings.xml')).toContain(rich);
    expect(valuesOf(readBook(bytes))).toEqual([['粗 细', '東京', '', '', 'a\rb\n😀']]);
  });

  it('are found without places: rows and cells that do not say where they are follow each other', () => {
    const sheet = worksheet(
      '<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c><v>4</v></c><c r="D4"><v>5</v></c><c><v>6</v></c></row><row/><row><c><v>7</v></c></row></sheetData>',
    );
    expect(valuesOf(readBook(workbook({ 'xl/worksheets/sheet1.xml': sheet })))).toEqual([
      [1, null, 3],
      undefined,
      undefined,
      [4, null, null, 5, 6],
      [],
      [7],
    ]);
  });

  it('are read where the elements have a prefix, and the file can be written again', () => {
    const prefixed = (xml: string) => xml.replace(/<(\/?)(?!\?)/g, '<$1x:').replace(/ xmlns="/, ' xmlns:x="');
    const book = readBook(
      workbook({
        'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:d="${OFFICE}"><x:sheets><x:sheet name="表一" sheetId="1" d:id="rId1"/></x:sheets></x:workbook>`,
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/sharedStrings.xml': prefixed(stringTable('<si><t>词</t></si>')),
        'xl/styles.xml': prefixed(
          stylesheet(
            '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><cellXfs count="2"><xf/><xf fontId="1"/></cellXfs>',
          ),
        ),
        'xl/worksheets/sheet1.xml': prefixed(
          worksheet(
            '<cols><col min="1" max="1" width="20" customWidth="1"/></cols><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f>A1&amp;1</f><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>',
          ),
        ),
      }),
    );
    const look = (read: Book) => ({
      values: valuesOf(read),
      bold: read.styles[first(read).rows[0]?.styles[0] ?? 0]?.bold,
      width: first(read).columns[0]?.width,
      formula: first(read).rows[0]?.formulas?.get(1),
      merges: first(read).merges.length,
    });
    const expected = { values: [['词', 2]], bold: true, width: 145, formula: '=A1&1', merges: 1 };
    expect(look(book)).toEqual(expected);
    expect(look(readBook(changed(book)))).toEqual(expected);
    book.sheets[0] = { ...first(book), changed: false };
    expect(look(readBook(writeBook(book)))).toEqual(expected);
  });

  it('are read from parts with other line ends, comments, CDATA, single quotes, in UTF-16', () => {
    const xml = worksheet(
      "<sheetData>\r\n<!-- <row r='9'><c r='A9'><v>9</v></c></row> --><row r='1'>\r\n<c r='A1' t='inlineStr'><is><t>一\r\n二</t></is></c><c r='B1' t='str'><v><![CDATA[a<b & ]]>c</v></c></row></sheetData>",
    );
    expect(valuesOf(readBook(workbook({ 'xl/worksheets/sheet1.xml': xml })))).toEqual([['一\n二', 'a<b & c']]);
  });

  it('with formulas shared between them have each its own, and array formulas stay array formulas', () => {
    const sheet = worksheet(
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+_xlfn.DAYS(1,2)</f><v>1</v></c><c r="D1"><f t="array" ref="D1:D2">TRANSPOSE(A1:B1)</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="D2"><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row></sheetData>',
    );
    const book = readBook(workbook({ 'xl/worksheets/sheet1.xml': sheet }));
    expect(first(book).rows.map((row) => [...(row?.formulas ?? [])])).toEqual([
      [
        [0, '=B1*$C$1+DAYS(1,2)'],
        [3, '=ARRAYFORMULA(TRANSPOSE(A1:B1))'],
      ],
      [[0, '=B2*$C$1+DAYS(1,2)']],
      [[0, '=B3*$C$1+DAYS(1,2)']],
    ]);
    expect(part(changed(book), 'xl/worksheets/sheet1.xml')).toContain(
      '<f t="array" ref="D1:D2">TRANSPOSE(A1:B1)</f><v>1</v>',
    );
  });

  it('that count days from 1904 are the same days here, and again in the file', () => {
    const parts = {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': withStyles,
      'xl/styles.xml': stylesheet(
        '<numFmts count="2"><numFmt numFmtId="170" formatCode="[h]:mm"/><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>',
      ),
      'xl/worksheets/sheet1.xml': worksheet(
        '<sheetData><row r="1"><c r="A1" s="1"><v>43607</v></c><c r="B1" s="2"><v>1.5</v></c><c r="C1" s="3"><v>43607</v></c><c r="D1"><v>43607</v></c></row></sheetData>',
      ),
    };
    const book = readBook(workbook(parts));
    // 23 May 2023 is day 45069 from 1899-12-30; lengths of time and plain numbers are what they are.
    expect(valuesOf(book)).toEqual([[45_069, 1.5, 45_069, 43_607]]);
    const bytes = changed(book);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A1" s="1"><v>43607<\/v>.*<v>1.5<\/v>/);
    expect(valuesOf(readBook(bytes))).toEqual([[45_069, 1.5, 45_069, 43_607]]);
  });

  it('are dates also under the Chinese formats that have a number only', () => {
    const xfs = [27, 28, 29, 30, 31, 36, 50, 57, 58].map((id) => `<xf numFmtId="${id}"/>`).join('');
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/styles.xml': stylesheet(`<cellXfs>${xfs}</cellXfs>`),
        'xl/worksheets/sheet1.xml': worksheet(
          `<sheetData><row r="1">${Array.from({ length: 9 }, (_, at) => `<c s="${at}"><v>45069</v></c>`).join('')}</row></sheetData>`,
        ),
      }),
    );
    const formats = first(book).rows[0]?.styles.map((style) => book.styles[style]?.numberFormat ?? '');
    for (const format of formats ?? []) expect(format).toMatch(/[ymd]/);
  });

  it('with dates written out are days', () => {
    const sheet = worksheet(
      '<sheetData><row><c t="d"><v>2023-05-23</v></c><c t="d"><v>2023-05-23T12:00:00</v></c><c t="d"><v>2023-05-23T06:00:00.000Z</v></c></row></sheetData>',
    );
    expect(valuesOf(readBook(workbook({ 'xl/worksheets/sheet1.xml': sheet })))).toEqual([
      [45_069, 45_069.5, 45_069.25],
    ]);
  });

  it('down to the last row of the file, for their look only, do not make the grid grow', () => {
    const book = readBook(
      workbook({
        'xl/worksheets/sheet1.xml': worksheet(
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"/></row></sheetData><rowBreaks count="1"><brk id="3"/></rowBreaks>',
        ),
      }),
    );
    expect(first(book).maxRows).toBe(1000);
    expect(first(book).rows).toHaveLength(1);
  });

  it('are none where the list of rows is empty, whatever follows it', () => {
    const sheet = worksheet('<sheetData/><rowBreaks count="1" manualBreakCount="1"><brk id="3"/></rowBreaks>');
    expect(first(readBook(workbook({ 'xl/worksheets/sheet1.xml': sheet }))).rows).toEqual([]);
  });

  it('of a row or a column with a look of its own have it while they are blank', () => {
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/styles.xml': stylesheet('<cellXfs><xf/><xf numFmtId="49"/><xf numFmtId="10"/></cellXfs>'),
        'xl/worksheets/sheet1.xml': worksheet(
          '<cols><col min="3" max="4" width="9" style="1"/></cols><sheetData><row r="1"><c r="B1"><v>1</v></c></row><row r="2" s="2" customFormat="1"><c r="B2" s="1"><v>1</v></c></row></sheetData>',
        ),
      }),
    );
    const formats = first(book).rows.map((row) => row?.styles.slice(0, 5).map((at) => book.styles[at]?.numberFormat));
    expect(formats).toEqual([
      [undefined, undefined, '@', '@'],
      ['0.00%', '@', '0.00%', '0.00%', '0.00%'],
    ]);
  });
});

describe('how parts name each other', () => {
  it.each([
    ['from the root', '/xl/worksheets/sheet1.xml'],
    ['from where they stand', 'worksheets/sheet1.xml'],
    ['by way of the folder above', '../xl/./worksheets/sheet1.xml'],
    ['in other capitals', 'Worksheets/Sheet1.xml'],
  ])('may be %s', (_, target) => {
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', target)),
        'xl/worksheets/sheet1.xml': worksheet('<sheetData><row><c><v>5</v></c></row></sheetData>'),
      }),
    );
    expect(valuesOf(book)).toEqual([[5]]);
    expect(valuesOf(readBook(changed(book)))).toEqual([[5]]);
  });

  it('may be in folders of their own, and stays so', () => {
    const book = readBook(
      workbook({
        '_rels/.rels': relations(relation('rId1', 'officeDocument', '/buch/mappe.xml')),
        'xl/workbook.xml': null,
        'xl/_rels/workbook.xml.rels': null,
        'xl/worksheets/sheet1.xml': null,
        'buch/mappe.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="a"/></sheets></workbook>`,
        'buch/_rels/mappe.xml.rels': relations(relation('a', 'worksheet', '/blatt.xml')),
        'blatt.xml': worksheet('<sheetData><row><c t="inlineStr"><is><t>在</t></is></c></row></sheetData>'),
      }),
    );
    const bytes = changed(book);
    expect(partNames(bytes)).toContain('blatt.xml');
    expect(valuesOf(readBook(bytes))).toEqual([['在']]);
  });
});

describe('what the model has no word for', () => {
  const parts = {
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId5', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'),
    ),
    'xl/worksheets/sheet1.xml': worksheet(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><hyperlinks><hyperlink ref="A1" r:id="rId4"/></hyperlinks><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId6"/></tableParts>' +
        '<extLst><ext xmlns:x14="urn:x14" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups/></ext></extLst>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      relation('rId1', 'drawing', '../drawings/drawing1.xml'),
      relation('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
      relation('rId3', 'comments', '../comments1.xml'),
      `<Relationship Id="rId4" Type="${OFFICE}/hyperlink" Target="https://example.cn/?a=1&amp;b=2" TargetMode="External"/>`,
      relation('rId5', 'pivotTable', '../pivotTables/pivotTable1.xml'),
      relation('rId6', 'table', '../tables/table1.xml'),
    ),
    'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="urn:x"><图/></xdr:wsDr>',
    'xl/drawings/_rels/drawing1.xml.rels': relations(relation('rId1', 'chart', '../charts/chart1.xml')),
    'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="urn:c"/>',
    'xl/media/image1.png': '\u0089PNG not text',
    'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition/>',
    'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition/>',
    'xl/tables/table1.xml': '<table/>',
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="b1"><x:ClientData ObjectType="Button"/></v:shape><v:shape id="n1"><x:ClientData ObjectType="Note"><x:Row>0</x:Row></x:ClientData></v:shape></xml>',
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>王主任</author></authors><commentList><comment ref="A1" authorId="0"><text><r><rPr><b/></rPr><t>批</t></r><r><t>注</t></r></text></comment></commentList></comments>`,
    'customXml/item1.xml': '<ours/>',
    'docProps/custom.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="urn:vt"><property fmtid="{X}" pid="2" name="密级"><vt:lpwstr>内部</vt:lpwstr></property></Properties>',
  };

  it('stays in the file: chart, picture, pivot table, table, link, custom parts and properties', () => {
    const given = workbook(parts);
    const bytes = changed(readBook(given));
    const touched = new Set([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/custom.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    for (const name of partNames(given))
      if (!touched.has(name)) expect(part(bytes, name), name).toBe(part(given, name));
    expect(part(bytes, 'docProps/custom.xml')).toContain('name="密级"><vt:lpwstr>内部</vt:lpwstr>');
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    for (const kept of [
      '<drawing r:id="rId1"/>',
      '<legacyDrawing r:id="rId2"/>',
      '<tablePart r:id="rId6"/>',
      '<x14:sparklineGroups/>',
    ])
      expect(sheet).toContain(kept);
    expect(part(bytes, 'xl/_rels/workbook.xml.rels')).toContain('pivotCacheDefinition1.xml');
  });

  it('stays beside notes that are changed: the buttons drawn in the same part', () => {
    const book = readBook(workbook(parts));
    expect(first(book).notes.get(32_769)).toBe('批注');
    first(book).notes.set(2 * 32_768 + 2, '新的');
    const bytes = changed(book);
    const vml = part(bytes, 'xl/drawings/vmlDrawing1.vml');
    expect(vml).toContain('ObjectType="Button"');
    expect(vml.match(/ObjectType="Note"/g)).toHaveLength(2);
    expect([...(readBook(bytes).sheets[0]?.notes.values() ?? [])]).toEqual(['批注', '新的']);
    first(book).notes.clear();
    const without = changed(book);
    expect(part(without, 'xl/drawings/vmlDrawing1.vml')).toContain('ObjectType="Button"');
    expect(partNames(without)).not.toContain('xl/comments1.xml');
    expect(part(without, 'xl/worksheets/sheet1.xml')).toContain('<legacyDrawing r:id="rId2"/>');
  });

  it('stays in its place among the tabs: a chart sheet, and what is hidden more than hidden', () => {
    const tab = (name: string, id: number, more = '') => `<sheet name="${name}" sheetId="${id}" r:id="r${id}"${more}/>`;
    const book = readBook(
      workbook({
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="2"/></bookViews><sheets>${tab('甲', 4)}${tab('图', 9)}${tab('乙', 5)}${tab('密', 6, ' state="veryHidden"')}</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">乙!$A$1:$B$9</definedName></definedNames></workbook>`,
        'xl/_rels/workbook.xml.rels': relations(
          relation('r4', 'worksheet', 'worksheets/sheet1.xml'),
          relation('r9', 'chartsheet', 'chartsheets/sheet1.xml'),
          relation('r5', 'worksheet', 'worksheets/sheet2.xml'),
          relation('r6', 'worksheet', 'worksheets/sheet3.xml'),
        ),
        'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        'xl/worksheets/sheet2.xml': worksheet(
          '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/>',
        ),
        'xl/worksheets/sheet3.xml': worksheet('<sheetData/>'),
      }),
    );
    expect(book.sheets.map(({ name }) => name)).toEqual(['甲', '乙', '密']);
    expect(book.sheets.find(({ id }) => id === book.activeSheetId)?.name).toBe('乙');
    // The sheet in front goes; the one behind gets another name and moves.
    const [, second, third] = book.sheets;
    if (!second || !third) throw new Error('no sheets');
    second.name = '乙 新';
    book.sheets = [third, second];
    const xml = part(writeBook(book), 'xl/workbook.xml');
    expect([...xml.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(([, name, id]) => [name, id])).toEqual([
      ['图', '9'],
      ['密', '6'],
      ['乙 新', '5'],
    ]);
    expect(xml).toContain('state="veryHidden"');
    expect(xml).toContain('activeTab="2"');
    expect(xml).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="2">'乙 新'!$A$1:$B$9</definedName>`);
  });

  it('stays on rules that are known: error messages of a dropdown, whole numbers, a data bar', () => {
    const list =
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="错了" error="请从清单里选" sqref="A2:A9"><formula1>"甲,乙"</formula1></dataValidation>';
    const whole =
      '<dataValidation type="whole" operator="greaterThan" showErrorMessage="1" sqref="B2:B9"><formula1>0</formula1></dataValidation>';
    const named =
      '<dataValidation type="list" showErrorMessage="1" sqref="C2:C9"><formula1>部门名单</formula1></dataValidation>';
    const length =
      '<dataValidation type="textLength" operator="lessThan" showErrorMessage="1" sqref="D2:D9"><formula1>9</formula1></dataValidation>';
    const bar =
      '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule>';
    const stop = '<cfRule type="expression" dxfId="0" priority="7" stopIfTrue="1"><formula>A2=1</formula></cfRule>';
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/styles.xml': stylesheet('<dxfs count="1"><dxf><border><left style="thin"/></border></dxf></dxfs>'),
        'xl/worksheets/sheet1.xml': worksheet(
          `<sheetData/><conditionalFormatting sqref="A2:A9">${bar}${stop}</conditionalFormatting><dataValidations count="4">${list}${whole}${named}${length}</dataValidations>`,
        ),
      }),
    );
    expect(first(book).validations.map(({ criterion }) => criterion)).toEqual(['VALUE_IN_LIST', 'NUMBER_GREATER_THAN']);
    expect(first(book).conditionalFormats).toHaveLength(1);
    const xml = part(changed(book), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('errorTitle="错了" error="请从清单里选"');
    expect(xml).toContain('type="whole"');
    expect(xml).toContain('<formula1>部门名单</formula1>');
    expect(xml).toContain('type="textLength"');
    expect(xml).toContain('<dataValidations count="4">');
    expect(xml).toContain('<cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1">');
    expect(xml).toContain('<cfRule type="dataBar" priority="2">');
    // A rule set here since goes before one that stood there: a cell has one.
    first(book).validations.push({
      areas: [{ row: 2, column: 4, rows: 3, columns: 1 }],
      criterion: 'VALUE_IN_LIST',
      values: [['是']],
      allowInvalid: false,
      showDropdown: true,
    });
    expect(part(changed(book), 'xl/worksheets/sheet1.xml')).toMatch(/type="textLength"[^>]*sqref="D5:D9"/);
  });

  it('is read from Excel’s extension: a dropdown whose choices are on another sheet', () => {
    const extension =
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x14"><x14:dataValidations count="1" xmlns:xm="urn:xm"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>表一!$H$2:$H$14</xm:f></x14:formula1><xm:sqref>B2:B99</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{X}"><other/></ext></extLst>';
    const book = readBook(workbook({ 'xl/worksheets/sheet1.xml': worksheet(`<sheetData/>${extension}`) }));
    expect(first(book).validations).toMatchObject([
      {
        criterion: 'VALUE_IN_RANGE',
        values: ['表一!$H$2:$H$14'],
        areas: [{ row: 2, column: 2, rows: 98, columns: 1 }],
      },
    ]);
    const xml = part(changed(book), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<formula1>表一!$H$2:$H$14</formula1>');
    expect(xml).not.toContain('x14:dataValidation');
    expect(xml).toContain('<other/>');
  });

  it('stays on a sheet another program protected: its password and its open cells', () => {
    const protection =
      '<sheetProtection algorithmName="SHA-512" hashValue="x==" saltValue="y==" spinCount="100000" sheet="1" objects="1"/>';
    const styles = stylesheet(
      '<cellXfs count="2"><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>',
    );
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/styles.xml': styles,
        'xl/worksheets/sheet1.xml': worksheet(
          `<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>${protection}`,
        ),
      }),
    );
    const bytes = changed(book);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain(protection);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<c r="A1" s="1">');
    const again = readBook(bytes);
    expect(part(changed(again), 'xl/worksheets/sheet1.xml')).toContain(protection);
    first(again).protections = [];
    expect(part(changed(again), 'xl/worksheets/sheet1.xml')).not.toContain('sheetProtection');
  });

  it('stays on a cell whose look is changed: indent, pattern, font of the theme, hidden formula', () => {
    const styles = stylesheet(
      '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><sz val="11"/><color theme="1"/><name val="等线"/><scheme val="minor"/></font></fonts>' +
        '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="darkUp"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>' +
        '<borders count="1"><border/></borders><cellXfs count="2"><xf/><xf fontId="1" fillId="2"><alignment horizontal="left" indent="3" wrapText="1"/><protection hidden="1"/></xf></cellXfs>',
    );
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/styles.xml': styles,
        'xl/worksheets/sheet1.xml': worksheet('<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>'),
      }),
    );
    const row = first(book).rows[0];
    const style = book.styles[row?.styles[0] ?? 0];
    book.styles.push({ ...style, numberFormat: '0.0', vertical: 'top' });
    if (row) row.styles = [book.styles.length - 1];
    const xml = part(changed(book), 'xl/styles.xml');
    const [last = ''] = /<xf[^>]*>(?:(?!<xf)[\s\S])*<\/xf><\/cellXfs>/.exec(xml) ?? [];
    for (const kept of ['fontId="1"', 'fillId="2"', 'indent="3"', 'vertical="top"', 'wrapText="1"', 'hidden="1"'])
      expect(last).toContain(kept);
  });

  it('is understood where it is a colour of the theme, with a tint, or of the old palette', () => {
    const color = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
    const theme = `<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${color('dk2', '44546A')}${color('lt2', 'E7E6E6')}${color('accent1', '4472C4')}${color('accent2', 'ED7D31')}</a:clrScheme></a:themeElements></a:theme>`;
    const fill = (about: string) => `<fill><patternFill patternType="solid"><fgColor ${about}/></patternFill></fill>`;
    const fills = [
      'theme="4"',
      'theme="4" tint="0.7999816888943144"',
      'theme="0" tint="-0.249977111117893"',
      'indexed="10"',
      'theme="3"',
    ];
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/theme/theme1.xml': theme,
        'xl/styles.xml': stylesheet(
          `<fills>${fills.map(fill).join('')}</fills><cellXfs>${fills.map((_, at) => `<xf fillId="${at}"/>`).join('')}</cellXfs>`,
        ),
        'xl/worksheets/sheet1.xml': worksheet(
          `<sheetPr><tabColor theme="4"/></sheetPr><sheetData><row>${fills.map((_, at) => `<c s="${at}"/>`).join('')}</row></sheetData>`,
        ),
      }),
    );
    const found = first(book).rows[0]?.styles.map((style) => book.styles[style]?.background);
    // What Excel shows as "Blue, Accent 1", the same 80 % lighter, "White, Background 1, Darker 25 %", red, "Blue-Gray,
    // Text 2"; it rounds on the way, so a shade may differ.
    const channels = (color = '') => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    for (const [index, color] of ['#4472c4', '#d9e1f2', '#bfbfbf', '#ff0000', '#44546a'].entries()) {
      const apart = channels(found?.[index]).map((value, at) => Math.abs(value - (channels(color)[at] ?? 0)));
      expect(Math.max(...apart), color).toBeLessThanOrEqual(2);
    }
    expect(first(book).tabColor).toBe('#4472c4');
    expect(part(changed(book), 'xl/worksheets/sheet1.xml')).toContain('<tabColor theme="4"/>');
  });

  it('of two formats with the same code none is lost', () => {
    const book = readBook(
      workbook({
        'xl/_rels/workbook.xml.rels': withStyles,
        'xl/styles.xml': stylesheet(
          '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0&quot;元&quot;"/><numFmt numFmtId="165" formatCode="0.0&quot;元&quot;"/></numFmts><cellXfs count="3"><xf/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
        ),
      }),
    );
    const xml = part(changed(book), 'xl/styles.xml');
    expect(xml).toContain('numFmtId="164" formatCode');
    expect(xml).toContain('numFmtId="165" formatCode');
  });
});

describe('a tab renamed in another program', () => {
  it('keeps who may edit it, since it is known by its place', () => {
    const book = readBook(workbook());
    first(book).protections = [
      {
        id: 'p1-1',
        area: { row: 1, column: 1, rows: 1, columns: 5 },
        unprotected: [],
        description: '表头',
        warningOnly: false,
        editors: ['a@example.cn'],
        domainEdit: false,
        mirrorsFile: false,
      },
    ];
    const bytes = changed(book);
    const renamed = workbook({
      ...Object.fromEntries(partNames(bytes).map((name) => [name, part(bytes, name)])),
      'xl/workbook.xml': part(bytes, 'xl/workbook.xml').replace('name="表一"', 'name="改了名"'),
    });
    const sheet = first(readBook(renamed));
    expect(sheet.name).toBe('改了名');
    expect(sheet.protections[0]?.editors).toEqual(['a@example.cn']);
  });
});
