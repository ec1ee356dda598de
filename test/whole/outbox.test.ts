/** The outbox in a run: what goes wrong with one mail, with the time, with the sheet under it; and what a person decides. */

import { describe, expect, it } from 'vitest';
import { IN } from '../support/columns.ts';
import { enter, entriesOf, entryAt, type Host, setSetting, valuesOf } from '../support/host.ts';
import { DEPARTMENT_MAILS, fill, RECIPIENTS, reachableWorkbook, rowFor } from '../support/month.ts';
import { snapshot } from '../support/snapshot.ts';

const MAY = { month: '2023-05' };
const OUTBOX = '发送记录';
const [GUARDS, LOGISTICS, STAFF] = DEPARTMENT_MAILS;
const to = (host: Host) => host.mail.map((mail) => mail.to.join());
const states = (host: Host) => entriesOf(host, IN.dispatches).map(({ state }) => state);
const keyOf = (host: Host, who: string) =>
  String(entriesOf(host, IN.dispatches).find(({ recipient }) => String(recipient).includes(who))?.key);
const settle = (host: Host, key: string, action: string) =>
  host.call('settleDispatch', { key, action }) as { told: { title: string; lines: string[] }; reply: object };

/** A session in which sending fails as often as told. */
function failing(host: Host, times: number): Host {
  let left = times;
  return host.session({
    faults: (call) => {
      if (call.method !== 'sendEmail' || call.phase !== 'before' || left === 0) return undefined;
      left -= 1;
      throw new Error('We’re sorry, a server error occurred.');
    },
  });
}

