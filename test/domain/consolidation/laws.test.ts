/** What must hold of every consolidation, whatever the rows say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/domain/cell.ts';
import { consolidate } from '../../../src/domain/consolidation/consolidate.ts';
import type { Consolidation } from '../../../src/domain/consolidation/result.ts';
import type { LocalDateTime } from '../../../src/domain/local-date.ts';
import type { Duty, Matrix, Role } from '../../../src/domain/matrix.ts';
import { periodOf } from '../../../src/domain/period.ts';
import { isHandedIn, isOwed } from '../../../src/domain/status.ts';
import { COLUMNS } from '../../support/columns.ts';
import { department, task } from '../../support/matrix.ts';

const TITLES = ['消防检查', '安全培训', '应急演练', '隐患整改'];
const NAMES = ['办公室', '保卫科', '后勤处', '人事处', '财务科'];

const matrices: fc.Arbitrary<Matrix> = fc
  .array(fc.constantFrom<Role | null>('lead', 'responsible', 'support', null), { minLength: 20, maxLength: 20 })
  .map((cells) => ({
    tasks: TITLES.map(task),
    departments: NAMES.map((name) => department(name)),
    duties: cells.flatMap((role, at): Duty[] =>
      role === null ? [] : [{ task: Math.floor(at / 5), department: at % 5, role }],
    ),
  }));

/** A row in the order of COLUMNS: month, department, task, text, count, people, links, time, review, reason. */
const rows: fc.Arbitrary<Cell[]> = fc.tuple(
  fc.constantFrom('2023-05', '2023年5月', '2023-04', '2022-05', '五月', ''),
  fc.constantFrom(...NAMES, '保衞科', ''),
  fc.constantFrom(...TITLES, '1', '2', '别的', ''),
  fc.oneof(fc.constantFrom('', ' ', '本月无', '#REF!'), fc.string({ unit: 'grapheme', maxLength: 12 })),
  fc.constantFrom<Cell>('', 3, '1,200', '约三十', -1),
  fc.constantFrom<Cell>('', 12, '十'),
  fc.constantFrom('', 'https://a.cn/1'),
  fc.constantFrom('', '2023-05-18 09:00', '2023-05-25 09:00', '上周'),
  fc.constantFrom('', '通过', '退回', '免报', '再看'),
  fc.constantFrom('', '缺数量'),
);

function consolidated(matrix: Matrix, table: readonly (readonly Cell[])[]): Consolidation {
  return consolidate({
    period: periodOf(2023, 5),
    asOf: '2023-05-23T09:00:00' as LocalDateTime,
    matrix,
    rules: {
      months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      deadline: { day: 20, inclusive: true, holidays: 'none' },
      leadsReport: 'all',
    },
    submissions: { rows: [['月份'], ...table], from: 1, columns: COLUMNS },
  });
}

const cases = fc.tuple(matrices, fc.array(rows, { maxLength: 25 }));
const isFilled = (row: readonly Cell[]): boolean => row.slice(3, 7).some((cell) => String(cell).trim() !== '');

