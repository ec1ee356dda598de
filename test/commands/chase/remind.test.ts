import { describe, expect, it } from 'vitest';
import { IN } from '../../support/columns.ts';
import { enter, entriesOf, type Host, paste, setSetting } from '../../support/host.ts';
import { DEPARTMENT_MAILS, fill, preparedWorkbook, reachableWorkbook, rowFor } from '../../support/month.ts';
import { snapshot } from '../../support/snapshot.ts';

interface Reminded {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: Readonly<Record<'sent' | 'already' | 'waiting' | 'failed' | 'unknown' | 'unreachable', string[]>>;
}
interface Preview {
  readonly mails: readonly { department: string; recipient: string; text: string; owed: number; already: boolean }[];
  readonly unreachable: readonly string[];
}
const MAY = { month: '2023-05' };
const remind = (host: Host, about: object = {}) => host.call('remind', { ...MAY, ...about }) as Reminded;
const preview = (host: Host, about: object = {}) => host.call('reminders', { ...MAY, ...about }) as Preview;
const to = (host: Host) => host.mail.map((mail) => mail.to.join());
const at = (host: Host, time: string): Host => {
  host.setNow(time);
  host.fire.clock();
  return host;
};
const [GUARDS, LOGISTICS, STAFF] = DEPARTMENT_MAILS;

