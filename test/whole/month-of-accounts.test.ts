/**
 * May of the bureau, day by day: thirteen departments, each under an account of its own, and the office, in one sheet at once.
 * Whatever is not theirs is refused in the platform's words, and whatever they handed in by right is there at the end.
 */

import { afterAll, describe, expect, it } from 'vitest';
import { IN } from '../support/columns.ts';
import { entriesOf, entryAt, type Host, OFFICE, paste, setSetting, valuesOf } from '../support/host.ts';
import { consolidate, SUBMISSIONS, setUpWorkbook } from '../support/month.ts';

const REFUSED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const NOBODY = 'luren@example.cn';
const TASK = '开展窗口文明服务创建活动';
const MAY = { month: '2023-05' };

const host = setUpWorkbook(undefined, { language: 'en' });
const DEPARTMENTS = entriesOf(host, IN.departments).map(({ name }) => String(name));
const accountOf = (department: string) => `bm${DEPARTMENTS.indexOf(department) + 1}@example.cn`;
const sessions = new Map(
  [...DEPARTMENTS.map(accountOf), OFFICE, NOBODY].map((user) => [user, host.session({ user, language: 'en' })]),
);
const sessionOf = (user: string): Host => sessions.get(user) as Host;

/** What was handed in by right, by cell: it must stand there at the end. */
const kept = new Map<string, unknown>();
const count = { refused: 0, kept: 0 };
// biome-ignore lint/suspicious/noConsole: the numbers are for the reader of the run's output
afterAll(() => console.log(`A month of accounts: ${count.refused} attempts refused, ${count.kept} cells kept`));

/** Types as an account; where it may, what it typed is to be kept. */
function writes(user: string, a1: string, values: readonly (readonly unknown[])[], sheet = SUBMISSIONS): void {
  sessionOf(user).fire.edit({ sheet, a1, values, user });
  const first = sheetIn(host, sheet).getRange(a1);
  values.forEach((cells, down) => {
    cells.forEach((value, across) => {
      kept.set(`${sheet}!${first.getCell(1 + down, 1 + across).getA1Notation()}`, value);
      count.kept += 1;
    });
  });
}

/** Tries what an account may not, and sees that nothing has come of it. */
function refused(user: string, attempt: (session: Host) => void, about: string): void {
  let said = 'it was let through';
  try {
    attempt(sessionOf(user));
  } catch (error) {
    said = (error as Error).message;
  }
  expect(`${about}: ${said}`).toBe(`${about}: ${REFUSED}`);
  count.refused += 1;
}

const typing =
  (a1: string, values: readonly (readonly unknown[])[] = [['x']], sheet = SUBMISSIONS) =>
  (session: Host) =>
    session.fire.edit({ sheet, a1, values });

const sheetIn = (session: Host, title = SUBMISSIONS) => {
  const sheet = session.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (!sheet) throw new Error(`no sheet ${title}`);
  return sheet;
};

/** Numbers of the rows that wait for a department. */
const rowsOf = (department: string): number[] =>
  entriesOf(host, IN.submissions).flatMap((row, index) => (row.department === department ? [index + 2] : []));

/** All that stands in 月度报送, to see that an attempt left it alone. */
const standing = () => JSON.stringify(valuesOf(host, SUBMISSIONS));

describe('1 May: the office prepares the month and says who may fill what', () => {
  it('thirty-five rows, each its department’s', () => {
    const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
    for (const user of [...DEPARTMENTS.map(accountOf), NOBODY]) file.addEditor(user);
    paste(
      host,
      IN.departments,
      2,
      DEPARTMENTS.map((name) => ({ mail: accountOf(name) })),
    );
    setSetting(host, '逾期锁定', '3');
    setSetting(host, '自动催报', '否');
    host.setNow('2023-05-01T09:00');
    host.call('prepare', MAY);
    host.call('rights');
    expect(DEPARTMENTS).toHaveLength(13);
    expect(DEPARTMENTS.flatMap(rowsOf)).toHaveLength(35);
  });
});

