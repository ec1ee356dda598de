import { describe, expect, it } from 'vitest';
import { isFormulaError, readReview } from '../../../src/domain/consolidation/verdict.ts';

describe('a cell', () => {
  it.each(['#NAME?', '#REF!', '#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!', '#SPILL!', '#CALC!'])(
    '%s is an error of a formula',
    (cell) => {
      expect(isFormulaError(cell)).toBe(true);
    },
  );

  it.each(['#', '#1', '#REF', '#REF!!', '见#REF!', '# REF!', 'REF!', 0, true, undefined])('“%s” is none', (cell) => {
    expect(isFormulaError(cell)).toBe(false);
  });

  it.each([
    ['', 'pending'],
    [' \u3000', 'pending'],
    ['待审', 'pending'],
    ['待审核', 'pending'],
    ['Pending', 'pending'],
    ['通过', 'accepted'],
    ['已 通过', 'accepted'],
    ['ACCEPTED', 'accepted'],
    ['退回', 'returned'],
    ['已退回', 'returned'],
    ['returned', 'returned'],
    ['免报', 'exempt'],
    ['ｅｘｅｍｐｔ', 'exempt'],
    ['再看', null],
    [1, null],
  ])('“%s” under 审核 means %s', (cell, review) => {
    expect(readReview(cell)).toBe(review);
  });
});
