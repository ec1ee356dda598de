/**
 * Random sequences of what people and commands do to the rows of 月度报送, on the rows as plain data: every row ever typed is in
 * the consolidation or in a finding, and what is done twice is as good as done once. `whole.test.ts` does the same to a whole
 * workbook, with fewer sequences.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../src/domain/consolidation/consolidate.ts';
import { lookupFor } from '../../src/domain/consolidation/lookup.ts';
import { isFilled } from '../../src/domain/consolidation/verdict.ts';
import { parseEvidence } from '../../src/domain/evidence.ts';
import type { LocalDate, LocalDateTime } from '../../src/domain/local-date.ts';
import type { Matrix } from '../../src/domain/matrix.ts';
import { dueObligations } from '../../src/domain/obligations.ts';
import { type Period, periodOf } from '../../src/domain/period.ts';
import type { Cell } from '../../src/spreadsheet/cell.ts';
import type { Change, WriteBlock } from '../../src/spreadsheet/change.ts';
import { editedSince, type ReplacedBlock, replacedBlocks, restoring } from '../../src/spreadsheet/replaced.ts';
import { intakeOfRows } from '../../src/workbook/intake.ts';
import { locate } from '../../src/workbook/locate.ts';
import { type SubmissionKey, submissionsSheet } from '../../src/workbook/sheets/submissions.ts';
import { prepareRows, readSubmissions } from '../../src/workbook/submissions.ts';
import { department, task } from '../support/matrix.ts';
import { RUNS, seedOf, sequenceReport, tokensOf, typed } from './typed.ts';

const YEAR = 2023;
const NOW = '2023-05-23T09:00:00' as LocalDateTime;
const RULES = {
  // January and February are silent: they are never consolidated.
  months: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  deadline: { day: 20, inclusive: true, holidays: 'none' },
  leadsReport: 'all',
} as const;

const MATRIX: Matrix = {
  tasks: ['开展消防检查', '组织安全培训', '应急演练'].map(task),
  departments: [department('保卫科', ['保卫处']), department('后勤处'), department('人事处')],
  duties: [
    { task: 0, department: 0, role: 'lead' },
    { task: 0, department: 1, role: 'responsible' },
    { task: 1, department: 2, role: 'responsible' },
    { task: 2, department: 0, role: 'support' },
    { task: 2, department: 1, role: 'responsible' },
  ],
};

const KEYS = submissionsSheet.columns.map(({ key }) => key);
const HEADINGS = submissionsSheet.columns.map(({ heading }) => heading);
const WIDTH = KEYS.length;
const blankRow = (): Cell[] => Array.from({ length: WIDTH }, () => '');

/** 月度报送, and what the last command replaced. */
interface State {
  readonly rows: Cell[][];
  readonly step: readonly ReplacedBlock[];
}

function written(rows: readonly (readonly Cell[])[], changes: readonly Change[]): Cell[][] {
  const sheet = rows.map((row) => [...row]);
  for (const change of changes) {
    if (change.kind !== 'write') throw new Error(`${change.kind} has no place here`);
    change.rows.forEach((cells, down) => {
      const at = change.row - 1 + down;
      while (sheet.length <= at) sheet.push(blankRow());
      cells.forEach((cell, across) => {
        // The formula of a state shows something; what, is of no concern here.
        (sheet[at] as Cell[])[change.places[across] ?? 0] = typeof cell === 'object' ? '○' : cell;
      });
    });
  }
  return sheet;
}

function prepared(rows: readonly (readonly Cell[])[], period: Period): readonly WriteBlock[] {
  const { blocks, places } = prepareRows(
    rows,
    MATRIX,
    period,
    dueObligations(MATRIX, period, RULES),
    '2023-05-20' as LocalDate,
  );
  return blocks.map((block) => ({ kind: 'write', sheet: submissionsSheet.title, places, adds: true, ...block }));
}

