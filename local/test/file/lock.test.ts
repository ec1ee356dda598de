/** One writer: who holds a workbook is told, who is gone is followed, and of two who follow only one does. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { acquireLock, type Holder, isOurs, lockFileOf } from '../../src/file/lock.ts';
import { refuseWhereOpen } from '../../src/file/other-programs.ts';
import { thisProcess } from '../../src/file/process.ts';
import { whyNotWritten } from '../../src/file/words.ts';

const newBook = (name = '月报.xlsx'): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'huizong-lock-')), name);
  writeFileSync(path, '');
  return path;
};

const SEND = { what: 'command', command: 'send' } as const;

/** A lock as another process would have left it. */
function leave(book: string, about: Partial<Holder> | string, minutesAgo = 0): string {
  const holder: Holder = {
    token: 'x'.repeat(32),
    ...thisProcess(),
    user: '张静',
    since: '2023-05-17T01:30:00.000Z',
    ...SEND,
    ...(typeof about === 'string' ? {} : about),
  };
  const file = lockFileOf(book);
  writeFileSync(file, typeof about === 'string' ? about : JSON.stringify(holder));
  const then = Date.now() / 1000 - minutesAgo * 60;
  utimesSync(file, then, then);
  return file;
}

function refusal(work: () => unknown, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  try {
    work();
  } catch (error) {
    return whyNotWritten(error, language) ?? String(error);
  }
  throw new Error('it was not refused');
}

/** No process has it. */
const GONE = 4_194_305;

describe('a workbook somebody is writing', () => {
  it('is refused with who, where, since when and what to do, in both languages', () => {
    const book = newBook();
    leave(book, { what: 'page', command: 'open' });
    const chinese = refusal(() => acquireLock(book, SEND, 0));
    for (const part of [
      '“月报.xlsx”',
      '账户 张静',
      `电脑 ${hostname()}`,
      '2023-05-17 ',
      '浏览器',
      'Ctrl+C',
      '什么也没有做',
    ])
      expect(chinese).toContain(part);
    const english = refusal(() => acquireLock(book, SEND, 0), 'en');
    for (const part of ['account 张静', `computer ${hostname()}`, 'browser', 'Nothing was done'])
      expect(english).toContain(part);
  });

  it('is free again when that has ended; nothing is left beside it', () => {
    const book = newBook();
    const lock = acquireLock(book, SEND, 0);
    expect(isOurs(lock.file, lock.token)).toBe(true);
    lock.release();
    expect(readdirSync(join(book, '..'))).toEqual(['月报.xlsx']);
    acquireLock(book, SEND, 0).release();
  });

  it('is waited for as long as a command takes', () => {
    const book = newBook();
    const file = leave(book, {});
    spawn(process.execPath, ['-e', `setTimeout(() => require('node:fs').unlinkSync(${JSON.stringify(file)}), 300)`]);
    acquireLock(book, SEND, 60_000).release();
  });

  it('by a name as long as the system takes is held, too', () => {
    const book = newBook(`${'长'.repeat(83)}.xlsx`);
    const lock = acquireLock(book, SEND, 0);
    expect(() => acquireLock(book, SEND, 0)).toThrow();
    lock.release();
  });
});

describe('is taken over', () => {
  it.each<readonly [string, Partial<Holder>, number]>([
    ['a process that has ended', { pid: GONE }, 0],
    ['a process whose number another one has now', { began: '1' }, 0],
    ['another machine, silent for six minutes', { host: 'pc-2' }, 6],
    ['another container of this machine’s name, silent for six minutes', { space: 'pid:[1]' }, 6],
  ])('from %s', (_, about, minutes) => {
    const book = newBook();
    leave(book, about, minutes);
    const lock = acquireLock(book, SEND, 0);
    expect(isOurs(lock.file, lock.token)).toBe(true);
    lock.release();
    expect(readdirSync(join(book, '..'))).toEqual(['月报.xlsx']);
  });

  it('where it cannot be read, after five minutes', () => {
    const book = newBook();
    leave(book, '{"token', 6);
    acquireLock(book, SEND, 0).release();
  });

  it('also where whoever took it over was stopped in the midst', () => {
    const book = newBook();
    const file = leave(book, { pid: GONE });
    writeFileSync(`${file}.over`, readFileSync(file));
    acquireLock(book, SEND, 5000).release();
    expect(readdirSync(join(book, '..'))).toEqual(['月报.xlsx']);
  });
});

