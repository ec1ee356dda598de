import { describe, expect, it } from 'vitest';
import type { OwedObligation } from '../../../src/domain/consolidation/result.ts';
import type { LocalDate } from '../../../src/domain/local-date.ts';
import type { Period } from '../../../src/domain/period.ts';
import { dueDigests, dueReminders, owedItems, remindersOf } from '../../../src/domain/reminder/chase.ts';
import { latestReached, type ReminderRules, reminderDays } from '../../../src/domain/reminder/days.ts';
import { remindedIn, toRemind } from '../../../src/domain/reminder/served.ts';

const day = (text: string) => text as LocalDate;
const month = (text: string) => text as Period;
const RULES: ReminderRules = {
  automatic: true,
  before: [5, 2],
  onDay: true,
  after: [1, 3],
  workingDays: false,
  headAfter: 5,
  leaderAfter: 7,
};
const DEADLINE = { day: 20, inclusive: true, holidays: 'none' } as const;
const owes = (department: number, period = '2023-05', task = 0): OwedObligation => ({
  period: month(period),
  deadline: day(`${period}-20`),
  task,
  department,
  role: 'responsible',
  status: 'missing',
  daysOverdue: 0,
});
const items = (...owed: OwedObligation[]) => owedItems(owed, DEADLINE, []);
const reminded = (today: string, ...owed: OwedObligation[]) =>
  dueReminders(items(...owed), RULES, day(today)).map((one) => [one.department, one.period, one.day, one.items.length]);

describe('the days of reminding', () => {
  it('are 5 and 2 days before, the day itself, 1 and 3 days after', () => {
    expect(reminderDays(day('2023-05-20'), RULES)).toEqual([
      '2023-05-15',
      '2023-05-18',
      '2023-05-20',
      '2023-05-21',
      '2023-05-23',
    ]);
  });

  it('by working days leave out the weekends and holidays, and count the Saturday worked for one', () => {
    // 29 April to 3 May 2023 were days off, 23 April and 6 May (a Sunday and a Saturday) were worked.
    const rules = { ...RULES, before: [2], after: [1, 3], workingDays: true };
    expect(reminderDays(day('2023-05-04'), rules)).toEqual(['2023-04-27', '2023-05-04', '2023-05-05', '2023-05-08']);
    expect(reminderDays(day('2023-05-01'), { ...rules, before: [], after: [] })).toEqual(['2023-04-28']);
  });

  it('reach across months and years', () => {
    expect(reminderDays(day('2024-01-03'), { ...RULES, before: [5], onDay: false, after: [] })).toEqual(['2023-12-29']);
  });

  it('of which today is one, whatever their order', () => {
    expect(latestReached([day('2023-05-18'), day('2023-05-15'), day('2023-05-19')], day('2023-05-18'))).toBe(
      '2023-05-18',
    );
  });

  it('of which the latest that has come counts', () => {
    expect(latestReached([day('2023-05-15'), null, day('2023-05-18')], day('2023-05-17'))).toBe('2023-05-15');
    expect(latestReached([day('2023-05-15')], day('2023-05-14'))).toBeNull();
  });
});

