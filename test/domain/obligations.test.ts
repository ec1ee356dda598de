import { describe, expect, it } from 'vitest';
import type { Frequency, Matrix, Role, Task } from '../../src/domain/matrix.ts';
import {
  dueObligations,
  isDueIn,
  type LeadsReport,
  neverDueTasks,
  owes,
  reports,
  unowedTasks,
} from '../../src/domain/obligations.ts';
import { periodOf } from '../../src/domain/period.ts';
import { department, task } from '../support/matrix.ts';

const YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const of = (frequency: Frequency, fromMonth: number, toMonth: number): Task => ({
  ...task('消防检查', 0),
  frequency,
  fromMonth,
  toMonth,
});
const dueMonths = (it: Task, months = YEAR) => YEAR.filter((month) => isDueIn(it, periodOf(2023, month), { months }));

describe('the months in which a task is due', () => {
  it.each<[string, Task, number[], number[]]>([
    ['every month of its span', of('monthly', 3, 6), YEAR, [3, 4, 5, 6]],
    ['but for months nothing is reported in', of('monthly', 1, 5), [2, 4, 9], [2, 4]],
    ['a quarterly one at the end of the quarters', of('quarterly', 1, 12), YEAR, [3, 6, 9, 12]],
    ['and of its span', of('quarterly', 4, 11), YEAR, [6, 9, 11]],
    ['a yearly one at the end of its span', of('yearly', 1, 12), YEAR, [12]],
    ['a single one too', of('once', 2, 4), YEAR, [4]],
  ])('%s', (_, it_, months, due) => {
    expect(dueMonths(it_, months)).toEqual(due);
  });
});

describe('who must hand in', () => {
  const duty = (no: number, at: number, role: Role) => ({ task: no, department: at, role });
  const matrix: Matrix = {
    tasks: [task('只有牵头', 0), task('牵头和责任', 1), { ...task('年底', 2), frequency: 'yearly' }],
    departments: [department('甲'), department('乙'), department('丙'), { ...department('丁'), active: false }],
    duties: [
      duty(0, 0, 'lead'),
      duty(0, 1, 'lead'),
      duty(0, 2, 'support'),
      duty(0, 3, 'lead'),
      duty(1, 1, 'lead'),
      duty(1, 2, 'responsible'),
      duty(1, 3, 'responsible'),
      duty(2, 0, 'responsible'),
    ],
  };
  const told = (duties: readonly { task: number; department: number }[]) =>
    duties.map(({ task: no, department: at }) => `${no} ${at}`);

  it.each<[LeadsReport, string[]]>([
    ['all', ['0 0', '0 1', '1 1', '1 2', '2 0']],
    ['first', ['0 0', '1 1', '1 2', '2 0']],
    ['none', ['1 1', '1 2', '2 0']],
  ])('setting “%s”: never a supporting department, nor one that is no longer active', (setting, wanted) => {
    expect(told(matrix.duties.filter(reports(matrix, setting)))).toEqual(wanted);
  });

  it('where the first lead is no longer active the next active one is the first', () => {
    const departments = matrix.departments.map((one, at) => ({ ...one, active: at === 1 || at === 2 }));
    expect(told(matrix.duties.filter(reports({ ...matrix, departments }, 'first')))).toEqual(['0 1', '1 1', '1 2']);
  });

  it('what is due and owed by no department is told with why', () => {
    const year = { months: YEAR, deadline: { day: 20, inclusive: true, holidays: 'none' } } as const;
    const why = (them: Matrix, leadsReport: LeadsReport, month = 5) =>
      unowedTasks(them, periodOf(2023, month), { ...year, leadsReport }).map((one) => `${one.task} ${one.why}`);
    const without = (...gone: number[]): Matrix => ({
      ...matrix,
      departments: matrix.departments.map((one, at) => ({ ...one, active: one.active && !gone.includes(at) })),
    });
    expect(why(matrix, 'all')).toEqual([]);
    expect(why(matrix, 'none')).toEqual(['0 setting']);
    expect(why(without(0, 1), 'first')).toEqual(['0 inactive']);
    expect(why(without(0, 1, 2), 'none', 12)).toEqual(['0 inactive', '1 inactive', '2 inactive']);
    expect(why({ ...matrix, duties: [duty(0, 0, 'support')] }, 'all')).toEqual(['0 supportOnly', '1 unassigned']);
  });

  it('a task that is due in no month of the year is told', () => {
    const rules = {
      months: [4, 5],
      leadsReport: 'all',
      deadline: { day: 20, inclusive: true, holidays: 'none' },
    } as const;
    const tasks = [of('monthly', 9, 3), of('monthly', 5, 12), of('yearly', 1, 12), of('quarterly', 1, 4)];
    expect(neverDueTasks({ tasks }, 2023, rules)).toEqual([0, 2]);
  });

  it('the first lead is the first department that leads, not the first that is named', () => {
    const named: Matrix = { ...matrix, duties: [duty(0, 2, 'support'), duty(0, 0, 'lead'), duty(0, 1, 'lead')] };
    expect(told(named.duties.filter(reports(named, 'first')))).toEqual(['0 0']);
  });

  it('in a month, only for tasks that are due in it', () => {
    const rules = {
      months: YEAR,
      deadline: { day: 20, inclusive: true, holidays: 'none' },
      leadsReport: 'first',
    } as const;
    expect(told(dueObligations(matrix, periodOf(2023, 5), rules))).toEqual(['0 0', '1 1', '1 2']);
    expect(told(dueObligations(matrix, periodOf(2023, 12), rules))).toEqual(['0 0', '1 1', '1 2', '2 0']);
  });

  it('support owes nothing', () => {
    expect((['lead', 'responsible', 'support'] as const).map(owes)).toEqual([true, true, false]);
  });
});
