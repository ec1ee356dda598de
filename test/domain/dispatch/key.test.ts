/** What a mail is known by, what may become of it, and which issue of a report it belongs to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undeliverable, utf8Length } from '../../../src/domain/dispatch/deliverable.ts';
import {
  type DispatchState,
  isOpen,
  mayBecome,
  mayHaveLeft,
  type Settlement,
  settled,
} from '../../../src/domain/dispatch/dispatch.ts';
import { issueContent, issueOccasion, issueOf, issuesIn } from '../../../src/domain/dispatch/issues.ts';
import {
  contentOfKey,
  dispatchKey,
  slotFrom,
  slotOfKey,
  slotsServed,
  slotText,
  supplementOccasion,
  supplementOf,
} from '../../../src/domain/dispatch/key.ts';
import type { LocalDate } from '../../../src/domain/local-date.ts';
import { dispatch as mail } from '../../support/dispatch.ts';

const STATES: readonly DispatchState[] = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'cancelled'];

describe('a key', () => {
  const slot = { kind: '催报', period: '2023-05', who: '保卫科/一 <a@example.cn>', occasion: '2023-05-18' };

  it('says kind, month, recipient, occasion and content', () => {
    expect(slotText(slot)).toBe('催报/2023-05/保卫科/一 <a@example.cn>/2023-05-18');
    expect(slotText({ ...slot, occasion: '' })).toBe('催报/2023-05/保卫科/一 <a@example.cn>');
    expect(dispatchKey(slot, 'abc')).toBe('催报/2023-05/保卫科/一 <a@example.cn>/2023-05-18/abc');
  });

  it('is taken apart again', () => {
    expect(slotOfKey(dispatchKey(slot, 'abc'))).toBe(slotText(slot));
    expect(contentOfKey(dispatchKey(slot, 'abc'))).toBe('abc');
  });

  it('of a mail that went to several addresses serves each of them', () => {
    expect(slotsServed('催报/2023-05/保卫科 <a@x.cn, b@x.cn>/2023-05-18/abc')).toEqual([
      '催报/2023-05/保卫科 <a@x.cn, b@x.cn>/2023-05-18',
      '催报/2023-05/保卫科 <a@x.cn>/2023-05-18',
      '催报/2023-05/保卫科 <b@x.cn>/2023-05-18',
    ]);
    expect(slotsServed('督办/2023-05/王 <a@x.cn, b@x.cn>/head/2023-05-18/abc').slice(1)).toEqual([
      '督办/2023-05/王 <a@x.cn>/head/2023-05-18',
      '督办/2023-05/王 <b@x.cn>/head/2023-05-18',
    ]);
    expect(slotsServed(dispatchKey(slot, 'abc'))).toEqual([slotText(slot)]);
    expect(slotsServed('手写')).toEqual(['']);
  });

  it('somebody typed has no slot', () => {
    expect(slotOfKey('手写')).toBe('');
    expect(slotOfKey('')).toBe('');
    expect(contentOfKey('手写')).toBe('手写');
  });
});

describe('the states of a dispatch', () => {
  it.each<[Settlement, Partial<Record<DispatchState, DispatchState>>]>([
    ['resend', { failed: 'waiting', cancelled: 'waiting' }],
    ['cancel', { waiting: 'cancelled', failed: 'cancelled' }],
    ['arrived', { sending: 'sent', unknown: 'sent' }],
    ['notArrived', { sending: 'failed', unknown: 'failed' }],
  ])('change by a person’s word, %s, only so', (word, becomes) => {
    for (const state of STATES) expect(settled(state, word)).toBe(becomes[state] ?? null);
  });

  it.each<[DispatchState, readonly DispatchState[]]>([
    ['waiting', ['sending', 'failed', 'cancelled']],
    ['sending', ['waiting', 'sent', 'failed', 'unknown']],
    ['sent', []],
    ['failed', ['waiting']],
    ['unknown', []],
    ['cancelled', ['waiting']],
  ])('change by themselves from %s only to %j', (from, to) => {
    expect(STATES.filter((state) => mayBecome(from, state))).toEqual(STATES.filter((state) => to.includes(state)));
    expect(mayBecome(from, '' as DispatchState)).toBe(false);
  });

  it('tell what may have left, and what nobody knows', () => {
    expect(STATES.filter(mayHaveLeft)).toEqual(['sending', 'sent', 'unknown']);
    expect(STATES.filter(isOpen)).toEqual(['sending', 'unknown']);
  });
});

describe('the issues of a report', () => {
  const day = (text: string) => text as LocalDate;

  it('are written in a key', () => {
    expect(issueOccasion({ supplement: 0, day: day('2023-05-23'), number: 3 })).toBe('');
    expect(issueOccasion({ supplement: 12, day: day('2023-05-23'), number: 3 })).toBe('补充12');
    expect(issueContent({ supplement: 0, day: day('2023-05-23'), number: 3 }, 'v1')).toBe('2023-05-23.3.v1');
  });

  it('are read from keys of that kind only', () => {
    const keys = ['催报/2023-05/a@x.cn/2023-05-18/v', '手写', '/上报/2023-05/a@x.cn/2023-05-23.3.v', ''];
    expect(
      issuesIn(
        keys.map((key) => mail(key)),
        '上报',
      ),
    ).toEqual([]);
    expect(issuesIn([mail('上报/2023-05/a@x.cn/补充12/2023-05-23.14.v1', 'unknown')], '上报')).toEqual([
      {
        period: '2023-05',
        who: 'a@x.cn',
        supplement: 12,
        day: '2023-05-23',
        number: 14,
        content: '2023-05-23.14.v1',
        state: 'unknown',
      },
    ]);
  });

  it.each(['手写', 'x2023-05-23.3.v1', '2023-05-23.3', '2023-05-23.x.v1'])(
    'bear no day and no number where the content is none of ours: %s',
    (content) => {
      expect(issuesIn([mail(`上报/2023-05/a@x.cn/${content}`)], '上报')).toMatchObject([
        { supplement: 0, day: '', number: 0, content },
      ]);
    },
  );

  it('are made only as they would be registered', () => {
    const made: number[] = [];
    const make = ({ supplement }: { supplement: number }) => {
      made.push(supplement);
      return { print: 'v2', words: '正文' };
    };
    const fresh = { day: day('2023-06-01'), number: 9 };
    const first = issuesIn([mail('上报/2023-05/a@x.cn/2023-05-23.3.v1')], '上报');
    expect(issueOf(first, fresh, make)).toEqual({
      print: 'v2',
      words: '正文',
      issue: { supplement: 1, day: '2023-06-01', number: 9 },
    });
    expect(made).toEqual([0, 1]);
    made.length = 0;
    expect(issueOf([], fresh, make).issue).toEqual({ supplement: 0, day: '2023-06-01', number: 9 });
    expect(made).toEqual([0]);
  });

  it('that waits is gone on with, though one that failed stands beside it', () => {
    const rows = [
      mail('上报/2023-05/a@x.cn/2023-05-23.3.v1', 'failed'),
      mail('上报/2023-05/b@x.cn/2023-05-24.4.v1', 'waiting'),
    ];
    const fresh = { day: day('2023-06-01'), number: 9 };
    expect(issueOf(issuesIn(rows, '上报'), fresh, () => ({ print: 'v1' })).issue).toEqual({
      supplement: 0,
      day: '2023-05-24',
      number: 4,
    });
  });
});

describe('what a mail weighs', () => {
  it.each([
    ['\u007f', 1],
    ['\u0080', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\ud7ff', 3],
    ['\ue000', 3],
    ['\ud800\udc00', 4],
    ['\udbff\udfff', 4],
    ['', 0],
  ])('%j in UTF-8', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
  });

  it('one bad address among good ones keeps it back, and so do its pages alone', () => {
    const light = { to: ['a@example.cn'], text: '', html: '', attachedBytes: 0 };
    expect(undeliverable({ ...light, to: ['a@example.cn', '李明'] })).toBe('badAddress');
    expect(undeliverable({ ...light, html: 'x'.repeat(204_801) })).toBe('bodyTooLarge');
    expect(undeliverable({ ...light, text: 'x'.repeat(204_801) })).toBe('bodyTooLarge');
    expect(undeliverable({ ...light, html: 'x'.repeat(204_800) })).toBeNull();
    expect(undeliverable({ ...light, attachedBytes: 26_214_401 })).toBe('attachmentsTooLarge');
  });
});

it('a slot is read as it was written, whoever it is for and whatever it is the mail of', () => {
  const part = fc.stringMatching(/^[^/]{1,12}$/);
  const occasion = fc.oneof(
    fc.constant(''),
    fc.constantFrom('2023-05-20', '2024-02-29'),
    fc.nat(30).map(supplementOccasion),
  );
  // An address, a name with it, or a person's with the level.
  const who = fc.oneof(
    part,
    fc.tuple(part, fc.constantFrom('head', 'leader')).map((parts) => parts.join('/')),
  );
  fc.assert(
    fc.property(part, part, who, occasion, part, (kind, period, to, about, content) => {
      const slot = { kind, period, who: to, occasion: about };
      const key = dispatchKey(slot, content);
      expect([slotFrom(slotOfKey(key)), contentOfKey(key)]).toEqual([slot, content]);
    }),
  );
  expect(slotFrom('汇总')).toBeNull();
  expect([supplementOf(''), supplementOf('补充3'), supplementOf('2023-05-20')]).toEqual([0, 3, 0]);
});
