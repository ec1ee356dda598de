/** The page as GB/T 9704-2012 has it, measured in the file the built add-on makes. */
import { describe, expect, it } from 'vitest';
import { documentOf, documentsOf } from '../../support/documents.ts';
import { xmlFault } from '../../support/docx.ts';
import { setSetting } from '../../support/host.ts';
import { sampleWorkbook } from '../../support/sample.ts';

const host = sampleWorkbook();
setSetting(host, '办公室联系人', '孙静 0532-00000000');
setSetting(host, '抄送单位', '区委办公室，区政府办公室');
setSetting(host, '工作名称', '文明城市创建工作');

const report = documentOf(host, '月度报告-2023-05.docx');
const part = (name: string): string => report.parts[`word/${name}.xml`] ?? '';
const body = part('document');

/** An attribute of the first element of a name, as a number. */
const measure = (xml: string, element: string, attribute: string): number =>
  Number(new RegExp(`<w:${element}\\b[^>]*w:${attribute}="([^"]*)"`).exec(xml)?.[1]);
const millimetres = (twips: number): number => (twips / 1440) * 25.4;
const sections = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([xml]) => xml);
/** A style by its name, as Word shows it. */
const style = (name: string): string =>
  [...part('styles').matchAll(/<w:style .*?<\/w:style>/gs)]
    .map(([xml]) => xml)
    .find((xml) => xml.includes(`<w:name w:val="${name}"/>`)) ?? '';
/** The paragraph that holds these words. */
const paragraph = (words: string): string =>
  [...body.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)]
    .map(([xml]) => xml)
    .find((xml) => xml.replace(/<[^>]+>/g, '').includes(words)) ?? '';
const styleOf = (words: string): string => {
  const id = /<w:pStyle w:val="([^"]+)"/.exec(paragraph(words))?.[1];
  return (
    [...part('styles').matchAll(/<w:style [^>]*w:styleId="([^"]+)">.*?<\/w:style>/gs)].find(
      ([, one]) => one === id,
    )?.[0] ?? ''
  );
};

describe('the page', () => {
  it('is A4 with margins of 37, 26, 35 and 28 mm in every upright section', () => {
    const upright = sections.filter((xml) => !xml.includes('landscape'));
    expect(upright).toHaveLength(2);
    for (const section of upright) {
      expect(millimetres(measure(section, 'pgSz', 'w'))).toBeCloseTo(210, 0);
      expect(millimetres(measure(section, 'pgSz', 'h'))).toBeCloseTo(297, 0);
      const margins = ['top', 'right', 'bottom', 'left'].map((side) => millimetres(measure(section, 'pgMar', side)));
      expect(margins.map(Math.round)).toEqual([37, 26, 35, 28]);
    }
  });

  it('has the grid of 22 lines of 28 characters', () => {
    expect(sections[0]).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="580" w:charSpace="-848"/>');
    const line = measure(style('Normal'), 'spacing', 'line');
    expect(style('Normal')).toContain('w:lineRule="exact"');
    expect(Math.floor(((225 / 25.4) * 1440) / line)).toBe(22);
    const character = 16 * 20 - 5;
    expect(style('Normal')).toContain('<w:spacing w:val="-5"/>');
    expect(Math.floor(((156 / 25.4) * 1440) / character)).toBe(28);
  });

  it('has the wide status table on a page on its side, with the text block turned', () => {
    const [wide] = sections.filter((xml) => xml.includes('landscape'));
    expect(measure(wide ?? '', 'pgSz', 'w')).toBe(16838);
    const margins = ['top', 'right', 'bottom', 'left'].map((side) =>
      Math.round(millimetres(measure(wide ?? '', 'pgMar', side))),
    );
    expect(margins).toEqual([28, 37, 26, 35]);
  });

  it('numbers pages — 1 — in 宋体 of 14 points, at the right on odd pages, at the left on even ones, a character in', () => {
    expect(part('settings')).toContain('<w:evenAndOddHeaders/>');
    for (const section of sections) expect(section).toMatch(/w:type="default" r:id="rId4".*w:type="even" r:id="rId5"/);
    const odd = part('footer1');
    const even = part('footer2');
    expect(odd).toMatch(/w:rightChars="100".*<w:jc w:val="right"\/>.*— .* PAGE .* —/s);
    expect(even).toMatch(/w:leftChars="100".*<w:jc w:val="left"\/>.*— .* PAGE .* —/s);
    expect(style('页码')).toMatch(/w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体".*<w:sz w:val="28"\/>/s);
  });
});

describe('the words of the document', () => {
  it('are 仿宋_GB2312 of 16 points, two characters in', () => {
    expect(part('styles')).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/s);
    expect(style('Normal')).toMatch(/w:firstLineChars="200"/);
  });

  it('have a title of 22 points in 方正小标宋简体, centred, on lines of 35 points, broken as a trapezoid', () => {
    expect(report.words[0]).toBe('示例区交通运输局\n关于2023年5月文明城市创建工作\n情况的报告');
    expect(styleOf('示例区交通运输局关于')).toMatch(
      /w:line="700" w:lineRule="exact".*<w:jc w:val="center"\/>.*w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/s,
    );
  });

  it('have first headings in 黑体, second ones in 楷体_GB2312, both seen by the navigation pane', () => {
    for (const title of ['一、工作开展情况', '二、存在问题', '三、下步打算']) {
      expect(styleOf(title)).toMatch(/w:outlineLvl w:val="0".*w:eastAsia="黑体"/s);
    }
    expect(styleOf('（一）开展窗口文明服务创建活动')).toMatch(/w:outlineLvl w:val="1".*w:eastAsia="楷体_GB2312"/s);
  });

  it('are addressed flush left with a full-width colon, after a blank line', () => {
    const at = report.words.indexOf('区文明办、区直机关工委：');
    expect(report.words[at - 1]).toBe('');
    expect(styleOf('区文明办、区直机关工委：')).toContain('w:firstLineChars="0"');
  });

  it('name the annexes a blank line below, aligned to their names', () => {
    const at = report.words.indexOf('附件：1.2023年5月任务完成情况表');
    expect(report.words[at - 1]).toBe('');
    expect(report.words.slice(at + 1, at + 3)).toEqual(['2.报送情况对比和年度完成率', '3.佐证材料']);
  });

  it('are signed by the unit, the date beginning two characters right of its name', () => {
    const left = (words: string) => measure(paragraph(words), 'ind', 'left');
    const at = report.words.lastIndexOf('示例区交通运输局');
    expect(report.words.slice(at - 1, at + 2)).toEqual(['', '示例区交通运输局', '2023年5月23日']);
    const name =
      [...body.matchAll(/<w:p><w:pPr>(?:(?!<\/w:p>).)*?<w:t[^>]*>示例区交通运输局<\/w:t>.*?<\/w:p>/gs)].pop()?.[0] ??
      '';
    expect(left('2023年5月23日') - measure(name, 'ind', 'left')).toBe(2 * 316);
  });

  it('end with 版记: copies, a full stop, who printed it and when', () => {
    expect(report.words.slice(-3)).toEqual([
      '抄送：区委办公室，区政府办公室。',
      '示例区交通运输局办公室\t2023年5月23日印发',
      '',
    ]);
    const imprint = /<w:tbl>(?:(?!<w:tbl>).)*抄送：.*?<\/w:tbl>/s.exec(body)?.[0] ?? '';
    expect(imprint).toMatch(/<w:tblpPr [^>]*w:vertAnchor="margin"[^>]* w:tblpYSpec="bottom"/);
    expect(
      [...imprint.matchAll(/<w:(top|bottom) w:val="single" w:sz="(\d+)"/g)].map(([, side, size]) => `${side} ${size}`),
    ).toEqual(['top 8', 'bottom 6', 'top 6', 'bottom 8']);
  });
});

