/** Reminders in the outbox, and the days on which others are told. */
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/domain/local-date.ts';
import type { Period } from '../../../src/domain/period.ts';
import { dueDigests, dueReminders, owedItems, remindersUpTo } from '../../../src/domain/reminder/chase.ts';
import { escalationDay, latestReached, type ReminderRules, reminderDays } from '../../../src/domain/reminder/days.ts';
import { remindedIn, toRemind } from '../../../src/domain/reminder/served.ts';
import { dispatch as mail } from '../../support/dispatch.ts';

const day = (text: string) => text as LocalDate;
const month = (text: string) => text as Period;
const RULES: ReminderRules = {
  automatic: true,
  before: [5],
  onDay: true,
  after: [1],
  workingDays: false,
  headAfter: 5,
  leaderAfter: 7,
};

describe('reminders in the outbox', () => {
  it('are told by their keys', () => {
    expect(
      remindedIn(
        [mail('催报/2023-05/保卫科/一 <a@x.cn>/2023-05-18/v'), mail('催报/2023-05/b@x.cn/2023-05-20/v', 'waiting')],
        '催报',
      ),
    ).toEqual([
      { who: '保卫科/一 <a@x.cn>', period: '2023-05', day: '2023-05-18', isWaiting: false },
      { who: 'b@x.cn', period: '2023-05', day: '2023-05-20', isWaiting: true },
    ]);
  });

  it.each([
    '督办/2023-05/a@x.cn/2023-05-18/v',
    '/催报/2023-05/a@x.cn/2023-05-18/v',
    '催报/2023-13/a@x.cn/2023-05-18/v',
    '催报/2023-05/a@x.cn/2023-05-18 补/v',
    '催报/2023-05/a@x.cn/2023-5-18/v',
    '催报/2023-05/a@x.cn/v',
    '手写',
    '',
  ])('are none: %j', (key) => {
    expect(remindedIn([mail(key)], '催报')).toEqual([]);
  });

  it('of others do not stand in the way, and the latest that waits goes on', () => {
    const due = { period: month('2023-05'), day: day('2023-05-18') };
    const on = (who: string, of: string, isWaiting: boolean, period = '2023-05') => ({
      ...{ who, period: month(period), day: day(of), isWaiting },
    });
    expect(toRemind('a', due, [on('b', '2023-05-18', false), on('b', '2023-05-19', true)])).toEqual(due);
    const waiting = [on('a', '2023-05-18', true, '2023-04'), on('a', '2023-05-20', true), on('a', '2023-05-19', true)];
    expect(toRemind('a', due, waiting)).toEqual({ period: '2023-05', day: '2023-05-20' });
    expect(toRemind('a', due, waiting.slice(0, 1))).toEqual({ period: '2023-04', day: '2023-05-18' });
    expect(toRemind('a', due, [...waiting, on('a', '2023-05-20', false)])).toBeNull();
    expect(toRemind('a', null, [on('a', '2023-05-20', false)])).toBeNull();
    expect(toRemind('a', null, [])).toBeNull();
  });
});

describe('days', () => {
  it('none is reminded on where the office wants none', () => {
    expect(reminderDays(day('2023-05-20'), { ...RULES, before: [], onDay: false, after: [] })).toEqual([]);
  });

  it('of telling others count working days where the office counts so', () => {
    // 20 May 2023 is a Saturday.
    expect(escalationDay(day('2023-05-20'), 'head', RULES)).toBe('2023-05-25');
    expect(escalationDay(day('2023-05-20'), 'head', { ...RULES, workingDays: true })).toBe('2023-05-26');
    expect(escalationDay(day('2023-05-20'), 'leader', RULES)).toBe('2023-05-27');
    expect(escalationDay(day('2023-05-20'), 'head', { ...RULES, headAfter: null })).toBeNull();
    expect(escalationDay(day('2023-05-20'), 'leader', { ...RULES, headAfter: null })).toBe('2023-05-27');
  });

  it('the latest counts, in whatever order, today among them', () => {
    const days = [day('2023-05-15'), day('2023-05-18'), day('2023-05-16'), day('2023-05-20')];
    expect(latestReached(days, day('2023-05-18'))).toBe('2023-05-18');
    expect(latestReached(days, day('2023-05-17'))).toBe('2023-05-16');
    expect(latestReached([], day('2023-05-17'))).toBeNull();
  });
});

it('more time for one month is no more time for another', () => {
  const obligation = (period: string) => ({
    ...{ period: month(period), deadline: day(`${period}-20`), task: 0, department: 0 },
    ...{ role: 'responsible' as const, status: 'missing' as const, daysOverdue: 0 },
  });
  const rule = { day: 20, inclusive: true, holidays: 'none' } as const;
  const grants = [{ period: month('2023-05'), department: 0, until: day('2023-06-02') }];
  const owed = owedItems([obligation('2023-04'), obligation('2023-05')], rule, grants);
  expect(owed.map(({ lastDay }) => lastDay)).toEqual(['2023-04-20', '2023-06-02']);
});

describe('what is owed of several months', () => {
  const owed = (department: number, period: string, lastDay: string, task = 0) => ({
    ...{ period: month(period), task, department, status: 'missing' as const, lastDay: day(lastDay) },
  });

  it('is told up to the latest month whose day has come, whatever the order of the rows', () => {
    const items = [
      owed(1, '2023-05', '2023-05-20'),
      owed(0, '2023-05', '2023-05-20'),
      owed(0, '2023-04', '2023-05-20', 1),
      owed(0, '2023-06', '2023-06-20'),
    ];
    const due = dueReminders(items, RULES, day('2023-05-21'));
    expect(due.map((one) => [one.department, one.period, one.day, one.items.map(({ period }) => period)])).toEqual([
      [0, '2023-05', '2023-05-21', ['2023-05', '2023-04']],
      [1, '2023-05', '2023-05-21', ['2023-05']],
    ]);
    expect(remindersUpTo(items, 0, month('2023-04')).items).toEqual([items[2]]);
    expect(remindersUpTo(items, 1, month('2023-05')).items).toEqual([items[0]]);
  });

  it('is told to a head from that very day on, up to its latest month, with the day that came last', () => {
    const items = [
      owed(0, '2023-04', '2023-04-20'),
      owed(1, '2023-05', '2023-05-20'),
      owed(0, '2023-03', '2023-03-20'),
      owed(2, '2023-06', '2023-06-20'),
    ];
    expect(dueDigests(items, 'head', RULES, day('2023-05-25'), () => ['钱二'])).toEqual([
      { level: 'head', who: '钱二', period: '2023-05', day: '2023-05-25', items: items.slice(0, 3) },
    ]);
    expect(dueDigests(items, 'head', RULES, day('2023-05-24'), () => ['钱二'])).toEqual([
      { level: 'head', who: '钱二', period: '2023-04', day: '2023-04-25', items: [items[0], items[2]] },
    ]);
  });
});