function takenIn(rows: readonly (readonly Cell[])[], from: number, count: number): readonly WriteBlock[] {
  const { at } = locate(submissionsSheet, rows);
  const block = { row: from + 1, rows: rows.slice(from, from + count) };
  return intakeOfRows(
    block,
    {
      at,
      year: YEAR,
      deadline: RULES.deadline,
      matrix: MATRIX,
      lookup: lookupFor(MATRIX, YEAR),
      evidence: MATRIX.tasks.map(({ evidence }) => parseEvidence(evidence)),
      now: NOW,
      worded: (hint) => (hint === null ? '' : hint.code),
      contentTyped: true,
    },
    'office',
  ).writes;
}

/** What people type, into which column; most of it bears a mark of its own that is looked for later. */
const KEY_POOLS: Partial<Record<SubmissionKey, readonly string[]>> = {
  period: ['2023-05', '2023年5月', '5月', '2023-06', '2023-01', '2024-05', '五月', ''],
  department: ['保卫科', '保卫处', '后勤处', '人事处', '保卫可', ''],
  task: ['1', '开展消防检查', '2', '应急演练', '别的', ''],
  review: ['', '通过', '退回', '免报', '再看'],
  count: ['', '１２', '三场', '1,200'],
  time: ['', '2023-05-18 09:00', '上周'],
};

const cellTyped: fc.Arbitrary<{ key: SubmissionKey; value: string }> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ key: 'text' as const, value: '@' }) },
  fc.constantFrom(
    ...(['links', 'submitter', 'reason', 'department', 'task'] as const).map((key) => ({ key, value: '@' })),
    { key: 'text' as const, value: '本月无' },
    { key: 'text' as const, value: '@\n第二行\n\n第四行' },
    { key: 'text' as const, value: ' ' },
    ...Object.entries(KEY_POOLS).flatMap(([key, values]) =>
      values.map((value) => ({ key: key as SubmissionKey, value })),
    ),
  ),
);
const place = fc.nat({ max: 30 });

const pastedRow = fc
  .tuple(
    fc.constantFrom(...(KEY_POOLS.period ?? [])),
    fc.constantFrom(...(KEY_POOLS.department ?? [])),
    fc.constantFrom(...(KEY_POOLS.task ?? [])),
    fc.constantFrom('@', '@', '本月无', ''),
    fc.constantFrom(...(KEY_POOLS.count ?? [])),
  )
  .map(([period, who, what, text, count]) => [period, who, what, '', '', text, count]);

