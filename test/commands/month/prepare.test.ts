import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../../src/spreadsheet/cell.ts';
import { IN } from '../../support/columns.ts';
import {
  enter,
  entriesOf,
  entryAt,
  type Host,
  paste,
  setSetting,
  type as typeIn,
  valuesOf,
} from '../../support/host.ts';
import { PLAN, preparedWorkbook, SMALL_PLAN, SUBMISSIONS, setUpWorkbook } from '../../support/month.ts';
import { snapshot } from '../../support/snapshot.ts';

interface Prepared {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: {
    readonly written: number;
    readonly standing: number;
    readonly deadline: string;
    readonly unowed: readonly string[];
  };
}
const prepare = (host: ReturnType<typeof setUpWorkbook>, month = '2023-05') =>
  host.call('prepare', { month }) as Prepared;

describe('准备本月', () => {
  it('writes a row for every duty that owes a return, grouped by department', () => {
    const host = setUpWorkbook(PLAN);
    expect(prepare(host).reply).toMatchObject({ written: 35, standing: 0, deadline: '2023-05-20' });
    const rows = entriesOf(host, IN.submissions);
    expect(rows).toHaveLength(35);
    const departments = rows.map(({ department }) => department);
    expect(departments.filter((name, at) => name !== departments[at - 1])).toHaveLength(13);
    expect(rows[0]).toMatchObject({
      period: '2023-05',
      department: '办公室',
      task: '开展窗口文明服务创建活动',
      deadline: '2023-05-20',
    });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(35);
  });

  it('names a task by its title: no clerk need know a number', () => {
    const host = setUpWorkbook(PLAN);
    prepare(host);
    for (const { task } of entriesOf(host, IN.submissions)) expect(String(task)).not.toMatch(/^\d/);
  });

  it('run again adds nothing', () => {
    const host = setUpWorkbook(PLAN);
    prepare(host);
    const before = snapshot(host);
    expect(prepare(host).reply).toMatchObject({ written: 0, standing: 35 });
    expect(snapshot(host)).toEqual(before);
  });

  it('adds only what is missing: a row somebody typed for the duty counts as its row', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    paste(host, IN.submissions, 2, [
      { period: '2023年5月', department: '保卫科', task: '开展消防检查', text: '查了三栋楼' },
    ]);
    expect(prepare(host).reply).toMatchObject({ written: 3, standing: 1 });
    expect(entryAt(host, IN.submissions, 2).text).toBe('查了三栋楼');
  });

  it('writes below the last entry, however many blank rows stand between', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    enter(host, IN.submissions, 40, { text: '先写在这里' });
    prepare(host);
    expect(entryAt(host, IN.submissions, 40).text).toBe('先写在这里');
    expect(entryAt(host, IN.submissions, 41).department).toBe('保卫科');
  });

  it.each([0, 2])('goes on below the sheet’s last row, with %d blank ones left', (blank) => {
    const host = setUpWorkbook(SMALL_PLAN);
    prepare(host);
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    sheet?.deleteRows(6 + blank, sheet.getMaxRows() - 5 - blank);
    expect(prepare(host, '2023-06').reply).toMatchObject({ written: 4 });
    expect(valuesOf(host, SUBMISSIONS).map(([month]) => month)).toEqual([
      '月份',
      ...Array(4).fill('2023-05'),
      ...Array(4).fill('2023-06'),
    ]);
  });

  it('writes nothing where somebody types into a row as it is about to be written', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    const session = host.session({
      // The step has been written down, its rows have not.
      faults: ({ method, phase }) => {
        if (method === 'setValues' && phase === 'after') enter(host, IN.submissions, 2, { text: '查了三栋楼' });
      },
    });
    expect(() => prepare(session)).toThrow('【月度报送】第 2 行：准备写入时，有人正好在这里填了内容');
    expect(entriesOf(host, IN.submissions).map(({ period, text }) => [period, text])).toEqual([['', '查了三栋楼']]);
  });

  it('fails aloud where somebody takes the sheet away as it is about to be written', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    const session = host.session({
      faults: ({ method, phase }) => {
        const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
        const sheet = book.getSheetByName(SUBMISSIONS);
        if (method === 'setValues' && phase === 'after' && sheet) book.deleteSheet(sheet);
      },
    });
    expect(() => prepare(session)).toThrow('The sheet “月度报送” went away while a command was writing');
  });

  it.each(['2023-05', '2023年5月', '2023/5', '2023.05', '5月', '２０２３年５月'])(
    'understands the month written as %s',
    (month) => {
      expect(prepare(setUpWorkbook(SMALL_PLAN), month).told.title).toContain('2023-05');
    },
  );

  it('says which months it does understand where it does not', () => {
    expect(() => prepare(setUpWorkbook(SMALL_PLAN), '五月初')).toThrow(
      '看不懂月份“五月初”。可以写成 2023-05、2023年5月、2023/5 或 5月。',
    );
  });

  it('says so where nothing is due in the month, and writes nothing', () => {
    const host = setUpWorkbook(PLAN);
    const before = snapshot(host);
    expect(() => prepare(host, '2023-01')).toThrow(/2023-01 没有需要报送的任务/);
    expect(snapshot(host)).toEqual(before);
  });

  it('asks departments that are not in use, and leads the setting excuses, for nothing', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    enter(host, IN.departments, 3, { active: '否' });
    prepare(host);
    expect(entriesOf(host, IN.submissions).map(({ department }) => department)).toEqual(['保卫科', '保卫科', '人事处']);
  });

  it('shows the state of a row by a formula that stands where its columns stand', () => {
    const host = setUpWorkbook(SMALL_PLAN);
    prepare(host);
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    expect(sheet?.getRange(IN.submissions.cell('state', 2)).getFormula()).toContain(
      `$${IN.submissions.cell('review', 2)}="退回"`,
    );
    expect(sheet?.getRange(IN.submissions.cell('state', 2)).getFormula()).toContain(
      `DATEVALUE($${IN.submissions.cell('deadline', 2)})`,
    );
  });
});

