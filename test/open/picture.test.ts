/** What the page is told of a book: all of it once, then only what has become different. */
import { describe, expect, it } from 'vitest';
import { noteKey, styleIndex } from '../../local/book/book.ts';
import { putCell } from '../../local/book/cells.ts';
import { emptyBook } from '../../local/book/new-book.ts';
import { blankSheet, renameSheet } from '../../local/book/sheets.ts';
import { conditionalFormatsOf } from '../../local/open/grid/conditional-formats.ts';
import { hold } from '../../local/open/grid/held.ts';
import { styleData } from '../../local/open/grid/style-data.ts';
import { validationsOf } from '../../local/open/grid/validations.ts';
import { workbookData } from '../../local/open/grid/workbook-data.ts';
import { lookAt } from '../../local/open/picture.ts';

function seen() {
  const book = emptyBook({ rows: 20, columns: 5 });
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  const look = lookAt(book);
  const first = look();
  return { book, sheet, look, first };
}

describe('a look at the book', () => {
  it('finds everything new at first, and nothing after that', () => {
    const { first, look } = seen();
    expect(first?.whole.map(({ name, rows, columns }) => [name, rows, columns])).toEqual([['工作表1', 20, 5]]);
    expect(look()).toBeNull();
  });

  it('finds the cells that were written, emptied or dressed', () => {
    const { book, sheet, look } = seen();
    putCell(sheet, 2, 3, '查了三栋楼');
    putCell(sheet, 3, 1, null, '=1+1');
    expect(look()?.cells).toEqual([
      {
        sheet: 0,
        cells: [
          [2, 3, { value: '查了三栋楼' }],
          [3, 1, { formula: '=1+1' }],
        ],
      },
    ]);
    putCell(sheet, 2, 3, null);
    const row = sheet.rows[2];
    if (row) row.styles = [styleIndex(book, { background: '#fff2cc' })];
    expect(look()).toMatchObject({
      styles: [{ background: '#fff2cc' }],
      cells: [
        {
          sheet: 0,
          cells: [
            [2, 3, null],
            [3, 1, { formula: '=1+1', style: 1 }],
          ],
        },
      ],
    });
  });

  it('says nothing of blank cells that look like nothing', () => {
    const { book, sheet, look } = seen();
    sheet.rows[0] = { values: [], styles: [styleIndex(book, { numberFormat: '@', wrap: 'wrap' })] };
    expect(look()?.cells).toEqual([]);
  });

  it('finds a sheet whole where more than cells changed', () => {
    const { book, sheet, look } = seen();
    renameSheet(book, sheet, '月度报送');
    expect(look()?.whole.map(({ name }) => name)).toEqual(['月度报送']);
    sheet.notes.set(noteKey(1, 2), '只填数字');
    expect(look()?.whole[0]?.notes).toEqual([[1, 2, '只填数字']]);
  });

  it('finds sheets that came, went or moved', () => {
    const { book, look } = seen();
    book.sheets.push(blankSheet(1, '汇总-2023-05', 5, 5));
    expect(look()).toMatchObject({ order: [0, 1], whole: [{ name: '汇总-2023-05' }] });
    book.sheets.reverse();
    expect(look()).toMatchObject({ order: [1, 0], whole: [] });
    book.sheets.pop();
    expect(look()).toMatchObject({ order: [1], whole: [] });
  });
});

describe('the page’s own copy', () => {
  it('is what the changes make of it', () => {
    const { book, sheet, look, first } = seen();
    const held = hold({ styles: first?.styles ?? [], sheets: first?.whole ?? [] });
    putCell(sheet, 2, 3, '甲');
    const written = look();
    if (written) held.apply(written);
    expect([held.cell(0, 2, 3), held.rows(0)]).toEqual([{ value: '甲' }, [2, 2]]);
    book.sheets.push(blankSheet(1, '新', 5, 5));
    const added = look();
    if (added) held.apply(added);
    expect(held.sheets().map(({ name }) => name)).toEqual(['工作表1', '新']);
  });
});

