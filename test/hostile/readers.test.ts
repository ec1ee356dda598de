/** The readers of the sheets and of files, given anything: read, found fault with or refused in words; never a crash. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxText, NotADocumentError } from '../../local/docx/text.ts';
import { NotAWorkbookError } from '../../local/xlsx/not-a-workbook.ts';
import { readBook } from '../../local/xlsx/read.ts';
import { writeBook } from '../../local/xlsx/write.ts';
import type { Department } from '../../src/domain/matrix.ts';
import { parsePlan } from '../../src/domain/plan/parse-plan.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readDepartments } from '../../src/workbook/departments.ts';
import { readDispatches } from '../../src/workbook/dispatches.ts';
import { readExceptions } from '../../src/workbook/exceptions.ts';
import { readMatrix } from '../../src/workbook/matrix.ts';
import { parseRecipients, recipientLabel } from '../../src/workbook/recipients.ts';
import { SETTINGS } from '../../src/workbook/settings/table.ts';
import { readLanguage, readSettings } from '../../src/workbook/settings.ts';
import { departmentsSheet } from '../../src/workbook/sheets/departments.ts';
import { dispatchesSheet } from '../../src/workbook/sheets/dispatches.ts';
import { exceptionsSheet } from '../../src/workbook/sheets/exceptions.ts';
import { matrixSheet } from '../../src/workbook/sheets/matrix.ts';
import { settingsSheet } from '../../src/workbook/sheets/settings.ts';
import { submissionsSheet } from '../../src/workbook/sheets/submissions.ts';
import { readSubmissions } from '../../src/workbook/submissions.ts';
import { part, partNames, workbook, worksheet, zip } from '../local/xlsx/parts.ts';
import { createHost } from '../support/host.ts';
import { department } from '../support/matrix.ts';
import { CORPUS } from './corpus.ts';

const SHORT = CORPUS.filter(({ text }) => text.length < 1_000).map(({ text }) => text);

/** A cell as a sheet may hand it. */
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SHORT) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '牵头', '责任', '同意', '是', '2023-05', '保卫科', '发送中', '20', '2023'),
  },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
);

/** Rows below headings that may stand in another order, twice, or not at all; or rows of anything. */
const rowsUnder = (headings: readonly string[]) =>
  fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([...headings, '保卫科', '__proto__']) },
        fc.shuffledSubarray([...headings, ...headings, 'constructor'], { minLength: 0 }),
        fc.array(cell, { maxLength: 8 }),
      ),
      fc.array(fc.array(cell, { maxLength: headings.length + 2 }), { maxLength: 12 }),
    )
    .map(([head, rows]) => [head, ...rows]);

const DEPARTMENTS: readonly Department[] = ['保卫科', '__proto__', 'constructor', '=1+1'].map((name) =>
  department(name),
);

/** Reads, or refuses with a code: anything else thrown is a bug. */
function readOrRefused(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
  }
}

type Rows = (string | number | boolean)[][];

