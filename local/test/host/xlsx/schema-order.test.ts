import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/book/book.ts';
import { emptyBook } from '../../../src/book/new-book.ts';
import { readBook } from '../../../src/xlsx/read.ts';
import { writeBook } from '../../../src/xlsx/write.ts';
import { childNames, part, partNames, relation, relations, stylesheet, workbook, worksheet } from './parts.ts';

/** ECMA-376 part 1, CT_Worksheet: Excel repairs, and so robs, a file whose elements stand in another order. */
const WORKSHEET =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );
/** CT_Workbook */
const WORKBOOK =
  'fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );
/** CT_Stylesheet */
const STYLESHEET = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
  ' ',
);

function expectOrder(found: readonly string[], schema: readonly string[]): void {
  const places = found.map((name) => schema.indexOf(name));
  expect(places, found.join(' ')).not.toContain(-1);
  expect(places, found.join(' ')).toEqual([...places].sort((a, b) => a - b));
}

/** Everything the model can say of a sheet. */
function fillSheet(sheet: Sheet): void {
  const area = { row: 1, column: 1, rows: 3, columns: 2 };
  sheet.rows = [{ values: ['a', 1], styles: [1, 0], height: 40 }];
  sheet.columns = [{ width: 200 }];
  sheet.tabColor = '#112233';
  sheet.frozenRows = 1;
  sheet.merges = [area];
  sheet.notes.set(32_769, '说明');
  sheet.filter = { area, criteria: new Map() };
  sheet.validations = [
    { areas: [area], criterion: 'VALUE_IN_LIST', values: [['是', '否']], allowInvalid: false, showDropdown: true },
  ];
  sheet.conditionalFormats = [
    {
      areas: [area],
      rule: { kind: 'boolean', criterion: 'CELL_EMPTY', values: [], format: { background: '#ff0000' } },
    },
  ];
  sheet.protections = [
    {
      id: 'p0-1',
      area: null,
      unprotected: [area],
      description: '',
      warningOnly: false,
      editors: [],
      domainEdit: false,
      mirrorsFile: false,
    },
  ];
  sheet.changed = true;
}

const FOREIGN = worksheet(
  '<sheetPr codeName="Tabelle1"><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1"/><sheetViews><sheetView zoomScale="85" workbookViewId="0"/></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="14"/><sheetData/><sheetCalcPr fullCalcOnLoad="1"/><protectedRanges><protectedRange name="r" sqref="A1"/></protectedRanges><scenarios/>' +
    '<sortState ref="A1:B2"/><dataConsolidate/><customSheetViews/><phoneticPr fontId="0"/><hyperlinks><hyperlink ref="A1" location="表一!A2"/></hyperlinks>' +
    '<printOptions gridLines="1"/><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><pageSetup paperSize="8"/><headerFooter><oddFooter>第&amp;P页</oddFooter></headerFooter>' +
    '<rowBreaks count="1"><brk id="9"/></rowBreaks><colBreaks/><customProperties/><cellWatches/><ignoredErrors><ignoredError sqref="A1" numberStoredAsText="1"/></ignoredErrors>' +
    '<drawing r:id="rId1"/><legacyDrawingHF r:id="rId2"/><picture r:id="rId3"/><oleObjects/>' +
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>' +
    '<webPublishItems/><tableParts count="0"/><extLst><ext uri="{X}"/></extLst>',
);

