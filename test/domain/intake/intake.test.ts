/** A row of 月度报送 as it is typed: its usual forms, whose it is, and the word on what it still lacks. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/domain/cell.ts';
import { lookupFor } from '../../../src/domain/consolidation/lookup.ts';
import { parseEvidence } from '../../../src/domain/evidence.ts';
import { intakeOf } from '../../../src/domain/intake/intake.ts';
import type { LocalDateTime } from '../../../src/domain/local-date.ts';
import { messagesIn } from '../../../src/messages/catalogues.ts';
import { department, task } from '../../support/matrix.ts';

const KEYS = ['period', 'department', 'task', 'text', 'count', 'people', 'links', 'time', 'review', 'reason'] as const;
type Key = (typeof KEYS)[number];
const COLUMNS = Object.fromEntries(KEYS.map((key, index) => [key, index])) as Record<Key, number>;
const MATRIX = {
  tasks: [task('市容巡查', 0), task('环境整治', 1), task('宣传教育', 2), task('环境整治', 3)],
  departments: [department('保卫科', ['保卫']), department('基建科')],
  duties: [],
};
const CONTEXT = {
  year: 2023,
  matrix: MATRIX,
  lookup: lookupFor(MATRIX, 2023),
  evidence: MATRIX.tasks.map(({ evidence }) => parseEvidence(evidence)),
  now: '2023-05-18T09:30:15' as LocalDateTime,
};
const take = (cells: Partial<Record<Key, Cell>>, columns = COLUMNS) =>
  intakeOf(
    KEYS.map((key) => cells[key] ?? ''),
    columns,
    CONTEXT,
  );
const KEYED = { period: '2023-05', department: '保卫科', task: '市容巡查' };
const done = (cells: Partial<Record<Key, Cell>>) => take({ ...KEYED, text: '开展巡查二十次', ...cells });

describe('the usual forms', () => {
  it('are offered for what was typed otherwise', () => {
    expect(done({ period: '5月', department: '保卫', task: '3', count: '１２', people: '1,200人次' }).usual).toEqual({
      period: '2023-05',
      department: '保卫科',
      task: '宣传教育',
      count: 12,
      people: 1200,
    });
  });

  it('are not offered for what has them, is blank, or cannot be understood', () => {
    expect(done({ count: 12, people: '' }).usual).toEqual({});
    expect(take({ period: '某月', department: '谁', task: '什么', count: '许多', people: '约三十' }).usual).toEqual({});
    expect(take({}).usual).toEqual({});
  });

  it('tell tasks of one title apart by number', () => {
    expect(done({ task: '4' }).usual).toEqual({ task: '4 环境整治' });
  });
});

describe('whose a row is', () => {
  it('is told by month, department and task', () => {
    expect(done({}).key).toEqual({ period: '2023-05', department: 0, task: 0 });
    expect(done({ period: '2023-12', department: '基建科', task: '宣传教育' }).key).toEqual({
      period: '2023-12',
      department: 1,
      task: 2,
    });
    expect(done({ period: '1月' })).toMatchObject({ key: { period: '2023-01' }, usual: { period: '2023-01' } });
  });

  it.each<Partial<Record<Key, Cell>>>([
    { period: '' },
    { department: '' },
    { task: '' },
    { period: '2022-05' },
    { department: '谁' },
    { task: '什么' },
  ])('cannot be told with %j', (cells) => {
    expect(done(cells).key).toBeNull();
  });
});

describe('what a row says of itself', () => {
  it('nothing where it is complete, or nobody has filled it', () => {
    expect(done({ count: 3, people: '40' }).hint).toBeNull();
    expect(take(KEYED).hint).toBeNull();
    expect(take({}).hint).toBeNull();
  });

  it('which key nobody understands, with the nearest that is known: month first, then department, then task', () => {
    expect(done({ period: '某月', department: '基建处', task: '市容巡视' }).hint).toEqual({
      code: 'unknown',
      column: 'period',
      found: '某月',
      nearest: null,
    });
    expect(done({ department: '基建处', task: '市容巡视' }).hint).toEqual({
      code: 'unknown',
      column: 'department',
      found: '基建处',
      nearest: '基建科',
    });
    expect(take({ period: '2023-05', department: '保卫科', task: '市容巡视' }).hint).toEqual({
      code: 'unknown',
      column: 'task',
      found: '市容巡视',
      nearest: '市容巡查',
    });
    expect(done({ period: 202 }).hint).toMatchObject({ column: 'period', found: '202' });
  });

  it('that a name like no other is to be chosen from the list', () => {
    const { hint } = done({ task: '什么都不是的一项任务' });
    expect(messagesIn('zh-CN').hint(hint)).toBe('不认识任务“什么都不是的一项任务”，请从下拉框选择');
    expect(messagesIn('en').hint(hint)).toBe('Unknown 任务 “什么都不是的一项任务”: choose from the list');
  });

  it('nothing of a key that is still to be typed', () => {
    expect(done({ period: '', department: ' ', task: '' }).hint).toBeNull();
  });

  it('that there was nothing to report', () => {
    expect(done({ text: '本月无。' }).hint).toEqual({ code: 'nil' });
    expect(done({ text: '本月无', task: '宣传教育', count: '许多' }).hint).toEqual({ code: 'nil' });
  });

  it('that its text is missing, or an error', () => {
    expect(done({ text: ' ', count: 3 }).hint).toEqual({ code: 'noText' });
    expect(done({ text: '#REF!' }).hint).toEqual({ code: 'noText' });
  });

  it('that a number is none', () => {
    expect(done({ count: '许多', people: '约三十' }).hint).toEqual({
      code: 'badNumber',
      column: 'count',
      found: '许多',
    });
    expect(done({ count: 3, people: -5 }).hint).toEqual({ code: 'badNumber', column: 'people', found: '-5' });
  });

  it('what its task demands besides', () => {
    expect(done({ task: '宣传教育' }).hint).toEqual({ code: 'lacks', demands: [{ kind: 'links', least: 1 }] });
    expect(done({ task: '宣传教育', links: 'https://example.cn/1' }).hint).toBeNull();
    expect(done({ task: '什么都不是的一项任务' }).hint).toMatchObject({ code: 'unknown', nearest: null });
    expect(done({ task: '' }).hint).toBeNull();
  });
});

describe('time and review', () => {
  it('a filled row nobody wrote a time to is to be stamped, where there is a column for it', () => {
    expect(done({})).toMatchObject({ filled: true, unstamped: true });
    expect(done({ time: '2023-05-18 09:00' }).unstamped).toBe(false);
    expect(take(KEYED)).toMatchObject({ filled: false, unstamped: false });
    expect(take({ ...KEYED, text: '做了' }, { ...COLUMNS, time: -1 }).unstamped).toBe(false);
    expect(take({ ...KEYED, links: 'https://example.cn/1' }).filled).toBe(true);
  });

  it('a time in the first column counts as one', () => {
    const first = { ...COLUMNS, time: 0, period: 7 };
    expect(take({ ...KEYED, period: '', time: '2023-05', text: '做了' }, first).unstamped).toBe(true);
    expect(take({ ...KEYED, period: '2023-05-18', time: '2023-05', text: '做了' }, first).unstamped).toBe(false);
  });

  it('a row sent back says so', () => {
    expect(done({ review: '退回' }).returned).toBe(true);
    expect(done({ review: '通过' }).returned).toBe(false);
    expect(done({}).returned).toBe(false);
  });
});
