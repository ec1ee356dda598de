/** Numbers, names, nil returns and evidence as busy people type them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLinks, parseEvidence, unmetDemands } from '../../src/domain/evidence.ts';
import { fingerprint } from '../../src/domain/fingerprint.ts';
import { foldName, indexNames, nearestName } from '../../src/domain/name.ts';
import { isNilReturn } from '../../src/domain/nil-return.ts';
import { parseQuantity } from '../../src/domain/quantity.ts';

describe('a number', () => {
  it.each([
    ['35', 35],
    ['1,200', 1200],
    ['１２', 12],
    ['35次', 35],
    ['1.5万', 15_000],
    ['0', 0],
    [35, 35],
    [' 7 ', 7],
    [0, 0],
    [2.5, 2.5],
    ['+5', 5],
    ['1,234,567', 1_234_567],
    ['1,200.75', 1200.75],
    ['3.14', 3.14],
    ['12.345', 12.345],
    ['0.07万', 700],
    ['3万人次', 30_000],
    ['20 人', 20],
    ['6元', 6],
    ['1 200', 1200],
  ] as const)('%s is %d', (typed, value) => {
    expect(parseQuantity(typed)).toBe(value);
  });

  it.each([
    '约三十',
    '-5',
    '三',
    '1,20',
    '12a',
    '1/2',
    '1234,567',
    '1,2345',
    'a12',
    '12.',
    '.5',
    '5人人',
    '5公里',
    '++5',
    '5万万',
    -1,
    true,
    false,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('%s is none', (typed) => {
    expect(parseQuantity(typed)).toBeUndefined();
  });

  it.each(['', '   ', '\u3000'])('a blank is not zero', (typed) => {
    expect(parseQuantity(typed)).toBeNull();
  });

  it('written with or without thousands it is the same (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
        expect(parseQuantity(value.toLocaleString('en-US'))).toBe(value);
        expect(parseQuantity(String(value))).toBe(value);
      }),
    );
  });
});

describe('a nil return', () => {
  it.each([
    '本月无',
    '本月无。',
    '无',
    '零报告',
    ' 本月暂无 ',
    '（本月无）',
    '本月没有此项工作',
    '「本月无」',
    '当月工作暂无相关情况',
    '本期无新增事项',
    '没有开展',
    '零报',
    'NIL',
    'nil.',
    '工作无内容！',
    '本月没有该项活动',
    '“无”',
    '【本月无】',
    '(无)',
    '本月工作暂没有相关开展情况',
    '"无"',
    "'无'",
    '无．',
  ])('%s', (text) => {
    expect(isNilReturn(text)).toBe(true);
  });

  it.each([
    '',
    '本月无事故，开展检查两次',
    '无偿献血 20 人',
    '无锡考察',
    '没有落实的已整改',
    '本月',
    '上月无',
    '无x',
    'x无',
    '零报告x',
    'x零报告',
    'nilx',
    'xnil',
    '零',
    '无无',
    '本月无，事故',
    '无                ',
    '!无无无',
  ])('“%s” is none', (text) => {
    expect(isNilReturn(text)).toBe(false);
  });
});

describe('names', () => {
  const index = indexNames([['办公室', '局办'], ['综合科'], ['稽查大队']]);

  it.each(['办公室', ' 办公室 ', '局办', '办\u3000公室', '\u200b办公室'])('“%s” is the office', (typed) => {
    expect(index.find(typed)).toBe(0);
  });

  it('offers the nearest known name, or none where nothing is near', () => {
    expect(index.nearest('稽察大队')).toBe('稽查大队');
    expect(index.nearest('综合科室')).toBe('综合科');
    expect(index.nearest('财政厅')).toBeNull();
  });

  it('nearness is measured by a third of the characters, and one part of the other is near', () => {
    expect(nearestName('甲乙', ['甲丙'])).toBe('甲丙');
    expect(nearestName('安全生产监室', ['安全生产科'])).toBe('安全生产科');
    expect(nearestName('甲乙丙丁戊', ['甲乙丙己庚'])).toBeNull();
    expect(nearestName('甲乙丙丁戊己', ['甲乙丙丁庚辛'])).toBe('甲乙丙丁庚辛');
    expect(nearestName('科', ['综合业务科'])).toBe('综合业务科');
    expect(nearestName('市综合业务科室', ['综合'])).toBe('综合');
    expect(nearestName('综合科', [])).toBeNull();
  });

  it('of two that are near the nearer is offered, of two equally near the first; a part of it before a slip', () => {
    expect(nearestName('稽察大队伍', ['稽察小队员', '稽察大队员'])).toBe('稽察大队员');
    expect(nearestName('稽察队', ['稽查队', '稽核队'])).toBe('稽查队');
    expect(nearestName('综合科', ['综治科', '综合科室'])).toBe('综合科室');
    expect(nearestName('综合科', ['综合科室', '综治科'])).toBe('综合科室');
  });

  it('blank names and endless ones are near nothing', () => {
    expect(nearestName(' ', ['综合科'])).toBeNull();
    expect(nearestName('综合科', ['', ' '])).toBeNull();
    expect(nearestName('科'.repeat(60), ['科'.repeat(60)])).toBe('科'.repeat(60));
    expect(nearestName('科'.repeat(61), ['科'.repeat(60)])).toBeNull();
    expect(nearestName('科'.repeat(60), ['科'.repeat(61)])).toBeNull();
  });

  it('spaces, widths, letter case and what cannot be seen make no other name', () => {
    expect(foldName(' ＡＢ\u200b c\ufeff\u2060\n科 ')).toBe('abc科');
  });

  it('blank names are nobody’s, and a name given twice to one entry is no clash', () => {
    const { find, clashes, nearest } = indexNames([['', '办公室', ' 办公室', '办公室'], ['']]);
    expect([find(''), find(' '), find('办公室'), find('ｘ'), nearest('办公')]).toEqual([-1, -1, 0, -1, '办公室']);
    expect(clashes).toEqual([]);
  });

  it('two entries with one name: the first keeps it, and the clash is told', () => {
    const { clashes, find } = indexNames([['办公室'], ['综合科', '办公室']]);
    expect(find('办公室')).toBe(0);
    expect(clashes).toEqual([{ name: '办公室', first: 0, second: 1 }]);
  });

  it('folding a folded name changes nothing; every name is its own nearest (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
        if (foldName(name) !== '') expect(nearestName(name, ['甲乙丙丁', name])).toBe(name);
      }),
    );
  });
});

describe('evidence', () => {
  it('reads what the matrix demands, and shows what it cannot read', () => {
    expect(parseEvidence('链接≥2；字数≥100；数量；人次')).toEqual({
      demands: [
        { kind: 'links', least: 2 },
        { kind: 'characters', least: 100 },
        { kind: 'count', least: 1 },
        { kind: 'people', least: 1 },
      ],
      unread: [],
    });
    expect(parseEvidence('按惯例')).toEqual({ demands: [], unread: ['按惯例'] });
    expect(parseEvidence('佐证材料，照片3张,影像\n附件 ；图片、文字不少于５０字；次数；件数2；人数')).toEqual({
      demands: [
        { kind: 'links', least: 1 },
        { kind: 'links', least: 3 },
        { kind: 'links', least: 1 },
        { kind: 'links', least: 1 },
        { kind: 'links', least: 1 },
        { kind: 'characters', least: 50 },
        { kind: 'count', least: 1 },
        { kind: 'count', least: 2 },
        { kind: 'people', least: 1 },
      ],
      unread: [],
    });
    expect(parseEvidence('链接 ； 按 惯例 ；见照片')).toEqual({
      demands: [{ kind: 'links', least: 1 }],
      unread: ['按 惯例', '见照片'],
    });
    expect(parseEvidence('报告字数；每月次数；到场人次').unread).toEqual(['报告字数', '每月次数', '到场人次']);
    expect(parseEvidence('链接≥12')).toEqual({ demands: [{ kind: 'links', least: 12 }], unread: [] });
    for (const nothing of ['', '无', '—', '-', ' ； '])
      expect(parseEvidence(nothing)).toEqual({ demands: [], unread: [] });
  });

  it('tells what a return lacks', () => {
    const rule = parseEvidence('照片2张；字数≥4');
    const lacking = (text: string, links: string) =>
      unmetDemands(rule, { text, links, count: null, people: null }).map(({ kind }) => kind);
    expect(lacking('查了', 'https://a.cn')).toEqual(['links', 'characters']);
    expect(lacking('查了三栋', 'https://a.cn\nhttps://b.cn')).toEqual([]);
  });

  it('what is asked for is enough, and one less is not', () => {
    const unmet = (rule: string, given: Partial<Parameters<typeof unmetDemands>[1]>) =>
      unmetDemands(parseEvidence(rule), { text: '', links: '', count: null, people: null, ...given }).length;
    expect([unmet('数量≥3', { count: 3 }), unmet('数量≥3', { count: 2 }), unmet('数量≥0', {})]).toEqual([0, 1, 1]);
    expect([unmet('人次≥3', { people: 3 }), unmet('人次≥3', { people: 2 }), unmet('人次≥0', {})]).toEqual([0, 1, 1]);
    expect([unmet('链接≥2', { links: 'a b' }), unmet('链接≥2', { links: 'a' })]).toEqual([0, 1]);
  });

  it.each([
    ['查了三栋', 4, true],
    ['查了三栋', 5, false],
    ['查 了\n三\u3000栋\u00a0\ufeff', 4, true],
    ['查 了\n三\u3000栋\u00a0\ufeff', 5, false],
    ['😀😀', 2, true],
    ['😀😀', 3, false],
    ['𐀀𐏿', 2, true],
    ['𐀀𐏿', 3, false],
    ['豈豈', 2, true],
    ['ab', 2, true],
    ['', 1, false],
  ])('the blanks in “%s” are no characters: has it %d of them? %s', (text, least, has) => {
    const lacking = unmetDemands(parseEvidence(`字数≥${least}`), { text, links: '', count: null, people: null });
    expect(lacking.length === 0).toBe(has);
  });

  it('counts links however they stand apart', () => {
    expect(countLinks('https://a.cn/1，https://a.cn/2;https://a.cn/3\n https://a.cn/4')).toBe(4);
    expect(countLinks('')).toBe(0);
  });
});

describe('the fingerprint of a mail', () => {
  it('does not change from one version to the next, for the outbox remembers it', () => {
    expect([fingerprint(''), fingerprint('a'), fingerprint('汇总'), fingerprint(new Uint8Array([97]))]).toEqual([
      '811c9dc52f0b4a3d',
      'e40c292c6ac60ed4',
      'e62d5427297444b6',
      'e40c292c6ac60ed4',
    ]);
    expect(fingerprint('k120')).toBe('0493fd3bcc2dc4ad');
    expect(fingerprint('甲'.repeat(300))).toBe('c8c28505c78cd7c5');
    expect(fingerprint(new Uint8Array([0xe6, 0xb1, 0x87]))).toBe('3f16b76ddaa77e80');
  });

  it('is the same for the same text, and another for another (property)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint(a)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
      }),
    );
  });
});
