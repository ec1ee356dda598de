import { describe, expect, it } from 'vitest';
import { IN } from '../../support/columns.ts';
import { enter, entryAt, type Host, OFFICE, paste, setSetting, valuesOf } from '../../support/host.ts';
import { preparedWorkbook, rowFor, SUBMISSIONS } from '../../support/month.ts';
import { snapshot } from '../../support/snapshot.ts';
import { stoppedBefore } from '../../support/stops.ts';

const GUARDS = 'baoweike@example.cn';
const LOGISTICS = 'houqin@example.cn';
const STAFF = 'renshi@example.cn';
const STRANGER = 'luren@example.cn';
const REFUSED = /protected cell/;

interface Rights {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: { readonly blocks: number; readonly findings: readonly string[] };
}
const refresh = (host: Host) => host.call('rights') as Rights;

/** The small plan prepared for May; each department's account may edit the file; rights generated. */
function sharedWorkbook(accounts: readonly string[] = [GUARDS, LOGISTICS, STAFF]): Host {
  const host = preparedWorkbook(undefined, undefined, { language: 'en' });
  const file = host.services.SpreadsheetApp.getActiveSpreadsheet();
  for (const account of [GUARDS, LOGISTICS, STAFF, STRANGER]) file.addEditor(account);
  paste(
    host,
    IN.departments,
    2,
    accounts.map((mail) => ({ mail })),
  );
  refresh(host);
  return host;
}

const types = (host: Host, user: string, a1: string, value: unknown) => () =>
  host.session({ user, language: 'en' }).fire.edit({ sheet: SUBMISSIONS, a1, values: [[value]], user });

describe('own rows only', () => {
  it('a department fills its own rows', () => {
    const host = sharedWorkbook();
    const row = rowFor(host, '后勤处', '开展消防检查');
    types(host, LOGISTICS, IN.submissions.cell('text', row), '查了仓库')();
    expect(entryAt(host, IN.submissions, row)).toMatchObject({ text: '查了仓库', time: '2023-05-23 12:00' });
  });

  it.each([
    ['another department’s row', IN.submissions.cell('text', 2), GUARDS, LOGISTICS],
    ['the month of its own row', IN.submissions.cell('period', 2), GUARDS, GUARDS],
    ['the department of its own row', IN.submissions.cell('department', 2), GUARDS, GUARDS],
    ['the task of its own row', IN.submissions.cell('task', 2), GUARDS, GUARDS],
    ['the deadline', IN.submissions.cell('deadline', 2), GUARDS, GUARDS],
    ['the review of its own row', IN.submissions.cell('review', 2), GUARDS, GUARDS],
    ['the number of its own row', IN.submissions.cell('id', 2), GUARDS, GUARDS],
    ['a heading', IN.submissions.cell('text', 1), GUARDS, GUARDS],
  ])('but not %s', (_, a1, owner, typist) => {
    const host = sharedWorkbook();
    expect(entryAt(host, IN.departments, 2).mail).toBe(owner);
    const before = snapshot(host);
    expect(types(host, typist, a1, 'x')).toThrow(REFUSED);
    expect(snapshot(host)).toEqual(before);
  });

  it('the office writes everywhere', () => {
    const host = sharedWorkbook();
    expect(types(host, OFFICE, IN.submissions.cell('text', 2), '办公室代填')).not.toThrow();
    expect(types(host, OFFICE, IN.submissions.cell('period', 2), '2023-05')).not.toThrow();
  });

  it('further accounts of the office do, once they stand in 设置', () => {
    const host = sharedWorkbook();
    expect(types(host, STRANGER, IN.submissions.cell('review', 2), '通过')).toThrow(REFUSED);
    setSetting(host, '办公室账号', STRANGER);
    refresh(host);
    expect(types(host, STRANGER, IN.submissions.cell('review', 2), '通过')).not.toThrow();
    expect(types(host, STRANGER, IN.submissions.cell('text', 2), '代填')).not.toThrow();
  });

  it('a row typed below the prepared ones is open to everybody, and its department’s after the next update', () => {
    const host = sharedWorkbook();
    types(host, LOGISTICS, IN.submissions.cell('period', 20), '2023-05')();
    types(host, LOGISTICS, IN.submissions.cell('department', 20), '后勤处')();
    types(host, LOGISTICS, IN.submissions.cell('task', 20), '开展消防检查')();
    types(host, LOGISTICS, IN.submissions.cell('text', 20), '又查了一次')();
    refresh(host);
    expect(types(host, GUARDS, IN.submissions.cell('text', 20), 'x')).toThrow(REFUSED);
    expect(types(host, LOGISTICS, IN.submissions.cell('text', 20), '又查了一次，已整改')).not.toThrow();
  });

  it('an accepted row is the office’s', () => {
    const host = sharedWorkbook();
    types(host, GUARDS, IN.submissions.cell('text', 2), '查了')();
    types(host, OFFICE, IN.submissions.cell('review', 2), '通过')();
    refresh(host);
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), '改写')).toThrow(REFUSED);
  });

  it('after staff change one command gives the rows to the new account and takes them from the old', () => {
    const host = sharedWorkbook();
    enter(host, IN.departments, 2, { mail: STRANGER });
    refresh(host);
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
    expect(types(host, STRANGER, IN.submissions.cell('text', 2), '新人填的')).not.toThrow();
  });

  it('run again changes nothing', () => {
    const host = sharedWorkbook();
    const before = snapshot(host, ['操作日志']);
    refresh(host);
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('stopped before a guard bears its name and run again puts it up once', () => {
    const host = sharedWorkbook();
    const before = snapshot(host, ['操作日志']);
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    const { RANGE } = host.services.SpreadsheetApp.ProtectionType;
    for (const one of sheet?.getProtections(RANGE) ?? []) if (one.getDescription().includes('填报行')) one.remove();
    stoppedBefore(host, 'setDescription', 1, 'rights');
    expect(sheet?.getProtections(RANGE).map((one) => one.getDescription())).toContain('');
    refresh(host);
    expect(snapshot(host, ['操作日志'])).toEqual(before);
  });

  it('protections people made are let be', () => {
    const host = sharedWorkbook();
    const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SUBMISSIONS);
    sheet?.getRange('Q1:Q5').protect().setDescription('自己的保护');
    refresh(host);
    const { RANGE } = host.services.SpreadsheetApp.ProtectionType;
    expect(sheet?.getProtections(RANGE).map((one) => one.getDescription())).toContain('自己的保护');
  });
});