describe('until the deadline: everybody fills in, and tries what is not theirs', () => {
  it('each department fills each of its rows', () => {
    DEPARTMENTS.forEach((department, index) => {
      host.setNow(`2023-05-${String(3 + index).padStart(2, '0')}T10:00`);
      for (const row of rowsOf(department)) {
        writes(accountOf(department), IN.submissions.range('text', row, 'count', row), [
          [`${department}第 ${row} 行已开展`, row],
        ]);
        writes(accountOf(department), IN.submissions.range('links', row, 'submitter', row), [
          [`https://example.cn/${row}.jpg`, '填表人'],
        ]);
      }
    });
  });

  it('no department gets into a row of another’s, whether it types, pastes or empties', () => {
    const before = standing();
    for (const department of DEPARTMENTS) {
      for (const other of DEPARTMENTS.filter((name) => name !== department)) {
        for (const row of rowsOf(other))
          refused(accountOf(department), typing(IN.submissions.cell('text', row)), `${department} in F${row}`);
        const [row = 0] = rowsOf(other);
        const about = `${department} in ${other}`;
        refused(
          accountOf(department),
          typing(IN.submissions.range('text', row, 'submitter', row), [
            Array(IN.submissions.place('submitter') - IN.submissions.place('text') + 1).fill(''),
          ]),
          `${about}, emptying`,
        );
      }
    }
    expect(standing()).toBe(before);
  });

  it('nor pastes over the edge of its own rows: nothing of it arrives', () => {
    const before = standing();
    for (const department of DEPARTMENTS) {
      const rows = rowsOf(department);
      const last = rows[rows.length - 1] ?? 0;
      if (last === 36) continue;
      refused(
        accountOf(department),
        typing(IN.submissions.range('text', last, 'text', last + 1), [['x'], ['x']]),
        `${department} over F${last}`,
      );
      refused(
        accountOf(department),
        typing(IN.submissions.range('state', last, 'text', last), [['x', 'x']]),
        `${department} over E${last}`,
      );
    }
    expect(standing()).toBe(before);
  });

  it('no department changes a key, the state, the review, the reason, the hint or the number of its own row', () => {
    const before = standing();
    for (const department of DEPARTMENTS) {
      for (const row of rowsOf(department)) {
        for (const key of [
          'period',
          'department',
          'task',
          'deadline',
          'state',
          'review',
          'reason',
          'hint',
          'id',
        ] as const)
          refused(accountOf(department), typing(IN.submissions.cell(key, row)), `${department}, ${key} of row ${row}`);
      }
      refused(accountOf(department), typing(IN.submissions.cell('text', 1)), `${department}, a heading`);
    }
    expect(standing()).toBe(before);
  });

  it('no department writes in the office’s sheets, or takes rows and sheets away', () => {
    const sheets = ['使用说明', '设置', '部门', '责任矩阵', '缺报清单', '完成率', '报告草稿', '发送记录', '档案'];
    for (const department of DEPARTMENTS) {
      const user = accountOf(department);
      for (const sheet of [...sheets, '操作日志', '汇总样式', '文书模板', '撤销记录'])
        refused(user, typing('A1', [['x']], sheet), `${department} in ${sheet}`);
      refused(user, typing(IN.exceptions.cell('decision', 2), [['同意']], '迟报申请'), `${department} grants itself`);
      const [own = 0] = rowsOf(department);
      refused(user, (session) => void sheetIn(session).deleteRow(own), `${department} deletes a row`);
      refused(
        user,
        (session) => void sheetIn(session).getRange(IN.submissions.rows(2, 36)).sort(3),
        `${department} sorts`,
      );
      refused(
        user,
        (session) =>
          void sheetIn(session)
            .getRange(IN.submissions.range('state', own, 'text', own))
            .merge(),
        `${department} merges`,
      );
    }
  });

  it('an account that is nobody’s fills nothing', () => {
    for (const row of DEPARTMENTS.flatMap(rowsOf))
      refused(NOBODY, typing(IN.submissions.cell('text', row)), `a stranger in F${row}`);
  });

  it('a row typed below the prepared ones is taken in', () => {
    host.setNow('2023-05-18T15:00');
    writes(accountOf('货运科'), IN.submissions.range('period', 40, 'task', 40), [['2023-05', '货运科', '1']]);
    writes(accountOf('货运科'), IN.submissions.cell('text', 40), [['又评了两名服务明星']]);
    expect(entryAt(host, IN.submissions, 40)).toMatchObject({
      task: TASK,
      deadline: '2023-05-20',
      time: '2023-05-18 15:00',
    });
    // Its number became the task's name.
    kept.set(`${SUBMISSIONS}!${IN.submissions.cell('task', 40)}`, TASK);
  });
});

