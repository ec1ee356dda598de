import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, Row } from '../../../src/book/book.ts';
import { emptyBook } from '../../../src/book/new-book.ts';
import { readBook } from '../../../src/xlsx/read.ts';
import { writeBook } from '../../../src/xlsx/write.ts';
import { part } from './parts.ts';

/** What cells hold after the way through a file. */
function through(
  rows: CellValue[][],
  styles: number[][] = [],
  more: Parameters<typeof emptyBook>[0] = {},
): CellValue[][] {
  const book = emptyBook(more);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  sheet.rows = rows.map((values, index): Row => ({ values, styles: styles[index] ?? [] }));
  const read = readBook(writeBook(book)).sheets[0];
  return rows.map((values, row) => values.map((_, column) => read?.rows[row]?.values[column] ?? null));
}

describe('a text in a cell', () => {
  it.each([
    ['blanks at both ends', '  两边空格  '],
    ['nothing but blanks', '   '],
    ['full-width blanks', '　　段首'],
    ['line breaks and tabs', 'a\nb\n\n\tc\n'],
    ['carriage returns', 'a\r\nb\rc'],
    ['an emoji and characters beyond the basic plane', '😀👨‍👩‍👧𠮷𪚥'],
    ['half of a surrogate pair', 'a\ud83d b\ude00'],
    ['two halves the wrong way round', '\ude00\ud83d'],
    ['control characters', '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085'],
    ['characters that are none', '\ufffe\uffff'],
    ['what looks like an escape of the file', '_x000D_ _x005F_x000D_ _X000D_ _x00_ _xZZZZ_ _x000D'],
    ['escapes one after the other', '_x000D_x000D_x005F_'],
    ['what an escape behind it would complete', '_x0041\u0001 _x004\u0001 _\u0001'],
    ['markup', '<b>&amp;"\'</b> ]]> <!-- -->'],
    ['a formula typed as text', '=IMPORTXML("http://x")'],
    ['a number typed as text', '007'],
    ['words of the file', 'true #N/A NaN null undefined'],
  ])('comes back with %s', (_, text) => {
    expect(through([[text, text, `x${text}`]])).toEqual([[text, text, `x${text}`]]);
  });

  it.each([32_767, 32_768, 50_000])('comes back whole at %i characters', (length) => {
    const text = `开${'长文字😀'.repeat(length)}`.slice(0, length);
    expect(text).toHaveLength(length);
    expect(through([[text]])).toEqual([[text]]);
  });

  it('is the result of a formula too', () => {
    const book = emptyBook();
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    const text = '  _x000D_\u0001\r\n😀 <';
    sheet.rows = [{ values: [text], styles: [], formulas: new Map([[0, '=A2']]) }];
    expect(readBook(writeBook(book)).sheets[0]?.rows[0]?.values).toEqual([text]);
  });
});

describe('a value in a cell', () => {
  it.each([
    ['numbers', [0, -0, 1, -1.5, 0.1 + 0.2, 1e308, 5e-324, 1e21, 2 ** 53, 123_456_789.125]],
    ['truth', [true, false, true]],
    ['errors', [{ error: '#REF!' }, { error: '#N/A' }, { error: '#DIV/0!' }]],
    ['blanks between', [null, 1, null, null, 'x', null]],
  ] satisfies [string, CellValue[]][])('comes back: %s', (_, values) => {
    expect(through([values])).toEqual([values]);
  });

  it('that is a date comes back as the same moment, told by its format', () => {
    const book = emptyBook();
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    book.styles.push({ numberFormat: 'yyyy-mm-dd hh:mm:ss' });
    sheet.rows = [{ values: [45_069.987_5, 1, 60, -1], styles: [1, 1, 1, 1] }];
    const read = readBook(writeBook(book));
    expect(read.sheets[0]?.rows[0]?.values).toEqual([45_069.987_5, 1, 60, -1]);
    expect(read.styles[read.sheets[0]?.rows[0]?.styles[0] ?? 0]?.numberFormat).toBe('yyyy-mm-dd hh:mm:ss');
  });

  it('that is no number the file could hold is an error in it, not a damaged file', () => {
    expect(through([[Number.NaN, Number.POSITIVE_INFINITY]])).toEqual([[{ error: '#NUM!' }, { error: '#NUM!' }]]);
  });

  it('far to the right and far down is where it was', () => {
    const book = emptyBook({ rows: 12_000, columns: 800 });
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    const far: CellValue[] = Array.from({ length: 800 }, () => null);
    far[799] = '最右';
    sheet.rows = Array.from({ length: 12_000 }, (_, index) =>
      index === 11_999 ? { values: far, styles: [] } : undefined,
    );
    const bytes = writeBook(book);
    const [read] = readBook(bytes).sheets;
    expect(read?.rows[11_999]?.values[799]).toBe('最右');
    expect([read?.maxRows, read?.maxColumns]).toEqual([12_000, 800]);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<dimension ref="A1:ADT12000"/>');
  });
});

/** Any text: pairs, lone halves, control characters, and the letters escapes are made of, close together. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('_', 'x', '0', '4', '1', 'D', '\u0001', '\r', '\n', ' ', '&', '<', '\ud83d'),
    maxLength: 16,
  }),
);
const anyValue = fc.oneof(
  anyText.filter((text) => text !== ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom({ error: '#N/A' }, { error: '#VALUE!' }),
  fc.constant(null),
);

describe('any workbook', () => {
  it('comes back from a file with the same cells, twice over', () => {
    const grids = fc.array(fc.array(anyValue, { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(grids, (rows) => {
        const once = through(rows);
        expect(once).toEqual(rows);
        expect(through(once)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back with the same notes, dropdown choices and prompts, whatever stands in them', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.array(anyText, { minLength: 1, maxLength: 4 }), (note, help, choices) => {
        const book = emptyBook();
        const [sheet] = book.sheets;
        if (!sheet) throw new Error('no sheet');
        if (note !== '') sheet.notes.set(32_769, note);
        const areas = [{ row: 1, column: 1, rows: 9, columns: 1 }];
        const rule = { criterion: 'VALUE_IN_LIST', values: [choices], allowInvalid: true, showDropdown: false };
        sheet.validations = [{ areas, ...rule, ...(help === '' ? {} : { helpText: help }) }];
        const [read] = readBook(writeBook(book)).sheets;
        expect(read?.notes).toEqual(sheet.notes);
        expect(read?.validations).toEqual(sheet.validations);
      }),
      { numRuns: 200 },
    );
  });
});
