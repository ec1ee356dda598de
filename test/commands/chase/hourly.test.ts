/** The hourly run has no reader on the platform: what came of it is answered, and the board shows it. */
import { describe, expect, it } from 'vitest';
import type { HourlyReply } from '../../../src/commands/chase/hourly.ts';
import type { BoardReply } from '../../../src/commands/month/board.ts';
import { type Host, setSetting, startHuizong, type as typeIn, valuesOf } from '../../support/host.ts';
import { DEPARTMENT_MAILS, fill, preparedWorkbook, reachableWorkbook, rowFor } from '../../support/month.ts';

interface Answer {
  readonly told: { readonly title: string; readonly lines: readonly string[] };
  readonly reply: HourlyReply;
}

function runAt(host: Host, now: string): Answer {
  host.setNow(now);
  return host.call('everyHour') as Answer;
}
const lastRun = (host: Host) => (host.callAsClient('board', { month: null }) as BoardReply).lastRun;
const noMail = (host: Host, row: number): void => typeIn(host, '部门', `D${row}`, [['']]);

/** A session of the same office in which the platform sends nothing. */
const refusing = (host: Host): Host =>
  host.session({
    faults: ({ method, phase }) => {
      if (method === 'sendEmail' && phase === 'before') throw new Error('邮件服务不可用');
      return undefined;
    },
  });

