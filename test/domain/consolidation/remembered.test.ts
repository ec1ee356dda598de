import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryOf, recall } from '../../../src/domain/consolidation/remembered.ts';

describe('answers worked out once per spelling', () => {
  it('are those of the question, whatever was asked for before (property)', () => {
    const cell = fc.constantFrom<string | number | boolean>('', '甲', '乙', '1', 1, 0, '0', true, 'true');
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const asked: unknown[] = [];
        const memory = memoryOf((one) => {
          asked.push(one);
          return `${typeof one} ${one}`;
        });
        for (const one of cells) expect(recall(memory, one)).toBe(`${typeof one} ${one}`);
        expect(asked).toEqual([...new Set(cells)]);
      }),
    );
  });

  it('hold “nobody can tell” as well', () => {
    const memory = memoryOf(() => null);
    expect(recall(memory, '？')).toBeNull();
    expect(recall(memory, '')).toBeNull();
    expect(recall(memory, '？')).toBeNull();
  });
});
