/** While one works, another does something at every one of its calls: nothing is lost, doubled or overwritten. */

import { describe, expect, it, vi } from 'vitest';
import { IN } from '../support/columns.ts';
import { entriesOf, type Host, paste, type as typeIn, valuesOf } from '../support/host.ts';
import { fill, preparedWorkbook, rowFor, SUBMISSIONS } from '../support/month.ts';
import { type Command, call, consolidated, NOON, setUpShort, withReturn } from './commands.ts';
import { pictureOf } from './picture.ts';
import { recordSize } from './size.ts';
import { attempt, hostWith, toldToTheMinute } from './trial.ts';

type Act = Command['act'];

interface Meeting {
  readonly about: string;
  readonly start: () => Host;
  readonly first: Act;
  readonly second: Act;
  /** The second is no command: it is never told to wait. */
  readonly edit?: true;
}

const MAY = { month: '2023-05' };
const REPORT = '汇总-2023-05';
const BUSY = '另一个人正在执行汇总命令';

const inRow =
  (department: string, task: string, cells: Parameters<typeof fill>[2]): Act =>
  (host) =>
    fill(host, rowFor(host, department, task), cells);

const MEETINGS: readonly Meeting[] = [
  { about: 'prepare and prepare', start: setUpShort, first: call('prepare', MAY), second: call('prepare', MAY) },
  {
    about: 'prepare and the next month’s prepare',
    start: setUpShort,
    first: call('prepare', MAY),
    second: call('prepare', { month: '2023-06' }),
  },
  {
    about: 'consolidate and prepare',
    start: withReturn,
    first: call('consolidate', MAY),
    second: call('prepare', { month: '2023-06' }),
  },
  {
    about: 'consolidate and consolidate',
    start: withReturn,
    first: call('consolidate', MAY),
    second: call('consolidate', MAY),
  },
  { about: 'send and send', start: consolidated, first: call('send', MAY), second: call('send', MAY) },
  { about: 'send and consolidate', start: consolidated, first: call('send', MAY), second: call('consolidate', MAY) },
  {
    about: 'consolidate and a return',
    start: withReturn,
    first: call('consolidate', MAY),
    second: inRow('后勤处', '开展消防检查', { text: '清点灭火器' }),
    edit: true,
  },
  {
    about: 'consolidate again and a return',
    start: consolidated,
    first: call('consolidate', MAY),
    second: inRow('人事处', '组织安全培训', { text: '培训两场' }),
    edit: true,
  },
  {
    about: 'prepare and a return of another month',
    start: withReturn,
    first: call('prepare', { month: '2023-06' }),
    second: inRow('后勤处', '开展消防检查', { text: '清点灭火器' }),
    edit: true,
  },
  {
    about: 'a return and a number in the same row',
    start: withReturn,
    first: inRow('后勤处', '开展消防检查', { text: '本月无' }),
    second: inRow('后勤处', '开展消防检查', { people: '1,200' }),
    edit: true,
  },
  {
    about: 'a return and another row’s',
    start: withReturn,
    first: inRow('后勤处', '开展消防检查', { text: '清点灭火器' }),
    second: inRow('人事处', '组织安全培训', { text: '培训两场' }),
    edit: true,
  },
];

const fresh = (state: Host): Host => hostWith(state, NOON);

const left = (host: Host): string => {
  const { log: _, ...picture } = pictureOf(host);
  return toldToTheMinute(picture);
};

/** Runs the first, and the second at one of its moments. */
function meet(start: Host, { first, second }: Meeting, moment: number): { host: Host; refused: string | null } {
  const host = fresh(start);
  let seen = -1;
  let refused: string | null = null;
  const failed = attempt(host, first, () => {
    seen += 1;
    if (seen !== moment) return;
    try {
      second(host.session({}));
    } catch (error) {
      refused = String(error);
    }
  });
  if (failed) throw failed;
  return { host, refused };
}

// Hundreds of runs a test, and the machine may be busy.
vi.setConfig({ testTimeout: 900_000 });

