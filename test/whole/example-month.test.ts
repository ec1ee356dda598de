/**
 * The example month recomputed straight from the typed rows, by rules written down here a second time: who answers for
 * what is a table in this file, and no code of the add-on is used.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Host, valuesOf } from '../support/host.ts';
import { type Consolidated, consolidate } from '../support/month.ts';
import { SAMPLE, type SampleRow, sampleWorkbook } from '../support/sample.ts';

/** Task, whether it is led, and its departments, as the plan assigns them. */
const ASSIGNED: readonly (readonly [string, 'lead' | 'responsible', string])[] = [
  [
    '开展窗口文明服务创建活动',
    'responsible',
    '办公室、综合科、货运科、查验科、维修处、检测站、稽查大队、景区所、王哥庄所',
  ],
  ['广泛开展学雷锋活动', 'lead', '办公室、综合科'],
  ['开展市容环境综合整治活动', 'responsible', '公路建设管理中心、交战办、维修处、办公室'],
  ['开展“文明交通行动计划”志愿服务活动', 'lead', '办公室、综合科'],
  ['深入开展交通四化管理活动', 'lead', '综合科'],
  ['深入开展“两保两树”工作', 'lead', '综合科'],
  ['加大客运出租行业管理力度', 'responsible', '综合科、客运科、稽查大队、景区所、王哥庄所'],
  ['实施公共设施提升行动', 'responsible', '客运科、综合科、公路建设管理中心、交战办、管理科'],
  ['积极开展节能减排活动', 'lead', '综合科'],
  ['抓好安全教育和落实安全生产责任制', 'lead', '综合科'],
  ['完善规章制度，为创建工作提供保障', 'lead', '办公室'],
  ['加强教育培训工作', 'lead', '办公室、综合科'],
  ['抓好交通文化建设', 'lead', '办公室'],
];
const DUTIES = ASSIGNED.flatMap(([task, role, names]) =>
  names.split('、').map((department) => ({ task, role, department })),
);
const DEPARTMENTS = [...new Set(DUTIES.map(({ department }) => department))];

const monthOf = ({ month }: SampleRow): number => Number(/^2023\D+0?(\d)/.exec(month)?.[1] ?? 0);
const titleOf = ({ task }: SampleRow): string => ASSIGNED[Number(task) - 1]?.[0] ?? task;
const dayOf = ({ time }: SampleRow): number => Number(/^2023\D\d+\D(\d+)/.exec(time)?.[1] ?? 0);
const isNumber = (typed: string): boolean => /^[\d,]+$/.test(typed);
const numberOf = (typed: string): number => (isNumber(typed) ? Number(typed.replaceAll(',', '')) : 0);

/** The rows that count for a duty, in the order of their times; those without one last. */
const countedRows = (month: number, department: string, task: string): SampleRow[] =>
  SAMPLE.filter(
    (row) => monthOf(row) === month && row.department === department && titleOf(row) === task && row.review !== '退回',
  ).sort((a, b) => (a.time === '' ? 99 : dayOf(a)) - (b.time === '' ? 99 : dayOf(b)));

function statusOf(month: number, department: string, task: string): string {
  const rows = countedRows(month, department, task);
  const back = SAMPLE.some(
    (row) => monthOf(row) === month && row.department === department && titleOf(row) === task && row.review === '退回',
  );
  if (rows.length === 0) return back ? 'returned' : 'missing';
  if (rows.every(({ text }) => text === '本月无')) return 'nil';
  if (rows.some(({ review }) => review === '通过')) return 'accepted';
  return (rows[0] ? dayOf(rows[0]) : 0) > 20 ? 'late' : 'submitted';
}

const isHandedIn = (status: string): boolean => !['missing', 'returned'].includes(status);
const isOnTime = (month: number, department: string, task: string): boolean => {
  const [first] = countedRows(month, department, task);
  return first !== undefined && dayOf(first) <= 20;
};

const count = <T>(items: readonly T[], wanted: (item: T) => boolean): number => items.filter(wanted).length;

let host: Host;
let result: Consolidated;
let report: unknown[][];
beforeAll(() => {
  host = sampleWorkbook();
  result = consolidate(host);
  report = valuesOf(host, '汇总-2023-05');
});

