/**
 * Files made to cost: small to keep, endless to read. Each is so large that a reader which looks at its length squared, or
 * keeps what it unfolds to, would work for hours or run out of memory; one that keeps to bounds is done at once.
 */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxText, NotADocumentError } from '../../../src/docx/text.ts';
import { NotAWorkbookError } from '../../../src/xlsx/not-a-workbook.ts';
import { unpack } from '../../../src/xlsx/parts.ts';
import { readBook } from '../../../src/xlsx/read.ts';
import { straysOf } from '../../../src/xlsx/strays.ts';
import { parseXml, plainXml, unescapeXml } from '../../../src/xlsx/xml.ts';
import { relation, relations, stringTable, workbook, worksheet, zip } from './parts.ts';

const MANY = 2_000_000;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const sheet = (inside: string) => workbook({ 'xl/worksheets/sheet1.xml': worksheet(inside) });
const document = (body: string, before = '') =>
  zip({ 'word/document.xml': `<?xml version="1.0"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>` });
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('XML that would be looked at again and again', () => {
  it.each([
    ['brackets that open', '<'.repeat(MANY)],
    ['comments that never end', `<a>${'<!--'.repeat(MANY)}`],
    ['CDATA that never ends', `<a>${'<![CDATA['.repeat(MANY)}`],
    ['instructions that never end', `<a>${'<?'.repeat(MANY)}`],
    ['a name without end', `<${'a'.repeat(MANY)}`],
    ['an attribute’s name without a value or an end', `<a ${'b'.repeat(MANY)}`],
    ['blanks in a tag without end', `<a ${' '.repeat(MANY)}`],
    ['values that open', `<a ${'b="'.repeat(MANY + 1)}`],
    ['elements in elements', '<a>'.repeat(MANY)],
  ])('%s: refused in one pass', (_, text) => {
    expect(refusal(() => parseXml(text))).toBeInstanceOf(NotAWorkbookError);
    expect(refusal(() => parseXml(plainXml(text)))).toBeInstanceOf(NotAWorkbookError);
  });

  it('a tag of two million attributes without values is read in one pass', () => {
    expect(parseXml(`<a ${'b '.repeat(MANY)}c="1"/>`).attributes).toEqual({ c: '1' });
    expect(parseXml(`<a ${'b'.repeat(MANY)} c="1"/>`).attributes).toEqual({ c: '1' });
  });

  it('more elements than any office’s file has are not kept', () => {
    expect(refusal(() => parseXml(`<a>${'<b/>'.repeat(MANY)}</a>`))).toMatchObject({ reason: 'tooLarge' });
  });

  it.each(['constructor', '__proto__', 'toString', 'lol'])('an entity nobody declared stays as it is: &%s;', (name) => {
    expect(unescapeXml(`a&${name};b`)).toBe(`a&${name};b`);
  });

  it('a DOCTYPE behind a comment that holds an element is seen', () => {
    expect(refusal(() => plainXml('<!-- <a> --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))).toMatchObject({
      reason: 'unsafe',
    });
  });
});

describe('a sheet that would unfold to more than memory holds', () => {
  it('a style of all columns and a million rows that say nothing', () => {
    const cols = '<cols><col min="1" max="16384" width="9" style="1"/></cols>';
    const read = refusal(() => readBook(sheet(`${cols}<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`)));
    expect(read).toBeUndefined();
  });

  it('a cell in the last column of each of a hundred thousand rows is kept, and makes the sheet no wider', () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    );
    const book = readBook(sheet(`<sheetData>${rows.join('')}</sheetData>`));
    expect(book.sheets[0]).toMatchObject({ maxRows: 1000, maxColumns: 26 });
    expect(straysOf(book)).toEqual([
      { sheet: '表一', count: 100_000, cells: ['XFD1', 'XFD2', 'XFD3', 'XFD4', 'XFD5'] },
    ]);
  });

  it('columns said over and over', () => {
    const cols = `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(100_000)}</cols>`;
    expect(refusal(() => readBook(sheet(`${cols}<sheetData/>`)))).toMatchObject({ reason: 'damaged' });
  });

  it.each([
    ['formulas that open', `<f${'<f'.repeat(MANY)}</c>`],
    ['formulas that never close', `${'<f>'.repeat(MANY)}</c>`],
    ['an attribute’s name without end', `<f ${'a'.repeat(MANY)}>1</f></c>`],
    ['phonetics that never end', `<is>${'<rPh>'.repeat(MANY)}</is></c>`],
  ])('a cell with %s: read or refused in one pass', (_, inside) => {
    const error = refusal(() =>
      readBook(sheet(`<sheetData><row r="1"><c r="A1" t="inlineStr">${inside}</row></sheetData>`)),
    );
    if (error !== undefined) expect(error).toBeInstanceOf(NotAWorkbookError);
  });

  it('a string table of openings', () => {
    const file = workbook({
      'xl/_rels/workbook.xml.rels': relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
      ),
      'xl/sharedStrings.xml': stringTable(`<si><t>a</t></si>${'<sst '.repeat(MANY)}`),
    });
    expect(readBook(file).sheets).toHaveLength(1);
  });
});