describe('an hourly run', () => {
  it('says what it sent, and the board says when and what', () => {
    const host = reachableWorkbook();
    expect(lastRun(host)).toBeNull();
    const { told, reply } = runAt(host, '2023-05-18T09:30');
    expect(told).toEqual({ title: '自动发送', lines: ['发出 3 封，已记入“发送记录”。', '今天还可发给 97 个收件人。'] });
    expect(reply).toMatchObject({ time: '2023-05-18T09:30:00', isWhole: true, refused: null, sent: { length: 3 } });
    expect(lastRun(host)).toEqual({
      time: '2023-05-18T09:30:00',
      isWhole: true,
      lines: told.lines,
      hoursSilent: null,
    });
  });

  it('with nothing to do says so, before the morning and with reminders switched off why', () => {
    const host = reachableWorkbook();
    expect(runAt(host, '2023-05-18T05:30').told.lines).toEqual(['没有要发的邮件。', '催报在上午 8 点以后检查。']);
    expect(runAt(host, '2023-05-12T09:30')).toMatchObject({
      told: { lines: ['没有要发的邮件。'] },
      reply: { isWhole: true },
    });
    setSetting(host, '自动催报', '否');
    expect(runAt(host, '2023-05-18T09:30').told.lines).toEqual([
      '没有要发的邮件。',
      '“自动催报”是“否”，没有检查催报。',
    ]);
    expect(lastRun(host)).toMatchObject({ time: '2023-05-18T09:30:00', isWhole: true });
  });

  it('names the departments that are to be reminded and have no address', () => {
    const host = reachableWorkbook();
    noMail(host, 2);
    noMail(host, 3);
    const { told, reply } = runAt(host, '2023-05-18T09:30');
    expect(told.lines).toContain(
      '这些部门欠报，但“部门”表里没有可用的邮箱，没有催报，请补上或电话联系：保卫科、后勤处。',
    );
    expect([reply.isWhole, reply.unreachable, reply.sent.length]).toEqual([false, ['保卫科', '后勤处'], 1]);
    fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了' });
    fill(host, rowFor(host, '保卫科', '组织安全培训'), { text: '训了' });
    expect(runAt(host, '2023-05-18T10:30').reply.unreachable).toEqual(['后勤处']);
  });

  it('names whose superiors have no address, which is no fault of the run', () => {
    const host = reachableWorkbook();
    const { reply } = runAt(host, '2023-05-25T09:30');
    expect([reply.isWhole, reply.untold]).toEqual([true, { head: ['后勤处', '人事处'], leader: [] }]);
  });

  it('says that reminders are due of a month whose rows are not there', () => {
    const host = reachableWorkbook();
    const { told, reply } = runAt(host, '2023-06-18T09:30');
    expect(told.lines).toContain('2023-06 到了催报的日子，但还没有建行，所以没有催报。请执行“准备本月”。');
    expect([reply.isWhole, reply.unprepared]).toEqual([false, '2023-06']);
    host.call('prepare', { month: '2023-06' });
    expect(runAt(host, '2023-06-18T10:30').reply).toMatchObject({ isWhole: true, unprepared: null });
  });

  it('names each mail that may have left, and goes on naming it until a person settles it', () => {
    const host = reachableWorkbook();
    const broken = refusing(host);
    broken.setNow('2023-05-18T09:30');
    const { told, reply } = broken.call('everyHour') as Answer;
    expect(told.lines.join('\n')).toContain('不知道是否已经发出');
    expect([reply.isWhole, reply.unknown.length, reply.notSent.length]).toEqual([false, 3, 3]);
    const next = runAt(host, '2023-05-18T10:30');
    expect(next.reply).toMatchObject({ isWhole: false, notSent: [], unsettled: { length: 3 } });
    expect(next.told.lines[0]).toMatch(
      /^保卫科 <baowei@example.cn>：上次是否发出不明（【发送记录】第 2 行），等人处理/,
    );
    expect(lastRun(host)).toMatchObject({ isWhole: false, lines: next.told.lines });
    for (const row of valuesOf(host, '发送记录').slice(1))
      host.call('settleDispatch', { key: row[7], action: 'arrived' });
    expect(runAt(host, '2023-05-18T11:30').reply).toMatchObject({ isWhole: true, unsettled: [] });
  });

  it('names the report that waits and cannot be made', () => {
    const host = reachableWorkbook({ mailPerDay: 1 });
    host.call('send', { month: '2023-05' });
    setSetting(host, '上报收件人', '');
    const { told, reply } = runAt(host, '2023-05-24T05:30');
    expect([reply.isWhole, reply.unmade.map(({ period }) => period)]).toEqual([false, ['2023-05']]);
    expect(told.lines.join('\n')).toMatch(/2023-05 的报告还没有全部发出，现在生成不了：.*收件人/);
  });

  it('what waits for the quota waits by itself: nothing is wrong', () => {
    const host = reachableWorkbook({ mailPerDay: 2 });
    const { told, reply } = runAt(host, '2023-05-18T09:30');
    expect([reply.isWhole, reply.waiting.length]).toEqual([true, 1]);
    expect(told.lines.join()).toContain('还有 1 封待发送');
  });

  it('of a workbook that is not in order says what is not, in the office’s language', () => {
    const host = preparedWorkbook();
    setSetting(host, '每月截止日', '四十');
    const { told, reply } = runAt(host, '2023-05-18T09:30');
    expect(told).toEqual({ title: '自动发送没有执行', lines: [expect.stringMatching(/每月截止日.*四十/)] });
    expect([reply.isWhole, reply.refused]).toEqual([false, told.lines[0]]);
    setSetting(host, '每月截止日', '20');
    expect(lastRun(host)).toMatchObject({ isWhole: false, lines: told.lines });
    setSetting(host, '每月截止日', '四十');
    setSetting(host, '语言', 'English');
    expect(runAt(host, '2023-05-18T10:30').told.title).toBe('The hourly run did nothing');
  });

  it('of a spreadsheet that is none of ours says so and leaves nothing in it', () => {
    const host = startHuizong({ now: '2023-05-18T09:30' });
    expect(runAt(host, '2023-05-18T09:30').reply).toMatchObject({ isWhole: false, refused: expect.any(String) });
    expect(Object.keys(host.book.sidecar).filter((key) => key.includes('lastRun'))).toEqual([]);
  });

  it('that another command keeps from working says so', () => {
    const host = reachableWorkbook();
    host.setNow('2023-05-18T09:30');
    const other = host.session({ user: 'second@example.cn' });
    const seen: Answer[] = [];
    const first = host.session({
      faults: (call) => {
        if (call.method === 'sendEmail' && call.phase === 'before') seen.push(other.call('everyHour') as Answer);
        return undefined;
      },
    });
    first.call('everyHour');
    expect(seen[0]?.reply).toMatchObject({ isWhole: false, refused: expect.stringContaining('正在') });
    expect(host.mail.flatMap(({ to }) => to)).toEqual([...DEPARTMENT_MAILS]);
    expect(lastRun(host)).toMatchObject({ isWhole: true });
  });

  it('that breaks off by what no person expected is kept as such, and still fails on the platform', () => {
    const host = reachableWorkbook();
    const broken = host.session({
      faults: ({ method, phase }) => {
        if (method === 'getRemainingDailyQuota' && phase === 'before') throw new Error('崩了');
        return undefined;
      },
    });
    broken.setNow('2023-05-18T09:30');
    expect(() => broken.call('everyHour')).toThrow('崩了');
    expect(lastRun(host)).toMatchObject({
      time: '2023-05-18T09:30:00',
      isWhole: false,
      lines: [expect.stringContaining('崩了')],
    });
  });

  it('keeps twenty lines of three hundred characters: a property store is small', () => {
    const many = reachableWorkbook();
    const failed = Array.from({ length: 40 }, (_, at) => [
      '催报',
      '2023-04',
      `${'长'.repeat(at === 0 ? 400 : 2)}${at} <a${at}@example.cn>`,
      '催报',
      '发送失败',
      '',
      '',
      `催报/2023-04/第${at}科 <a${at}@example.cn>/2023-04-18/x`,
    ]);
    typeIn(many, '发送记录', 'A2', failed);
    expect(runAt(many, '2023-05-12T09:30').told.lines).toHaveLength(40);
    const { lines = [] } = lastRun(many) ?? {};
    expect([lines.length, lines[0]?.length, lines[0]?.endsWith('…'), lines[20]]).toEqual([21, 300, true, '…']);
  });
});

describe('the board', () => {
  it('says so when the run has not come for three hours', () => {
    const host = reachableWorkbook();
    runAt(host, '2023-05-18T09:30');
    host.setNow('2023-05-18T12:29');
    expect(lastRun(host)?.hoursSilent).toBeNull();
    host.setNow('2023-05-20T09:30');
    expect(lastRun(host)?.hoursSilent).toBe(48);
  });

  it('takes what is kept and cannot be read for none', () => {
    const host = reachableWorkbook();
    runAt(host, '2023-05-18T09:30');
    host.book.sidecar['property:document:huizong.lastRun.0'] = '{"time":';
    expect(lastRun(host)).toBeNull();
  });
});
