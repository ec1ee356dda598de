/** The law: whatever stands in 部门 and 责任矩阵, each task that is due in a month is owed by an active department or in a finding. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../src/domain/consolidation/consolidate.ts';
import type { LocalDateTime } from '../../src/domain/local-date.ts';
import { taskLabel } from '../../src/domain/matrix.ts';
import { dueObligations, isDueIn, type ReportingRules } from '../../src/domain/obligations.ts';
import { periodOf } from '../../src/domain/period.ts';
import { readDepartments } from '../../src/workbook/departments.ts';
import { readMatrix } from '../../src/workbook/matrix.ts';
import { departmentsSheet } from '../../src/workbook/sheets/departments.ts';
import { matrixSheet } from '../../src/workbook/sheets/matrix.ts';
import { submissionsSheet } from '../../src/workbook/sheets/submissions.ts';
import { readSubmissions } from '../../src/workbook/submissions.ts';

const YEAR = 2023;
const NAMES = ['甲科', '乙科', '丙科', '丁科'];
/** Roles as people write them, blanks, and what is none. */
const cells = fc.constantFrom('牵头', '责任', '配合', '', '—', '主办', '协办', '参与', '牵头 ');
const months = fc.constantFrom('', '1', '3', '6', '9', '12', '5月', '13', '下半年');
const matrices = fc.record({
  /** What is typed under 启用. */
  active: fc.array(fc.constantFrom('是', '否', '', '停用', 'no'), { minLength: 4, maxLength: 4 }),
  /** Headings: a department's name, an alias, one renamed since, one that stands twice, none. */
  headings: fc.array(fc.constantFrom(...NAMES, '甲', '旧名科', ''), { minLength: 1, maxLength: 5 }),
  tasks: fc.array(
    fc.record({
      no: fc.constantFrom('1', '2', '3', ''),
      from: months,
      to: months,
      frequency: fc.constantFrom('', '每月', '每季', '每年', '一次', '常常'),
      roles: fc.array(cells, { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  leadsReport: fc.constantFrom('all', 'first', 'none'),
  reported: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1 }),
});

type Drawn = typeof matrices extends fc.Arbitrary<infer Value> ? Value : never;

function workbookOf({ active, headings, tasks, leadsReport, reported }: Drawn) {
  const column = (key: string) => departmentsSheet.columns.findIndex((one) => one.key === key);
  const departmentSheet = [
    departmentsSheet.columns.map(({ heading }) => heading),
    ...NAMES.map((name, at) => {
      const row = departmentsSheet.columns.map(() => '');
      row[column('name')] = name;
      row[column('aliases')] = name.slice(0, 1);
      row[column('active')] = active[at] ?? '';
      return row;
    }),
  ];
  const { departments, findings } = readDepartments(departmentSheet);
  const keys = matrixSheet.columns.map(({ key }) => key);
  const matrixRows = [
    [...matrixSheet.columns.map(({ heading }) => heading), ...headings],
    ...tasks.map(({ no, from, to, frequency, roles }, at) => {
      const typed: Readonly<Record<string, string>> = {
        no,
        title: `任务${at}`,
        fromMonth: from,
        toMonth: to,
        frequency,
      };
      return [...keys.map((key) => typed[key] ?? ''), ...roles.slice(0, headings.length)];
    }),
  ];
  const read = readMatrix(matrixRows, departments);
  const rules: ReportingRules = {
    months: reported,
    leadsReport,
    deadline: { day: 20, inclusive: true, holidays: 'none' },
  };
  return { rules, matrix: read.matrix, findings: [...findings, ...read.findings] };
}

const submissions = readSubmissions([submissionsSheet.columns.map(({ heading }) => heading)]);
const asOf = '2023-12-31T12:00:00' as LocalDateTime;

describe('whatever stands in the sheets', () => {
  it('each task that is due in a month is owed by an active department, or a finding names it', () => {
    let unowed = 0;
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 12 }), (drawn, month) => {
        const { matrix, rules, findings } = workbookOf(drawn);
        const period = periodOf(YEAR, month);
        const all = [...findings, ...consolidate({ period, asOf, matrix, rules, submissions }).findings];
        const named = new Set(
          all.flatMap((one): readonly string[] => {
            if (one.code === 'nobodyOwes' || one.code === 'nobodyAssigned') return [one.task];
            return one.code === 'nobodyAsked' ? one.tasks : [];
          }),
        );
        const owed = new Set(
          dueObligations(matrix, period, rules)
            .filter(({ department }) => matrix.departments[department]?.active)
            .map(({ task }) => task),
        );
        for (const [index, task] of matrix.tasks.entries()) {
          if (!isDueIn(task, period, rules)) continue;
          if (!owed.has(index)) unowed += 1;
          expect([index, owed.has(index) || named.has(taskLabel(task))]).toEqual([index, true]);
        }
      }),
      { numRuns: 2_000 },
    );
    // The law is tried where it bites.
    expect(unowed).toBeGreaterThan(500);
  });

  it('each task is due in some month of the year, or a finding says that it never is', () => {
    fc.assert(
      fc.property(matrices, (drawn) => {
        const { matrix, rules } = workbookOf(drawn);
        const due = new Set(
          rules.months.flatMap((month) =>
            matrix.tasks.flatMap((task, at) => (isDueIn(task, periodOf(YEAR, month), rules) ? [at] : [])),
          ),
        );
        const { findings } = consolidate({ period: periodOf(YEAR, 5), asOf, matrix, rules, submissions });
        const never = findings.flatMap((one) => (one.code === 'neverDue' ? [one.task] : []));
        expect(never).toEqual(matrix.tasks.flatMap((task, at) => (due.has(at) ? [] : [taskLabel(task)])));
      }),
      { numRuns: 500 },
    );
  });

  it('where the first lead reports and any lead is active, exactly one lead owes a task that names only leads', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 12 }), (drawn, month) => {
        const { matrix, rules } = workbookOf({ ...drawn, leadsReport: 'first' });
        const owed = dueObligations(matrix, periodOf(YEAR, month), rules);
        for (const [index, task] of matrix.tasks.entries()) {
          const duties = matrix.duties.filter((duty) => duty.task === index);
          if (!isDueIn(task, periodOf(YEAR, month), rules) || duties.some(({ role }) => role === 'responsible'))
            continue;
          const [first] = duties.filter(
            ({ role, department }) => role === 'lead' && matrix.departments[department]?.active,
          );
          expect(owed.filter((duty) => duty.task === index)).toEqual(first ? [first] : []);
        }
      }),
      { numRuns: 500 },
    );
  });
});
