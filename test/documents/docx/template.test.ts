import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocx, type Parts } from '../../../src/documents/docx/package.ts';
import type { Block } from '../../../src/documents/docx/template/block.ts';
import { fillTemplate, templateProblems } from '../../../src/documents/docx/template.ts';
import { docxOf, p, paragraphsOf, partsOf, xmlFault } from '../../support/docx.ts';

const TAGS = { 单位: 'text', 抄送: 'text', 表: 'block', 任务: { 名称: 'text', 段落: { 文字: 'text' } } } as const;
const NO_TABLE: Block = { kind: 'tables', tables: [], wide: false };
const DATA = { 单位: '', 抄送: '', 表: NO_TABLE, 任务: [] };

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

  it('fills headers and footers too', () => {
    const footer = `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('{单位}')}</w:ftr>`;
    const made = fillTemplate(parts(p(''), { 'word/footer1.xml': footer }), TAGS, { ...DATA, 单位: '甲' });
    expect(paragraphsOf(partsOf(made)['word/footer1.xml'] ?? '')).toEqual(['甲']);
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
    templateProblems(parts(body), TAGS).map(({ code, tag, paragraph, nearest }) => [code, tag, paragraph, nearest]);

  it('is told which tag it does not know, where, and what was probably meant', () => {
    expect(problems(p('致{单立}：'))).toEqual([['unknownTag', '{单立}', '致{单立}：', '{单位}']]);
    expect(problems(p('{报告总人数}'))).toEqual([['unknownTag', '{报告总人数}', '{报告总人数}', '']]);
  });

  it('is told of a brace without its partner', () => {
    expect(problems(p('致{单位：'))).toEqual([['braceAlone', '{单位：', '致{单位：', '']]);
    expect(problems(p('致单位}：'))).toEqual([['braceAlone', '}：', '致单位}：', '']]);
  });

  it('is told of a stretch that never ends, never began, or crosses another', () => {
    expect(problems(p('{#任务}') + p('{名称}'))).toEqual([
      ['notClosed', '{#任务}', '{#任务}', ''],
      ['unknownTag', '{名称}', '{名称}', ''],
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
    expect(problems(p('{任务}'))).toEqual([['wrongSign', '{任务}', '{任务}', '{#任务}']]);
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