describe('who is reminded', () => {
  it('nobody before the first day', () => {
    expect(reminded('2023-05-14', owes(0))).toEqual([]);
  });

  it('each department once, of all it owes', () => {
    expect(reminded('2023-05-15', owes(0, '2023-05', 0), owes(0, '2023-05', 1), owes(2))).toEqual([
      [0, '2023-05', '2023-05-15', 2],
      [2, '2023-05', '2023-05-15', 1],
    ]);
  });

  it('after days on which nothing ran, once and not for each day missed', () => {
    expect(reminded('2023-06-30', owes(0))).toEqual([[0, '2023-05', '2023-05-23', 1]]);
  });

  it('of an older month in the mail about the newer one', () => {
    expect(reminded('2023-05-15', owes(0, '2023-04'), owes(0))).toEqual([[0, '2023-05', '2023-05-15', 2]]);
  });

  it('not of a month that is prepared but not yet near', () => {
    expect(reminded('2023-05-23', owes(0), owes(0, '2023-06'))).toEqual([[0, '2023-05', '2023-05-23', 1]]);
  });

  it('by the day granted to it', () => {
    const grants = [{ period: month('2023-05'), department: 0, until: day('2023-05-30') }];
    const granted = owedItems([owes(0), owes(1)], DEADLINE, grants);
    expect(dueReminders(granted, RULES, day('2023-05-24')).map((one) => [one.department, one.day])).toEqual([
      [1, '2023-05-23'],
    ]);
  });

  it('departments in the order of the matrix, and only of what is their own', () => {
    expect(
      dueReminders(items(owes(2), owes(0), owes(2, '2023-05', 1)), RULES, day('2023-05-15')).map((one) => [
        one.department,
        one.items.map((item) => [item.department, item.task]),
      ]),
    ).toEqual([
      [0, [[0, 0]]],
      [
        2,
        [
          [2, 0],
          [2, 1],
        ],
      ],
    ]);
  });

  it('each item with the day until which it is in time, and where it stands', () => {
    const grants = [
      { period: month('2023-05'), department: 0, until: day('2023-05-30') },
      { period: month('2023-04'), department: 0, until: day('2023-06-30') },
      { period: month('2023-05'), department: 1, until: day('2023-05-10') },
    ];
    const rule = { ...DEADLINE, inclusive: false };
    expect(owedItems([owes(0, '2023-05', 3), owes(1)], rule, grants)).toEqual([
      { period: '2023-05', task: 3, department: 0, status: 'missing', lastDay: '2023-05-30' },
      { period: '2023-05', task: 0, department: 1, status: 'missing', lastDay: '2023-05-19' },
    ]);
  });

  it('in the mail about the month whose day has come, not of a later one', () => {
    expect(reminded('2023-06-18', owes(0), owes(0, '2023-06'), owes(0, '2023-07'))).toEqual([
      [0, '2023-06', '2023-06-18', 2],
    ]);
  });

  it('by hand whoever owes in that month, whatever day it is', () => {
    const all = items(owes(0, '2023-04'), owes(1), owes(1, '2023-04'), owes(1, '2023-06'));
    expect(remindersOf(all, month('2023-05')).map((one) => [one.department, one.items.length])).toEqual([[1, 2]]);
  });
});

describe('who else is told', () => {
  const told = (today: string, level: 'head' | 'leader', ...owed: OwedObligation[]) =>
    dueDigests(items(...owed), level, RULES, day(today), (department) =>
      department === 9 ? [] : [`分管${department % 2}`],
    ).map((one) => [one.who, one.day, one.items.map(({ department }) => department)]);

  it('the head after 5 days, the leader after 7', () => {
    expect(told('2023-05-24', 'head', owes(0))).toEqual([]);
    expect(told('2023-05-25', 'head', owes(0))).toEqual([['分管0', '2023-05-25', [0]]]);
    expect(told('2023-05-26', 'leader', owes(0))).toEqual([]);
  });

  it('one mail for each leader, not one for each department', () => {
    expect(told('2023-05-27', 'leader', owes(0), owes(1), owes(2), owes(3))).toEqual([
      ['分管0', '2023-05-27', [0, 2]],
      ['分管1', '2023-05-27', [1, 3]],
    ]);
  });

  it('of all that is overdue so long, under the latest month and day of it, and of nothing else', () => {
    const all = items(owes(0), owes(0, '2023-04', 1), owes(0, '2023-06', 2), owes(9));
    const who = (department: number) => (department === 9 ? [] : ['王局']);
    expect(
      dueDigests(all, 'head', RULES, day('2023-05-26'), who).map((one) => [
        one.level,
        one.who,
        one.period,
        one.day,
        one.items.map(({ period }) => period),
      ]),
    ).toEqual([['head', '王局', '2023-05', '2023-05-25', ['2023-05', '2023-04']]]);
    expect(dueDigests(all, 'head', { ...RULES, headAfter: null }, day('2023-06-30'), who)).toEqual([]);
    const working = { ...RULES, workingDays: true };
    expect(dueDigests(items(owes(0)), 'head', working, day('2023-05-26'), who).map((one) => one.day)).toEqual([
      '2023-05-26',
    ]);
  });

  it('each of a leader’s addresses by a mail of its own, of every department that has entered it', () => {
    const whos = (department: number) => (department === 0 ? ['王 <a@x.cn>'] : ['王 <a@x.cn>', '王 <b@x.cn>']);
    const mails = dueDigests(items(owes(0), owes(1)), 'head', RULES, day('2023-05-26'), whos);
    expect(mails.map(({ who, items: owed }) => [who, owed.map(({ department }) => department)])).toEqual([
      ['王 <a@x.cn>', [0, 1]],
      ['王 <b@x.cn>', [1]],
    ]);
  });

  it('nobody where nobody is entered, or where the office wants it so', () => {
    expect(told('2023-05-27', 'leader', owes(9))).toEqual([]);
    const never = { ...RULES, leaderAfter: null };
    expect(dueDigests(items(owes(0)), 'leader', never, day('2023-06-30'), () => ['王局'])).toEqual([]);
  });
});