describe('the sheets’ readers, whatever stands in the cells', () => {
  const headings = (sheet: { readonly columns: readonly { readonly heading: string }[] }) =>
    sheet.columns.map(({ heading }) => heading);
  it.each<readonly [string, readonly string[], (rows: Rows) => unknown]>([
    ['部门', headings(departmentsSheet), (rows) => readDepartments(rows)],
    ['责任矩阵', headings(matrixSheet), (rows) => readMatrix(rows, DEPARTMENTS)],
    ['月度报送', headings(submissionsSheet), (rows) => readSubmissions(rows)],
    ['迟报申请', headings(exceptionsSheet), (rows) => readExceptions(rows, DEPARTMENTS, 2023)],
    ['发送记录', headings(dispatchesSheet), (rows) => readDispatches(rows)],
    ['设置', headings(settingsSheet), (rows) => [readLanguage(rows), readSettings(rows)]],
  ])('%s is read, or refused with what is missing', (_, columns, read) => {
    fc.assert(
      fc.property(rowsUnder(columns), (rows) => readOrRefused(() => read(rows as Rows))),
      { numRuns: 300 },
    );
  });

  it('a setting that says anything is read, or refused with its cell', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SETTINGS), cell, ({ label, key }, value) => {
        const rows = [['设置项', '值'], ['年度', '2023'], ...(key === 'year' ? [] : [[label, value]])];
        try {
          readSettings(rows as Rows);
        } catch (error) {
          expect((error as Refusal).issue).toMatchObject({
            code: 'settingsInvalid',
            faults: [{ cell: expect.stringMatching(/^B/) }],
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a department per row that has a name, a task per row that has one: none is lost and none is made up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SHORT), { maxLength: 20 }), (names) => {
        const rows = [headings(departmentsSheet), ...names.map((name) => [name])];
        const expected = names.map((name) => name.trim()).filter((name) => name !== '');
        expect(readDepartments(rows).departments.map(({ name }) => name)).toEqual(expected);
      }),
    );
  });

  it('a recipient is kept whatever was typed, and a run of spaces is gone over once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...SHORT), fc.string({ unit: 'binary' })), (typed) => {
        for (const recipient of parseRecipients(typed)) expect(recipientLabel(recipient)).not.toBe('');
      }),
    );
    const spaces = ' '.repeat(49_000);
    expect(parseRecipients(`甲<${spaces}x`)).toHaveLength(1);
    expect(parseRecipients(`甲${spaces}<a@example.cn${spaces}>`)).toEqual([{ name: '甲', mail: 'a@example.cn' }]);
  });
});

describe('the plan’s reader, given runs that patterns might go over again and again', () => {
  // So long that a reader which begins anew at each character would work for an hour.
  const LENGTH = 200_000;
  const units = [
    ' ',
    '\t',
    '。',
    '；',
    '、',
    '，',
    '（',
    '）',
    '(',
    '：',
    'a',
    '各',
    '一、',
    '1.',
    '责任单位：',
    '牵头',
    '由',
    '甲局和',
    '甲，',
    '（甲科）',
    '甲科、\n',
  ];
  const around: readonly ((run: string) => string)[] = [
    (run) => `一、任务${run}x（责任单位：保卫科）`,
    (run) => `一、任务${run}x`,
    (run) => `一、任务。\n责任单位：${run}x`,
    (run) => `每月20日前报送${run}至安全办x`,
    (run) => `第一阶段：${run}（2023年4月）x\n一、任务。\n责任单位：保卫科`,
  ];
  it.each(units)('%j', (unit) => {
    const run = unit.repeat(LENGTH / unit.length);
    for (const text of around) expect(parsePlan(text(run), {}).findings.length).toBeGreaterThanOrEqual(0);
  });

  it('a hundred thousand departments are not each compared with each other', () => {
    const names = Array.from(
      { length: 100_000 },
      (_, at) => `${String.fromCharCode(0x4e00 + (at % 20_000))}${'甲乙丙丁戊'[at % 5]}科`,
    );
    expect(parsePlan(`一、任务。\n责任单位：${names.join('、')}`, {}).departments.length).toBeGreaterThan(10_000);
  });
});

/** A valid file changed somewhere: bytes of the zip, or characters of a part that is packed again. */
function changed(whole: Uint8Array, name: string, at: number, by: string): Uint8Array {
  const parts = Object.fromEntries(partNames(whole).map((each) => [each, part(whole, each)]));
  const text = parts[name] ?? '';
  const from = at % Math.max(1, text.length);
  return zip({ ...parts, [name]: text.slice(0, from) + by + text.slice(from + by.length) });
}

