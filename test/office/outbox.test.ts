/** A run of the outbox on a real 发送记录: what stands in it and what has left, whatever goes wrong on the way. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../../local/src/host.ts';
import { type MailFailure, MailNotSentError } from '../../local/src/services/mail/failure.ts';
import type { Dispatch } from '../../src/domain/dispatch/dispatch.ts';
import { openBook } from '../../src/google/book.ts';
import { messagesIn } from '../../src/messages/catalogues.ts';
import { type OutboxMail, readOutbox, recipientsOf, runOutbox, tallyOf, tried } from '../../src/office/outbox.ts';
import { rowOf } from '../../src/workbook/declaration.ts';
import { readSettings } from '../../src/workbook/settings.ts';
import { dispatchesSheet } from '../../src/workbook/sheets/dispatches.ts';
import { IN } from '../support/columns.ts';

const HEADINGS = dispatchesSheet.columns.map(({ heading }) => heading);
const SERVICES = ['SpreadsheetApp', 'MailApp', 'Utilities'] as const;

let host: Host;
/** What happens as a mail leaves. */
let leaving: (to: string) => void;
/** What happens as the script sees its work written. */
let flushing: () => void;

beforeEach(() => {
  leaving = () => {};
  flushing = () => {};
  start(100);
});
afterEach(() => {
  for (const name of SERVICES) Reflect.deleteProperty(globalThis, name);
});

function start(mailPerDay: number): void {
  host = createHost({
    now: '2023-05-23T09:00',
    timeZone: 'Asia/Shanghai',
    locale: 'zh_CN',
    mailPerDay,
    deliver: ({ to }) => leaving(String(to)),
    onFlush: () => flushing(),
  });
  for (const name of SERVICES) Object.assign(globalThis, { [name]: host.services[name] });
  const sheet = host.services.SpreadsheetApp.getActiveSpreadsheet().insertSheet('发送记录');
  sheet.getRange(1, 1, sheet.getMaxRows(), HEADINGS.length).setNumberFormat('@');
  sheet.getRange(1, 1, 1, HEADINGS.length).setValues([HEADINGS]);
}

const sheet = () => {
  const found = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName('发送记录');
  if (!found) throw new Error('there is no 发送记录');
  return found;
};
/** Rows of the sheet as `recipient state note`. */
const record = () =>
  sheet()
    .getDataRange()
    .getValues()
    .slice(1)
    .map((row) => IN.dispatches.entry(row))
    .map(({ recipient, state, error }) => `${recipient} ${state} ${error}`.trim());
const key = (who: string, content = 'v1') => `催报/2023-05/${who}/2023-05-23/${content}`;
/** Puts a row in that an earlier run left. */
const earlier = (who: string, state: string, content = 'v1') =>
  sheet().appendRow([
    ...rowOf(dispatchesSheet, {
      ...{ kind: '催报', period: '2023-05', recipient: who, subject: '请报送' },
      ...{ state, key: key(who, content) },
    }),
  ] as string[]);
const mail = (who: string, about: Partial<OutboxMail> = {}): OutboxMail => ({
  key: key(who),
  onWordOf: 'person',
  kind: '催报',
  period: '2023-05',
  recipient: who,
  to: [`${who}@example.cn`],
  content: { subject: '请报送', text: '正文', html: '<p>正文</p>', attachments: [], documents: [] },
  ...about,
});
const run = (
  planned: readonly OutboxMail[],
  {
    covers = () => false,
    elapsed = () => 0,
  }: { covers?: (dispatch: Dispatch) => boolean; elapsed?: () => number } = {},
) => {
  const book = openBook();
  const settings = readSettings([
    ['设置项', '值'],
    ['年度', '2023'],
    ['单位名称', '示范单位'],
  ]);
  const office = { book, settings, messages: messagesIn('zh-CN') };
  return runOutbox(office, readOutbox(office), planned, { covers, elapsed });
};
const left = () => host.mail.map(({ to }) => String(to));
const names = (mails: readonly OutboxMail[]) => mails.map(({ recipient }) => recipient).join(' ');
const namesIn = (all: readonly { readonly mail: OutboxMail }[]) => names(all.map(({ mail: one }) => one));

