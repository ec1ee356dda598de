/** A sheet reaches as far as something stands in it. What is far from all else is left out of it, told, and never lost. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toldStrays } from '../../../src/file/stray-words.ts';
import { readBook } from '../../../src/xlsx/read.ts';
import { straysOf } from '../../../src/xlsx/strays.ts';
import { writeBook } from '../../../src/xlsx/write.ts';
import { part, relation, relations, stylesheet, workbook, worksheet } from './parts.ts';
import { looks, STRAYS } from './stray-cases.ts';

const PATH = 'xl/worksheets/sheet1.xml';

const STYLES = stylesheet(
  '<fonts><font/><font><b/></font></fonts><fills><fill/></fills><borders><border/></borders>' +
    '<cellXfs><xf/><xf fontId="1"/></cellXfs>',
);

const file = (sheet: string): Uint8Array =>
  workbook({
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': STYLES,
    [PATH]: sheet,
  });

const TABLE = '<row r="1"><c r="A1" t="inlineStr"><is><t>部门</t></is></c><c r="B1"><v>7</v></c></row>';

const sheetWith = (cells: string, before = '', behind = ''): string =>
  worksheet(`${before}<sheetData>${TABLE}${cells}</sheetData>${behind}`);

/** Read, changed so that the sheet is written anew, and written. */
function changed(bytes: Uint8Array): Uint8Array {
  const book = readBook(bytes);
  const [sheet] = book.sheets;
  const [row] = sheet?.rows ?? [];
  if (!sheet || !row) throw new Error('no table');
  row.values[0] = '科室';
  sheet.changed = true;
  return writeBook(book);
}

describe.each([...STRAYS, ...looks(50_000)])('$name', ({ spoil, cell }) => {
  const bytes = file(spoil(sheetWith('')));
  const book = readBook(bytes);

  it('makes the sheet no larger, and its table stands in it', () => {
    expect(book.sheets[0]).toMatchObject({ maxRows: 1000, maxColumns: 26 });
    expect(book.sheets[0]?.rows[0]?.values).toEqual(['部门', 7]);
    expect(book.sheets[0]?.rows.length).toBeLessThanOrEqual(1000);
  });

  it(`is told of with its sheet, cell and what to do: ${cell ?? 'nothing, since nothing stands there'}`, () => {
    expect(straysOf(book)).toEqual(cell === undefined ? [] : [{ sheet: '表一', count: 1, cells: [cell] }]);
    const chinese = toldStrays(straysOf(book), 'zh-CN');
    const english = toldStrays(straysOf(book), 'en');
    if (cell === undefined) expect([chinese, english]).toEqual([null, null]);
    else {
      expect(chinese).toContain(`工作表“表一”的 ${cell} 里有内容`);
      expect(chinese).toContain('删除所在的行或列');
      expect(english).toContain(`“表一” ${cell}`);
      expect(english).toContain('delete its row or column');
    }
  });

  it('is in the file as before when the sheet was changed and saved', () => {
    const saved = changed(bytes);
    const read = readBook(saved);
    expect(read.sheets[0]?.rows[0]?.values).toEqual(['科室', 7]);
    expect(straysOf(read)).toEqual(straysOf(book));
    const last = (xml: string) => xml.slice(xml.lastIndexOf('<row '), xml.indexOf('</sheetData>'));
    const count = (xml: string) => xml.split('<row ').length;
    const [before, after] = [part(bytes, PATH), part(saved, PATH)];
    expect(count(after)).toBe(count(before));
    expect(last(after).replace(/t="s"><v>\d+<\/v>/, 't="inlineStr"><is><t>误</t></is>')).toContain(
      last(before).includes('A1"')
        ? '科室'.slice(2)
        : last(before)
            .replace(/^<row r="\d+"/, '')
            .replace(/\/>$/, ''),
    );
    for (const [element] of before.matchAll(/<(?:mergeCell |col )[^>]*>/g)) {
      // Of columns in the grid the width is written out; those beyond are said as they were.
      expect(after).toContain(element.startsWith('<col ') ? 'max="16384" width="9" style="1"' : element);
    }
  });
});