describe('催报 by hand', () => {
  it('shows each mail before it goes, and changes nothing by showing it', () => {
    const host = reachableWorkbook();
    host.setNow('2023-05-17T10:00');
    const before = snapshot(host);
    expect(preview(host).mails.map(({ department, owed, already }) => [department, owed, already])).toEqual([
      ['保卫科', 2, false],
      ['后勤处', 1, false],
      ['人事处', 1, false],
    ]);
    expect(snapshot(host)).toEqual(before);
    expect(host.mail).toHaveLength(0);
  });

  it('refuses a department nobody knows, and writes to none', () => {
    const host = reachableWorkbook();
    expect(() => remind(host, { departments: ['保卫科', '某科'] })).toThrow('“部门”里没有“某科”');
    expect(host.mail).toHaveLength(0);
  });

  it('one mail a department: what exactly, until when, where, whom to ask', () => {
    const host = reachableWorkbook();
    setSetting(host, '办公室联系人', '张三 0571-1234');
    host.setNow('2023-05-17T10:00');
    remind(host);
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF]);
    expect(host.mail[0]?.subject).toBe('【催报】保卫科：2023年5月还有2项未报（5月20日截止，还剩3天）');
    expect(host.mail[0]?.body.split('\n')).toEqual([
      '保卫科：',
      '2023年5月工作报送（5月20日截止，还剩3天），贵部门还有2项没有报送：',
      '',
      '1. 2023年5月，开展消防检查，待报，5月20日（还剩3天）',
      '2. 2023年5月，组织安全培训，待报，5月20日（还剩3天）',
      '',
      '请打开表格，在“月度报送”里填写本部门的行。本月确实没有开展的，请写“本月无”。',
      '表格：https://docs.google.com/spreadsheets/d/local-spreadsheet/edit',
      '如有疑问请联系：张三 0571-1234',
      '示例区交通运输局',
    ]);
    expect(host.mail[0]?.htmlBody).toContain(
      '<a href="https://docs.google.com/spreadsheets/d/local-spreadsheet/edit">',
    );
    expect(host.mail[0]?.htmlBody).not.toMatch(/<style|class=/);
  });

  it('only those chosen; again the same day nobody twice', () => {
    const host = reachableWorkbook();
    expect(remind(host, { departments: ['后勤处'] }).reply.sent).toEqual([`后勤处 <${LOGISTICS}>`]);
    const { reply, told } = remind(host);
    expect(reply).toMatchObject({ already: [`后勤处 <${LOGISTICS}>`], sent: [expect.anything(), expect.anything()] });
    expect(told.lines.join('')).toContain('1 个收件人此前已收到同样内容');
    expect(to(host)).toEqual([LOGISTICS, GUARDS, STAFF]);
  });

  it('shows of those chosen what would leave for them, and of nobody else', () => {
    const host = reachableWorkbook();
    enter(host, IN.departments, 2, { mail: '无' });
    const { mails, unreachable } = preview(host, { departments: ['后勤处'] });
    expect(mails.map(({ department }) => department)).toEqual(['后勤处']);
    expect(unreachable).toEqual([]);
    expect(remind(host, { departments: ['后勤处'] }).reply.unreachable).toEqual([]);
    expect(preview(host, { departments: ['保卫科'] })).toMatchObject({ mails: [], unreachable: ['保卫科'] });
    expect(() => preview(host, { departments: ['财务科'] })).toThrow('“部门”里没有“财务科”');
  });

  it('not who has handed in; what was sent back is named as such', () => {
    const host = reachableWorkbook();
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '清点灭火器' });
    fill(host, rowFor(host, '人事处', '组织安全培训'), { text: '培训一次', review: '退回', reason: '缺人数' });
    remind(host);
    expect(to(host)).toEqual([GUARDS, STAFF]);
    expect(host.mail[1]?.body).toContain('组织安全培训，已退回，请按退回原因修改，5月20日（已逾期3天）');
  });

  it('a department without a usable address is named, and the others get theirs', () => {
    const host = reachableWorkbook();
    enter(host, IN.departments, 3, { mail: '后勤处电话 1234' });
    const { reply, told } = remind(host);
    expect(reply.unreachable).toEqual(['后勤处']);
    expect(told.lines.join('')).toContain('没有可用的邮箱，请补上或电话联系：后勤处');
    expect(to(host)).toEqual([GUARDS, STAFF]);
  });

  it('each address of a department gets a mail of its own, so that what becomes of it is known', () => {
    const host = reachableWorkbook();
    enter(host, IN.departments, 3, { mail: `${LOGISTICS}；second@example.cn` });
    remind(host, { departments: ['后勤处'] });
    expect(host.mail.map((mail) => mail.to)).toEqual([[LOGISTICS], ['second@example.cn']]);
  });

  it.each([
    ['a month in which nothing is due', '2023-13', /看不懂月份/],
    ['a month of another year', '2024-05', /这个工作簿是 2023 年度的/],
  ])('%s is refused by name', (_, month, message) => {
    expect(() => reachableWorkbook().call('remind', { month })).toThrow(message);
  });

  it('with nobody owing anything says so', () => {
    const host = reachableWorkbook();
    for (const [department, task] of [
      ['保卫科', '开展消防检查'],
      ['后勤处', '开展消防检查'],
      ['保卫科', '组织安全培训'],
      ['人事处', '组织安全培训'],
    ] as const)
      fill(host, rowFor(host, department, task), { text: '本月无' });
    expect(remind(host).told.lines).toEqual(['没有部门欠报。']);
    expect(host.mail).toHaveLength(0);
  });

  it('on another day takes the place of what still waits for that department', () => {
    const host = reachableWorkbook({ mailPerDay: 2 });
    remind(host);
    host.setNow('2023-05-24T12:30');
    expect(remind(host, { departments: ['人事处'] }).reply.sent).toEqual([`人事处 <${STAFF}>`]);
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF]);
    expect(entriesOf(host, IN.dispatches).map(({ state }) => state)).toEqual(['已发送', '已发送', '已取消', '已发送']);
  });

  it('not of a month that has been reported: what is owed stands in its report', () => {
    const host = reachableWorkbook();
    host.call('send', MAY);
    expect(() => remind(host)).toThrow('2023-05 已上报归档，欠报情况已写进报告，不再催报');
  });

  it('words from people are words: no header, no markup', () => {
    const host = reachableWorkbook();
    setSetting(host, '单位名称', '<b>局</b>\nBcc: x@example.cn');
    remind(host, { departments: ['后勤处'] });
    expect(host.mail[0]).toMatchObject({ to: [LOGISTICS], bcc: [], name: '<b>局</b> Bcc: x@example.cn' });
    expect(host.mail[0]?.htmlBody).toContain('&lt;b&gt;局&lt;/b&gt;');
  });
});

