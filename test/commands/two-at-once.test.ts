import { describe, expect, it } from 'vitest';
import { valuesOf } from '../support/host.ts';
import { consolidate, preparedWorkbook, SUBMISSIONS } from '../support/month.ts';
import { snapshot } from '../support/snapshot.ts';

describe('two people click at once', () => {
  it('the second waits, then is told that somebody else is at work; nothing is written', () => {
    const host = preparedWorkbook();
    const letGo = host.holdLock();
    const before = snapshot(host);
    for (const [name, argument] of [
      ['prepare', { month: '2023-06' }],
      ['consolidate', { month: '2023-05' }],
      ['send', { month: '2023-05' }],
      ['repair', undefined],
    ] as const) {
      expect(() => host.call(name, argument)).toThrow('另一个人正在执行汇总命令。请等一会儿再试，什么都没有改动。');
    }
    expect(snapshot(host)).toEqual(before);
    letGo();
    expect(() => consolidate(host)).not.toThrow();
  });

  it('while one prepares the month, another’s prepare cannot add the rows a second time', () => {
    const host = preparedWorkbook();
    const other = host.session({ user: 'second@example.cn' });
    const refused: string[] = [];
    const first = host.session({
      faults: (call) => {
        if (call.method === 'setValues' && call.phase === 'before') {
          try {
            other.call('prepare', { month: '2023-06' });
          } catch (error) {
            refused.push(String(error));
          }
        }
        return undefined;
      },
    });
    first.call('prepare', { month: '2023-06' });
    expect(refused.join()).toContain('另一个人正在执行');
    expect(valuesOf(host, SUBMISSIONS).filter(([period]) => period === '2023-06')).toHaveLength(4);
  });

  it('a stopped run leaves no lock behind', () => {
    const host = preparedWorkbook();
    const session = host.session({
      faults: (call) => {
        if (call.method === 'setValues') throw new Error('the network went away');
        return undefined;
      },
    });
    expect(() => session.call('consolidate', { month: '2023-05' })).toThrow('the network went away');
    expect(() => consolidate(host)).not.toThrow();
  });

  it('what was written is flushed before the next one is let in', () => {
    const host = preparedWorkbook();
    host.resetCalls();
    consolidate(host);
    const order = host.calls.map(({ method }) => method);
    expect(order.lastIndexOf('flush')).toBeGreaterThan(order.lastIndexOf('setValues'));
    expect(order.lastIndexOf('flush')).toBeLessThan(order.lastIndexOf('releaseLock'));
  });
});