describe('a task that is due and that no active department owes', () => {
  const typeRole = (host: Host, cell: string, role: string) => typeIn(host, '责任矩阵', cell, [[role]]);
  const off = (host: Host, row: number) => typeIn(host, '部门', `H${row}`, [['否']]);

  it('is told by 准备本月 and is a finding of 汇总 and of the board', () => {
    const host = preparedWorkbook();
    setSetting(host, '仅牵头任务由谁报送', '第一牵头部门');
    const heading = valuesOf(host, '责任矩阵')[0] as string[];
    const column = (name: string) => columnLetter(heading.indexOf(name));
    // 组织安全培训 is led by 人事处 alone now.
    typeRole(host, `${column('保卫科')}3`, '');
    off(host, 4);
    const { told, reply } = prepare(host, '2023-06');
    expect(reply.unowed).toEqual(['2 组织安全培训']);
    expect(told.lines[told.lines.length - 1]).toMatch(/^另有 1 项任务本月到期，但没有部门要报送：2 组织安全培训。/);
    const words = '任务“2 组织安全培训”本月到期，但牵头、责任部门（人事处）都已停用';
    const messages = (one: unknown) =>
      (one as { findings: { message: string }[] }).findings.map(({ message }) => message);
    const { reply: consolidated } = host.call('consolidate', { month: '2023-06' }) as { reply: unknown };
    expect(messages(consolidated).join()).toContain(words);
    expect(messages(host.callAsClient('board', { month: '2023-06' })).join()).toContain(words);
    // The next lead owes it.
    typeRole(host, `${column('后勤处')}3`, '牵头');
    expect(prepare(host, '2023-06').reply).toMatchObject({
      written: 1,
      unowed: [],
    });
  });

  it('a month in which all is such is refused by the tasks, not as one in which nothing is due', () => {
    const host = preparedWorkbook();
    for (const row of [2, 3, 4]) off(host, row);
    for (const command of ['prepare', 'consolidate'])
      expect(() => host.call(command, { month: '2023-06' })).toThrow(
        /2023-06 有任务到期，但没有在用的牵头或责任部门要报送：1 开展消防检查、2 组织安全培训。请在“责任矩阵”/,
      );
  });
});