describe('a run', () => {
  it('writes all down as waiting before the first leaves', () => {
    const host = reachableWorkbook();
    const seen: unknown[][] = [];
    const session = host.session({
      faults: (call) => {
        if (call.method === 'sendEmail' && call.phase === 'before') seen.push(states(host));
        return undefined;
      },
    });
    session.call('remind', MAY);
    expect(seen).toEqual([
      ['发送中', '待发送', '待发送'],
      ['已发送', '发送中', '待发送'],
      ['已发送', '已发送', '发送中'],
    ]);
  });

  it('in which one mail fails goes on with the others', () => {
    const host = reachableWorkbook();
    failing(host, 1).call('remind', MAY);
    expect(states(host)).toEqual(['不明', '已发送', '已发送']);
    expect(to(host)).toEqual([LOGISTICS, STAFF]);
  });

  it('in which three fail after another stops trying: it is not the addresses', () => {
    const host = reachableWorkbook();
    failing(host, 99).call('send', MAY);
    failing(host, 99).call('remind', MAY);
    expect(states(host)).toEqual(['不明', '不明', '不明', '不明', '不明']);
    const many = reachableWorkbook();
    setSetting(many, '自动催报', '否');
    setSetting(many, '上报收件人', 'a@example.cn；b@example.cn；c@example.cn；d@example.cn；e@example.cn');
    failing(many, 99).call('send', MAY);
    expect(states(many)).toEqual(['不明', '不明', '不明', '待发送', '待发送']);
    many.setNow('2023-05-23T14:00');
    many.fire.clock();
    expect(to(many)).toEqual(['d@example.cn', 'e@example.cn']);
    expect(states(many)).toEqual(['不明', '不明', '不明', '已发送', '已发送']);
  });

  it('stops before the platform stops it, keeps its place, and the hourly trigger goes on', () => {
    const host = reachableWorkbook();
    let minutes = 0;
    const session = host.session({
      faults: (call) => {
        if (call.method === 'sendEmail' && call.phase === 'after') {
          minutes += 5;
          host.setNow(`2023-05-23T12:${String(minutes).padStart(2, '0')}`);
        }
        return undefined;
      },
    });
    const { told } = session.call('remind', MAY) as { told: { lines: string[] } };
    expect(states(host)).toEqual(['已发送', '待发送', '待发送']);
    expect(told.lines.join('')).toContain('还有 2 封待发送，系统每小时自动接着发');
    host.setNow('2023-05-23T13:30');
    host.fire.clock();
    expect(states(host)).toEqual(['已发送', '已发送', '已发送']);
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF]);
  });

  it('while somebody sorts the sheet writes into the right rows', () => {
    const host = reachableWorkbook();
    let sorted = false;
    const session = host.session({
      faults: (call) => {
        if (call.method === 'sendEmail' && call.phase === 'after' && !sorted) {
          sorted = true;
          const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(OUTBOX);
          const rows = valuesOf(host, OUTBOX).slice(1).reverse() as string[][];
          sheet?.getRange(2, 1, rows.length, rows[0]?.length ?? 1).setValues(rows);
        }
        return undefined;
      },
    });
    session.call('remind', MAY);
    expect(to(host)).toEqual([GUARDS, LOGISTICS, STAFF]);
    expect(states(host)).toEqual(['已发送', '已发送', '已发送']);
  });

  it('sends nothing whose row was taken out: what is not written down does not leave', () => {
    const host = reachableWorkbook();
    let cleared = false;
    const session = host.session({
      faults: (call) => {
        if (call.method === 'sendEmail' && call.phase === 'after' && !cleared) {
          cleared = true;
          const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(OUTBOX);
          sheet?.getRange(IN.dispatches.rows(4, 4)).clearContent();
        }
        return undefined;
      },
    });
    session.call('remind', MAY);
    expect(to(host)).toEqual([GUARDS, LOGISTICS]);
  });

  it('stops where the record was taken away, and says so', () => {
    const host = reachableWorkbook();
    const session = host.session({
      faults: ({ method, phase }) => {
        if (method !== 'sendEmail' || phase !== 'after') return;
        const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
        const sheet = book.getSheetByName(OUTBOX);
        if (sheet) book.deleteSheet(sheet);
      },
    });
    expect(() => session.call('remind', MAY)).toThrow('找不到工作表“发送记录”');
    expect(to(host)).toEqual([GUARDS]);
  });

  it('leaves waiting what cannot be made now, and goes on with it when it can', () => {
    const host = reachableWorkbook({ mailPerDay: 1 });
    setSetting(host, '自动催报', '否');
    host.call('send', MAY);
    expect(states(host)).toEqual(['已发送', '待发送']);
    setSetting(host, '上报收件人', '区文明办');
    host.setNow('2023-05-24T12:30');
    host.fire.clock();
    expect(states(host)).toEqual(['已发送', '待发送']);
    setSetting(host, '上报收件人', RECIPIENTS);
    host.fire.clock();
    expect(states(host)).toEqual(['已发送', '已发送']);
  });

  it('sends to no address a hand wrote into the record', () => {
    const host = reachableWorkbook({ mailPerDay: 1 });
    host.call('remind', MAY);
    enter(host, IN.dispatches, 3, { recipient: '某人 <luren@example.cn>' });
    enter(host, IN.dispatches, 4, { key: '催报/2023-05/某人 <luren@example.cn>/2023-05-23/0123456789abcdef' });
    host.setNow('2023-05-25T07:30');
    host.fire.clock();
    expect(to(host).filter((address) => address.includes('luren'))).toEqual([]);
    // 后勤处 is two days later than it was written down: the mail is made anew.
    expect(states(host)).toEqual(['已发送', '已取消', '已取消', '已发送']);
    expect(to(host)).toEqual([GUARDS, LOGISTICS]);
  });
});