describe('the order of elements in a written file', () => {
  it('of a new sheet with everything on it is the schema’s', () => {
    const book = emptyBook();
    book.styles.push({ numberFormat: '0.0', bold: true });
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    fillSheet(sheet);
    book.namedRanges = [{ name: '名', sheetId: 0, area: { row: 1, column: 1, rows: 2, columns: 1 } }];
    const bytes = writeBook(book);
    const names = childNames(part(bytes, 'xl/worksheets/sheet1.xml'));
    expectOrder(names, WORKSHEET);
    expect(names).toEqual(
      expect.arrayContaining(
        'sheetPr sheetViews cols sheetProtection autoFilter mergeCells conditionalFormatting dataValidations pageMargins legacyDrawing'.split(
          ' ',
        ),
      ),
    );
    expectOrder(childNames(part(bytes, 'xl/workbook.xml')), WORKBOOK);
    expectOrder(childNames(part(bytes, 'xl/styles.xml')), STYLESHEET);
  });

  it('of a sheet from another program, changed here, is the schema’s and nothing is left out', () => {
    const book = readBook(
      workbook({
        'xl/worksheets/sheet1.xml': FOREIGN,
        'xl/worksheets/_rels/sheet1.xml.rels': relations(
          relation('rId1', 'drawing', '../drawings/drawing1.xml'),
          relation('rId2', 'vmlDrawing', '../drawings/header.vml'),
        ),
        'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="urn:x"/>',
        'xl/drawings/header.vml': '<xml/>',
      }),
    );
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    fillSheet(sheet);
    const bytes = writeBook(book);
    const names = childNames(part(bytes, 'xl/worksheets/sheet1.xml')).map((name) =>
      name === 'mc:AlternateContent' ? 'controls' : name,
    );
    expectOrder(names, WORKSHEET);
    expect([...new Set(names)].sort()).toEqual(
      WORKSHEET.filter((name) => !['smartTags', 'drawingHF'].includes(name)).sort(),
    );
    // The picture of the header keeps its part, though notes have one of the same kind.
    expect(part(bytes, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain('/xl/drawings/header.vml');
    expect(partNames(bytes)).toContain('xl/drawings/header.vml');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('codeName="Tabelle1"');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('zoomScale="85"');
  });

  it('of a workbook part puts names behind external references and in front of pivot caches', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const book = readBook(
      workbook({
        'xl/workbook.xml':
          `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><fileVersion appName="xl"/><workbookPr codeName="Wb"/>` +
          '<sheets><sheet name="表一" sheetId="7" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences>' +
          '<definedNames><definedName name="税率">0.13</definedName></definedNames><calcPr calcId="191029" iterate="1"/><pivotCaches><pivotCache cacheId="1" r:id="rId8"/></pivotCaches><extLst/></workbook>',
      }),
    );
    book.namedRanges = [
      { name: '名', sheetId: book.sheets[0]?.id ?? 0, area: { row: 1, column: 1, rows: 2, columns: 1 } },
    ];
    const xml = part(writeBook(book), 'xl/workbook.xml');
    expectOrder(childNames(xml), WORKBOOK);
    expect(xml).toContain('<definedName name="税率">0.13</definedName>');
    expect(xml).toContain('<definedName name="名">');
    expect(xml).toContain('iterate="1"');
    expect(xml).toContain('<pivotCache cacheId="1" r:id="rId8"/>');
    expect(xml).toContain('sheetId="7"');
  });

  it('of styles holds where the file lacked some of the lists', () => {
    const styles = stylesheet(
      '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><cellXfs count="1"><xf numFmtId="0" fontId="0"/></cellXfs><tableStyles count="0"/><extLst/>',
    );
    const book = readBook(
      workbook({
        'xl/styles.xml': styles,
        'xl/_rels/workbook.xml.rels': relations(
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
          relation('rId2', 'styles', 'styles.xml'),
        ),
      }),
    );
    book.styles.push({ background: '#abcdef', numberFormat: '0.000', top: { style: 'thin', color: '#000000' } });
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    fillSheet(sheet);
    sheet.rows = [{ values: ['a'], styles: [book.styles.length - 1] }];
    const bytes = writeBook(book);
    const xml = part(bytes, 'xl/styles.xml');
    expectOrder(childNames(xml), STYLESHEET);
    // The first two fills mean none and grey, whatever stands there: ours comes behind them.
    expect(/<fills count="3">/.test(xml)).toBe(true);
    const read = readBook(bytes);
    expect(read.styles[read.sheets[0]?.rows[0]?.styles[0] ?? 0]).toMatchObject({
      background: '#abcdef',
      numberFormat: '0.000',
      top: { style: 'thin', color: '#000000' },
    });
  });
});