describe('whatever the rows say', () => {
  it('every filled row of the month is in a merged text or named by a finding (property)', () => {
    fc.assert(
      fc.property(cases, ([matrix, table]) => {
        const result = consolidated(matrix, table);
        const merged = new Set(
          result.tasks.flatMap(({ parts }) => parts.flatMap(({ texts }) => texts.map((text) => text.row))),
        );
        const named = new Set(result.findings.flatMap((finding) => finding.rows));
        table.forEach((row, index) => {
          const may = !/^2023-04/.test(String(row[0]));
          if (may && isFilled(row))
            expect({ row, kept: merged.has(index + 2) || named.has(index + 2) }).toEqual({ row, kept: true });
        });
      }),
    );
  });

  it('every word that is merged stands exactly as it was typed (property)', () => {
    fc.assert(
      fc.property(cases, ([matrix, table]) => {
        for (const { parts } of consolidated(matrix, table).tasks) {
          for (const { texts } of parts)
            for (const { row, text } of texts) expect(text).toBe(String(table[row - 2]?.[3]));
        }
      }),
    );
  });

  it('the counts add up: due is handed in and owed, by department, by task and altogether (property)', () => {
    fc.assert(
      fc.property(cases, ([matrix, table]) => {
        const { tally, obligations, departments, tasks } = consolidated(matrix, table);
        expect(tally.due).toBe(obligations.filter(({ status }) => status !== 'exempt').length);
        expect(tally.handedIn).toBe(obligations.filter(({ status }) => isHandedIn(status)).length);
        expect(tally.due - tally.handedIn).toBe(obligations.filter(({ status }) => isOwed(status)).length);
        expect(tally.onTime + tally.late).toBe(tally.handedIn);
        for (const groups of [departments, tasks]) {
          for (const key of [
            'due',
            'handedIn',
            'onTime',
            'late',
            'missing',
            'draft',
            'returned',
            'nil',
            'exempt',
          ] as const) {
            expect(groups.reduce((sum, group) => sum + group.tally[key], 0)).toBe(tally[key]);
          }
        }
      }),
    );
  });

  it('the order of the rows changes no status and no count (property)', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), ([matrix, table], dice) => {
        const shuffled = table
          .map((row) => ({ row, place: dice.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ row }) => row);
        const [one, other] = [consolidated(matrix, table), consolidated(matrix, shuffled)];
        const told = ({ obligations }: Consolidation) => obligations.map(({ rows: _, ...rest }) => rest);
        expect(told(other)).toEqual(told(one));
        expect([other.tally, other.count, other.people, other.year.totals]).toEqual([
          one.tally,
          one.count,
          one.people,
          one.year.totals,
        ]);
        expect(other.findings.map(({ code }) => code).sort()).toEqual(one.findings.map(({ code }) => code).sort());
      }),
    );
  });

  it('the month within the year says what the month says (property)', () => {
    fc.assert(
      fc.property(cases, ([matrix, table]) => {
        const { year, departments, owed, obligations } = consolidated(matrix, table);
        departments.forEach(({ department: at, tally }) => {
          expect(year.months[at]?.[4]).toEqual({ due: tally.due, handedIn: tally.handedIn, onTime: tally.onTime });
        });
        const may = owed
          .filter(({ period }) => period === '2023-05')
          .map(({ task: no, department: at, status }) => `${no} ${at} ${status}`);
        expect(may.sort()).toEqual(
          obligations
            .filter(({ status }) => isOwed(status))
            .map(({ task: no, department: at, status }) => `${no} ${at} ${status}`)
            .sort(),
        );
      }),
    );
  });

  it('a further return never makes anything owed that was handed in (property)', () => {
    fc.assert(
      fc.property(cases, rows, ([matrix, table], further) => {
        fc.pre(further[8] === '' || further[8] === '通过');
        const before = consolidated(matrix, table).obligations;
        const after = consolidated(matrix, [...table, further]).obligations;
        before.forEach(({ status }, at) => {
          if (isHandedIn(status)) expect(isHandedIn(after[at]?.status ?? 'missing')).toBe(true);
        });
      }),
    );
  });
});

describe('who owes a return', () => {
  const matrix: Matrix = {
    tasks: [task('只有牵头', 0), task('牵头和责任', 1)],
    departments: ['甲', '乙', '丙'].map((name) => department(name)),
    duties: [
      { task: 0, department: 0, role: 'lead' },
      { task: 0, department: 1, role: 'lead' },
      { task: 1, department: 0, role: 'lead' },
      { task: 1, department: 2, role: 'responsible' },
    ],
  };
  it.each([
    ['all', ['0 0', '0 1', '1 0', '1 2']],
    ['first', ['0 0', '1 0', '1 2']],
    ['none', ['1 0', '1 2']],
  ] as const)('a task that names only leads, setting “%s”', (leadsReport, wanted) => {
    const { obligations } = consolidate({
      period: periodOf(2023, 5),
      asOf: '2023-05-23T09:00:00' as LocalDateTime,
      matrix,
      rules: { months: [5], deadline: { day: 20, inclusive: true, holidays: 'none' }, leadsReport },
      submissions: { rows: [['月份']], from: 1, columns: COLUMNS },
    });
    expect(obligations.map(({ task: no, department: at }) => `${no} ${at}`)).toEqual(wanted);
  });
});