describe('a person decides', () => {
  it('it arrived: recorded as sent, and the month is archived when that was the last', () => {
    const host = reachableWorkbook();
    failing(host, 1).call('send', MAY);
    expect(valuesOf(host, '档案')).toHaveLength(1);
    settle(host, keyOf(host, 'wenmingban'), 'arrived');
    expect(states(host)).toEqual(['已发送', '已发送']);
    expect(entryAt(host, IN.archive, 2)).toMatchObject({ period: '2023-05', issue: '报告' });
    expect(to(host)).toEqual(['jiguangongwei@example.cn']);
  });

  it('it did not arrive, send again: it leaves at once', () => {
    const host = reachableWorkbook();
    failing(host, 1).call('send', MAY);
    const key = keyOf(host, 'wenmingban');
    expect(settle(host, key, 'notArrived').told.title).toBe('已处理 1 封');
    expect(states(host)).toEqual(['发送失败', '已发送']);
    expect(settle(host, key, 'resend').told.lines.join('')).toContain('发出 1 封');
    expect(states(host)).toEqual(['已发送', '已发送']);
  });

  it('cancelled: it does not leave, and the schedule does not bring it back', () => {
    const host = reachableWorkbook({ mailPerDay: 2 });
    host.setNow('2023-05-18T09:30');
    host.fire.clock();
    settle(host, keyOf(host, STAFF), 'cancel');
    host.setNow('2023-05-19T10:30');
    host.fire.clock();
    expect(states(host)).toEqual(['已发送', '已发送', '已取消']);
    expect(to(host)).toEqual([GUARDS, LOGISTICS]);
  });

  it('cannot take back what was sent, nor send again what may have arrived', () => {
    const host = reachableWorkbook();
    failing(host, 1).call('send', MAY);
    const before = snapshot(host);
    expect(settle(host, keyOf(host, 'jiguangongwei'), 'resend').reply).toMatchObject({ settled: [] });
    expect(settle(host, keyOf(host, 'wenmingban'), 'resend').told.lines.join('')).toContain('当前状态不能这样处理');
    expect(settle(host, 'nothing/of/the/kind', 'arrived').reply).toMatchObject({ refused: ['nothing/of/the/kind'] });
    expect(snapshot(host)).toEqual(before);
    expect(to(host)).toEqual(['jiguangongwei@example.cn']);
  });

  it('a request that is no request is refused', () => {
    const host = reachableWorkbook();
    for (const input of [undefined, {}, { key: '', action: 'resend' }, { key: 'a', action: 'delete' }, { key: 1 }])
      expect(() => host.call('settleDispatch', input)).toThrow(/请求的内容不完整或不正确/);
  });

  it('what was asked for again and has changed meanwhile is cancelled, not sent as it was', () => {
    const host = reachableWorkbook();
    failing(host, 2).call('send', MAY);
    const key = keyOf(host, 'wenmingban');
    settle(host, key, 'notArrived');
    settle(host, keyOf(host, 'jiguangongwei'), 'notArrived');
    fill(host, rowFor(host, '后勤处', '开展消防检查'), { text: '清点灭火器' });
    settle(host, key, 'resend');
    expect(states(host)).toEqual(['已取消', '发送失败']);
    expect(host.mail).toHaveLength(0);
  });

  it('by the menu on the rows selected, after a question', () => {
    const host = reachableWorkbook();
    failing(host, 2).call('send', MAY);
    const book = host.services.SpreadsheetApp.getActiveSpreadsheet();
    const sheet = book.getSheetByName(OUTBOX);
    host.fire.onOpen();
    host.ui.answer('OK');
    host.ui.click('汇总 ▸ 发送记录 ▸ 确认已收到');
    expect(host.ui.alerts[host.ui.alerts.length - 1]?.message).toContain('请先打开“发送记录”');
    if (sheet) book.setActiveSheet(sheet).getRange(IN.dispatches.rows(2, 3)).activate();
    host.ui.answer('YES', 'OK');
    host.ui.click('汇总 ▸ 发送记录 ▸ 确认已收到');
    expect(states(host)).toEqual(['已发送', '已发送']);
    expect(host.ui.alerts[host.ui.alerts.length - 2]?.message).toContain('区文明办 <wenmingban@example.cn>');
  });
});
