/** A page in a process of its own, typed into as a browser does, and killed. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { loadBook } from '../../../test/support/host.ts';
import { SUBMISSIONS } from '../../../test/support/month.ts';
import type { HandTask } from '../../src/open/task.ts';
import { send } from './open.ts';

const FAULTS = ['--import', resolve('local/test/support/disk-faults.mjs')];

/** What is played at the workbook's folder, as `disk-faults.mjs` takes it. */
const disk = (book: string, what: object | null): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(what ? { HUIZONG_TEST_DISK: JSON.stringify({ folder: dirname(book), ...what }) } : {}),
});

export interface Typed {
  /** How many things were done and answered as being on the disk; they are done one after the other. */
  readonly acknowledged: number;
  /** Were more on their way? */
  readonly sent: number;
  /** Did it come to its end before it was killed? */
  readonly ended: boolean;
}

/**
 * Types until the process is killed: after so many milliseconds, or at a call that changes the folder.
 *
 * @param rest milliseconds without typing after every eighth thing: the file is written meanwhile
 */
export async function typeUntilKilled(
  book: string,
  sheet: number,
  {
    after,
    at,
    atMost = Number.POSITIVE_INFINITY,
    rest = 0,
  }: { after?: number; at?: number; atMost?: number; rest?: number },
): Promise<Typed> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...(at === undefined ? [] : FAULTS),
      resolve('local/test/support/open-page.mjs'),
      book,
      join(dirname(book), 'out'),
    ],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: disk(book, at === undefined ? null : { thread: 'worker', at, do: 'kill' }),
    },
  );
  let alive = true;
  const gone = new Promise<void>((done) =>
    child.once('exit', () => {
      alive = false;
      done();
    }),
  );
  const first = new Promise<string>((done) =>
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', done),
  );
  const line = await Promise.race([first, gone]);
  let acknowledged = 0;
  let sent = 0;
  if (typeof line === 'string') {
    const { address } = JSON.parse(line) as { address: string };
    if (after !== undefined) setTimeout(() => child.kill('SIGKILL'), after);
    while (alive && sent < atMost) {
      sent += 1;
      try {
        const { text } = await send(`${address}do`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(thing(sent, sheet)),
        });
        const { outcome } = JSON.parse(text) as { outcome: unknown };
        if (JSON.stringify(outcome) !== '{"ok":true}') throw new Error(text);
        acknowledged = sent;
      } catch (error) {
        if (alive) await Promise.race([gone, new Promise((done) => setTimeout(done, 2000))]);
        if (alive) throw error;
      }
      if (sent % 8 === 0) await Promise.race([gone, new Promise((done) => setTimeout(done, rest))]);
    }
  }
  const ended = alive;
  child.kill('SIGKILL');
  await gone;
  return { acknowledged, sent, ended };
}

/** Two cells in turn, and every fifth time a row more below them. */
function thing(number: number, sheet: number): HandTask {
  if (number % 5 === 0) return { do: 'insert', sheet, axis: 'rows', before: 5, count: 1 };
  const row = 2 + (number % 2);
  return { do: 'edit', sheet, parts: [{ row, column: 6, values: [[`第 ${number} 次`]] }] };
}

/** What the workbook looks like after so many of them. */
export function afterThings(number: number, first: Looks): Looks {
  const last = (row: number): string => {
    for (let one = number; one > 0; one -= 1) if (one % 5 !== 0 && 2 + (one % 2) === row) return `第 ${one} 次`;
    return first.texts[row - 2] ?? '';
  };
  return { texts: [last(2), last(3)], rows: first.rows + Math.floor(number / 5) };
}

export interface Looks {
  readonly texts: readonly string[];
  readonly rows: number;
}

export function looksOf(book: string): Looks {
  const sheet = loadBook(book).sheets.find(({ name }) => name === SUBMISSIONS);
  return {
    texts: [2, 3].map((row) => String(sheet?.rows[row - 1]?.values[5] ?? '')),
    rows: sheet?.maxRows ?? 0,
  };
}

/** The next command; killed itself at a call where one is given. Answers whether it came to its end. */
export function nextCommand(book: string, at?: number): Promise<{ readonly ended: boolean; readonly stderr: string }> {
  const before = at === undefined ? [] : FAULTS;
  const env = disk(book, at === undefined ? null : { thread: 'main', at, do: 'kill' });
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...before, resolve('dist/huizong.js'), 'run', book, 'language'],
      { env },
      (error, _, stderr) => done({ ended: error === null, stderr }),
    );
  });
}
