import { expect, it } from 'vitest';
import type { Period } from '../../src/domain/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';

it('a refusal says its code and what the sentence needs, and is told from a bug by its name', () => {
  const issue = { code: 'otherYear', month: '2024-01' as Period, year: 2023 } as const;
  const refusal = new Refusal(issue);
  expect([refusal.name, refusal.message, refusal.issue]).toEqual(['Refusal', 'otherYear', issue]);
});
