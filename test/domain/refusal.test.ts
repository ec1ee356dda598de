import { expect, it } from 'vitest';
import { finding } from '../../src/domain/finding.ts';
import type { Period } from '../../src/domain/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';

it('a refusal says its code and what the sentence needs, and is told from a bug by its name', () => {
  const issue = { code: 'otherYear', month: '2024-01' as Period, year: 2023 } as const;
  const refusal = new Refusal(issue);
  expect([refusal.name, refusal.message, refusal.issue]).toEqual(['Refusal', 'otherYear', issue]);
});

it('a finding that does not say where is about the whole sheet', () => {
  expect(finding({ code: 'nobodyAssigned', sheet: 'matrix', task: '消防检查' })).toEqual({
    code: 'nobodyAssigned',
    sheet: 'matrix',
    rows: [],
    column: null,
    found: '',
    task: '消防检查',
  });
});