describe('where the record cannot be kept', () => {
  it('no mail leaves, and none stands as if it might have', () => {
    flushing = () => {
      if (record().some((row) => row.includes('发送中'))) throw new Error('the disk is full');
    };
    expect(() => run([mail('a'), mail('b')])).toThrow('the disk is full');
    expect([left(), record()]).toEqual([[], ['a 待发送', 'b 待发送']]);
    flushing = () => {};
    run([mail('a'), mail('b')]);
    expect([left(), record()]).toEqual([
      ['a@example.cn', 'b@example.cn'],
      ['a 已发送', 'b 已发送'],
    ]);
  });
});

describe('mails that may leave', () => {
  it('leave in their order and are written down as sent', () => {
    const outcome = run([mail('a'), mail('b')]);
    expect(left()).toEqual(['a@example.cn', 'b@example.cn']);
    expect(record()).toEqual(['a 已发送', 'b 已发送']);
    expect(names(outcome.sent)).toBe('a b');
    expect(outcome).toMatchObject({
      already: [],
      waiting: [],
      failed: [],
      unknown: [],
      held: [],
      cancelled: 0,
      quota: 98,
    });
    const [, row = []] = sheet().getDataRange().getValues();
    const written = IN.dispatches.entry(row);
    expect(written).toMatchObject({
      kind: '催报',
      period: '2023-05',
      recipient: 'a',
      subject: '请报送',
      state: '已发送',
    });
    expect(written.time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(written.key).toBe(key('a'));
  });

  it('bear the office’s name, their words and both faces', () => {
    run([mail('a', { to: ['a@example.cn', 'b@example.cn'] })]);
    expect(host.mail).toHaveLength(1);
    expect(host.mail[0]).toMatchObject({
      subject: '请报送',
      name: '示范单位',
      body: '正文',
      htmlBody: '<p>正文</p>',
    });
    expect(left()).toEqual(['a@example.cn,b@example.cn']);
  });

  it('are written down as being sent while they leave, the others as waiting', () => {
    const seen: string[][] = [];
    leaving = () => seen.push(record());
    run([mail('a'), mail('b')]);
    expect(seen).toEqual([
      ['a 发送中', 'b 待发送'],
      ['a 已发送', 'b 发送中'],
    ]);
  });

  it('go from the row in which they wait', () => {
    earlier('b', '待发送');
    const { sent } = run([mail('a'), mail('b')]);
    expect(names(sent)).toBe('b a');
    expect(record()).toEqual(['b 已发送', 'a 已发送']);
  });

  it('go again from the row in which they failed, on a person’s word', () => {
    earlier('a', '发送失败');
    sheet().getRange(IN.dispatches.cell('error', 2)).setValue('旧的说明');
    const seen: string[][] = [];
    leaving = () => seen.push(record());
    run([mail('a')]);
    expect(seen).toEqual([['a 发送中']]);
    expect(record()).toEqual(['a 已发送']);
  });

  it('wait again, without what was said of them, where they cannot go yet', () => {
    earlier('a', '发送失败');
    sheet().getRange(IN.dispatches.cell('error', 2)).setValue('旧的说明');
    run([mail('a')], { elapsed: () => 300_000 });
    expect(record()).toEqual(['a 待发送']);
  });

  it('do not go twice', () => {
    run([mail('a')]);
    const { already, sent, quota } = run([mail('a')]);
    expect(names(already)).toBe('a');
    expect(sent).toEqual([]);
    expect(quota).toBe(0);
    expect(left()).toEqual(['a@example.cn']);
  });
});

describe('mails planned no more', () => {
  it('are cancelled with the reason, after the new ones stand', () => {
    earlier('a', '待发送', 'v0');
    earlier('b', '待发送');
    earlier('c', '待发送');
    const { cancelled } = run([mail('a')], { covers: ({ recipient }) => recipient !== 'c' });
    expect(cancelled).toBe(2);
    expect(record()).toEqual([
      'a 已取消 内容已有变化，这一封不再发出',
      'b 已取消 已不需要发送',
      'c 待发送',
      'a 已发送',
    ]);
  });

  it('nothing at all writes and asks nothing', () => {
    const before = host.calls.length;
    expect(run([])).toEqual({
      sent: [],
      waiting: [],
      putOff: [],
      brokeOff: false,
      failed: [],
      unknown: [],
      already: [],
      held: [],
      cancelled: 0,
      quota: 0,
    });
    const methods = host.calls.slice(before).map(({ method }) => method);
    expect(methods.filter((method) => /^set|flush|Quota/.test(method))).toEqual([]);
  });
});

describe('mails that cannot leave', () => {
  it('are written down as failed with the reason, and the others go', () => {
    const outcome = run([mail('a', { to: [] }), mail('b', { to: ['李明'] }), mail('c')]);
    expect(outcome.failed.map(({ mail: one, why }) => `${one.recipient} ${why}`)).toEqual([
      'a noAddress',
      'b badAddress',
    ]);
    expect(record()).toEqual(['a 发送失败 没有邮箱地址', 'b 发送失败 邮箱地址不正确', 'c 已发送']);
    expect(left()).toEqual(['c@example.cn']);
    expect(outcome.quota).toBe(99);
  });

  it('wait where the day’s recipients are used up, the smaller ones behind them go', () => {
    start(2);
    const outcome = run([mail('a'), mail('b', { to: ['b@example.cn', 'd@example.cn'] }), mail('c'), mail('e')]);
    expect(names(outcome.sent)).toBe('a c');
    expect(names(outcome.waiting)).toBe('b e');
    expect(record()).toEqual(['a 已发送', 'b 待发送', 'c 已发送', 'e 待发送']);
    expect(outcome.quota).toBe(0);
  });

  it('wait where the run has gone on too long', () => {
    const times = [270_000, 270_001];
    const outcome = run([mail('a'), mail('b')], { elapsed: () => times.shift() ?? 0 });
    expect(names(outcome.sent)).toBe('a');
    expect(names(outcome.waiting)).toBe('b');
    expect(record()).toEqual(['a 已发送', 'b 待发送']);
  });

  it('are not sent where somebody took their row out while the run went on', () => {
    leaving = (to) => {
      if (to === 'a@example.cn') sheet().deleteRow(3);
    };
    const outcome = run([mail('a'), mail('b'), mail('c')]);
    expect(left()).toEqual(['a@example.cn', 'c@example.cn']);
    expect(record()).toEqual(['a 已发送', 'c 已发送']);
    expect(names(outcome.sent)).toBe('a c');
  });
});

describe('a sheet somebody sorts while a run goes on', () => {
  it('has each mail’s progress in its own row', () => {
    leaving = (to) => {
      if (to === 'a@example.cn')
        sheet()
          .getRange(IN.dispatches.rows(2, 4))
          .sort({ column: IN.dispatches.place('recipient') + 1, ascending: false });
    };
    run([mail('a'), mail('b'), mail('c')]);
    expect(record()).toEqual(['c 已发送', 'b 已发送', 'a 已发送']);
    expect(left()).toEqual(['a@example.cn', 'b@example.cn', 'c@example.cn']);
  });
});

describe('mails nobody knows of', () => {
  const refuse = (...who: string[]) => {
    leaving = (to) => {
      if (who.some((one) => to === `${one}@example.cn`)) throw new Error('邮件服务暂不可用');
    };
  };

  it('are written down with what the platform said, and count against the day', () => {
    refuse('a');
    const outcome = run([mail('a'), mail('b')]);
    expect(namesIn(outcome.unknown)).toBe('a');
    expect(names(outcome.sent)).toBe('b');
    expect(record()).toEqual(['a 不明 邮件服务暂不可用', 'b 已发送']);
    expect(outcome.quota).toBe(98);
  });

  it('are told by whatever was thrown', () => {
    leaving = () => {
      throw '断了';
    };
    run([mail('a')]);
    expect(record()).toEqual(['a 不明 断了']);
  });

  it('three in a row end the run: it is not the addresses', () => {
    refuse('a', 'b', 'c', 'd');
    const outcome = run([mail('a'), mail('b'), mail('c'), mail('d')]);
    expect(namesIn(outcome.unknown)).toBe('a b c');
    expect(names(outcome.waiting)).toBe('d');
  });

  it('three with one between do not', () => {
    refuse('a', 'b', 'd', 'e');
    const outcome = run([mail('a'), mail('b'), mail('c'), mail('d'), mail('e')]);
    expect(namesIn(outcome.unknown)).toBe('a b d e');
    expect(names(outcome.sent)).toBe('c');
  });

  it('are held until a person has found out', () => {
    earlier('a', '发送中');
    earlier('b', '不明');
    const { held } = run([mail('a'), mail('b')]);
    expect(held.map(({ dispatch }) => dispatch.row)).toEqual([2, 3]);
    expect(left()).toEqual([]);
  });
});

describe('mails of which the host knows that they did not leave', () => {
  const REFUSED: MailFailure = {
    ...{ reason: 'recipient', certain: true, temporary: false, hung: false },
    reply: '550 no such mailbox',
  };
  const BUSY: MailFailure = { ...REFUSED, reason: 'server', temporary: true, reply: '421 busy' };
  const HUNG: MailFailure = { ...REFUSED, reason: 'timeout', temporary: true, hung: true, reply: '' };
  const UNANSWERED: MailFailure = { ...REFUSED, reason: 'unanswered', certain: false, hung: true, reply: '' };
  let tried: string[];
  /** By the name before the @; the rest is taken. */
  const failing = (failures: Readonly<Record<string, MailFailure>>) => {
    tried = [];
    leaving = (to) => {
      const who = to.replace(/@.*$/, '');
      tried.push(who);
      const failure = failures[who];
      if (failure) throw new MailNotSentError(failure);
    };
  };
  const RealDate = Date;
  /** The sources run in this program, by its clock: it stands still. @param time such as `23T09:00`, at Shanghai */
  const clock = (time: string) => {
    const now = RealDate.parse(`2023-05-${time}:00+08:00`);
    globalThis.Date = class extends RealDate {
      constructor(...about: ConstructorParameters<typeof Date> | []) {
        super(...((about.length === 0 ? [now] : about) as [number]));
      }
      static override now = () => now;
    } as DateConstructor;
  };
  beforeEach(() => clock('23T09:00'));
  afterEach(() => {
    globalThis.Date = RealDate;
  });
  const scheduled = (who: string, content = 'v1') =>
    mail(who, { onWordOf: 'schedule', key: key(who, content), kind: '催报' });
  const kept = (about: string) => record().filter((row) => row.startsWith(about));

  it('have failed, with what the server said, and the day’s recipients are as they were', () => {
    failing({ a: REFUSED });
    const outcome = run([mail('a'), mail('b')]);
    expect(record()).toEqual([
      'a 发送失败 邮件服务器不收这个收件地址；请核对邮箱地址。原文：550 no such mailbox',
      'b 已发送',
    ]);
    expect(recipientsOf(outcome)).toMatchObject({ sent: ['b'], failed: ['a'], putOff: [], unknown: [] });
    expect(tallyOf(outcome).failed).toEqual([{ recipient: 'a', why: 'recipient', reply: '550 no such mailbox' }]);
    expect(outcome.quota).toBe(99);
    // The schedule leaves it alone; a person sends it again, to it alone.
    failing({});
    run([scheduled('a'), scheduled('b')]);
    expect(tried).toEqual([]);
    run([mail('a'), mail('b')]);
    expect(tried).toEqual(['a']);
    expect(record()).toEqual(['a 已发送', 'b 已发送']);
  });

  it('wait with the time they are tried again where the server may take them later', () => {
    failing({ a: BUSY });
    const outcome = run([scheduled('a'), scheduled('b')]);
    expect(record()).toEqual([
      'a 待发送 第 1/9 次没有发出，2023-05-23 09:50 以后自动再试：邮件服务器不接受连接；如果一直这样，请向邮件系统管理员询问。原文：421 busy。',
      'b 已发送',
    ]);
    expect(recipientsOf(outcome)).toMatchObject({ sent: ['b'], waiting: ['a'], putOff: ['a'], failed: [] });
    expect(tallyOf(outcome)).toMatchObject({ waiting: 0, putOff: [{ recipient: 'a', tries: 1, most: 9 }] });
    failing({});
    clock('23T09:49');
    const early = run([scheduled('a'), scheduled('b')]);
    expect([tried, names(early.waiting)]).toEqual([[], 'a']);
    clock('23T09:50');
    run([scheduled('a'), scheduled('b')]);
    expect([tried, record()]).toEqual([['a'], ['a 已发送', 'b 已发送']]);
  });

  it('are tried nine times in more than three days, never twice in an hour, and have failed then', () => {
    failing({ a: BUSY });
    const times: string[] = [];
    for (let hour = 0; hour < 24 * 6; hour += 1) {
      clock(`${String(23 + Math.floor(hour / 24))}T${String(hour % 24).padStart(2, '0')}:00`);
      const before = tried.length;
      run([scheduled('a')]);
      if (tried.length > before) times.push(String(hour));
    }
    expect(times).toEqual(['0', '1', '2', '4', '8', '16', '32', '56', '80']);
    expect(record()).toEqual(['a 发送失败 邮件服务器不接受连接；如果一直这样，请向邮件系统管理员询问。原文：421 busy']);
  });

  it('go at once on a person’s word, and are counted on', () => {
    failing({ a: BUSY });
    run([mail('a')]);
    run([mail('a')]);
    expect(tried).toEqual(['a', 'a']);
    expect(kept('a')[0]).toMatch(/^a 待发送 第 2\/9 次没有发出，2023-05-23 09:50/);
  });

  it('with other words than before are counted on in their new row', () => {
    failing({ a: BUSY });
    run([scheduled('a')]);
    clock('23T09:30');
    run([scheduled('a', 'v2')]);
    expect(tried).toEqual(['a']);
    expect(record()).toEqual([
      'a 已取消 内容已有变化，这一封不再发出',
      'a 待发送 第 1/9 次没有发出，2023-05-23 09:50 以后自动再试。',
    ]);
    clock('23T10:00');
    run([scheduled('a', 'v2')]);
    expect(tried).toEqual(['a', 'a']);
    expect(kept('a 待发送')[0]).toMatch(/第 2\/9 次没有发出，2023-05-23 10:50 以后/);
  });

  it('three in a row end the run, and the hour after tries the next three', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    failing(Object.fromEntries(all.map((who) => [who, BUSY])));
    const outcome = run(all.map((who) => scheduled(who)));
    expect([tried.join(''), outcome.brokeOff, names(outcome.waiting)]).toEqual(['abc', true, 'd e f g']);
    clock('23T09:20');
    run(all.map((who) => scheduled(who)));
    expect(tried.join('')).toBe('abcdef');
  });

  it('end the run at once where the server hung: the next would wait as long', () => {
    for (const failure of [HUNG, UNANSWERED]) {
      start(100);
      failing({ a: failure });
      const outcome = run([mail('a'), mail('b')]);
      expect([tried, outcome.brokeOff, names(outcome.waiting)]).toEqual([['a'], true, 'b']);
    }
    expect(record()[0]).toBe('a 不明 邮件已全部交给服务器，但没有等到它的答复');
  });

  it('are unknown where the host says anything but that it is certain', () => {
    for (const facts of [{}, { reason: 'recipient' }, { certain: 'yes', temporary: true }]) {
      start(100);
      leaving = () => {
        throw Object.assign(new Error('断了'), { mailFailure: facts });
      };
      expect(names(run([mail('a')]).sent)).toBe('');
      expect(record()[0]).toMatch(/^a 不明/);
    }
  });
});