describe('19 May: the office reviews', () => {
  it('a department cannot run the office’s commands: nothing of one is carried out', () => {
    const before = standing();
    for (const command of ['consolidate', 'prepare', 'draftReport']) {
      const argument = command === 'prepare' ? { month: '2023-06' } : MAY;
      refused(accountOf('货运科'), (session) => void session.call(command, argument), `货运科 runs ${command}`);
    }
    refused(
      accountOf('综合科'),
      (session) => void session.call('review', { rows: rowsOf('综合科'), decision: 'accept' }),
      '综合科 accepts itself',
    );
    expect(standing()).toBe(before);
  });

  it('an accepted row is closed to its department, one sent back is open', () => {
    const [first = 0, second = 0] = rowsOf('综合科');
    host.setNow('2023-05-19T09:00');
    host.call('review', { rows: [first], decision: 'accept' });
    host.call('review', { rows: [second], decision: 'return', reason: '请补次数' });
    refused(accountOf('综合科'), typing(IN.submissions.cell('text', first)), 'an accepted row');
    host.setNow('2023-05-19T14:00');
    writes(accountOf('综合科'), IN.submissions.cell('text', second), [['记录志愿活动 3 次，帮扶 2 户']]);
    expect(entryAt(host, IN.submissions, second)).toMatchObject({
      time: '2023-05-19 14:00',
      review: '',
      reason: '请补次数',
    });
  });

  it('undoing the acceptance opens the row again; accepting again closes it', () => {
    const [first = 0] = rowsOf('综合科');
    host.call('review', { rows: [first], decision: 'return', reason: '误退' });
    host.call('undo');
    expect(entryAt(host, IN.submissions, first).review).toBe('通过');
    refused(accountOf('综合科'), typing(IN.submissions.cell('text', first)), 'accepted again');
  });
});

describe('after the deadline', () => {
  it('until three days later rows are open: late is not locked', () => {
    host.setNow('2023-05-23T23:10');
    host.fire.clock();
    const [row = 0] = rowsOf('检测站');
    writes(accountOf('检测站'), IN.submissions.cell('people', row), [[17]]);
  });

  it('then every open row of every department is closed, by the clock', () => {
    host.setNow('2023-05-24T00:30');
    host.fire.clock();
    const before = standing();
    for (const department of DEPARTMENTS) {
      for (const row of rowsOf(department)) {
        for (const key of ['text', 'count', 'people', 'links', 'submitter', 'time'] as const)
          refused(
            accountOf(department),
            typing(IN.submissions.cell(key, row)),
            `${department}, ${key} of closed row ${row}`,
          );
      }
    }
    expect(standing()).toBe(before);
  });

  it('one that asks, and is granted, hands in until its day; nobody else does', () => {
    writes(
      accountOf('维修处'),
      IN.exceptions.range('period', 2, 'applicant', 2),
      [['2023-05', '维修处', '系统故障', '王五']],
      '迟报申请',
    );
    host.setNow('2023-05-24T09:00');
    host.fire.clock();
    const [row = 0] = rowsOf('维修处');
    refused(accountOf('维修处'), typing(IN.submissions.cell('text', row)), 'asked, not granted');
    writes(OFFICE, IN.exceptions.range('decision', 2, 'until', 2), [['同意', '2023-05-26']], '迟报申请');
    host.setNow('2023-05-24T10:05');
    host.fire.clock();
    writes(accountOf('维修处'), IN.submissions.cell('text', row), [['补报：车辆检修完毕']]);
    for (const other of DEPARTMENTS.filter((name) => name !== '维修处'))
      refused(
        accountOf(other),
        typing(IN.submissions.cell('text', rowsOf(other)[0] ?? 0)),
        `${other}, another’s exception`,
      );
    host.setNow('2023-05-27T00:20');
    host.fire.clock();
    refused(accountOf('维修处'), typing(IN.submissions.cell('text', row)), 'expired');
  });
});

describe('27 May: the office reports upward', () => {
  it('everything handed in is in the consolidation, and every cell typed by right stands as it was typed', () => {
    const { reply } = consolidate(host);
    expect(reply).toMatchObject({ due: 35, handedIn: 35 });
    const merged = reply.tasks.map((task) => task.merged).join('\n');
    for (const [cell, value] of kept) {
      const [sheet = '', a1 = ''] = cell.split('!');
      expect(`${cell} ${sheetIn(host, sheet).getRange(a1).getValue()}`).toBe(`${cell} ${value}`);
    }
    for (const { period, text } of entriesOf(host, IN.submissions)) if (period !== '') expect(merged).toContain(text);
    expect(merged).toContain('又评了两名服务明星');
  });

  it('once it has gone the month is frozen', () => {
    host.call('send', MAY);
    for (const department of DEPARTMENTS)
      for (const row of rowsOf(department))
        refused(accountOf(department), typing(IN.submissions.cell('text', row)), `${department}, frozen`);
    expect(count.refused).toBe(1_456);
  });
});
