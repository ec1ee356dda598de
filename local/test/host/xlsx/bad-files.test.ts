import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { emptyBook } from '../../../src/book/new-book.ts';
import { NotAWorkbookError } from '../../../src/xlsx/not-a-workbook.ts';
import { readBook } from '../../../src/xlsx/read.ts';
import { writeBook } from '../../../src/xlsx/write.ts';
import { part, partNames, relation, relations, stringTable, workbook, worksheet, zip } from './parts.ts';

const good = (): Uint8Array => {
  const book = emptyBook();
  const [sheet] = book.sheets;
  if (sheet) sheet.rows = [{ values: ['部门', 1, true], styles: [] }];
  return writeBook(book);
};

/** The first bytes of an OLE file, and a stream's name as its folder holds it. */
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000_000), Buffer.from(stream, 'utf16le')]);

/** A zip whose folder says its one part is larger than any workbook. */
function bomb(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }));
  const folder = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(0xf000_0000, folder + 24);
  return bytes;
}

const sheet = (inside: string) => workbook({ 'xl/worksheets/sheet1.xml': worksheet(inside) });
const strings = (entries: string) =>
  workbook({
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/sharedStrings.xml': entries,
    'xl/worksheets/sheet1.xml': worksheet('<sheetData><row><c t="s"><v>3</v></c></row></sheetData>'),
  });

const cases: [string, () => Uint8Array, NotAWorkbookError['reason'], RegExp][] = [
  ['an empty file', () => new Uint8Array(), 'notZip', /不是 \.xlsx 工作簿/],
  ['a text file', () => Buffer.from('月份,部门\n2023-05,保卫科\n'), 'notZip', /不是 \.xlsx 工作簿/],
  ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'notZip', /不是 \.xlsx 工作簿/],
  ['a zip cut short', () => good().slice(0, 900), 'damaged', /已损坏或不完整/],
  ['the beginning of a zip', () => Buffer.from('PK\u0003\u0004'), 'damaged', /已损坏或不完整/],
  [
    'a Word document',
    () =>
      zip({
        '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
        'word/document.xml': '<w:document xmlns:w="urn:w"><w:body/></w:document>',
      }),
    'noWorkbook',
    /没有工作簿/,
  ],
  ['any other zip', () => zip({ 'a.txt': 'a' }), 'noWorkbook', /没有工作簿/],
  ['a workbook behind a password', () => ole('EncryptedPackage'), 'encrypted', /打开密码/],
  ['an old .xls', () => ole('Workbook'), 'oldFormat', /旧的 \.xls 格式/],
  ['an old .doc', () => ole('WordDocument'), 'notZip', /不是 \.xlsx 工作簿/],
  ['a zip that would fill the memory', bomb, 'tooLarge', /解压后过大/],
  [
    'a part with a DOCTYPE',
    () => workbook({ 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${worksheet('<sheetData/>')}` }),
    'unsafe',
    /不安全/,
  ],
  ['a sheet’s part gone', () => workbook({ 'xl/worksheets/sheet1.xml': null }), 'damaged', /已损坏或不完整/],
  [
    'a sheet without a relation',
    () => workbook({ 'xl/_rels/workbook.xml.rels': relations() }),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'a workbook without sheets',
    () => workbook({ 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
    'noWorkbook',
    /没有工作簿/,
  ],
  [
    'a workbook part that breaks off',
    () => workbook({ 'xl/workbook.xml': '<workbook><sheets><sheet' }),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'elements that close each other',
    () => sheet('<sheetData/><mergeCells><mergeCell></mergeCells></mergeCell>'),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'rows that break off',
    () =>
      workbook({
        'xl/worksheets/sheet1.xml': worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c>').replace(
          '</worksheet>',
          '',
        ),
      }),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'a cell that does not close',
    () => sheet('<sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData>'),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'a value that does not close',
    () => sheet('<sheetData><row r="1"><c r="A1"><v>1</c></row></sheetData>'),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'a row far beyond the last',
    () => sheet('<sheetData><row r="99999999999"/></sheetData>'),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'a row that is no number',
    () => sheet('<sheetData><row r="abc" x="123456"/></sheetData>'),
    'damaged',
    /已损坏或不完整/,
  ],
  [
    'a column far beyond the last',
    () => sheet('<sheetData><row r="1"><c r="ZZZZZZ1"/></row></sheetData>'),
    'damaged',
    /已损坏或不完整/,
  ],
  ['a text that is not in the table', () => strings(stringTable('<si><t>a</t></si>')), 'damaged', /已损坏或不完整/],
  [
    'a table of texts that breaks off',
    () => strings(stringTable('<si><t>a').replace('</sst>', '')),
    'damaged',
    /已损坏或不完整/,
  ],
  ['styles that break off', () => workbook({ 'xl/styles.xml': '<styleSheet><fonts>' }), 'damaged', /已损坏或不完整/],
];

describe('a file that is no workbook', () => {
  it.each(cases)('is refused: %s', (_, file, reason) => {
    let refused: unknown;
    try {
      readBook(file());
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(NotAWorkbookError);
    expect((refused as NotAWorkbookError).reason).toBe(reason);
  });

  it('is told of on the command line in plain words, and nothing is written', () => {
    // One process a case: a sample of the reasons.
    const reasons = new Set<string>();
    for (const [title, file, reason, words] of cases) {
      if (reasons.has(reason)) continue;
      reasons.add(reason);
      const folder = mkdtempSync(join(tmpdir(), 'bad-'));
      const path = join(folder, '报送.xlsx');
      // Made once: a zip bears the time it was made at.
      const bytes = Buffer.from(file());
      writeFileSync(path, bytes);
      const run = spawnSync(process.execPath, ['dist/huizong.js', 'prepare', path, '--month', '2023-05', '--json'], {
        encoding: 'utf8',
      });
      expect(run.status, title).toBe(1);
      expect(run.stderr, title).toMatch(words);
      expect(run.stderr, title).toContain('报送.xlsx');
      expect(run.stderr, title).not.toMatch(/\n\s+at /);
      expect(Object.keys(JSON.parse(run.stdout) as object)).toEqual(['error']);
      expect(readdirSync(folder)).toEqual(['报送.xlsx']);
      expect(readFileSync(path).equals(bytes), title).toBe(true);
    }
    expect([...reasons].sort()).toEqual(
      ['damaged', 'encrypted', 'noWorkbook', 'notZip', 'oldFormat', 'tooLarge', 'unsafe'].sort(),
    );
  });
});

describe('a file that was damaged somewhere', () => {
  const whole = good();
  const names = partNames(whole).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
  const parts = Object.fromEntries(names.map((name) => [name, part(whole, name)]));

  it('is read or refused, whatever is cut out of which part: never another error, never without end', () => {
    const cut = fc.record({ name: fc.constantFrom(...names), from: fc.nat(), length: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(cut, ({ name, from, length }) => {
        const text = parts[name] ?? '';
        const at = from % Math.max(1, text.length);
        const file = zip({ ...parts, [name]: text.slice(0, at) + text.slice(at + length) });
        try {
          expect(readBook(file).sheets.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(NotAWorkbookError);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is read or refused, wherever the zip itself is cut', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), (length) => {
        expect(() => readBook(whole.slice(0, length))).toThrow(NotAWorkbookError);
      }),
      { numRuns: 100 },
    );
  });
});
