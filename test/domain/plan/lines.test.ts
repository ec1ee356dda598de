import { describe, expect, it } from 'vitest';
import { withoutEnd, withoutEnding } from '../../../src/domain/plan/ends.ts';
import { linesOf } from '../../../src/domain/plan/lines.ts';
import { numberingOf } from '../../../src/domain/plan/numbering.ts';

describe('the lines of a text', () => {
  it('whatever parts them, keep their numbers; blank ones say nothing', () => {
    const text = '\ufeff甲\r\n\r\n乙\n丙\r丁\u2028戊\v己\f庚\u0085辛\u2029 \u3000\n壬';
    expect(linesOf(text).map(({ number, text: words }) => `${number} ${words}`)).toEqual([
      '1 甲',
      '3 乙',
      '4 丙',
      '5 丁',
      '6 戊',
      '7 己',
      '8 庚',
      '9 辛',
      '11 壬',
    ]);
  });

  it.each([
    ['# 标题', '标题'],
    ['###### 标题', '标题'],
    ['####### 标题', '####### 标题'],
    ['- 项', '项'],
    ['•  项', '项'],
    ['> 引', '引'],
    ['-项', '-项'],
    ['１２３月\u200b份', '123月份'],
    ['__下划__线', '下划线'],
    ['\t缩进\u3000', '缩进'],
    ['  - 缩进项', '缩进项'],
  ])('without what was put around the words: %s', (raw, words) => {
    expect(linesOf(raw)).toEqual([{ number: 1, text: words, bold: '', cells: null }]);
  });

  it('know what is bold at their beginning', () => {
    const bold = (raw: string) => linesOf(raw).map((line) => [line.text, line.bold]);
    expect(bold('**一、规范执法。**开展检查')).toEqual([['一、规范执法。开展检查', '一、规范执法。']]);
    expect(bold('**不闭合')).toEqual([['不闭合', '']]);
    expect(bold('先**后粗**')).toEqual([['先后粗', '']]);
    expect(bold('****空')).toEqual([['空', '']]);
    expect(bold('•  ** 规范执法 **')).toEqual([['规范执法', '规范执法']]);
  });

  it.each([
    ['甲\t乙', ['甲', '乙']],
    ['甲\t', ['甲', '']],
    ['甲 \t 乙', ['甲', '乙']],
    [' |甲|乙| ', ['甲', '乙']],
    ['|甲乙', ['甲乙']],
    ['甲乙|', null],
    ['\t \t', undefined],
    ['\t甲\t乙', ['', '甲', '乙']],
    ['\t缩进', null],
    ['\t\t乙', ['', '', '乙']],
    ['|甲|乙|', ['甲', '乙']],
    ['| **甲** | 乙<br>丙<BR />丁 |', ['甲', '乙、丙、丁']],
    ['|甲|', ['甲']],
    ['|甲', null],
    ['||', null],
    ['甲|乙', null],
  ])('may be rows of a table: %s', (raw, cells) => {
    expect(linesOf(raw)[0]?.cells).toEqual(cells);
  });

  it('their ends are taken off without looking at the rest', () => {
    expect(withoutEnd('甲。 。', /[。\s]/)).toBe('甲');
    expect(withoutEnd('。。', /。/)).toBe('');
    expect(withoutEnd('甲。乙', /。/)).toBe('甲。乙');
    expect(withoutEnding('办公室备案', /(?:备案)+$/)).toBe('办公室');
    expect(withoutEnding(`报${'备案'.repeat(30)}`, /(?:备案)+$/)).toBe(`报${'备案'.repeat(10)}`);
  });
});