describe('a zip made to hurt', () => {
  /** A zip whose folder lists its one entry over and over. */
  function repeated(name: string, count: number): Uint8Array {
    const bytes = Buffer.from(zipSync({ [name]: strToU8('<a/>') }));
    const folder = bytes.indexOf(Buffer.from('504b0102', 'hex'));
    const end = bytes.indexOf(Buffer.from('504b0506', 'hex'));
    const entry = bytes.subarray(folder, end);
    const tail = Buffer.from(bytes.subarray(end));
    tail.writeUInt16LE(count, 8);
    return Buffer.concat([bytes.subarray(0, folder), ...Array.from({ length: count }, () => entry), tail]);
  }

  it('entries that share their bytes count each by itself', () => {
    const one = Buffer.from(zipSync({ 'a.bin': [new Uint8Array(1_000_000), { level: 0 }] }));
    const folder = one.indexOf(Buffer.from('504b0102', 'hex'));
    const end = one.indexOf(Buffer.from('504b0506', 'hex'));
    const entry = Buffer.from(one.subarray(folder, end));
    // The folder says that each is empty; what is stored is taken as long as it is.
    entry.writeUInt32LE(0, 24);
    const tail = Buffer.from(one.subarray(end));
    tail.writeUInt16LE(60_000, 8);
    const bytes = Buffer.concat([one.subarray(0, folder), ...Array.from({ length: 60_000 }, () => entry), tail]);
    expect(refusal(() => unpack(bytes))).toMatchObject({ reason: 'tooLarge' });
  });

  it('a folder that lists no end of entries is left', () => {
    const bytes = Buffer.from(repeated('a.xml', 1));
    const end = bytes.indexOf(Buffer.from('504b0506', 'hex'));
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x0706_4b50, 0);
    locator.writeUInt32LE(end, 8);
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x0606_4b50, 0);
    record.writeUInt32LE(0xffff_fff0, 32);
    record.writeUInt32LE(bytes.indexOf(Buffer.from('504b0102', 'hex')), 48);
    const file = Buffer.concat([bytes.subarray(0, end), record, locator, bytes.subarray(end)]);
    expect(refusal(() => unpack(file))).toBeInstanceOf(NotAWorkbookError);
  });

  it('a part whose name leads out of the file’s folder is not carried on', () => {
    const names = ['../../etc/passwd', '..\\evil.xml', 'xl/../../evil.xml', 'xl/workbook.xml'];
    const parts = unpack(zip(Object.fromEntries(names.map((name) => [name, 'a']))));
    expect([...parts.keys()]).toEqual(['xl/workbook.xml']);
  });
});

describe('a Word document made to hurt', () => {
  it('declares no entities: billion laughs and files of this computer are refused unread', () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
    for (const text of ['&b;', '&c;']) {
      const error = refusal(() => docxText(document(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`, laughs)));
      expect(error).toBeInstanceOf(NotADocumentError);
      expect(String(error)).toContain('不安全');
    }
  });

  it('is refused by the size its folder tells, before it is inflated', () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(String(refusal(() => docxText(bytes)))).toContain('解压后过大');
  });

  it('may have pictures of any size beside its words', () => {
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `<w:document ${W}><w:body><w:p><w:r><w:t>方案</w:t></w:r></w:p></w:body></w:document>`,
      ),
      'word/media/image1.png': new Uint8Array(60 * 1024 * 1024),
    });
    expect(docxText(bytes)).toBe('方案');
  });

  it.each(['w:sdt', 'w:r', 'w:tbl'])('with a hundred thousand %s in each other is refused, not run over', (name) => {
    const nested = `<w:p>${`<${name}>`.repeat(100_000)}${`</${name}>`.repeat(100_000)}</w:p>`;
    expect(refusal(() => docxText(document(nested)))).toBeInstanceOf(NotADocumentError);
  });
});