describe('an address that shared a mail with another before each had its own', () => {
  const BOTH = '保卫科 <a@example.cn, b@example.cn>';
  const own = (who: string, onWordOf: OutboxMail['onWordOf'] = 'person') => {
    const recipient = `保卫科 <${who}@example.cn>`;
    return mail(who, { recipient, key: key(recipient), onWordOf });
  };

  it('gets nothing again where it may have left', () => {
    for (const state of ['已发送', '不明', '发送中']) {
      start(100);
      earlier(BOTH, state);
      run([own('a'), own('b')]);
      expect(left()).toEqual([]);
    }
  });

  it('gets its own in place of one that waits', () => {
    earlier(BOTH, '待发送');
    const { cancelled } = run([own('a', 'schedule'), own('b', 'schedule')], { covers: () => true });
    expect(left()).toEqual(['a@example.cn', 'b@example.cn']);
    expect(record().map((row) => row.replace(/ \S+$/, ''))).toHaveLength(3);
    expect(record()[0]).toBe(`${BOTH} 已取消 内容已有变化，这一封不再发出`);
    expect(cancelled).toBe(1);
  });

  it('gets its own where it failed, on a person’s word only', () => {
    earlier(BOTH, '发送失败');
    run([own('a', 'schedule')]);
    expect(left()).toEqual([]);
    run([own('a')]);
    expect(left()).toEqual(['a@example.cn']);
  });
});

