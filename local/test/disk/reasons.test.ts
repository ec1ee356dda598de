/** Every error of the system that a call may give is worded, with what to do. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { getSystemErrorMap } from 'node:util';
import { describe, expect, it } from 'vitest';
import { explained } from '../../src/cli/failure.ts';
import { systemReason } from '../../src/disk/reasons.ts';
import { failureOf } from '../../src/open/failure.ts';

/** Those that Node knows by name on this system, and two of network shares that it passes on. */
const CODES = [...new Set([...[...getSystemErrorMap().values()].map(([code]) => code), 'EDQUOT', 'ESTALE'])];

const failing = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: raw words of the system, open 'x'`), {
    code,
    errno: -1,
    syscall: 'open',
    path: 'x',
  });

const CHINESE = /[\u4e00-\u9fff]/;

describe.each(CODES)('%s', (code) => {
  it('is worded in both languages, with what to do', () => {
    const chinese = systemReason(failing(code), 'zh-CN') ?? '';
    const english = systemReason(failing(code), 'en') ?? '';
    expect(chinese).toMatch(/请/);
    expect([CHINESE.test(english), english.length > 20, english.includes(code)]).toEqual([false, true, false]);
  });

  it('is told by the command line, by its file, without the system’s words', () => {
    for (const error of [failing(code), Object.assign(failing(code), { notWritten: true })]) {
      const { message, expected } = explained(error, 'book.xlsx');
      expect([expected, message.includes('“x”'), message.includes('raw words')]).toEqual([true, true, false]);
    }
  });

  it('is told by the page, in its language, without the system’s words', () => {
    expect(failureOf(failing(code), 'zh-CN').message).toMatch(/请.*。$/);
    expect(failureOf(failing(code), 'en').message).toMatch(/^[\u0020-\u007e’“”]+\.$/);
    expect(failureOf(failing(code), 'en').message).not.toContain('raw words');
  });
});

describe('what the system really says', () => {
  const thrown = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return error;
    }
    throw new Error('it went well');
  };

  it.each<readonly [string, () => unknown, string]>([
    ['a folder read as a file', () => readFileSync('.'), '这是文件夹'],
    ['a file taken for a folder', () => readFileSync('package.json/x'), '不是文件夹'],
    ['a name of 100 Chinese characters', () => writeFileSync('长'.repeat(100), ''), '太长'],
    ['a file that is there', () => writeFileSync('package.json', '', { flag: 'wx' }), '已经存在'],
  ])('%s', (_, work, words) => {
    expect(systemReason(thrown(work), 'zh-CN')).toContain(words);
  });

  it('a port that is taken', async () => {
    const first = createServer();
    await new Promise<void>((done) => first.listen(0, '127.0.0.1', done));
    const { port } = first.address() as { port: number };
    const error = await new Promise((done) => createServer().once('error', done).listen(port, '127.0.0.1'));
    first.close();
    expect(systemReason(error, 'en')).toBe('this port is taken: use another --port, or none');
  });

  it('a port that only the administrator may use', () => {
    const error = { code: 'EACCES', syscall: 'listen' };
    expect(systemReason(error, 'zh-CN')).toContain('1024 以上');
    expect(systemReason(error, 'en')).toContain('1024 or more');
  });
});

it('what is no error of the system has no words of it', () => {
  for (const other of [new Error('x'), { code: 'commander.help' }, { code: 5 }, null, undefined, 'ENOSPC'])
    expect(systemReason(other, 'zh-CN')).toBeNull();
});
