import { expect, it } from 'vitest';
import { finding } from '../../src/domain/finding.ts';
import { Refusal } from '../../src/domain/refusal.ts';

it('a refusal says its code and what the sentence needs, and is told from a bug by its name', () => {
  const refusal = new Refusal('otherYear', { year: 2023 });
  expect([refusal.name, refusal.message, refusal.code, refusal.details]).toEqual([
    'Refusal',
    'otherYear',
    'otherYear',
    { year: 2023 },
  ]);
  expect(new Refusal('busy').details).toEqual({});
});

it('a finding that says nothing more is about the whole sheet', () => {
  expect(finding('duplicate', 'submissions')).toEqual({
    code: 'duplicate',
    sheet: 'submissions',
    rows: [],
    column: null,
    found: '',
    details: {},
  });
});