describe('while one works, at every one of its calls', () => {
  it.each(MEETINGS)('$about', (meeting) => {
    const start = meeting.start();
    const orders = [
      [meeting.first, meeting.second],
      [meeting.second, meeting.first],
    ].map((acts) => {
      const host = fresh(start);
      for (const act of acts) act(host);
      return left(host);
    });
    const phases: string[] = [];
    attempt(fresh(start), meeting.first, ({ phase }) => {
      phases.push(phase);
    });
    let waited = 0;
    for (const [moment, phase] of phases.entries()) {
      // Between two calls nothing is written or looked at: who comes before a call meets what one who came after the last one met.
      if (phase === 'before' && phases[moment - 1] === 'after') continue;
      const { host, refused } = meet(start, meeting, moment);
      if (refused !== null) {
        waited += 1;
        expect(refused).toContain(BUSY);
        meeting.second(host.session({}));
      }
      // What was typed while the other worked is taken in by its next run.
      if (meeting.edit && !orders.includes(left(host))) meeting.first(host.session({}));
      const was = left(host);
      if (!orders.includes(was))
        expect({ moment, was: JSON.parse(was) }).toEqual({ moment, was: JSON.parse(orders[0] ?? '') });
    }
    expect(waited > 0).toBe(!meeting.edit);
    recordSize({
      command: meeting.about,
      calls: phases.length / 2,
      runs: { 'met by another session': phases.length },
      states: 0,
    });
  });

  it('prepare: a row somebody types below the last one is not written over, but in the instant of the write itself', () => {
    const start = withReturn();
    const first = call('prepare', { month: '2023-06' });
    const below: Act = (host) => {
      const row = { period: '2023-05', department: '后勤处', task: '开展消防检查', text: '又查了一次' };
      paste(host, IN.submissions, valuesOf(host, SUBMISSIONS).length + 1, [row]);
    };
    const host = fresh(start);
    const moments: string[] = [];
    attempt(host, first, ({ method, phase, target }) => {
      moments.push(`${phase} ${method}${method === 'setValues' ? ` ${target?.split('!')[0]}` : ''}`);
    });
    const lost: string[] = [];
    let refused = 0;
    for (const [moment, name] of moments.entries()) {
      const other = fresh(start);
      let seen = -1;
      const failed = attempt(other, first, () => {
        seen += 1;
        if (seen === moment) below(other.session({}));
      });
      if (failed) {
        expect(failed.message).toContain('【月度报送】第 6 行：准备写入时，有人正好在这里填了内容。');
        refused += 1;
        first(other.session({}));
      }
      const rows = entriesOf(other, IN.submissions);
      if (!rows.some(({ text }) => text === '又查了一次')) lost.push(name);
      else expect(rows.filter(({ period }) => period === '2023-06')).toHaveLength(4);
    }
    expect(refused).toBeGreaterThan(10);
    // No service writes only where nothing stands: between the last look and the write a person’s cell can be lost.
    expect(lost).toEqual(['after getValues', 'before getRange', 'after getRange', `before setValues ${SUBMISSIONS}`]);
  });
});

describe('a note somebody writes below the report while it is made anew', () => {
  it('stays, but in the instant of the write itself', () => {
    const start = withReturn();
    const first = call('consolidate', MAY);
    first(start);
    fill(start, rowFor(start, '后勤处', '开展消防检查'), { text: '一处\n'.repeat(40) });
    const note: Act = (host) => typeIn(host, REPORT, `A${valuesOf(host, REPORT).length + 1}`, [['局长批示']]);
    const moments: string[] = [];
    attempt(fresh(start), first, ({ method, phase, target }) => {
      moments.push(`${phase} ${method} ${target?.split('!')[0]}`);
    });
    const lost: string[] = [];
    let refused = 0;
    for (const [moment, name] of moments.entries()) {
      const host = fresh(start);
      let seen = -1;
      const failed = attempt(host, first, () => {
        seen += 1;
        if (seen === moment) note(host.session({}));
      });
      if (failed) {
        expect(failed.message).toContain('【汇总-2023-05】');
        refused += 1;
        first(host.session({}));
      }
      if (!valuesOf(host, REPORT).flat().includes('局长批示')) lost.push(name);
    }
    expect(refused).toBeGreaterThan(10);
    // As above: the write itself asks for nothing.
    const instant = ['after getValues', 'before getRange', 'after getRange', 'before setValues'];
    expect(lost).toEqual(instant.map((moment) => `${moment} ${REPORT}`));
  });
});

describe('the lock', () => {
  it('held by another: told so after the wait, and nothing is written', () => {
    const host = preparedWorkbook();
    const letGo = host.holdLock();
    const before = left(host);
    for (const [name, argument] of [
      ['setUp', { year: 2023 }],
      ['prepare', { month: '2023-06' }],
      ['consolidate', MAY],
      ['send', MAY],
      ['rights', undefined],
      ['repair', undefined],
    ] as const) {
      expect(() => host.call(name, argument)).toThrow(`${BUSY}。请等一会儿再试，什么都没有改动。`);
    }
    expect(left(host)).toBe(before);
    letGo();
    expect(() => host.call('consolidate', MAY)).not.toThrow();
  });

  it('is let go by a run that was stopped, and only after what was written was flushed', () => {
    const host = preparedWorkbook();
    const failed = attempt(host, call('consolidate', MAY), (one) => {
      if (one.method === 'setValues') throw new Error('the network went away');
    });
    expect(failed?.message).toContain('the network went away');
    host.resetCalls();
    host.call('consolidate', MAY);
    const order = host.calls.map(({ method }) => method);
    expect(order.lastIndexOf('flush')).toBeGreaterThan(order.lastIndexOf('setValues'));
    expect(order.lastIndexOf('flush')).toBeLessThan(order.lastIndexOf('releaseLock'));
  });
});