describe('the month of May in the bureau', () => {
  it('asks 35 returns: 23 as 责任, 12 as 牵头', () => {
    expect(DUTIES).toHaveLength(35);
    expect(result.reply.due).toBe(35);
    expect(count(result.reply.obligations, ({ role }) => role === 'responsible')).toBe(23);
    expect(count(result.reply.obligations, ({ role }) => role === 'lead')).toBe(12);
  });

  it('gives every duty the status its rows say', () => {
    const told = result.reply.obligations.map(
      ({ task, department, role, status }) => `${task} ${department} ${role} ${status}`,
    );
    const wanted = DUTIES.map(
      ({ task, department, role }) =>
        `${ASSIGNED.findIndex(([title]) => title === task) + 1} ${department} ${role} ${statusOf(5, department, task)}`,
    );
    expect([...told].sort()).toEqual(wanted.sort());
  });

  it('counts what is handed in and what is in time, altogether and for every department', () => {
    const handedIn = (own: typeof DUTIES) =>
      count(own, ({ department, task }) => isHandedIn(statusOf(5, department, task)));
    const onTime = (own: typeof DUTIES) => count(own, ({ department, task }) => isOnTime(5, department, task));
    expect(result.reply).toMatchObject({ handedIn: handedIn(DUTIES), onTime: onTime(DUTIES), deadline: '2023-05-20' });
    for (const { name, ...told } of result.reply.departments) {
      const own = DUTIES.filter(({ department }) => department === name);
      expect({ name, ...told }).toEqual({ name, due: own.length, handedIn: handedIn(own), onTime: onTime(own) });
    }
    expect(result.reply.departments.map(({ name }) => name).sort()).toEqual([...DEPARTMENTS].sort());
  });

  it('counts the days of what came late, and of what is still owed on the 23rd', () => {
    for (const { task, department, status, daysLate } of result.reply.obligations) {
      const title = ASSIGNED[Number(task) - 1]?.[0] ?? '';
      const [first] = countedRows(5, department, title);
      const wanted = isHandedIn(status) ? Math.max(0, (first ? dayOf(first) : 0) - 20) : 3;
      expect({ task, department, daysLate }).toEqual({ task, department, daysLate: wanted });
    }
  });

  it('keeps every word of every department, each under its name, leads first', () => {
    for (const [index, [task, , names]] of ASSIGNED.entries()) {
      const order = DEPARTMENTS_IN_SHEET.filter((name) => names.split('、').includes(name));
      const wanted = order
        .map((department) => ({ department, rows: countedRows(5, department, task) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ department, rows }) => `【${department}】\n${rows.map(({ text }) => text).join('\n')}`)
        .join('\n');
      expect(result.reply.tasks[index]?.merged).toBe(wanted);
    }
  });

  it('adds up the numbers of every task; a number nobody can read counts as none and is told', () => {
    for (const [index, [task, , names]] of ASSIGNED.entries()) {
      const rows = names.split('、').flatMap((department) => countedRows(5, department, task));
      expect(result.reply.tasks[index]).toMatchObject({
        count: rows.reduce((sum, row) => sum + numberOf(row.count), 0),
        people: rows.reduce((sum, row) => sum + numberOf(row.people), 0),
      });
    }
    expect(result.reply.findings.filter(({ code }) => code === 'badNumber').map(({ found }) => found)).toEqual([
      '约三十',
    ]);
  });

  it('loses no row: each is in its place or named by a finding with its words', () => {
    for (const row of SAMPLE.filter((one) => monthOf(one) === 5 || monthOf(one) === 0)) {
      const placed = result.reply.tasks.some(({ merged }) => merged.includes(row.text));
      const named = result.reply.findings.some(({ message }) => message.includes(row.text.slice(0, 20)));
      expect({ text: row.text, kept: placed || named }).toEqual({ text: row.text, kept: true });
    }
  });

  it('tells what a person must look at, and nothing else', () => {
    expect(result.reply.findings.map(({ code }) => code).sort()).toEqual([
      'badNumber',
      'departmentUnknown',
      'duplicate',
      'notAssigned',
      'periodUnknown',
      'returned',
      'taskUnknown',
      'timeMissing',
    ]);
  });
});

/** The order of 部门, in which the plan first names them. */
const DEPARTMENTS_IN_SHEET = DEPARTMENTS;

const cellsUnder = (first: string): unknown[] => report.find((row) => row[0] === first) ?? [];

