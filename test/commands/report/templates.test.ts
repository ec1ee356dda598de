/** An office's own Word template in the workbook. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../support/documents.ts';
import { type Host, loadBook, saveBook, startHuizong, valuesOf } from '../../support/host.ts';
import { preparedWorkbook } from '../../support/month.ts';

const BUILT_IN = readFileSync('src/documents/templates/月度报告.docx');
const NAME = '月度报告-2023-05.docx';

/** The built-in template with its text changed, as Word would save it. */
function changed(change: (xml: string) => string): string {
  const zip = new PizZip(BUILT_IN);
  zip.file('word/document.xml', change(zip.file('word/document.xml')?.asText() ?? ''));
  return zip.generate({ type: 'base64', compression: 'DEFLATE' });
}

const partsOf = (docx: Buffer): Record<string, string> =>
  Object.fromEntries(Object.entries(new PizZip(docx).files).map(([name, part]) => [name, part.asText()]));

const importTemplate = (host: Host, base64: string, kind = '月度报告', file = '我局模板.docx') =>
  host.call('importTemplate', { kind, file, base64 }) as { told: { title: string } };

describe('an office’s own template', () => {
  const own = changed((xml) => xml.replace('三、下步打算', '三、下一步工作打算'));

  it('is used for the documents from then on, also after the workbook was saved as a file and opened again', () => {
    const host = preparedWorkbook();
    expect(importTemplate(host, own).told.title).toBe('“月度报告”的模板已更换');
    expect(documentOf(host, NAME).words).toContain('三、下一步工作打算');
    const file = join(mkdtempSync(join(tmpdir(), 'huizong-template-')), '汇总.xlsx');
    saveBook(host.book, file);
    const again = startHuizong({ workbook: loadBook(file) });
    expect(documentOf(again, NAME).words).toContain('三、下一步工作打算');
  });

  it('is given back as it was brought in, and put away for the built-in one', () => {
    const host = preparedWorkbook();
    importTemplate(host, own);
    expect(host.call('templateFile', { kind: '月度报告' })).toEqual({ name: '我局模板.docx', base64: own });
    host.call('resetTemplate', { kind: '月度报告' });
    expect(documentOf(host, NAME).words).toContain('三、下步打算');
    const { name, base64 } = host.call('templateFile', { kind: '月度报告' }) as { name: string; base64: string };
    expect(name).toBe('月度报告.docx');
    expect(partsOf(Buffer.from(base64, 'base64'))).toEqual(partsOf(BUILT_IN));
  });

  it('leaves the templates of other documents as they are', () => {
    const host = preparedWorkbook();
    const bulletin = readFileSync('src/documents/templates/通报.docx').toString('base64');
    importTemplate(host, own);
    importTemplate(host, bulletin, '通报', '通报.docx');
    expect(documentOf(host, NAME).words).toContain('三、下一步工作打算');
  });

  it('lies in cells that any spreadsheet can hold, on a sheet nobody sees', () => {
    const host = preparedWorkbook();
    const padding = Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7919) % 251));
    const zip = new PizZip(Buffer.from(own, 'base64'));
    zip.file('word/media/logo.png', padding);
    const large = zip.generate({ type: 'base64' });
    importTemplate(host, large);
    const cells = valuesOf(host, '文书模板')
      .flat()
      .map((cell) => String(cell).length);
    expect(Math.max(...cells)).toBeLessThan(32_767);
    expect(valuesOf(host, '文书模板').length).toBeGreaterThan(3);
    expect(host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('文书模板')?.isSheetHidden()).toBe(true);
    expect(host.call('templateFile', { kind: '月度报告' })).toEqual({ name: '我局模板.docx', base64: large });
  });

  it('whose piece somebody has changed is refused when it is needed, not half used', () => {
    const host = preparedWorkbook();
    importTemplate(host, own);
    host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('文书模板')?.getRange('E2').setValue('UEsDBA==');
    expect(() => documentOf(host, NAME)).toThrow('工作表“文书模板”里的“月度报告”模板不完整，可能被改动过。');
    importTemplate(host, own);
    expect(documentOf(host, NAME).words).toContain('三、下一步工作打算');
  });
});

it('where the sheet of templates is gone documents are made from the built-in ones, and none can be brought in', () => {
  const host = preparedWorkbook();
  const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheetByName('文书模板');
  if (sheet) book.deleteSheet(sheet);
  expect(documentOf(host, NAME).words).toContain('三、下步打算');
  expect(() => importTemplate(host, BUILT_IN.toString('base64'))).toThrow('找不到工作表“文书模板”');
});

it('a document nobody knows is refused by its name', () => {
  expect(() => documentOf(preparedWorkbook(), '月报.docx')).toThrow('2023-05 没有名为“月报.docx”的文书');
});

describe('a template that cannot be used', () => {
  const host = preparedWorkbook();
  const message = (base64: string, file = '坏模板.docx'): string => {
    try {
      importTemplate(host, base64, '月度报告', file);
    } catch (error) {
      return (error as Error).message;
    }
    return 'it was taken';
  };

  it('is refused with the tag, where it stands, and what was probably meant', () => {
    const text = message(changed((xml) => xml.replace('{主送}：', '{主关}：').replace('{@落款}', '此致{@落款}')));
    expect(text).toContain('模板“坏模板.docx”（月度报告）里有标签写得不对，没有导入');
    expect(text).toContain('【正文】没有“{主关}”这个标签，是不是“{主送}”？（在“{主关}：”这一段）');
    expect(text).toContain('【正文】“{@落款}”要单独占一段，前后不能有别的文字（在“此致{@落款}”这一段）');
  });

  it('is refused where a brace or the end of a stretch is missing', () => {
    expect(message(changed((xml) => xml.replace('{标题}', '{标题')))).toContain('花括号不成对，从“{标题”起');
    expect(message(changed((xml) => xml.replace('{/任务}', '')))).toContain('“{#任务}”没有对应的结束标签“{/任务}”');
  });

  it.each([
    [
      'a workbook',
      () => new PizZip().file('xl/workbook.xml', '<x/>').generate({ type: 'base64' }),
      '压缩包里没有 Word 文档',
    ],
    ['a text', () => Buffer.from('你好').toString('base64'), '它不是 .docx 文件'],
    ['an old .doc', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0]).toString('base64'), '它是旧的 .doc 格式'],
    ['no base64', () => '不是', '它不是 .docx 文件'],
  ])('%s is told from a template', (_, make, said) => {
    expect(message(make())).toContain(said);
    expect(message(make())).toContain('原来的模板没有改动');
  });

  it('leaves the workbook as it was', () => {
    const fresh = preparedWorkbook();
    const before = valuesOf(fresh, '文书模板');
    expect(() => importTemplate(fresh, Buffer.from('x').toString('base64'))).toThrow();
    expect(valuesOf(fresh, '文书模板')).toEqual(before);
  });

  it('is refused where nobody knows the kind of document', () => {
    expect(() => host.call('importTemplate', { kind: '请示', file: 'a.docx', base64: '' })).toThrow(
      '请求的内容不完整或不正确',
    );
  });
});