describe('accounts that are not in order', () => {
  it('where no department has one, rows stay open and the office is told', () => {
    const host = sharedWorkbook(['', '', '']);
    expect(refresh(host).reply.blocks).toBe(0);
    expect(types(host, STRANGER, IN.submissions.cell('text', 2), '谁都能填')).not.toThrow();
  });

  it('a department without one is filled by the office alone', () => {
    const host = sharedWorkbook([GUARDS, '', STAFF]);
    const row = rowFor(host, '后勤处', '开展消防检查');
    expect(types(host, LOGISTICS, IN.submissions.cell('text', row), 'x')).toThrow(REFUSED);
    expect(refresh(host).reply.findings).toContainEqual(expect.stringContaining('“后勤处”没有写账号'));
  });

  it('two departments that share one may both be filled by it', () => {
    const host = sharedWorkbook([GUARDS, GUARDS, STAFF]);
    const row = rowFor(host, '后勤处', '开展消防检查');
    expect(types(host, GUARDS, IN.submissions.cell('text', row), '一人兼两科')).not.toThrow();
    expect(refresh(host).reply.findings).toContainEqual(expect.stringContaining('同时属于 保卫科、后勤处'));
  });

  it('one that may edit the file but is nobody’s fills nothing, and is named', () => {
    const host = sharedWorkbook();
    expect(types(host, STRANGER, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
    expect(refresh(host).reply.findings).toContainEqual(expect.stringContaining(`账号“${STRANGER}”`));
  });

  it('one that is no address is named', () => {
    expect(refresh(sharedWorkbook(['张三', LOGISTICS, STAFF])).reply.findings).toContainEqual(
      expect.stringContaining('“张三”不是邮箱地址'),
    );
  });
});

describe('months that close', () => {
  const closing = (rule: string) => {
    const host = sharedWorkbook();
    setSetting(host, '逾期锁定', rule);
    refresh(host);
    return host;
  };

  it('with the deadline where 设置 says 0', () => {
    expect(types(closing('0'), GUARDS, 'F2', 'x')).toThrow(REFUSED);
  });

  it('some days later where it says so', () => {
    const host = closing('5');
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), '还在宽限期')).not.toThrow();
    host.setNow('2023-05-26T00:10');
    refresh(host);
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
  });

  it('never where it says 不锁定: late is not locked', () => {
    expect(types(closing('不锁定'), GUARDS, 'F2', '迟报')).not.toThrow();
  });

  it('open again for a department the office lets hand in late, until that day, and closed after by itself', () => {
    const host = closing('0');
    paste(host, IN.exceptions, 2, [
      {
        period: '2023年5月',
        department: '保卫科',
        why: '系统故障',
        applicant: '王五',
        decision: '同意',
        until: '2023-05-25',
      },
    ]);
    refresh(host);
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), '补报')).not.toThrow();
    expect(types(host, LOGISTICS, IN.submissions.cell('text', rowFor(host, '后勤处', '开展消防检查')), 'x')).toThrow(
      REFUSED,
    );
    host.setNow('2023-05-26T09:00');
    refresh(host);
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
  });

  it('a request nobody can read gives nothing, and is named', () => {
    const host = closing('0');
    paste(host, IN.exceptions, 2, [
      { period: '2023-05', department: '保卫科', why: '系统故障', applicant: '王五', decision: '同意', until: '下周' },
    ]);
    expect(refresh(host).reply.findings).toContainEqual(
      expect.stringContaining('【迟报申请】第 2 行“准许到”列：“下周”看不懂'),
    );
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
  });
});