describe('the status table', () => {
  const [table = ''] = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([xml]) => xml);
  const cells = (row: string): string[] =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([xml]) => xml.replace(/<w:br\/>/g, '|').replace(/<[^>]+>/g, ''));
  const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([xml]) => xml);

  it('has a row for each task and a column for each department, and repeats its heading on every page', () => {
    expect(rows).toHaveLength(14);
    expect(new Set(rows.map((row) => cells(row).length))).toEqual(new Set([14]));
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(rows.filter((row) => row.includes('<w:cantSplit/>'))).toHaveLength(14);
  });

  it('says in each cell by a symbol and a word what its colour says', () => {
    const shaded = [...table.matchAll(/<w:tc>(?:(?!<\/w:tc>).)*<w:shd (?:(?!<\/w:tc>).)*<\/w:tc>/gs)].map(([xml]) =>
      xml.replace(/<w:br\/>/g, ' ').replace(/<[^>]+>/g, ''),
    );
    expect(shaded.length).toBeGreaterThan(30);
    for (const text of shaded) expect(text).toMatch(/^[✓▲✗↩◐○] ?(?:已报|通过|零报告|迟报 ?\d+天|缺报|退回|草稿|待报)/u);
  });

  it('is as wide as the text of its page', () => {
    expect(measure(table, 'tblW', 'w')).toBeGreaterThan(16838 - 2098 - 1984 - 20);
    expect(measure(table, 'tblW', 'w')).toBeLessThanOrEqual(16838 - 2098 - 1984);
  });
});

describe('every document', () => {
  const all = documentsOf(host);

  it('is there: report, bulletin, list, and a notice for each of the six departments that owe something', () => {
    expect(all.map(({ kind }) => kind)).toEqual([
      '月度报告',
      '通报',
      '缺报清单',
      ...Array.from({ length: 6 }, () => '催报通知'),
    ]);
    expect(all.every(({ mimeType }) => mimeType.endsWith('wordprocessingml.document'))).toBe(true);
  });

  it('is of XML another parser reads, and leaves no tag unfilled', () => {
    for (const { name, parts, words } of all) {
      for (const [part, xml] of Object.entries(parts))
        expect({ name, part, fault: xmlFault(xml) }).toEqual({ name, part, fault: null });
      expect(words.filter((text) => /\{[#/^@]?[\u4e00-\u9fff]+\}/.test(text))).toEqual([]);
    }
  });

  it('tells a department exactly what it owes, since when, and whom to ask', () => {
    const notice = all.find(({ name }) => name === '催报通知-2023-05-管理科.docx');
    expect(notice?.words).toContain('管理科：');
    expect(notice?.words).toContain('1.实施公共设施提升行动（2023年4月，4月20日截止，已逾期33天，▲ 缺报）');
    expect(notice?.words).toContain('2.实施公共设施提升行动（2023年5月，5月20日截止，已逾期3天，▲ 缺报）');
    expect(notice?.words).toContain('联系人：孙静 0532-00000000');
  });

  it('names in the bulletin its year and number, the totals, and who handed in nothing', () => {
    const words = all.find(({ kind }) => kind === '通报')?.words ?? [];
    expect(words).toContain('（二〇二三年第三期）');
    expect(words.join('\n')).toContain(
      '本月13个部门应报35项，已报29项，其中按时27项、迟报2项；缺报6项。完成率82.9%，按时率77.1%。8个部门全部报齐。',
    );
    expect(words).toContain('本月没有报送任何内容的部门：景区所、管理科。');
  });
});