describe('the sheet 汇总-2023-05', () => {
  it('bears the same totals', () => {
    const statuses = DUTIES.map(({ department, task }) => statusOf(5, department, task));
    const handedIn = count(statuses, isHandedIn);
    const onTime = count(DUTIES, ({ department, task }) => isOnTime(5, department, task));
    const rows = DUTIES.flatMap(({ department, task }) => countedRows(5, department, task));
    expect(cellsUnder('本月').slice(2, 11)).toEqual([
      35,
      handedIn,
      onTime,
      handedIn - onTime,
      35 - handedIn,
      handedIn / 35,
      onTime / 35,
      rows.reduce((sum, row) => sum + numberOf(row.count), 0),
      rows.reduce((sum, row) => sum + numberOf(row.people), 0),
    ]);
  });

  it('bears the year to date: March to May', () => {
    const months = [3, 4, 5];
    const due = months.length * 35;
    const each = months.flatMap((month) => DUTIES.map(({ department, task }) => ({ month, department, task })));
    const handedIn = count(each, ({ month, department, task }) => isHandedIn(statusOf(month, department, task)));
    const onTime = count(each, ({ month, department, task }) => isOnTime(month, department, task));
    const rows = each.flatMap(({ month, department, task }) => countedRows(month, department, task));
    expect(cellsUnder('年初至今').slice(2, 11)).toEqual([
      due,
      handedIn,
      onTime,
      handedIn - onTime,
      due - handedIn,
      handedIn / due,
      onTime / due,
      rows.reduce((sum, row) => sum + numberOf(row.count), 0),
      rows.reduce((sum, row) => sum + numberOf(row.people), 0),
    ]);
  });

  it('shows every duty in the grid of departments and tasks, in a symbol and a word', () => {
    const SHOWN: Record<string, RegExp> = {
      submitted: /^✓ 已报$/,
      accepted: /^✓ 通过$/,
      late: /^▲ 迟报\d+天$/,
      missing: /^✗ 缺报$/,
      returned: /^↩ 退回$/,
      nil: /^✓ 零报告$/,
    };
    for (const { task, department } of DUTIES) {
      const column = 11 + ASSIGNED.findIndex(([title]) => title === task);
      expect(String(cellsUnder(department)[column])).toMatch(SHOWN[statusOf(5, department, task)] ?? /^$/);
    }
    const filled = DEPARTMENTS.flatMap((name) => cellsUnder(name).slice(11)).filter((cell) => cell !== '');
    expect(filled).toHaveLength(35);
  });

  it('holds the merged texts, in as many rows as they need', () => {
    for (const { no, title, merged } of result.reply.tasks) {
      const first = report.findIndex((row) => row[0] === `${no} ${title}`);
      let last = first;
      while (report[last + 1]?.[0] === '（接上）') last += 1;
      const written = report.slice(first, last + 1).map((row) => String(row[1]));
      expect(written.join('')).toBe(merged);
    }
  });

  it('keeps formula-like, markup-like and emoji texts as the text they are', () => {
    const all = report.map((row) => String(row[1])).join('\n');
    expect(all).toContain('=IMPORTXML("https://example.cn/a.xml","//b")');
    expect(all).toContain("<script>alert('请勿执行')</script>");
    expect(all).toContain('👍🏽');
    const formulas = host.services.SpreadsheetApp.getActiveSpreadsheet()
      .getSheetByName('汇总-2023-05')
      ?.getDataRange()
      .getFormulas();
    expect(formulas?.flat().filter((formula) => formula !== '')).toEqual([]);
  });
});

describe('缺报清单 and 完成率', () => {
  it('lists what is owed of every month, as of the 23rd', () => {
    const [, ...listed] = valuesOf(host, '缺报清单');
    const owed = [3, 4, 5].flatMap((month) =>
      DUTIES.filter(({ department, task }) => !isHandedIn(statusOf(month, department, task))).map(
        ({ department, task }) =>
          `2023-0${month} ${department} ${task} ${statusOf(month, department, task) === 'returned' ? '↩ 退回' : '▲ 缺报'}`,
      ),
    );
    expect(listed.map((row) => `${row[0]} ${row[1]} ${String(row[2]).replace(/^\d+ /, '')} ${row[5]}`).sort()).toEqual(
      owed.sort(),
    );
  });

  it('gives the rates of every department and month', () => {
    const rows = valuesOf(host, '完成率');
    for (const department of DEPARTMENTS) {
      const own = DUTIES.filter((duty) => duty.department === department);
      const row = rows.find(([name]) => name === department) ?? [];
      for (const month of [3, 4, 5]) {
        expect(row[2 + month]).toBe(
          count(own, ({ task }) => isHandedIn(statusOf(month, department, task))) / own.length,
        );
        expect(row[14 + month]).toBe(count(own, ({ task }) => isOnTime(month, department, task)) / own.length);
      }
      expect([row[3], row[4], row[8], row[14]]).toEqual(['', '', '', '']);
    }
  });
});