describe('what the record says was sent', () => {
  const WHO = '保卫科/一 <a@example.cn>';
  const record = (...all: ['waiting' | 'sent' | 'failed' | 'cancelled' | 'unknown', string][]) =>
    remindedIn(
      all.map(([state, on], index) => ({
        row: index + 2,
        kind: '催报',
        period: '2023-05',
        recipient: WHO,
        subject: '',
        state,
        key: `催报/2023-05/${WHO}/${on}/0123`,
      })),
      '催报',
    );
  const due = { period: month('2023-05'), day: day('2023-05-18') };

  it('is read off the keys of that kind of mail, whoever it went to', () => {
    expect(record(['waiting', '2023-05-18'], ['sent', '2023-05-20'])).toEqual([
      { who: WHO, period: '2023-05', day: '2023-05-18', isWaiting: true },
      { who: WHO, period: '2023-05', day: '2023-05-20', isWaiting: false },
    ]);
    const of = (key: string) =>
      remindedIn(
        [{ row: 2, kind: '催报', period: '2023-05', recipient: WHO, subject: '', state: 'sent', key: `${key}/0123` }],
        '催报',
      ).length;
    expect([
      of('催报/2023-05/甲/2023-05-18'),
      of('报送/2023-05/甲/2023-05-18'),
      of('催报/2023-5/甲/2023-05-18'),
      of('催报/2023-05/甲/2023-05-1'),
      of('催报/2023-05/2023-05-18'),
      of('催报/2023-05/甲/2023-05-18x'),
    ]).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('to somebody else does not stand in the way, and what waits is not theirs', () => {
    expect(toRemind('乙', due, record(['sent', '2023-05-18']))).toEqual(due);
    expect(toRemind('乙', null, record(['waiting', '2023-05-18']))).toBeNull();
    expect(toRemind(WHO, null, [])).toBeNull();
  });

  it('of several that wait the latest goes, unless one of its day or later was tried', () => {
    expect(
      toRemind(WHO, null, record(['waiting', '2023-05-10'], ['waiting', '2023-05-15'], ['waiting', '2023-05-12'])),
    ).toEqual({
      period: '2023-05',
      day: '2023-05-15',
    });
    expect(toRemind(WHO, null, record(['waiting', '2023-05-15'], ['sent', '2023-05-15']))).toBeNull();
    expect(toRemind(WHO, null, record(['waiting', '2023-05-15'], ['sent', '2023-05-14']))).toEqual({
      period: '2023-05',
      day: '2023-05-15',
    });
    expect(toRemind(WHO, due, record(['waiting', '2023-05-18']))).toEqual(due);
  });

  it('is not sent again the same day, nor after a later one', () => {
    expect(toRemind(WHO, due, record(['sent', '2023-05-18']))).toBeNull();
    expect(toRemind(WHO, due, record(['unknown', '2023-05-19']))).toBeNull();
    expect(toRemind(WHO, due, record(['failed', '2023-05-18']))).toBeNull();
  });

  it('an earlier one does not stand in the way', () => {
    expect(toRemind(WHO, due, record(['sent', '2023-05-15']))).toEqual(due);
  });

  it('what waits goes on under its own day, unless a later day has come', () => {
    expect(toRemind(WHO, null, record(['waiting', '2023-05-10']))).toEqual({ period: '2023-05', day: '2023-05-10' });
    expect(toRemind(WHO, due, record(['waiting', '2023-05-15']))).toEqual(due);
    expect(toRemind(WHO, due, record(['waiting', '2023-05-19']))).toEqual({ period: '2023-05', day: '2023-05-19' });
  });

  it('and a clock put back reminds of nothing twice', () => {
    const earlier = { period: month('2023-05'), day: day('2023-05-15') };
    expect(toRemind(WHO, earlier, record(['sent', '2023-05-18']))).toBeNull();
  });
});