describe('the number a line begins with', () => {
  it.each([
    ['一、甲', 'chapter', '一', 1, '甲'],
    ['十二．甲', 'chapter', '十二', 12, '甲'],
    ['三. 甲', 'chapter', '三', 3, '甲'],
    ['一百零五、甲', 'chapter', '一百零五', 105, '甲'],
    ['（一）甲', 'parenthesised', '一', 1, '甲'],
    ['( 二 ) 甲', 'parenthesised', '二', 2, '甲'],
    ['〔三〕、甲', 'parenthesised', '三', 3, '甲'],
    ['一）甲', 'parenthesised', '一', 1, '甲'],
    ['㈢甲', 'parenthesised', '㈢', 3, '甲'],
    ['㈩、甲', 'parenthesised', '㈩', 10, '甲'],
    ['1.甲', 'arabic', '1', 1, '甲'],
    ['1、 甲', 'arabic', '1', 1, '甲'],
    ['12）甲', 'arabic', '12', 12, '甲'],
    ['100 、甲', 'arabic', '100', 100, '甲'],
    ['⒉甲', 'arabic', '⒉', 2, '甲'],
    ['⒛甲', 'arabic', '⒛', 20, '甲'],
    ['(3)甲', 'arabicParenthesised', '3', 3, '甲'],
    ['（ 12 ）、 甲', 'arabicParenthesised', '12', 12, '甲'],
    ['⑷甲', 'arabicParenthesised', '⑷', 4, '甲'],
    ['⒇、甲', 'arabicParenthesised', '⒇', 20, '甲'],
    ['1.1甲', 'dotted', '1.1', 1, '甲'],
    ['1.2.13 甲', 'dotted', '1.2.13', 13, '甲'],
    ['12.13 甲', 'dotted', '12.13', 13, '甲'],
    ['2．3、甲', 'dotted', '2．3', 3, '甲'],
    ['①甲', 'circled', '①', 1, '甲'],
    ['⑳、甲', 'circled', '⑳', 20, '甲'],
    ['一是甲', 'ordinal', '一', 1, '甲'],
    ['二要甲', 'ordinal', '二', 2, '甲'],
    ['三是要，甲', 'ordinal', '三', 3, '甲'],
    ['首先，甲', 'sequence', '首先', 1, '甲'],
    ['其次：甲', 'sequence', '其次', 2, '甲'],
    ['再次、 甲', 'sequence', '再次', 3, '甲'],
    ['然后，甲', 'sequence', '然后', Number.NaN, '甲'],
    ['最后，甲', 'sequence', '最后', Number.NaN, '甲'],
    ['其三，甲', 'sequence', '其三', 3, '甲'],
    ['第一，甲', 'first', '一', 1, '甲'],
    ['第二条 甲', 'article', '二', 2, '甲'],
    ['第 3 项：甲', 'article', '3', 3, '甲'],
    ['第四章甲', 'article', '四', 4, '甲'],
    ['第五部分、甲', 'article', '五', 5, '甲'],
    ['任务一：甲', 'article', '一', 1, '甲'],
    ['重点任务2、 甲', 'article', '2', 2, '甲'],
    ['举措三  甲', 'article', '三', 3, '甲'],
    ['第一阶段：甲', 'stage', '一', 1, '甲'],
    ['第二步（3月），甲', 'stage', '二', 2, '甲'],
  ] as const)('%s', (text, kind, label, value, words) => {
    const numbering = numberingOf(text);
    expect(numbering && { ...numbering, words: text.slice(numbering.length) }).toEqual({
      kind,
      label,
      value,
      length: text.length - words.length,
      words,
    });
  });

  it.each([
    '甲',
    '任务甲',
    '一天',
    '三月',
    '1天',
    '1.1%',
    '2.5万',
    '2.5 万',
    '1000、甲',
    '（甲）',
    '关于一、二',
    '见（一）',
    '再1.',
    '第甲条',
    '先㈢甲',
    '见(3)',
    '见⑷',
    '见⒉',
    '见①',
    '约1.2.3甲',
    '再首先，甲',
    '最先，甲',
  ])('“%s” begins with none', (text) => {
    expect(numberingOf(text)).toBeNull();
  });
});
