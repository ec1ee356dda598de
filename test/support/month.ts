/** A workbook in the middle of its year, as tests need one. */
import { readFileSync } from 'node:fs';
import type { Answer } from '../../src/entry/answers.ts';
import { columnLetter } from '../../src/spreadsheet/cell.ts';
import type { SheetDeclaration } from '../../src/workbook/declaration.ts';
import { departmentsSheet } from '../../src/workbook/sheets/departments.ts';
import { type SubmissionKey, submissionsSheet } from '../../src/workbook/sheets/submissions.ts';
import { type Host, setSetting, startHuizong, type, valuesOf } from './host.ts';

export const PLAN = readFileSync('examples/plan.txt', 'utf8');

/** A small plan: 2 tasks, 3 departments, 4 duties that owe a return. */
export const SMALL_PLAN = `安全生产月报方案
一、开展消防检查。逐栋检查，列出隐患。
责任单位：保卫科、后勤处
二、组织安全培训。新员工上岗前培训。
牵头单位：人事处
责任单位：保卫科
各单位每月20日前报送安全办，安全办汇总后报区应急局。`;

export const RECIPIENTS = '区文明办 <wenmingban@example.cn>；区直机关工委 <jiguangongwei@example.cn>';

/** A set-up workbook of a plan, with the office's settings filled in. */
export function setUpWorkbook(plan = PLAN, options: Parameters<typeof startHuizong>[0] = {}): Host {
  const host = startHuizong({ now: '2023-03-01T09:00', ...options });
  host.call('setUp', { year: 2023, text: plan });
  setSetting(host, '单位名称', '示例区交通运输局');
  setSetting(host, '上报收件人', RECIPIENTS);
  return host;
}

/** Set up and prepared; the clock stands at noon on the 23rd of the month. */
export function preparedWorkbook(
  plan = SMALL_PLAN,
  month = '2023-05',
  options: Parameters<typeof startHuizong>[0] = {},
): Host {
  const host = setUpWorkbook(plan, options);
  host.setNow(`${month}-01T09:00`);
  host.call('prepare', { month });
  host.setNow(`${month}-23T12:00`);
  return host;
}

/** Addresses of 保卫科, 后勤处 and 人事处, in the order of 部门 of the small plan. */
export const DEPARTMENT_MAILS = ['baowei@example.cn', 'houqin@example.cn', 'renshi@example.cn'] as const;

/**
 * The small plan's May, consolidated before anybody handed in; every department, its head and the one leader in charge
 * can be written to.
 */
export function reachableWorkbook(options: Parameters<typeof startHuizong>[0] = {}): Host {
  const host = preparedWorkbook(SMALL_PLAN, '2023-05', options);
  const names = valuesOf(host, '部门')
    .slice(1)
    .map(([name]) => name);
  names.forEach((name, index) => {
    const cells: Partial<Record<keyof typeof DEPARTMENT_COLUMN, unknown>> = {
      ...{ mail: DEPARTMENT_MAILS[index], leader: '王局', leaderMail: 'wangju@example.cn' },
      ...(index === 0 ? { head: '李科', headMail: 'like@example.cn' } : {}),
    };
    for (const [key, value] of Object.entries(cells))
      type(host, '部门', `${DEPARTMENT_COLUMN[key as keyof typeof DEPARTMENT_COLUMN]}${index + 2}`, [[value]]);
    if (name === '') throw new Error('a department without a name');
  });
  host.call('consolidate', { month: '2023-05' });
  return host;
}

/** Column letters of sheets as set up, by the keys of their declarations. */
export const COLUMN = lettersOf(submissionsSheet);
const DEPARTMENT_COLUMN = lettersOf(departmentsSheet);

function lettersOf<Key extends string>({ columns }: SheetDeclaration<Key>): Readonly<Record<Key, string>> {
  return Object.fromEntries(columns.map(({ key }, index) => [key, columnLetter(index)])) as Record<Key, string>;
}

export const SUBMISSIONS = '月度报送';

/** Where a column of 月度报送 stands in a row of values, from 0. */
export const placeOf = (key: SubmissionKey): number =>
  submissionsSheet.columns.findIndex((column) => column.key === key);

/** Number of the sheet's row that waits for a department and task. */
export function rowFor(host: Host, department: string, task: string): number {
  const index = valuesOf(host, SUBMISSIONS).findIndex(
    (row) => row[placeOf('department')] === department && row[placeOf('task')] === task,
  );
  if (index < 0) throw new Error(`no row waits for ${department}, ${task}`);
  return index + 1;
}

/** A clerk fills cells of a row, by column name. */
export function fill(host: Host, row: number, cells: Partial<Record<keyof typeof COLUMN, unknown>>): void {
  for (const [key, value] of Object.entries(cells))
    type(host, SUBMISSIONS, `${COLUMN[key as keyof typeof COLUMN]}${row}`, [[value]]);
}

/** What a consolidation answers. */
export type Consolidated = Answer<'consolidate'>;

export const consolidate = (host: Host, month = '2023-05'): Consolidated =>
  host.call('consolidate', { month }) as Consolidated;

export const codesOf = ({ reply }: Consolidated): string[] => reply.findings.map(({ code }) => code);