/** One thing a person does; numbers of rows are taken modulo what there is. */
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('type' as const), row: place, cell: cellTyped, seen: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      row: place,
      block: fc.array(pastedRow, { minLength: 1, maxLength: 4 }),
      seen: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('sort' as const), key: fc.constantFrom(...KEYS), down: fc.boolean() }),
  fc.record({ kind: fc.constant('cut' as const), from: place, to: place, whole: fc.boolean() }),
  fc.record({
    kind: fc.constant('empty' as const),
    row: place,
    from: fc.nat({ max: WIDTH - 1 }),
    count: fc.nat({ max: 6 }),
  }),
  fc.record({ kind: fc.constantFrom('insert' as const, 'delete' as const), row: place }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('prepare' as const), month: fc.constantFrom(5, 6) }) },
  fc.record({ kind: fc.constant('undo' as const) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

/** What a person does to the sheet, and which rows they typed into: those the edit trigger hears of. */
function byPerson(rows: Cell[][], act: Deed, mark: () => string): { row: number; count: number } | null {
  const at = (row: number) => 1 + (row % (rows.length + 1));
  const reach = (row: number) => {
    while (rows.length <= row) rows.push(blankRow());
    return rows[row] as Cell[];
  };
  switch (act.kind) {
    case 'type': {
      const row = at(act.row);
      reach(row)[KEYS.indexOf(act.cell.key)] = typed(act.cell.value, mark);
      return { row, count: 1 };
    }
    case 'paste': {
      const row = at(act.row);
      act.block.forEach((cells, down) => {
        cells.forEach((cell, across) => {
          reach(row + down)[across] = typed(cell, mark);
        });
      });
      return { row, count: act.block.length };
    }
    case 'sort': {
      const column = KEYS.indexOf(act.key);
      const body = rows.splice(1);
      const told = (row: Cell[]) => String(row[column] ?? '');
      body.sort(
        (a, b) =>
          (told(a) === '' ? 1 : 0) - (told(b) === '' ? 1 : 0) || (told(a) < told(b) ? -1 : 1) * (act.down ? -1 : 1),
      );
      rows.push(...body);
      return null;
    }
    case 'cut': {
      const [from, to] = [at(act.from), at(act.to)];
      if (from === to) return null;
      const [first, last] = act.whole ? [0, WIDTH] : [KEYS.indexOf('text'), WIDTH - 3];
      const cells = reach(from).splice(first, last - first, ...Array.from({ length: last - first }, () => ''));
      reach(to).splice(first, last - first, ...cells);
      return null;
    }
    case 'empty':
      for (let column = act.from; column < Math.min(WIDTH, act.from + act.count); column += 1)
        reach(at(act.row))[column] = '';
      return null;
    case 'insert':
      rows.splice(at(act.row), 0, blankRow());
      return null;
    case 'delete':
      if (rows.length > 1) rows.splice(1 + (act.row % (rows.length - 1)), 1);
      return null;
    default:
      return null;
  }
}

/** A command as changes; `null` where it refuses or there is nothing to do. */
function byCommand(
  { rows, step }: State,
  act: Deed,
): { changes: readonly WriteBlock[]; step: readonly ReplacedBlock[] } | null {
  const read = () => rows;
  if (act.kind === 'prepare') {
    const changes = prepared(rows, periodOf(YEAR, act.month));
    return changes.length === 0 ? null : { changes, step: replacedBlocks(changes, read) };
  }
  if (act.kind !== 'undo' || step.length === 0 || editedSince(step, read).length > 0) return null;
  return { changes: step.map(restoring), step: [] };
}

/** Rows that no month's consolidation has in its texts, its duties or its findings. */
function forgotten(rows: readonly (readonly Cell[])[]): number[] {
  const submissions = readSubmissions(rows);
  const known = new Set<number>();
  for (const month of [5, 6]) {
    const { tasks, findings } = consolidate({
      period: periodOf(YEAR, month),
      asOf: NOW,
      matrix: MATRIX,
      rules: RULES,
      submissions,
    });
    for (const { parts } of tasks) for (const { texts } of parts) for (const { row } of texts) known.add(row);
    for (const { code, rows: named } of findings) if (code !== 'timeMissing') for (const row of named) known.add(row);
  }
  return rows.flatMap((row, index) =>
    index > 0 && isFilled(row, submissions.columns) && !known.has(index + 1) ? [index + 1] : [],
  );
}

/** As `toEqual`, at a fraction of its time: it is asked eighty thousand times. */
function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

describe('whatever people and commands do to the rows, in whatever order', () => {
  const runs = RUNS.rows;
  const seed = seedOf();

  it(`every row ever typed is in the consolidation or in a finding, and twice is once: ${runs} sequences (property)`, () => {
    let deeds = 0;
    fc.assert(
      fc.property(fc.array(deed, { minLength: 3, maxLength: 10 }), (acts) => {
        let state: State = { rows: [[...HEADINGS]], step: [] };
        let marks = 0;
        const mark = () => {
          marks += 1;
          return `记${marks}。`;
        };
        for (const act of acts) {
          deeds += 1;
          const rows = state.rows.map((row) => [...row]);
          const edited = byPerson(rows, act, mark);
          const stood = tokensOf(rows);
          if (edited && 'seen' in act && act.seen) {
            const once = written(rows, takenIn(rows, edited.row, edited.count));
            same(written(once, takenIn(once, edited.row, edited.count)), once);
            state = { ...state, rows: once };
          } else {
            const done = byCommand({ ...state, rows }, act);
            const after = done === null ? rows : written(rows, done.changes);
            state = { rows: after, step: done?.step ?? state.step };
            if (act.kind === 'prepare') same(prepared(after, periodOf(YEAR, act.month)), []);
            if (act.kind === 'undo' && done) same(byCommand(state, act), null);
          }
          // What people typed, and have not taken out themselves, stands.
          same(tokensOf(state.rows), stood);
        }
        same(forgotten(state.rows), []);
      }),
      { seed, numRuns: runs },
    );
    sequenceReport(`rows as data: ${runs} sequences, ${deeds} deeds, seed ${seed}`);
  }, 600_000);
});