/** A workbook with one of everything a file has parts for. */
function smallBook(): Uint8Array {
  const host = createHost({ now: '2023-05-01T09:00' });
  const { SpreadsheetApp } = host.services;
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  sheet.getRange('A1:C2').setValues([
    ['部门', 1, true],
    ['保卫科', '=SUM(B1:B1)', "'007"],
  ]);
  sheet.getRange('A1').setNote('说明').setBackground('#ffeecc').setFontWeight('bold');
  sheet
    .getRange('A2')
    .setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['保卫科', '人事处']).build());
  sheet.setConditionalFormatRules([
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=$A2=""')
      .setBackground('#ff0000')
      .setRanges([sheet.getRange('A2:C2')])
      .build(),
  ]);
  sheet.getRange('C1:C2').protect().setDescription('办公室');
  sheet.setFrozenRows(1);
  SpreadsheetApp.getActiveSpreadsheet().setNamedRange('名称', sheet.getRange('A1:B1'));
  return writeBook(host.book);
}

const SNIPPETS = [
  ...[
    '<',
    '>',
    '&',
    '"',
    '</',
    '/>',
    '<!--',
    ']]>',
    '<![CDATA[',
    '<!DOCTYPE a>',
    '&constructor;',
    '&#x110000;',
    '&#0;',
  ],
  ...['-1', '99999999999999999999', '1e308', 'NaN', '__proto__', 'A0', 'XFE1', '$', ':', ' ', '=1+1', '\u0000', '..'],
];

describe('a valid file changed anywhere', () => {
  const book = smallBook();
  const xml = partNames(book).filter((name) => /\.(?:xml|rels)$/.test(name));

  it('as a workbook is read and can be written again, or is refused: no other error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...xml), fc.nat(), fc.constantFrom(...SNIPPETS), (name, at, by) => {
        try {
          writeBook(readBook(changed(book, name, at, by)));
        } catch (error) {
          if (!(error instanceof NotAWorkbookError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('in any of its bytes is read or refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: book.length - 1 }), fc.nat({ max: 255 }), (at, by) => {
        const bytes = Uint8Array.from(book);
        bytes[at] = by;
        try {
          readBook(bytes);
        } catch (error) {
          if (!(error instanceof NotAWorkbookError)) throw error;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('with any text for what stands beside the cells keeps its cells', () => {
    const property = (json: string) =>
      `<Properties xmlns:vt="urn:vt"><property name="spreadsheet.host.0"><vt:lpwstr>${json.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</vt:lpwstr></property></Properties>`;
    const sheets = fc.dictionary(
      fc.constantFrom('表一', '__proto__', 'constructor'),
      fc.record({
        id: fc.oneof(fc.integer(), fc.constant(1)),
        place: fc.constantFrom(0, -1, 1e9),
        maxRows: fc.oneof(fc.integer(), fc.constant(1e15)),
        maxColumns: fc.oneof(fc.integer(), fc.constant(1e15)),
        protections: fc.array(fc.jsonValue(), { maxLength: 2 }),
        validations: fc.array(fc.jsonValue(), { maxLength: 2 }),
      }),
    );
    const beside = fc.oneof(
      fc.jsonValue(),
      fc.record({
        timeZone: fc.oneof(fc.string(), fc.constant('Nowhere/Land')),
        locale: fc.oneof(fc.string(), fc.constant('xx_YY')),
        entries: fc.jsonValue(),
        sheets,
      }),
    );
    fc.assert(
      fc.property(beside, (read) => {
        const file = workbook({
          'docProps/custom.xml': property(JSON.stringify(read)),
          'xl/worksheets/sheet1.xml': worksheet('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'),
        });
        const again = readBook(writeBook(readBook(file)));
        expect(again.sheets[0]?.rows[0]?.values[0]).toBe(7);
      }),
      { numRuns: 200 },
    );
  });

  it('as a Word document is read or refused', () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const whole = zip({
      'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>开展检查</w:t><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
      'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    });
    expect(docxText(whole)).toBe('一、开展检查\t\n甲');
    fc.assert(
      fc.property(
        fc.constantFrom('word/document.xml', 'word/numbering.xml'),
        fc.nat(),
        fc.constantFrom(...SNIPPETS),
        (name, at, by) => {
          try {
            docxText(changed(whole, name, at, by));
          } catch (error) {
            if (!(error instanceof NotADocumentError)) throw error;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