describe('what is near', () => {
  const cell = (a1: string) => `<c r="${a1}"><v>1</v></c>`;

  it.each([
    ['a thousand blank rows below', `<row r="1001">${cell('A1001')}</row>`, [1001, 26]],
    ['a hundred blank columns beside', `<row r="2">${cell('DQ2')}</row>`, [1000, 121]],
    ['far, but the sheet stays small', `<row r="60000">${cell('A60000')}</row>`, [60_000, 26]],
  ] as const)('is in the sheet: %s', (_, rows, size) => {
    const book = readBook(file(sheetWith(rows)));
    expect([book.sheets[0]?.maxRows, book.sheets[0]?.maxColumns]).toEqual(size);
    expect(straysOf(book)).toEqual([]);
  });

  it('formats of rows further down are there as soon as something stands below them', () => {
    const rows = `<row r="1500"><c r="A1500" s="1"/></row><row r="2001">${cell('B2001')}</row>`;
    const book = readBook(file(sheetWith(`<row r="1001">${cell('A1001')}</row>${rows}`)));
    expect(book.styles[book.sheets[0]?.rows[1499]?.styles[0] ?? 0]).toMatchObject({ bold: true });
    expect(book.sheets[0]?.maxRows).toBe(2001);
  });

  it('what stands together on more cells than a workbook may have is refused, with the sheet and its last cell', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `<row r="${(at + 1) * 1000}">${cell(`K${(at + 1) * 1000}`)}</row>`,
    );
    expect(() => readBook(file(sheetWith(rows.join(''))))).toThrowError(
      expect.objectContaining({ reason: 'tooManyCells', place: { sheet: '表一', cell: 'K1000000' } }),
    );
  });
});

describe('a sheet of hundreds of megabytes', () => {
  // Beyond sixteen megabytes it is read piece by piece.
  const ROWS = 20_000;
  const padding = 'x'.repeat(900);
  const row = (number: number) =>
    `<row r="${number}"><c r="A${number}" t="str"><v>第 ${number} 行的文字</v></c><c r="B${number}" t="str"><v>${padding}</v></c></row>`;
  const rows = Array.from({ length: ROWS }, (_, at) => row(at + 2)).join('');
  const SELECTED = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>';
  const last = (bytes: Uint8Array) => readBook(bytes).sheets[0]?.rows[ROWS]?.values[0];
  const END = `第 ${ROWS + 1} 行的文字`;

  it('is read to its last row, characters whole', () => {
    expect(last(file(sheetWith(rows)))).toBe(END);
  });

  it.each<readonly [string, (sheet: string) => string]>([
    [
      'a prefix on every element',
      (sheet) => sheet.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace(' xmlns=', ' xmlns:x='),
    ],
    ['comments that look like rows', (sheet) => sheet.replace(/(<row r="\d+000">)/g, '<!-- <row r="5"></row> -->$1')],
    ['CDATA', (sheet) => sheet.replace(/<v>(第 \d+000 行[^<]*)<\/v>/g, '<v><![CDATA[$1]]></v>')],
    ['line ends of Windows', (sheet) => sheet.replace(/<row /g, '\r\n<row ')],
  ])('with %s', (_, write) => {
    expect(last(file(write(sheetWith(rows))))).toBe(END);
  });

  it('that breaks off, or has a DOCTYPE, is refused', () => {
    const broken = sheetWith(rows).replace('</sheetData></worksheet>', '');
    expect(() => readBook(file(broken))).toThrowError(expect.objectContaining({ reason: 'damaged' }));
    const unsafe = sheetWith(rows).replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet');
    expect(() => readBook(file(unsafe))).toThrowError(expect.objectContaining({ reason: 'unsafe' }));
  });

  it('goes back into the file byte for byte where nothing in it changed', () => {
    const bytes = file(sheetWith(rows, SELECTED));
    const saved = unzipSync(writeBook(readBook(bytes)));
    expect(strFromU8(saved[PATH] ?? new Uint8Array()) === part(bytes, PATH)).toBe(true);
  });

  it('is chosen as the book says, and nothing else in it changes', () => {
    const before = sheetWith(rows, SELECTED.replace(' tabSelected="1"', ''));
    const saved = part(writeBook(readBook(file(before))), PATH);
    const expected = sheetWith(rows, SELECTED).replace(' encoding="UTF-8"', '');
    expect(saved.slice(0, 500)).toBe(expected.slice(0, 500));
    expect(saved.slice(500) === expected.slice(500)).toBe(true);
  });
});
