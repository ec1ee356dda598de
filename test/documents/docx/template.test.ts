import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocx, type Parts } from '../../../src/documents/docx/package.ts';
import type { Block } from '../../../src/documents/docx/template/block.ts';
import { fillTemplate, templateProblems } from '../../../src/documents/docx/template.ts';
import { docxOf, p, paragraphsOf, partsOf, xmlFault } from '../../support/docx.ts';

const TAGS = { 单位: 'text', 抄送: 'text', 表: 'block', 任务: { 名称: 'text', 段落: { 文字: 'text' } } } as const;
const NO_TABLE: Block = { kind: 'tables', tables: [], wide: false };
const DATA = { 单位: '', 抄送: '', 表: NO_TABLE, 任务: [] };

const TABLE: Block = {
  kind: 'tables',
  tables: [
    {
      columns: [
        { width: 1, align: 'left' },
        { width: 2, align: 'right' },
      ],
      heading: ['任务', '数'],
      rows: [[{ text: '消防' }, { text: '3', fill: '#ff0000' }]],
      fontSize: 10,
    },
  ],
  wide: false,
};

const parts = (body: string, more?: Record<string, string>): Parts => {
  const opened = openDocx(docxOf(body, more));
  if (typeof opened === 'string') throw new Error(opened);
  return opened;
};
const bodyOf = (bytes: Uint8Array): string => partsOf(bytes)['word/document.xml'] ?? '';
const filled = (body: string, data: Partial<Parameters<typeof fillTemplate<typeof TAGS>>[2]>): string[] =>
  paragraphsOf(bodyOf(fillTemplate(parts(body), TAGS, { ...DATA, ...data })));
const task = (name: string, ...texts: string[]) => ({ 名称: name, 段落: texts.map((文字) => ({ 文字 })) });

