import { expect, test } from 'vitest';
import { at } from '../../src/domain/at.ts';

test('gives the entry at an index', () => {
  expect(at(['甲', '乙'], 1)).toBe('乙');
});

test('an index that is not there is a mistake in the program', () => {
  expect(() => at(['甲', '乙'], 2)).toThrow(new RangeError('No entry 2 among 2'));
  expect(() => at(['甲', '乙'], -1)).toThrow(RangeError);
});
