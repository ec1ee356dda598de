/** What is too large for the engine is worded, with what to do. */
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { explained } from '../../src/cli/failure.ts';
import { failureOf } from '../../src/open/failure.ts';
import { engineReason } from '../../src/runtime/limits.ts';

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('it went well');
}

const endless = (): number => 1 + endless();

describe.each<readonly [string, () => unknown, string, string]>([
  ['a stack that overflows', endless, '嵌套太深', 'nested too deeply'],
  [
    'one of a script’s own world',
    () => runInNewContext('const f = () => 1 + f(); f()'),
    '嵌套太深',
    'nested too deeply',
  ],
  [
    'a script that takes too long',
    () => runInNewContext('for (;;);', {}, { timeout: 5 }),
    '执行时间太长',
    'took too long',
  ],
  ['a string longer than there may be', () => 'x'.repeat(2 ** 30), '内存放不下', 'too much for the memory'],
  ['bytes that make such a string', () => Buffer.alloc(2 ** 29 + 24).toString('latin1'), '内存放不下', 'memory'],
  ['an array longer than there may be', () => new Array(-1), '内存放不下', 'memory'],
  ['a buffer larger than there may be', () => new ArrayBuffer(2 ** 52), '内存放不下', 'memory'],
])('%s', (_, work, chinese, english) => {
  const error = thrown(work);

  it('is told by the command line and by the page in their words, and not in the engine’s', () => {
    const raw = String((error as Error).message);
    const { message, expected } = explained(error, 'book.xlsx');
    expect([expected, message.includes(chinese), message.includes(raw)]).toEqual([true, true, false]);
    expect(failureOf(error, 'zh-CN').message).toMatch(/请.*。$/);
    const said = failureOf(error, 'en').message;
    expect([said.includes(english), said.includes(raw)]).toEqual([true, false]);
  });
});

it('a thread that ran out of memory is worded', async () => {
  const worker = new Worker('const all = []; for (;;) all.push(new Array(1e5).fill(all.length));', {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  });
  const error = await new Promise((done) => worker.once('error', done));
  expect(engineReason(error, 'zh-CN')).toContain('内存放不下');
});

it('what nobody expected is said calmly with its own words in it, and where to turn; what a script says by itself stands', () => {
  const bug = new TypeError('x is not a function');
  expect(explained(bug, '')).toEqual({
    message: expect.stringMatching(/^出了意外的问题：x is not a function\n.*请联系管理员.*HUIZONG_DEBUG=1/),
    expected: false,
  });
  expect(failureOf(bug, 'zh-CN').message).toMatch(/^出了意外的问题：x is not a function\n.*请联系管理员/);
  expect(failureOf(bug, 'en').message).toMatch(/^Something unexpected happened: x is not a function\n.*administrator/);
  expect(failureOf(Object.assign(new Error('没有年度。'), { name: 'Refusal' }), 'zh-CN')).toEqual({
    name: 'Refusal',
    message: '没有年度。',
  });
  expect(engineReason(bug, 'en')).toBeNull();
});