describe('a template filled in', () => {
  it('puts words where their tag stands, wherever Word has cut the tag into runs', () => {
    expect(filled(p('致', '{单', '位', '}：'), { 单位: '区文明办' })).toEqual(['致区文明办：']);
  });

  it('keeps the look of the run in which the tag begins', () => {
    const body = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{单</w:t></w:r><w:r><w:t>位}，</w:t></w:r></w:p>';
    const xml = bodyOf(fillTemplate(parts(body), TAGS, { ...DATA, 单位: '甲' }));
    expect(xml).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲</w:t>');
    expect(xml).not.toMatch(/<w:b\/><\/w:rPr><w:t[^>]*>，/);
  });

  it('repeats whole paragraphs between a tag and its end, one inside the other, and leaves no empty ones behind', () => {
    const body = [p('{#任务}'), p('（{名称}）'), p('{#段落}'), p('{文字}'), p('{/段落}'), p('{/任务}'), p('完')].join(
      '',
    );
    expect(filled(body, { 任务: [task('消防', '查了三栋', '整改两处'), task('培训')] })).toEqual([
      '（消防）',
      '查了三栋',
      '整改两处',
      '（培训）',
      '完',
    ]);
  });

  it('repeats words inside a paragraph, and leaves out what is said only where a text is not empty', () => {
    expect(filled(p('{#任务}{名称}；{/任务}'), { 任务: [task('甲'), task('乙')] })).toEqual(['甲；乙；']);
    const body = p('头{#抄送}抄送：{抄送}。{/抄送}{^抄送}无抄送{/抄送}尾');
    expect(filled(body, { 抄送: '区委' })).toEqual(['头抄送：区委。尾']);
    expect(filled(body, {})).toEqual(['头无抄送尾']);
  });

  it('repeats the row of a table when the tag and its end stand in different cells of it', () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('任务')}${cell('数')}</w:tr><w:tr>${cell('{#任务}{名称}')}${cell('1{/任务}')}</w:tr></w:tbl>${p('')}`;
    const xml = bodyOf(fillTemplate(parts(body), TAGS, { ...DATA, 任务: [task('甲'), task('乙')] }));
    expect(xml.match(/<w:tr>/g)).toHaveLength(3);
    const none = bodyOf(fillTemplate(parts(body), TAGS, DATA));
    expect(none.match(/<w:tr>/g)).toHaveLength(1);
  });

  it('keeps the paragraph in which a section ends, though nothing else is left of it', () => {
    const section = '<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{#抄送}{抄送}{/抄送}</w:t></w:r></w:p>';
    expect(bodyOf(fillTemplate(parts(section), TAGS, DATA))).toContain('<w:sectPr/>');
  });

  it.each<readonly [string, Block, Block]>([
    ['tables', TABLE, NO_TABLE],
    ['lines', { kind: 'lines', lines: [{ text: '某局', begins: 4 }] }, { kind: 'lines', lines: [] }],
    ['pictures', { kind: 'pictures', pictures: [], lines: ['见附件'] }, { kind: 'pictures', pictures: [], lines: [] }],
  ])('says one thing where there are %s, another where there are none', (_, some, none) => {
    const body = p('{#表}有{/表}{^表}无{/表}');
    expect(filled(body, { 表: some })).toEqual(['有']);
    expect(filled(body, { 表: none })).toEqual(['无']);
  });

  it('leaves out a table of which no row is left, and gives a cell of which nothing is left a paragraph', () => {
    const row = (text: string) => `<w:tr><w:tc>${p(text)}</w:tc></w:tr>`;
    expect(
      bodyOf(fillTemplate(parts(`<w:tbl>${row('{#任务}{名称}{/任务}')}</w:tbl>${p('完')}`), TAGS, DATA)),
    ).toContain('<w:tc><w:p/></w:tc>');
    const rows = `<w:tbl>${row('{#任务}')}${row('{名称}')}${row('{/任务}')}</w:tbl>${p('完')}`;
    expect(bodyOf(fillTemplate(parts(rows), TAGS, DATA))).not.toContain('<w:tbl>');
    expect(filled(rows, { 任务: [task('甲')] })).toContain('甲');
  });

  it('takes spaces and line ends between elements, as some programs write them, for nothing', () => {
    const run = (text: string) => `\n  <w:r>\n    <w:rPr><w:b/></w:rPr>\n    <w:t>${text}</w:t>\n  </w:r>`;
    expect(filled(`\n<w:p>${run('致{单')}${run('位}')}\n</w:p>\n`, { 单位: '区文明办' })).toEqual(['致区文明办']);
  });

  it('leaves no run behind that held nothing but where a stretch begins or ends, whatever its look', () => {
    const bold = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
    const xml = bodyOf(
      fillTemplate(parts(`<w:p>${bold('{#抄送}')}${bold('抄送')}${bold('{/抄送}')}</w:p>`), TAGS, {
        ...DATA,
        抄送: '区委',
      }),
    );
    expect(xml.match(/<w:r>/g)).toHaveLength(1);
  });

  it('fills headers and footers too', () => {
    const footer = `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('{单位}')}</w:ftr>`;
    const made = fillTemplate(parts(p(''), { 'word/footer1.xml': footer }), TAGS, { ...DATA, 单位: '甲' });
    expect(paragraphsOf(partsOf(made)['word/footer1.xml'] ?? '')).toEqual(['甲']);
  });

  describe('with a table, lines or pictures', () => {
    const page = (width: number, height: number) =>
      `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="900" w:right="500" w:bottom="800" w:left="600"/></w:sectPr>`;
    const xmlOf = (body: string, table: Block = TABLE): string =>
      bodyOf(fillTemplate(parts(body), TAGS, { ...DATA, 表: table, 抄送: '区委' }));

    it.each([
      ['alone', p('{@表}')],
      ['where a stretch begins', p('{#抄送}{@表}') + p('{/抄送}')],
      ['of a section that ends with it', `<w:p><w:pPr>${page(10_100, 8000)}</w:pPr><w:r><w:t>{@表}</w:t></w:r></w:p>`],
    ])('in a paragraph %s it is as wide as the page’s text', (_, body) => {
      expect(xmlOf(body + page(10_100, 8000))).toContain('<w:tblW w:w="9000" w:type="dxa"/>');
    });

    it('that is wide the section is turned on its side, but not the first one; what its margins do not say is none', () => {
      const first = `<w:p><w:pPr>${page(10_100, 20_000)}</w:pPr></w:p>`;
      const xml = xmlOf(`${first}${p('{@表}')}${page(10_100, 20_000)}`, { ...TABLE, wide: true } as Block);
      expect(xml).toContain('<w:tblW w:w="18300" w:type="dxa"/>');
      expect(xml.match(/<w:pgSz[^>]*>/g)).toEqual([
        '<w:pgSz w:w="10100" w:h="20000"/>',
        '<w:pgSz w:w="20000" w:h="10100" w:orient="landscape"/>',
      ]);
      expect(xml).toContain(
        '<w:pgMar w:top="600" w:right="900" w:bottom="500" w:left="800" w:header="0" w:footer="567" w:gutter="0"/>',
      );
      expect(xmlOf(p('{@表}') + page(10_100, 20_000), { ...TABLE, wide: true } as Block)).not.toContain('landscape');
    });

    it('it looks of itself where the template has no style for it', () => {
      const xml = xmlOf(p('{@表}'));
      expect(xml).not.toContain('<w:pStyle');
      expect(xml).toMatch(/<w:snapToGrid w:val="0"\/>.*<w:jc w:val="center"\/>.*<w:b\/>.*任务/);
      expect(xml).toMatch(/w:fill="ff0000".*<w:jc w:val="right"\/>.*>3</);
    });

    it('what stands in the place of its tag looks as the tag did', () => {
      const lines: Block = { kind: 'lines', lines: [{ text: '某局', begins: 4 }] };
      const bold = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{@表}</w:t></w:r></w:p>';
      expect(xmlOf(bold, lines)).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">某局</w:t>');
      expect(xmlOf(p('{@表}'), lines)).not.toContain('<w:rPr>');
    });

    it('lines and pictures stand in a paragraph without any look of its own', () => {
      const image = { bytes: Uint8Array.of(1), extension: 'png', width: 10, height: 10 } as const;
      const pictures: Block = { kind: 'pictures', pictures: [{ image, caption: '图1' }], lines: ['见附件'] };
      const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
      const name = 'word/_rels/document.xml.rels';
      for (const more of [undefined, { [name]: relations }]) {
        const made = fillTemplate(parts(p('{@表}'), more), TAGS, { ...DATA, 表: pictures });
        expect(paragraphsOf(bodyOf(made)).slice(-2)).toEqual(['图1', '见附件']);
        const { [name]: written = '' } = partsOf(made);
        expect(xmlFault(written)).toBeNull();
        expect(written).toMatch(/<Relationship Id="huizong1" [^>]*Target="media\/huizong1.png"\/><\/Relationships>$/);
      }
    });
  });

  it('takes braces, markup, control characters and half characters in the data for words', () => {
    const nasty = `{#任务}{单位} {/任务} }{ <w:t> & " ' ]]> \u0000\u0001\u000b\ud800x\udc00 😀 \ufffe 终\n换行\t制表`;
    const bytes = fillTemplate(parts(p('{单位}')), TAGS, { ...DATA, 单位: nasty });
    expect(xmlFault(bodyOf(bytes))).toBeNull();
    expect(paragraphsOf(bodyOf(bytes))).toEqual([
      `{#任务}{单位} {/任务} }{ <w:t> & " ' ]]> \ufffdx\ufffd 😀  终\n换行\t制表`,
    ]);
  });

  it('makes a valid part of any text whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const xml = bodyOf(fillTemplate(parts(p('{单位}')), TAGS, { ...DATA, 单位: text }));
        expect(xmlFault(xml)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('holds a text of 50,000 characters', () => {
    const long = '长'.repeat(50_000);
    expect(filled(p('{单位}'), { 单位: long })).toEqual([long]);
  });

  it('makes the same bytes again', () => {
    const make = () => fillTemplate(parts(p('{单位}')), TAGS, { ...DATA, 单位: '甲' });
    expect(Buffer.from(make()).equals(Buffer.from(make()))).toBe(true);
  });
});

