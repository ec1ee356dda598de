import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dispatch, type DispatchState, mayBecome, settled } from '../../../src/domain/dispatch/dispatch.ts';
import { issueOf, issuesIn, nextNumber } from '../../../src/domain/dispatch/issues.ts';
import { slotOfKey } from '../../../src/domain/dispatch/key.ts';
import { type OnWordOf, type Planned, planOutbox } from '../../../src/domain/dispatch/outbox.ts';
import type { LocalDate } from '../../../src/domain/local-date.ts';

const SLOT = '催报/2023-05/保卫科 <a@example.cn>/2023-05-18';
const mail = (content: string, onWordOf: OnWordOf = 'schedule', slot = SLOT): Planned => ({
  key: `${slot}/${content}`,
  onWordOf,
});
const standing = (...rows: [DispatchState, string][]): Dispatch[] =>
  rows.map(([state, content], index) => ({
    row: index + 2,
    kind: '催报',
    period: '2023-05',
    recipient: '保卫科 <a@example.cn>',
    subject: '',
    state,
    key: content.includes('/') ? content : `${SLOT}/${content}`,
  }));
const plan = (planned: Planned[], rows: Dispatch[]) => planOutbox(planned, rows, () => true);
const NOTHING = { add: [], revive: [], cancel: [], send: [], already: [], held: [] };

describe('a mail that is planned', () => {
  it('and stands nowhere yet is written down and sent', () => {
    const new_ = mail('x');
    expect(plan([new_], [])).toEqual({ ...NOTHING, add: [new_], send: [{ row: null, mail: new_ }] });
  });

  it('and waits with the same content is sent from its row', () => {
    const same = mail('x');
    expect(plan([same], standing(['waiting', 'x']))).toEqual({ ...NOTHING, send: [{ row: 2, mail: same }] });
  });

  it('and waits with older content is cancelled there and written down anew', () => {
    const newer = mail('y');
    expect(plan([newer], standing(['waiting', 'x']))).toEqual({
      ...NOTHING,
      add: [newer],
      cancel: [{ row: 2, why: 'changed' }],
      send: [{ row: null, mail: newer }],
    });
  });

  it('put back to a content that was cancelled takes its old row: a key stands once', () => {
    const back = mail('x');
    expect(plan([back], standing(['cancelled', 'x'], ['waiting', 'y']))).toEqual({
      ...NOTHING,
      revive: [{ row: 2, mail: back }],
      cancel: [{ row: 3, why: 'changed' }],
      send: [{ row: 2, mail: back }],
    });
  });

  it('that waits twice after a stop is sent once', () => {
    const newer = mail('y');
    expect(plan([newer], standing(['waiting', 'x'], ['waiting', 'y']))).toEqual({
      ...NOTHING,
      cancel: [{ row: 2, why: 'changed' }],
      send: [{ row: 3, mail: newer }],
    });
  });

  it('and was sent, with whatever content, goes no more; what still waits beside it is cancelled', () => {
    const again = mail('y');
    expect(plan([again], standing(['sent', 'x'], ['waiting', 'y']))).toEqual({
      ...NOTHING,
      cancel: [{ row: 3, why: 'notNeeded' }],
      already: [again],
    });
  });

  it.each(['sending', 'unknown'] as const)('and may have left (%s) is held on anybody’s word', (state) => {
    const rows = standing([state, 'x']);
    for (const word of ['schedule', 'person', 'standing'] as const) {
      const one = mail('x', word);
      expect(plan([one], rows)).toEqual({ ...NOTHING, held: [{ mail: one, dispatch: rows[0] }] });
    }
  });

  it.each(['failed', 'cancelled'] as const)('and was %s goes again on a person’s word only', (state) => {
    const rows = standing([state, 'x']);
    const asked = mail('x', 'person');
    expect(plan([asked], rows)).toEqual({
      ...NOTHING,
      revive: [{ row: 2, mail: asked }],
      send: [{ row: 2, mail: asked }],
    });
    const scheduled = mail('x');
    expect(plan([scheduled], rows)).toEqual({ ...NOTHING, held: [{ mail: scheduled, dispatch: rows[0] }] });
  });

  it('that a person asked for earlier leaves as it was confirmed, or not at all', () => {
    const same = mail('x', 'standing');
    expect(plan([same], standing(['waiting', 'x'])).send).toEqual([{ row: 2, mail: same }]);
    const changed = plan([mail('y', 'standing')], standing(['waiting', 'x']));
    expect(changed).toMatchObject({ add: [], send: [], cancel: [{ row: 2, why: 'changed' }] });
    expect(plan([mail('x', 'standing')], [])).toEqual(NOTHING);
  });
});

it('a mail that waits and is wanted no more is cancelled, where the plan is all there is', () => {
  expect(plan([], standing(['waiting', 'x'])).cancel).toEqual([{ row: 2, why: 'notNeeded' }]);
  expect(planOutbox([], standing(['waiting', 'x']), () => false).cancel).toEqual([]);
});

it('those that have waited longest go first', () => {
  const slots = ['甲', '乙', '丙'].map((who) => `催报/2023-05/${who}/2023-05-18`);
  const rows = standing(['waiting', `${slots[2]}/x`], ['waiting', `${slots[0]}/x`]);
  const sent = plan(
    slots.map((slot) => mail('x', 'schedule', slot)),
    rows,
  ).send.map(({ row }) => row);
  expect(sent).toEqual([2, 3, null]);
});

