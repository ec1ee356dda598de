import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp, memoOf } from '../../../src/domain/consolidation/memo.ts';

describe('answers worked out once per spelling', () => {
  it('are those of the question, whatever was asked for before (property)', () => {
    const cell = fc.constantFrom<string | number | boolean>('', '甲', '乙', '1', 1, 0, '0', true, 'true');
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const asked: unknown[] = [];
        const memory = memoOf((one) => {
          asked.push(one);
          return `${typeof one} ${one}`;
        });
        for (const one of cells) expect(lookUp(memory, one)).toBe(`${typeof one} ${one}`);
        expect(asked).toEqual([...new Set(cells)]);
      }),
    );
  });

  it('hold “nobody can tell” as well', () => {
    const memory = memoOf(() => null);
    expect(lookUp(memory, '？')).toBeNull();
    expect(lookUp(memory, '')).toBeNull();
    expect(lookUp(memory, '？')).toBeNull();
  });
});