describe('a template whose tags are wrong', () => {
  const problems = (body: string) =>
    templateProblems(parts(body), TAGS).map(({ code, part: _, paragraph, ...fault }) => {
      const [tag, meant = ''] = Object.values(fault);
      return [code, tag, paragraph, meant];
    });

  it('is told which tag it does not know, where, and what was probably meant', () => {
    expect(problems(p('致{单立}：'))).toEqual([['unknownTag', '{单立}', '致{单立}：', '{单位}']]);
    expect(problems(p('{报告总人数}'))).toEqual([['unknownTag', '{报告总人数}', '{报告总人数}', null]]);
  });

  it('is told of a brace without its partner', () => {
    expect(problems(p('致{单位：'))).toEqual([['braceAlone', '{单位：', '致{单位：', '']]);
    expect(problems(p('致单位}：'))).toEqual([['braceAlone', '}：', '致单位}：', '']]);
  });

  it('is told of a stretch that never ends, never began, or crosses another', () => {
    expect(problems(p('{#任务}') + p('{名称}'))).toEqual([
      ['notClosed', '{#任务}', '{#任务}', ''],
      ['unknownTag', '{名称}', '{名称}', null],
    ]);
    expect(problems(p('完{/任务}'))).toEqual([['notOpened', '{/任务}', '完{/任务}', '']]);
    const codes = problems(p('{#任务}') + p('{#抄送}') + p('{/任务}') + p('{/抄送}')).map(
      ([code, tag]) => `${code} ${tag}`,
    );
    expect(codes).toEqual(['notClosed {#任务}', 'notOpened {/任务}']);
  });

  it('is told of a table that does not stand alone, and of signs that do not fit', () => {
    expect(problems(p('见{@表}'))).toEqual([['blockNotAlone', '{@表}', '见{@表}', '']]);
    expect(problems(p('{表}'))).toEqual([['wrongSign', '{表}', '{表}', '{@表}']]);
    expect(problems(p('{@单位}'))).toEqual([['wrongSign', '{@单位}', '{@单位}', '{单位}']]);
    expect(problems(p('{任务}'))).toEqual([['wrongSign', '{任务}', '{任务}', '{#任务}']]);
  });

  it('is told in which part it is wrong, also where a part is no XML', () => {
    const header = (inside: string) => ({
      'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}`,
    });
    const told = (more: Record<string, string>) =>
      templateProblems(parts(p('甲'), more), TAGS).map(({ code, part, paragraph: _, ...fault }) => [
        code,
        ...Object.values(fault),
        part,
      ]);
    expect(told(header(`${p('{单立}')}</w:hdr>`))).toEqual([['unknownTag', '{单立}', '{单位}', 'header']]);
    expect(told(header(p('甲')))).toEqual([['notXml', 'word/header1.xml', 'header']]);
  });

  it('is told what else is wrong in a text box in which a stretch never ends', () => {
    const box = `<w:p><w:r><w:pict><w:txbxContent>${p('{#任务}')}${p('{单立}')}</w:txbxContent></w:pict></w:r></w:p>`;
    expect(problems(box).map(([code, tag, paragraph]) => [code, tag, paragraph])).toEqual([
      ['notClosed', '{#任务}', '{#任务}{单立}'],
      ['unknownTag', '{单立}', '{单立}'],
    ]);
  });

  it('is told everything at once', () => {
    expect(problems(p('{甲}') + p('{乙乙乙乙}') + p('{单位'))).toHaveLength(3);
  });

  it('takes full-width signs and spaces in a tag as they are meant', () => {
    expect(problems(p('{＃任务}') + p('{ 名称 }') + p('{／任务}'))).toEqual([]);
  });
});

describe('a file that is no template', () => {
  it.each([
    ['text', new TextEncoder().encode('你好'), 'notZip'],
    ['an old .doc, or one with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'oldFormat'],
    ['half a .docx', docxOf(p('甲')).slice(0, 200), 'damaged'],
    ['a document with macros', docxOf(p('甲'), { 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'a document that fetches a template from elsewhere',
      docxOf(p('甲'), {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>',
      }),
      'outside',
    ],
  ])('%s is refused', (_, bytes, reason) => {
    expect(openDocx(bytes)).toBe(reason);
  });

  it('may hold links for people to click', () => {
    const relations =
      '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.cn" TargetMode="External"/></Relationships>';
    expect(typeof openDocx(docxOf(p('甲'), { 'word/_rels/document.xml.rels': relations }))).toBe('object');
  });

  it('is refused where it swells beyond any document', () => {
    expect(openDocx(docxOf(p('甲'.repeat(9_000_000))))).toBe('tooLarge');
  });
});
