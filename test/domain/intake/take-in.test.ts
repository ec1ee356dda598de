import { describe, expect, it } from 'vitest';
import type { SubmissionCell } from '../../../src/domain/consolidation/input.ts';
import { lookupFor } from '../../../src/domain/consolidation/lookup.ts';
import { parseEvidence } from '../../../src/domain/evidence.ts';
import { takeIn } from '../../../src/domain/intake/take-in.ts';
import type { LocalDateTime } from '../../../src/domain/local-date.ts';
import type { Matrix } from '../../../src/domain/matrix.ts';
import { department, task } from '../../support/matrix.ts';

const COLUMNS = {
  period: 0,
  department: 1,
  task: 2,
  text: 3,
  count: 4,
  people: 5,
  links: 6,
  time: 7,
  review: 8,
  reason: 9,
};
/** The third task demands a link. */
const matrix: Matrix = {
  tasks: ['消防检查', '安全培训', '隐患整改'].map(task),
  departments: [department('办公室', ['局办']), department('保卫科')],
  duties: [],
};
const row = (other: Partial<Record<keyof typeof COLUMNS, SubmissionCell>> = {}): SubmissionCell[] =>
  Object.values({
    period: '2023-05',
    department: '保卫科',
    task: '消防检查',
    text: '查了三栋楼',
    count: '',
    people: '',
    links: '',
    time: '2023-05-18 09:00',
    review: '',
    reason: '',
    ...other,
  });
const taken = (other: Parameters<typeof row>[0] = {}, columns: Partial<typeof COLUMNS> = {}) =>
  takeIn(
    row(other),
    { ...COLUMNS, ...columns },
    {
      year: 2023,
      matrix,
      lookup: lookupFor(matrix, 2023),
      evidence: matrix.tasks.map(({ evidence }) => parseEvidence(evidence)),
      now: '2023-05-18T09:00:00' as LocalDateTime,
    },
  );

describe('a row as it was typed', () => {
  it('with everything in its usual form wants nothing', () => {
    expect(taken()).toEqual({
      usual: {},
      key: { period: '2023-05', department: 1, task: 0 },
      filled: true,
      unstamped: false,
      returned: false,
      hint: null,
    });
  });

  it('has its month, names and numbers put into the usual form', () => {
    expect(
      taken({ period: '2023年5月', department: '局办', task: '1', count: '１２', people: '1,200人' }).usual,
    ).toEqual({ period: '2023-05', department: '办公室', task: '消防检查', count: 12, people: 1200 });
    expect(taken({ count: 12, people: '约三十' }).usual).toEqual({});
  });

  it('has a key only where month, department and task can all be told', () => {
    expect(taken({ period: '1月', department: '办公室', task: '1' }).key).toEqual({
      period: '2023-01',
      department: 0,
      task: 0,
    });
    expect([taken({ period: '五月' }), taken({ department: '甲' }), taken({ task: '' })].map(({ key }) => key)).toEqual(
      [null, null, null],
    );
  });

  it('wants a time once it is filled, where the sheet has a column for it', () => {
    expect(taken({ time: '' }).unstamped).toBe(true);
    expect(taken({ time: '', text: '' })).toMatchObject({ unstamped: false, filled: false });
    expect(taken({ time: '' }, { time: -1 }).unstamped).toBe(false);
  });

  it('is known to have been sent back', () => {
    expect([taken({ review: '退回' }).returned, taken({ review: '通过' }).returned]).toEqual([true, false]);
  });
});

describe('the word on what a row lacks', () => {
  it.each<[string, Parameters<typeof row>[0], unknown]>([
    ['nothing yet in a row still empty', { text: '', task: '3' }, null],
    ['a nil return', { text: '本月无' }, { kind: 'nil' }],
    ['a number without words', { text: '', count: 3 }, { kind: 'noText' }],
    ['a broken formula', { text: '#REF!' }, { kind: 'noText' }],
    ['no number', { count: '约三十' }, { kind: 'badNumber', column: 'count', found: '约三十' }],
    ['no number of people', { people: -1 }, { kind: 'badNumber', column: 'people', found: '-1' }],
    ['the first number of two', { count: 'x', people: 'y' }, { kind: 'badNumber', column: 'count', found: 'x' }],
    ['what the task demands', { task: '3' }, { kind: 'lacks', demands: [{ kind: 'links', least: 1 }] }],
    ['and has', { task: '3', links: 'https://a.cn' }, null],
    ['a month nobody knows', { period: '五月' }, { kind: 'unknown', column: 'period', found: '五月', nearest: null }],
    ['another year', { period: '2022-05' }, { kind: 'unknown', column: 'period', found: '2022-05', nearest: null }],
    [
      'a department mistyped, even in an empty row',
      { department: '保衞科', text: '' },
      { kind: 'unknown', column: 'department', found: '保衞科', nearest: '保卫科' },
    ],
    [
      'a task mistyped',
      { task: '安全陪训' },
      { kind: 'unknown', column: 'task', found: '安全陪训', nearest: '安全培训' },
    ],
    ['a task far from any', { task: '甲乙丙丁' }, { kind: 'unknown', column: 'task', found: '甲乙丙丁', nearest: '' }],
    ['a key still to be typed', { department: ' ', task: '' }, null],
  ])('%s', (_, other, hint) => {
    expect(taken(other).hint).toEqual(hint);
  });
});