describe('a run is told', () => {
  it('by recipients and by numbers', () => {
    earlier('f', '已发送');
    earlier('g', '不明');
    earlier('h', '待发送');
    leaving = (to) => {
      if (to === 'b@example.cn') throw new Error('断了');
    };
    const times = [0, 0, 300_000];
    const outcome = run([mail('a'), mail('b'), mail('c', { to: [] }), mail('d'), mail('f'), mail('g')], {
      covers: () => true,
      elapsed: () => times.shift() ?? 0,
    });
    expect(recipientsOf(outcome)).toEqual({
      sent: ['a'],
      already: ['f'],
      waiting: ['d'],
      putOff: [],
      failed: ['c'],
      unknown: ['b', 'g'],
    });
    expect(tallyOf(outcome)).toEqual({
      sent: 1,
      already: 1,
      waiting: 1,
      cancelled: 1,
      putOff: [],
      failed: [{ recipient: 'c', why: 'noAddress', reply: '' }],
      unknown: [{ recipient: 'b', why: 'unsaid', reply: '断了' }],
      brokeOff: false,
      held: [{ recipient: 'g', row: 3, state: 'unknown' }],
      quota: 98,
    });
    expect(tried(outcome)).toBe(true);
  });

  it('without the day’s rest where nothing was sent or waits', () => {
    const outcome = run([mail('a', { to: [] })]);
    expect(tallyOf(outcome).quota).toBeNull();
    expect(tried(outcome)).toBe(true);
    expect(tried(run([]))).toBe(false);
    expect(tallyOf(run([], {})).quota).toBeNull();
  });

  it('as having tried where anything was sent or may have been', () => {
    expect(tried(run([mail('a')]))).toBe(true);
    leaving = () => {
      throw new Error('断了');
    };
    expect(tried(run([mail('b')]))).toBe(true);
    expect(tried(run([mail('c')], { elapsed: () => 300_000 }))).toBe(false);
  });

  it('never with less than nothing left', () => {
    const outcome = { ...run([mail('a')]), quota: -1 };
    expect(tallyOf(outcome).quota).toBe(0);
  });
});
