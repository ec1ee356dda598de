import fs, {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Book, Sheet } from '../../../local/book/book.ts';
import { emptyBook } from '../../../local/book/new-book.ts';
import { blankSheet } from '../../../local/book/sheets.ts';
import { isUnsaved, loadBook, saveBook } from '../../../local/xlsx/file.ts';
import { readBook } from '../../../local/xlsx/read.ts';
import { writeBook } from '../../../local/xlsx/write.ts';
import { part, partNames, zip } from './parts.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'xlsx-'));

/** A book of two sheets on disk, 甲 open; answers its path. */
function onDisk(): string {
  const book = emptyBook();
  const [first] = book.sheets;
  if (!first) throw new Error('no sheet');
  first.name = '甲';
  first.rows = [{ values: ['旧'], styles: [] }];
  const second = blankSheet(1, '乙', 100, 5);
  second.rows = [{ values: ['不动'], styles: [] }];
  book.sheets.push(second);
  const path = join(folder(), '报送.xlsx');
  saveBook(book, path);
  return path;
}

const sheetOf = (book: Book, name: string): Sheet => {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

function typeInto(sheet: Sheet, text: string): void {
  sheet.rows = [{ values: [text], styles: [] }];
  sheet.changed = true;
}

describe('saving a workbook', () => {
  it('leaves the old file as it was when it fails, and nothing beside it', () => {
    const path = onDisk();
    const before = readFileSync(path);
    const book = loadBook(path);
    typeInto(sheetOf(book, '甲'), '新');
    const [row] = sheetOf(book, '甲').rows;
    Object.defineProperty(row, 'values', {
      get() {
        throw new Error('broke off half-way');
      },
    });
    expect(() => saveBook(book, path)).toThrow('broke off half-way');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['报送.xlsx']);
  });

  it('leaves the old file when the disk is full', () => {
    const path = onDisk();
    const before = readFileSync(path);
    const book = loadBook(path);
    typeInto(sheetOf(book, '甲'), '新');
    const { fsyncSync } = fs;
    fs.fsyncSync = () => {
      throw Object.assign(new Error('ENOSPC: played'), { code: 'ENOSPC' });
    };
    syncBuiltinESMExports();
    try {
      expect(() => saveBook(book, path)).toThrow('ENOSPC');
    } finally {
      fs.fsyncSync = fsyncSync;
      syncBuiltinESMExports();
    }
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['报送.xlsx']);
    expect(isUnsaved(book)).toBe(true);
  });

  it('writes through no link that lies where it writes aside', () => {
    const path = onDisk();
    const book = loadBook(path);
    typeInto(sheetOf(book, '甲'), '新');
    const elsewhere = join(path, '..', 'elsewhere');
    symlinkSync(elsewhere, join(path, '..', `.报送.xlsx.${process.pid}.part`));
    saveBook(book, path);
    expect(readdirSync(join(path, '..'))).toEqual(['报送.xlsx']);
  });

  it('leaves nothing beside a target it cannot be moved to', () => {
    const place = folder();
    expect(() => saveBook(emptyBook(), place)).toThrow(/EISDIR|EPERM|EEXIST|ENOTEMPTY|EBUSY/);
    expect(readdirSync(join(place, '..')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes through a link to the file it stands for, and keeps the file’s rights', () => {
    const path = onDisk();
    chmodSync(path, 0o640);
    const link = join(folder(), '链接.xlsx');
    symlinkSync(path, link);
    const book = loadBook(link);
    typeInto(sheetOf(book, '甲'), '经链接');
    saveBook(book, link);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(loadBook(path).sheets[0]?.rows[0]?.values).toEqual(['经链接']);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.getuid?.() === 0)('refuses a file that may not be written (not tried as root, who may)', () => {
    const path = onDisk();
    chmodSync(path, 0o440);
    const before = readFileSync(path);
    expect(() => saveBook(loadBook(path), path)).toThrow('EACCES');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('writes sheets nobody changed byte for byte', () => {
    const path = onDisk();
    const before = readFileSync(path);
    const book = loadBook(path);
    typeInto(sheetOf(book, '甲'), '新');
    saveBook(book, path);
    const after = readFileSync(path);
    expect(part(after, 'xl/worksheets/sheet2.xml')).toBe(part(before, 'xl/worksheets/sheet2.xml'));
    expect(part(after, 'xl/worksheets/sheet1.xml')).not.toBe(part(before, 'xl/worksheets/sheet1.xml'));
    expect(readBook(after).sheets.map((sheet) => sheet.rows[0]?.values)).toEqual([['新'], ['不动']]);
  });

  it('of an unchanged book gives every part as it was, and the same file each time', () => {
    const path = onDisk();
    const before = readFileSync(path);
    const once = writeBook(loadBook(path));
    for (const name of partNames(before)) expect(part(once, name), name).toBe(part(before, name));
    expect(Buffer.from(writeBook(readBook(once))).equals(Buffer.from(once))).toBe(true);
  });

  it('again and again from the same session has each change in the file', () => {
    const path = onDisk();
    const book = loadBook(path);
    for (const [index, name] of ['甲', '乙', '甲', '甲'].entries()) {
      typeInto(sheetOf(book, name), `第${index}次`);
      saveBook(book, path);
      const read = loadBook(path);
      expect(sheetOf(read, name).rows[0]?.values).toEqual([`第${index}次`]);
    }
    const added = blankSheet(7, '丙', 10, 3);
    typeInto(added, '新表');
    book.sheets.push(added);
    saveBook(book, path);
    typeInto(added, '又改');
    book.sheets = book.sheets.filter(({ name }) => name !== '乙');
    saveBook(book, path);
    const read = loadBook(path);
    expect(read.sheets.map(({ name, rows }) => [name, rows[0]?.values[0]])).toEqual([
      ['甲', '第3次'],
      ['丙', '又改'],
    ]);
    expect(read.sheets.map(({ id }) => id)).toEqual([0, 7]);
    expect(partNames(readFileSync(path)).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(2);
  });

  it.each<[string, (book: Book) => void, (book: Book) => unknown, unknown]>([
    [
      'named ranges',
      (book) => book.namedRanges.push({ name: '名单', sheetId: 1, area: { row: 1, column: 1, rows: 3, columns: 1 } }),
      (book) => book.namedRanges,
      [{ name: '名单', sheetId: 1, area: { row: 1, column: 1, rows: 3, columns: 1 } }],
    ],
    ['settings of the script', (book) => (book.sidecar['键'] = '值'), (book) => book.sidecar['键'], '值'],
    ['the file’s editors', (book) => book.editors.push('a@example.cn'), (book) => book.editors, ['a@example.cn']],
    ['the zone', (book) => (book.timeZone = 'Europe/Berlin'), (book) => book.timeZone, 'Europe/Berlin'],
    [
      'the order of the tabs',
      (book) => book.sheets.reverse(),
      (book) => book.sheets.map(({ name }) => name),
      ['乙', '甲'],
    ],
    ['a tab gone', (book) => book.sheets.pop(), (book) => book.sheets.map(({ name }) => name), ['甲']],
    ['a tab hidden', (book) => (sheetOf(book, '乙').hidden = true), (book) => sheetOf(book, '乙').hidden, true],
    ['another tab open', (book) => (book.activeSheetId = 1), (book) => book.activeSheetId, 1],
    ['more rows', (book) => (sheetOf(book, '乙').maxRows = 222), (book) => sheetOf(book, '乙').maxRows, 222],
  ])('has %s in the file, though no cell was changed', (_, change, look, expected) => {
    const path = onDisk();
    const book = loadBook(path);
    expect(isUnsaved(book)).toBe(false);
    change(book);
    expect(isUnsaved(book)).toBe(true);
    saveBook(book, path);
    expect(isUnsaved(book)).toBe(false);
    expect(look(loadBook(path))).toEqual(expected);
    expect(loadBook(path).sheets.every(({ changed }) => !changed)).toBe(true);
  });

  it('has one tab chosen: two would be edited as one', () => {
    const path = onDisk();
    const book = loadBook(path);
    book.activeSheetId = 1;
    saveBook(book, path);
    const bytes = readFileSync(path);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('tabSelected');
    expect(part(bytes, 'xl/worksheets/sheet2.xml')).toContain('tabSelected="1"');
    expect(part(bytes, 'xl/workbook.xml')).toContain('activeTab="1"');
  });

  it('opens on a tab that can be seen', () => {
    const path = onDisk();
    const book = loadBook(path);
    sheetOf(book, '甲').hidden = true;
    saveBook(book, path);
    expect(part(readFileSync(path), 'xl/workbook.xml')).toContain('activeTab="1"');
  });

  it('with a name nobody has saved yet makes the file', () => {
    const path = join(folder(), '新 的.xlsx');
    saveBook(emptyBook(), path);
    expect(existsSync(path)).toBe(true);
    expect(loadBook(path).title).toBe('新 的');
  });

  it('does not trust what somebody wrote into the properties', () => {
    const path = onDisk();
    const bytes = readFileSync(path);
    const sheets = loadBook(path).sheets.map(({ name }) => name);
    for (const text of ['nonsense', '[]', 'null', '{"sheets":7}', '{"sheets":{"甲":null}}', '{"editors":"x"}']) {
      const custom = part(bytes, 'docProps/custom.xml').replace(/<vt:lpwstr>[^<]*/, `<vt:lpwstr>${text}`);
      const pieces = custom.replace(/(<\/property>)<property[\s\S]*(?=<\/Properties>)/, '$1');
      writeFileSync(path, repacked(bytes, 'docProps/custom.xml', pieces));
      expect(
        loadBook(path).sheets.map(({ name }) => name),
        text,
      ).toEqual(sheets);
    }
  });
});

function repacked(bytes: Uint8Array, path: string, text: string): Uint8Array {
  return zip({ ...Object.fromEntries(partNames(bytes).map((name) => [name, part(bytes, name)])), [path]: text });
}
