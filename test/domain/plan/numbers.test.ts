/** What tasks are counted and called as, and what is told of tasks that name no unit. */
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/domain/plan/parse-plan.ts';
import { findingsOf, tasksOf } from '../../support/plan.ts';

const numbersOf = (text: string) => parsePlan(text).tasks.map(({ no }) => no);

describe('the numbers of tasks', () => {
  it.each<readonly [what: string, text: string, numbers: readonly (number | string)[], findings: readonly string[]]>([
    [
      '1. 2. 3. are counted through the chapters',
      '一、党建\n1.学习。责任单位：党办\n二、服务\n3.办事。责任单位：窗口办',
      [1, 3],
      ['4 numberJump 3|1'],
    ],
    [
      '（一）（二） begin anew in each chapter',
      '一、党建\n（一）学习。责任单位：党办\n二、服务\n（三）办事。责任单位：窗口办',
      [1, 3],
      [],
    ],
    [
      'each kind is counted by itself',
      '1.学习。责任单位：党办\n①办事。责任单位：窗口办\n2.巡查。责任单位：保卫科\n④值守。责任单位：值班室',
      [1, '1-1', 2, 4],
      ['2 numberRepeated 1|1-1'],
    ],
    [
      'a task without a number takes the next, and gives way where that is taken',
      '2.学习。责任单位：党办\n开放阅览室。（图书馆负责）',
      [2, '2-2'],
      [],
    ],
    [
      'a table’s are what stands in its column, or before its tasks',
      '序号\t任务\t责任单位\nA-1\t学习\t党办\n（二）\t办事\t窗口办\n\t5.巡查\t保卫科\n\t值守\t值班室',
      ['A-1', 2, 5, 4],
      ['4 numberJump 5|2'],
    ],
  ])('%s', (_, text, numbers, findings) => {
    expect(numbersOf(text)).toEqual(numbers);
    expect(findingsOf(text)).toEqual(findings);
  });
});

describe('a task is called', () => {
  it.each([
    ['**规范执法，抓好整改。严格程序**，检查到位。（甲科负责）', '规范执法，抓好整改。严格程序'],
    ['**一、规范执法：**检查到位。（甲科负责）', '规范执法'],
  ])('by what is bold: %s', (text, title) => {
    expect(parsePlan(text).tasks.map((task) => task.title)).toEqual([title]);
  });
});

describe('deadlines', () => {
  it('behind a label and in the words stand together, each once', () => {
    expect(tasksOf('1.报表。每月5日前汇总，年底前归档。责任单位：统计科；完成时限：年底前')).toEqual([
      '1 1｜报表｜报表。每月5日前汇总，年底前归档。｜｜统计科｜｜年底前；每月5日前',
    ]);
  });
});

describe('a task that names nobody', () => {
  it.each<readonly [what: string, text: string, findings: readonly string[]]>([
    [
      'is told of among points half of which do',
      '1.甲。（甲科负责）\n2.乙。\n3.丙。（丙科负责）\n4.丁。',
      ['2 乙', '4 丁'],
    ],
    ['is not where most do not', '1.甲。（甲科负责）\n2.乙。\n3.丙。', []],
    [
      'is told of though its own points name nobody either',
      '1.甲。（甲科负责）\n①分甲。\n②分乙。\n2.乙。\n①分丙。\n3.丙。（丙科负责）',
      ['4 乙'],
    ],
    [
      'is not where a point of it, however deep, names somebody',
      '（一）甲。（甲科负责）\n（二）乙。\n1.分甲。\n①小甲。（乙科负责）\n2.分乙。\n（三）丙。（丙科负责）',
      [],
    ],
    ['is not where it is a chapter', '一、甲。（甲科负责）\n二、要求。\n三、丙。（丙科负责）', []],
    ['is not where only paragraphs without a number do', '布置展板。（宣传科负责）\n1.背景。', []],
  ])('%s', (_, text, expected) => {
    const told = parsePlan(text).findings.filter((finding) => finding.code === 'taskWithoutUnits');
    expect(told.map((finding) => `${finding.line} ${finding.title}`)).toEqual(expected);
  });
});

describe('where no task names anybody', () => {
  it('an empty text is told of, and nothing else', () => {
    expect(findingsOf(' \n\t\n')).toEqual(['1 emptyText |']);
  });

  it('a table without a column of units is told of by its headings; its rows are no tasks', () => {
    expect(findingsOf('序号\t任务\t内容\n1\t甲\t做甲')).toEqual(['1 columnsUnknown 序号 任务 内容|', '1 noUnits |']);
  });

  it('a cell that says — names nobody, and is not told of', () => {
    expect(findingsOf('任务\t责任单位\t配合单位\n甲\t甲科\t—')).toEqual([]);
  });

  it('sentences are read, of the innermost items only, and told of with all they name', () => {
    const text = '一、制度\n由综合科负责修订制度\n（一）巡查\n保卫科牵头，后勤科、工会配合，每晚一次';
    expect(tasksOf(text)).toEqual([
      '3 1｜巡查｜巡查 / 保卫科牵头，后勤科、工会配合，每晚一次｜保卫科｜｜后勤科、工会｜',
    ]);
    expect(findingsOf(text)).toEqual(['3 proseUnits 保卫科、后勤科、工会|']);
  });

  it.each([
    ['one item with units', '1.学习。责任单位：党办\n2.巡查。由保卫科负责夜间巡查，每日登记。'],
    ['a table with units', '任务\t责任单位\n学习\t党办\n1.巡查。由保卫科负责夜间巡查，每日登记。'],
  ])('but not where %s stands in the plan', (_, text) => {
    expect(parsePlan(text).departments.map(({ name }) => name)).toEqual(['党办']);
  });
});