describe('in Univer’s terms', () => {
  const drawn = () => {
    const { sheet, look } = seen();
    putCell(sheet, 1, 1, '007');
    putCell(sheet, 1, 2, 7);
    putCell(sheet, 1, 3, true);
    sheet.frozenRows = 1;
    sheet.columns[0] = { width: 240 };
    sheet.validations = [
      {
        areas: [{ row: 2, column: 1, rows: 9, columns: 1 }],
        criterion: 'VALUE_IN_RANGE',
        values: ["'工作表1'!$A$2:$A"],
        allowInvalid: true,
        showDropdown: true,
      },
      {
        areas: [{ row: 2, column: 2, rows: 9, columns: 1 }],
        criterion: 'VALUE_IN_LIST',
        values: [['通过', '退回']],
        allowInvalid: false,
        showDropdown: true,
      },
      {
        areas: [{ row: 2, column: 3, rows: 9, columns: 1 }],
        criterion: 'NUMBER_GREATER_THAN',
        values: [0],
        allowInvalid: false,
        showDropdown: true,
      },
    ];
    sheet.conditionalFormats = [
      {
        areas: [{ row: 2, column: 1, rows: 999, columns: 5 }],
        rule: {
          kind: 'boolean',
          criterion: 'CUSTOM_FORMULA',
          values: ['=$E2="退回"'],
          format: { background: '#e4d5f0' },
        },
      },
      {
        areas: [{ row: 2, column: 3, rows: 999, columns: 2 }],
        rule: { kind: 'boolean', criterion: 'CUSTOM_FORMULA', values: ['=LEFT(C2,1)="▲"'], format: { bold: true } },
      },
      {
        areas: [{ row: 2, column: 3, rows: 999, columns: 2 }],
        rule: { kind: 'boolean', criterion: 'CUSTOM_FORMULA', values: ['=LEFT($C2,1)="▲"'], format: { bold: true } },
      },
    ];
    const change = look();
    const [whole] = change?.whole ?? [];
    if (!whole) throw new Error('nothing is new');
    return { whole, all: change?.whole ?? [] };
  };

  it('texts stay texts, numbers numbers, boxes boxes; what is frozen is frozen', () => {
    const { all } = drawn();
    const { sheets } = workbookData({ styles: [{}], sheets: all }) as { sheets: Record<string, unknown> };
    expect(sheets['s0']).toMatchObject({
      cellData: { 0: { 0: { v: '007', t: 1 }, 1: { v: 7, t: 2 }, 2: { v: 1, t: 3 } } },
      freeze: { ySplit: 1, startRow: 1, xSplit: 0 },
      columnData: { 0: { w: 240 } },
    });
  });

  it('dropdowns come with the end of the sheet their list is on; rules without a face are left to the host', () => {
    const { whole, all } = drawn();
    expect(validationsOf(whole, all)).toMatchObject([
      { type: 'list', formula1: "='工作表1'!$A$2:$A$20" },
      { type: 'list', formula1: '通过,退回' },
    ]);
  });

  it('colours by rule end below the content; how a cell begins is no formula', () => {
    const { whole } = drawn();
    expect(conditionalFormatsOf(whole).map(({ ranges, rule }) => [ranges[0]?.endRow, rule])).toMatchObject([
      [49, { subType: 'formula', value: '=$E2="退回"' }],
      [49, { subType: 'text', operator: 'beginsWith', value: '▲' }],
      [49, { subType: 'formula', value: '=LEFT($C2,1)="▲"' }],
    ]);
  });

  it('looks are named as Univer names them', () => {
    expect(
      styleData({
        bold: true,
        fontColor: '#7a1f00',
        background: '#f4b183',
        wrap: 'wrap',
        horizontal: 'center',
        bottom: { style: 'thin', color: '#000000' },
        numberFormat: '@',
      }),
    ).toEqual({
      n: { pattern: '@' },
      bl: 1,
      cl: { rgb: '#7a1f00' },
      bg: { rgb: '#f4b183' },
      ht: 2,
      tb: 3,
      bd: { b: { s: 1, cl: { rgb: '#000000' } } },
    });
  });
});