describe('is not taken over', () => {
  it.each<readonly [string, Partial<Holder>, number]>([
    ['this machine, however long it is silent, while its process runs', {}, 600],
    ['another machine that was heard of a minute ago', { host: 'pc-2', pid: GONE }, 1],
    ['a container that numbers its processes by itself', { space: 'pid:[1]', pid: GONE }, 1],
  ])('from %s', (_, about, minutes) => {
    const book = newBook();
    const file = leave(book, about, minutes);
    expect(refusal(() => acquireLock(book, SEND, 0))).toContain('正被占用');
    expect(existsSync(file)).toBe(true);
  });

  it('where it cannot be read and is new: it may just be written', () => {
    const book = newBook();
    leave(book, '');
    expect(refusal(() => acquireLock(book, SEND, 0))).toContain('看不出是谁');
  });
});

it('of eight who find the same lock left behind one at a time holds it, in every of ten rounds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-takers-'));
  const module = join(folder, 'lock.mjs');
  buildSync({
    entryPoints: ['local/src/file/lock.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: module,
  });
  const taker = join(folder, 'taker.mjs');
  writeFileSync(
    taker,
    `import { appendFileSync } from 'node:fs';
     import { acquireLock } from './lock.mjs';
     const [book, log, rounds] = process.argv.slice(2);
     for (let round = 0; round < rounds; round += 1) {
       const lock = acquireLock(book + round, { what: 'command', command: 'send' }, 60000);
       appendFileSync(log, '+' + round + '\\n');
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
       appendFileSync(log, '-' + round + '\\n');
       lock.release();
     }`,
  );
  const book = join(folder, '月报.xlsx');
  const log = join(folder, 'log');
  for (let round = 0; round < 10; round += 1) leave(`${book}${round}`, { pid: GONE });
  await Promise.all(
    Array.from({ length: 8 }, () => {
      const one = spawn(process.execPath, [taker, book, log, '10'], { stdio: ['ignore', 'ignore', 'inherit'] });
      return new Promise((done) => one.on('exit', done));
    }),
  );
  const said = readFileSync(log, 'utf8').trim().split('\n');
  expect(said).toHaveLength(160);
  for (let round = 0; round < 10; round += 1) {
    const turns = said.filter((line) => line.slice(1) === String(round)).map(([sign]) => sign);
    expect(turns.join('')).toBe('+-'.repeat(8));
  }
}, 120_000);

describe('open in another program', () => {
  it('LibreOffice: who and where it says, and what to do where it is not true', () => {
    const book = newBook();
    writeFileSync(join(book, '..', '.~lock.月报.xlsx#'), '王\\, 静,wj,PC-3,17.05.2023 09:30,file:///C:/Users/wj/;');
    const words = refusal(() => refuseWhereOpen(book));
    for (const part of ['LibreOffice', '王, 静 @ PC-3', '.~lock.月报.xlsx#', '请在那边保存并关闭'])
      expect(words).toContain(part);
  });

  it.each([
    ['~$月报.xlsx', 'Excel'],
    ['.~月报.xlsx', 'WPS'],
  ])('%s of %s', (name, program) => {
    const book = newBook();
    const owner = Buffer.alloc(165, 0x20);
    owner[0] = 2;
    owner.writeUInt16LE(2, 55);
    owner.write('王静', 57, 'utf16le');
    writeFileSync(join(book, '..', name), owner);
    const words = refusal(() => refuseWhereOpen(book), 'en');
    for (const part of [program, '(王静)', name]) expect(words).toContain(part);
  });
});

it('what a writer that was stopped left aside goes; what one that runs is writing stays', () => {
  const book = newBook();
  const left = join(book, '..', `.月报.xlsx.${GONE}.part`);
  const used = join(book, '..', `.月报.xlsx.${process.ppid}.part`);
  for (const file of [left, used]) writeFileSync(file, '');
  acquireLock(book, SEND, 0).release();
  expect([existsSync(left), existsSync(used)]).toEqual([false, true]);
});
