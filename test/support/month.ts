/** A workbook in the middle of its year, as tests need one. */
import { readFileSync } from 'node:fs';
import type { Answer } from '../../src/entry/answers.ts';
import type { SubmissionKey } from '../../src/workbook/sheets/submissions.ts';
import { builtOnce } from './built.ts';
import { IN } from './columns.ts';
import { enter, entriesOf, type Host, setSetting, startHuizong } from './host.ts';

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

const SET_UP = '2023-03-01T09:00';

/** A set-up workbook of a plan, with the office's settings filled in. */
export function setUpWorkbook(plan = PLAN, options: Parameters<typeof startHuizong>[0] = {}): Host {
  return builtOnce(`set up ${plan}`, SET_UP, options, () => {
    const host = startHuizong({ now: SET_UP, ...options });
    host.call('setUp', { year: 2023, text: plan });
    setSetting(host, '单位名称', '示例区交通运输局');
    setSetting(host, '上报收件人', RECIPIENTS);
    return host;
  });
}

/** Set up and prepared; the clock stands at noon on the 23rd of the month. */
export function preparedWorkbook(
  plan = SMALL_PLAN,
  month = '2023-05',
  options: Parameters<typeof startHuizong>[0] = {},
): Host {
  return builtOnce(`prepared for ${month} ${plan}`, `${month}-23T12:00`, options, () => {
    const host = setUpWorkbook(plan, options);
    host.setNow(`${month}-01T09:00`);
    host.call('prepare', { month });
    return host;
  });
}

/** Addresses of 保卫科, 后勤处 and 人事处, in the order of 部门 of the small plan. */
export const DEPARTMENT_MAILS = ['baowei@example.cn', 'houqin@example.cn', 'renshi@example.cn'] as const;

/**
 * The small plan's May, consolidated before anything was handed in; every department, its head and the one leader in charge
 * can be written to.
 */
export function reachableWorkbook(options: Parameters<typeof startHuizong>[0] = {}): Host {
  return builtOnce('reachable', '2023-05-23T12:00', options, () => {
    const host = preparedWorkbook(SMALL_PLAN, '2023-05', options);
    entriesOf(host, IN.departments).forEach(({ name }, index) => {
      enter(host, IN.departments, index + 2, {
        ...{ mail: DEPARTMENT_MAILS[index], leader: '王局', leaderMail: 'wangju@example.cn' },
        ...(index === 0 ? { head: '李科', headMail: 'like@example.cn' } : {}),
      });
      if (name === '') throw new Error('a department without a name');
    });
    host.call('consolidate', { month: '2023-05' });
    return host;
  });
}

export const SUBMISSIONS = '月度报送';

/** Number of the sheet's row that waits for a department and task. */
export function rowFor(host: Host, department: string, task: string): number {
  const index = entriesOf(host, IN.submissions).findIndex((row) => row.department === department && row.task === task);
  if (index < 0) throw new Error(`no row waits for ${department}, ${task}`);
  return index + 2;
}

/** A clerk fills cells of a row of 月度报送, by column name. */
export const fill = (host: Host, row: number, cells: Partial<Record<SubmissionKey, unknown>>): void =>
  enter(host, IN.submissions, row, cells);

/** What a consolidation answers. */
export type Consolidated = Answer<'consolidate'>;

export const consolidate = (host: Host, month = '2023-05'): Consolidated =>
  host.call('consolidate', { month }) as Consolidated;

export const codesOf = ({ reply }: Consolidated): string[] => reply.findings.map(({ code }) => code);