describe('催报 by itself', () => {
  it('5 and 2 days before, on the day, 1 and 3 days after; then the head, then the leader in one mail', () => {
    const host = reachableWorkbook();
    host.setNow('2023-05-10T00:30');
    const days: string[] = [];
    for (let day = 10; day <= 31; day += 1) {
      for (const hour of ['07', '09', '10', '18']) {
        const before = host.mail.length;
        at(host, `2023-05-${day}T${hour}:30`);
        if (host.mail.length > before) days.push(`${day} ${hour} ${to(host).slice(before).join()}`);
      }
    }
    const all = [GUARDS, LOGISTICS, STAFF].join();
    expect(days).toEqual([
      `15 09 ${all}`,
      `18 09 ${all}`,
      `20 09 ${all}`,
      `21 09 ${all}`,
      `23 09 ${all}`,
      '25 09 like@example.cn',
      '27 09 wangju@example.cn',
    ]);
    const digest = host.mail[host.mail.length - 1];
    expect(digest?.subject).toBe('【督办】2023年5月工作报送：3个部门4项逾期未报');
    expect(digest?.body).toContain('1. 保卫科，2023年5月，开展消防检查，缺报，已逾期7天');
  });

  it('stops as soon as it is handed in', () => {
    const host = at(reachableWorkbook(), '2023-05-15T09:30');
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '清点灭火器' });
    at(host, '2023-05-18T09:30');
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF, GUARDS, STAFF]);
  });

  it('after days on which it did not run: once, with the days as they are', () => {
    const host = at(reachableWorkbook(), '2023-05-22T15:00');
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF]);
    expect(host.mail[0]?.subject).toContain('已逾期2天');
    at(host, '2023-05-22T16:00');
    expect(host.mail).toHaveLength(3);
  });

  it('twice at once: the second finds the first at work and leaves it to it', () => {
    const host = reachableWorkbook();
    host.setNow('2023-05-18T09:30');
    const other = host.session({ user: 'second@example.cn' });
    const first = host.session({
      faults: (call) => {
        if (call.method === 'sendEmail' && call.phase === 'before') other.call('everyHour');
        return undefined;
      },
    });
    first.call('everyHour');
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF]);
  });

  it('with the clock put back reminds of nothing twice', () => {
    const host = at(reachableWorkbook(), '2023-05-18T09:30');
    host.setNow('2023-05-15T09:30');
    host.call('everyHour');
    expect(host.mail).toHaveLength(3);
  });

  it('not where the office switched it off, not for a month without rows, not for an archived one', () => {
    const off = reachableWorkbook();
    setSetting(off, '自动催报', '否');
    at(off, '2023-05-18T09:30');
    expect(off.mail).toHaveLength(0);

    const unprepared = reachableWorkbook();
    setSetting(unprepared, '截止前几天催报', '不催');
    setSetting(unprepared, '截止当天催报', '否');
    setSetting(unprepared, '逾期几天催报', '不催');
    at(unprepared, '2023-06-20T09:30');
    expect(to(unprepared)).toEqual(['like@example.cn', 'wangju@example.cn']);

    const archived = reachableWorkbook();
    archived.call('send', MAY);
    at(archived, '2023-05-27T09:30');
    expect(to(archived)).toEqual(['wenmingban@example.cn', 'jiguangongwei@example.cn']);
  });

  it('whoever was granted more time is reminded by that time', () => {
    const host = reachableWorkbook();
    paste(host, IN.exceptions, 2, [
      {
        period: '2023-05',
        department: '后勤处',
        why: '盘点未完',
        applicant: '李四',
        decision: '同意',
        until: '2023-05-30',
      },
    ]);
    at(host, '2023-05-23T09:30');
    expect(to(host)).toEqual([GUARDS, STAFF]);
  });

  it('what the quota does not do for goes on with what is owed then', () => {
    const host = reachableWorkbook({ mailPerDay: 2 });
    at(host, '2023-05-18T09:30');
    expect(to(host)).toEqual([GUARDS, LOGISTICS]);
    fill(host, rowFor(host, '人事处', '组织安全培训'), { text: '培训一次' });
    at(host, '2023-05-19T10:30');
    expect(to(host)).toEqual([GUARDS, LOGISTICS]);
    expect(entriesOf(host, IN.dispatches).map(({ state }) => state)).toEqual(['已发送', '已发送', '已取消']);
  });

  it('in the new year of what the old one still owes, also beside a row whose month nobody can read', () => {
    const host = reachableWorkbook();
    fill(host, 6, { period: '某月', department: '保卫科', task: '开展消防检查' });
    at(host, '2024-01-05T09:30');
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF, 'like@example.cn', 'wangju@example.cn']);
    expect(host.mail[1]?.body).toContain('2023年5月');
  });

  it('a workbook that is not in order is left alone', () => {
    const host = preparedWorkbook();
    setSetting(host, '每月截止日', '四十');
    expect(() => host.call('everyHour')).not.toThrow();
    expect(host.mail).toHaveLength(0);
  });
});