describe('whatever the record holds', () => {
  const states: DispatchState[] = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'cancelled'];
  const record = fc.uniqueArray(
    fc.record({ state: fc.constantFrom(...states), slot: fc.nat(3), content: fc.constantFrom('x', 'y', 'z') }),
    { selector: ({ slot, content }) => `${slot}/${content}`, maxLength: 10 },
  );
  const wanted = fc.array(
    fc.record({
      slot: fc.nat(3),
      content: fc.constantFrom('x', 'y', 'z'),
      onWordOf: fc.constantFrom<OnWordOf>('person', 'schedule', 'standing'),
    }),
    { maxLength: 6 },
  );
  const rowsFrom = (all: { state: DispatchState; slot: number; content: string }[]) =>
    standing(
      ...all.map(({ state, slot, content }): [DispatchState, string] => [state, `催报/2023-05/${slot}/d/${content}`]),
    );
  const mailsFrom = (all: { slot: number; content: string; onWordOf: OnWordOf }[]) =>
    all.map(({ slot, content, onWordOf }) => mail(content, onWordOf, `催报/2023-05/${slot}/d`));

  it('nothing is sent for what was sent or may have left, and nothing twice', () => {
    fc.assert(
      fc.property(record, wanted, (all, mails) => {
        const rows = rowsFrom(all);
        const { send } = plan(mailsFrom(mails), rows);
        const slots = send.map((one) => slotOfKey(one.mail.key));
        expect(new Set(slots).size).toBe(slots.length);
        for (const { key, state } of rows) {
          if (['sent', 'sending', 'unknown'].includes(state)) expect(slots).not.toContain(slotOfKey(key));
        }
      }),
    );
  });

  it('only what waits is cancelled, and every write is a step the record allows', () => {
    fc.assert(
      fc.property(record, wanted, (all, mails) => {
        const rows = rowsFrom(all);
        const stateOf = (row: number) => rows.find((one) => one.row === row)?.state ?? 'sent';
        const { cancel, revive, send } = plan(mailsFrom(mails), rows);
        for (const { row } of cancel) expect(mayBecome(stateOf(row), 'cancelled')).toBe(true);
        for (const { row } of revive) expect(mayBecome(stateOf(row), 'waiting')).toBe(true);
        const sentFrom = send.map(({ row }) => row);
        for (const { row } of cancel) expect(sentFrom).not.toContain(row);
      }),
    );
  });
});

describe('a person’s word', () => {
  it('settles what nobody knows, sends again what failed, cancels what waits, and takes nothing sent back', () => {
    expect(settled('unknown', 'arrived')).toBe('sent');
    expect(settled('sending', 'notArrived')).toBe('failed');
    expect(settled('failed', 'resend')).toBe('waiting');
    expect(settled('waiting', 'cancel')).toBe('cancelled');
    for (const word of ['resend', 'cancel', 'arrived', 'notArrived'] as const) expect(settled('sent', word)).toBeNull();
    expect(settled('unknown', 'resend')).toBeNull();
  });
});

describe('issues of a report', () => {
  const keys = (...all: [DispatchState, string][]) =>
    standing(...all.map(([state, rest]): [DispatchState, string] => [state, `上报/2023-05/${rest}`]));
  const FRESH = { day: '2023-06-01' as LocalDate, number: 9 };
  /** The issue as `supplement day number`. */
  const issue = (print: string, rows: Dispatch[]) => {
    const { issue: one } = issueOf(issuesIn(rows, '上报'), FRESH, () => ({ print }));
    return `${one.supplement} ${one.day} ${one.number}`;
  };

  it('the first content is the report, another one the first supplement, and so on', () => {
    expect(issue('v1', [])).toBe('0 2023-06-01 9');
    const first: [DispatchState, string] = ['sent', 'a@x.cn/2023-05-23.3.v1'];
    const second: [DispatchState, string] = ['sent', 'a@x.cn/补充1/2023-05-25.4.v2'];
    expect(issue('v1', keys(first))).toBe('0 2023-05-23 3');
    expect(issue('v2', keys(first))).toBe('1 2023-06-01 9');
    expect(issue('v2', keys(first, second))).toBe('1 2023-05-25 4');
    expect(issue('v1', keys(first, second))).toBe('2 2023-06-01 9');
  });

  it('one that waits keeps its day and number as long as its content is the same', () => {
    const waits = keys(['waiting', 'a@x.cn/2023-05-23.3.v1']);
    expect(issue('v1', waits)).toBe('0 2023-05-23 3');
    expect(issue('v2', waits)).toBe('0 2023-06-01 3');
  });

  it('of what never left only the number is kept, and a slash in an address is no supplement', () => {
    const rows = keys(['failed', 'a@x.cn/2023-05-23.3.v1'], ['cancelled', 'a@x.cn/补充3/2023-05-25.7.v9']);
    expect(issue('v1', rows)).toBe('0 2023-06-01 3');
    expect(issuesIn(keys(['sent', 'a/b@x.cn/2023-05-23.3.v1']), '上报')).toEqual([
      {
        period: '2023-05',
        who: 'a/b@x.cn',
        supplement: 0,
        day: '2023-05-23',
        number: 3,
        content: '2023-05-23.3.v1',
        state: 'sent',
      },
    ]);
  });

  it('numbers run on over months, archived or on their way, whatever somebody wrote into the record', () => {
    const rows = standing(['waiting', '上报/2023-04/a@x.cn/2023-05-23.3.v1'], ['sent', '上报/2023-05/a@x.cn/手写']);
    expect(nextNumber(issuesIn(rows, '上报'), 2)).toBe(4);
    expect(nextNumber(issuesIn(rows, '上报'), 5)).toBe(6);
    expect(nextNumber([], 0)).toBe(1);
    expect(issue('v1', rows.slice(1))).toBe('1 2023-06-01 9');
  });
});