describe('what closes by the clock, with nobody there', () => {
  /** 锁定 five days after the deadline, which is the 20th; rights generated on the 23rd. */
  const waiting = () => {
    const host = sharedWorkbook();
    setSetting(host, '逾期锁定', '5');
    setSetting(host, '自动催报', '否');
    refresh(host);
    return host;
  };
  const hourAt = (host: Host, moment: string) => {
    host.setNow(moment);
    host.resetCalls();
    host.fire.clock();
    return host.tally();
  };

  it('a month, within the hour after its last open day', () => {
    const host = waiting();
    hourAt(host, '2023-05-25T23:30');
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), '最后一天')).not.toThrow();
    hourAt(host, '2023-05-26T00:40');
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
    expect(valuesOf(host, '操作日志').pop()).toMatchObject({ 0: '2023-05-26 00:40:00', 2: '更新填报权限' });
  });

  it('an exception, after its day; and one that was granted meanwhile opens', () => {
    const host = waiting();
    hourAt(host, '2023-05-26T00:40');
    paste(host, IN.exceptions, 2, [
      {
        period: '2023-05',
        department: '保卫科',
        why: '系统故障',
        applicant: '王五',
        decision: '同意',
        until: '2023-05-27',
      },
    ]);
    hourAt(host, '2023-05-26T10:40');
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), '补报')).not.toThrow();
    hourAt(host, '2023-05-28T02:40');
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
  });

  it('days late, too; and a second time changes nothing and looks at no guard', () => {
    const host = waiting();
    hourAt(host, '2023-06-09T12:00');
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), 'x')).toThrow(REFUSED);
    const before = snapshot(host);
    const { total, byMethod } = hourAt(host, '2023-06-09T13:00');
    expect(snapshot(host)).toEqual(before);
    expect(byMethod['Sheet.getProtections']).toBeUndefined();
    expect(total).toBeLessThanOrEqual(15);
  });

  it('puts up no guards where the office never asked for any', () => {
    const host = preparedWorkbook(undefined, undefined, { language: 'en' });
    host.services.SpreadsheetApp.getActiveSpreadsheet().addEditor(GUARDS);
    paste(host, IN.departments, 2, [{ mail: GUARDS }, { mail: LOGISTICS }, { mail: STAFF }]);
    setSetting(host, '逾期锁定', '0');
    setSetting(host, '自动催报', '否');
    hourAt(host, '2023-06-09T12:00');
    expect(types(host, GUARDS, IN.submissions.cell('text', 2), '补报')).not.toThrow();
  });
});

describe('three hundred departments', () => {
  it('need a guard each for the running month, and a handful besides', () => {
    const names = Array.from({ length: 300 }, (_, index) => `第${index + 1}科`);
    const plan = `方案\n一、开展消防检查。逐栋检查。\n责任单位：${names.join('、')}\n二、组织培训。\n责任单位：${names.join('、')}`;
    const host = preparedWorkbook(plan);
    paste(
      host,
      IN.departments,
      2,
      names.map((_, index) => ({ mail: `ke${index + 1}@example.cn` })),
    );
    expect(refresh(host).reply.blocks).toBe(301);
    setSetting(host, '逾期锁定', '0');
    expect(refresh(host).reply.blocks).toBe(2);
  });
});
