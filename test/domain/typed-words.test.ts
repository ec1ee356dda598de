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
  ] as const)('%s is %d', (typed, value) => {
    expect(parseQuantity(typed)).toBe(value);
  });

  it.each(['约三十', '-5', '三', '1,20', '12a', '1/2', -1, true, Number.NaN])('%s is none', (typed) => {
    expect(parseQuantity(typed)).toBeUndefined();
  });

  it.each(['', '   '])('a blank is not zero', (typed) => {
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
  it.each(['本月无', '本月无。', '无', '零报告', ' 本月暂无 ', '（本月无）', '本月没有此项工作', '「本月无」'])(
    '%s',
    (text) => {
      expect(isNilReturn(text)).toBe(true);
    },
  );

  it.each(['', '本月无事故，开展检查两次', '无偿献血 20 人', '无锡考察', '没有落实的已整改', '本月'])(
    '“%s” is none',
    (text) => {
      expect(isNilReturn(text)).toBe(false);
    },
  );
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
    for (const nothing of ['', '无', '—']) expect(parseEvidence(nothing)).toEqual({ demands: [], unread: [] });
  });

  it('tells what a return lacks', () => {
    const rule = parseEvidence('照片2张；字数≥4');
    const lacking = (text: string, links: string) =>
      unmetDemands(rule, { text, links, count: null, people: null }).map(({ kind }) => kind);
    expect(lacking('查了', 'https://a.cn')).toEqual(['links', 'characters']);
    expect(lacking('查了三栋', 'https://a.cn\nhttps://b.cn')).toEqual([]);
  });

  it('counts links however they stand apart', () => {
    expect(countLinks('https://a.cn/1，https://a.cn/2;https://a.cn/3\n https://a.cn/4')).toBe(4);
    expect(countLinks('')).toBe(0);
  });
});

describe('the fingerprint of a mail', () => {
  it('is the same for the same text, and another for another (property)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint(a)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
      }),
    );
  });
});
