/** Photographs with captions where the image can be read, the link where it cannot. */
import { describe, expect, it } from 'vitest';
import { documentOf, draftReport } from '../../support/documents.ts';
import { xmlFault } from '../../support/docx.ts';
import { valuesOf } from '../../support/host.ts';
import { fill, preparedWorkbook, rowFor, SUBMISSIONS } from '../../support/month.ts';

/** A PNG of one grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const NAME = '月度报告-2023-05.docx';

function reportWith(links: string, pictures: readonly { link: string; base64: string }[] = []) {
  const host = preparedWorkbook();
  fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', links, time: '2023-05-18 09:00' });
  draftReport(host);
  return documentOf(host, NAME, { pictures });
}

describe('a link of a return', () => {
  it('that carries its image in itself becomes a photograph with a caption, and the file another parser reads', () => {
    const report = reportWith(`data:image/png;base64,${PIXEL}`);
    expect(report.words).toContain('图1　保卫科　开展消防检查（2023年5月18日）');
    expect(report.parts['word/document.xml']).toContain('r:embed="huizong1"');
    expect(report.parts['word/_rels/document.xml.rels']).toContain('Id="huizong1"');
    expect(report.parts['[Content_Types].xml']).toContain('<Default Extension="png" ContentType="image/png"/>');
    for (const xml of Object.values(report.parts)) expect(xmlFault(xml)).toBeNull();
  });

  it('whose image the host has read becomes one too', () => {
    const report = reportWith('照片/演练.png\nhttps://example.cn/2', [{ link: '照片/演练.png', base64: PIXEL }]);
    expect(report.words).toContain('图1　保卫科　开展消防检查（2023年5月18日）');
    expect(report.words).toContain('1. 保卫科　开展消防检查（2023年5月18日）：https://example.cn/2');
  });

  it('stays a link where nobody can read it, or where it is no image', () => {
    const report = reportWith('照片/演练.png https://example.cn/2', [
      { link: '照片/演练.png', base64: Buffer.from('no').toString('base64') },
    ]);
    expect(report.words.filter((text) => /^\d+\. 保卫科/.test(text))).toEqual([
      '1. 保卫科　开展消防检查（2023年5月18日）：照片/演练.png',
      '2. 保卫科　开展消防检查（2023年5月18日）：https://example.cn/2',
    ]);
    expect(report.parts['word/document.xml']).not.toContain('<w:drawing>');
  });

  it('is told, not shown, where it carries something that is no image', () => {
    const report = reportWith(`data:image/png;base64,${Buffer.from('no').toString('base64')}`);
    expect(report.words).toContain('1. 保卫科　开展消防检查（2023年5月18日）：（内嵌的图片无法显示）');
  });

  it('is without its day, or no annex, where the office has taken out the column of the time, or of links', () => {
    const without = (heading: string) => {
      const host = preparedWorkbook();
      fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', links: 'https://example.cn/2' });
      const column = valuesOf(host, SUBMISSIONS)[0]?.indexOf(heading) ?? -1;
      host.services.SpreadsheetApp.getActiveSpreadsheet()
        .getSheetByName(SUBMISSIONS)
        ?.deleteColumn(column + 1);
      draftReport(host);
      return documentOf(host, NAME).words;
    };
    expect(without('报送时间')).toContain('1. 保卫科　开展消防检查：https://example.cn/2');
    expect(without('佐证链接')).not.toContain('3.佐证材料');
  });

  it('is no annex where there is none', () => {
    const report = reportWith('');
    expect(report.words).not.toContain('附件3');
    expect(report.words).not.toContain('3.佐证材料');
  });
});
