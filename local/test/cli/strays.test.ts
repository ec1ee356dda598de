/** One cell by a slip, or formats down to the last row: every command does its work, at the memory the book itself takes. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { reachableWorkbook } from '../../../test/support/month.ts';
import { looks, STRAYS } from '../host/xlsx/stray-cases.ts';
import { asItIs, strayBook } from '../support/stray-book.ts';

const COMMAND = resolve('dist/huizong.js');
const PAGE = resolve('local/test/support/open-page.mjs');
const PEAK = resolve('local/test/support/peak.cjs');
const MONTH = ['--month', '2023-05', '--as-of', '2023-05-25T09:00'];

/** Megabytes more than the same book without it takes, whatever cell it is; two runs of one book differ by half of it. */
const STRAY = 64;
/** The same where a million rows have to be read that hold nothing: a piece of them at a time, and what it is made of. */
const ROWS = 200;

const COMMANDS: Readonly<Record<string, (book: string, out: string) => string[]>> = {
  consolidate: (book, out) => ['consolidate', book, ...MONTH, '--out', out],
  prepare: (book) => ['prepare', book, '--month', '2023-06', '--as-of', '2023-06-01T09:00'],
  report: (book, out) => ['report', book, ...MONTH, '--out', out],
  remind: (book, out) => ['remind', book, ...MONTH, '--out', out, '--yes'],
  send: (book, out) => ['send', book, ...MONTH, '--out', out, '--yes'],
  pack: (book, out) => ['pack', book, ...MONTH, '--out', out],
  template: (book, out) => ['template', book, '--kind', '通报', '--out', out],
  'run repair': (book) => ['run', book, 'repair'],
  'run everyHour': (book, out) => ['run', book, 'everyHour', '--as-of', '2023-05-25T09:00', '--out', out],
};

interface Ran {
  readonly status: number | null;
  readonly stderr: string;
  readonly megabytes: number;
}

function ran(path: string, args: readonly string[], input?: string): Ran {
  const peak = join(path, '..', 'peak');
  const { status, stderr } = spawnSync(process.execPath, ['-r', PEAK, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PEAK: peak },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stderr, megabytes: Number(readFileSync(peak, 'utf8')) };
}

const command = (path: string, name: string): Ran =>
  ran(path, [COMMAND, ...(COMMANDS[name]?.(path, join(path, '..', 'out')) ?? [])]);

const page = (path: string): Ran => ran(path, [PAGE, path, join(path, '..', 'out')], '{"do":"open"}\n');

const peaks = new Map<string, number>();

/** What a command takes on the book as it is. */
function usual(name: string, work: (path: string) => Ran): number {
  const known = peaks.get(name);
  if (known !== undefined) return known;
  const { status, stderr, megabytes } = work(strayBook(asItIs, reachableWorkbook()));
  expect([name, status, stderr]).toEqual([name, 0, '']);
  peaks.set(name, megabytes);
  return megabytes;
}

const told: string[] = [];
afterAll(() => process.stdout.write(`Memory, ${told.length} runs:\n${told.join('\n')}\n`));

function holds(name: string, work: (path: string) => Ran, stray: (typeof STRAYS)[number], most: number): void {
  const path = strayBook(stray.spoil, reachableWorkbook());
  const { status, stderr, megabytes } = work(path);
  expect([status, stderr.split('\n')[0]]).toEqual([
    0,
    stray.cell === undefined || name === 'open'
      ? ''
      : expect.stringContaining(`工作表“月度报送”的 ${stray.cell} 里有内容`),
  ]);
  const more = megabytes - usual(name, work);
  told.push(`${name}, ${stray.name}: ${Math.round(megabytes)} MB, ${Math.round(more)} more`);
  expect(more).toBeLessThan(most);
}

describe(`a stray costs less than ${STRAY} MB, wherever it is`, () => {
  // The two that cost most by every command; the others by one that looks, one that writes the sheet, and the page.
  describe.each(STRAYS.map((stray, at) => [stray.name, stray, at < 2] as const))('%s', (_, stray, isAll) => {
    it.each(isAll ? Object.keys(COMMANDS) : ['consolidate', 'prepare'])('%s', (name) =>
      holds(name, (path) => command(path, name), stray, STRAY),
    );
    it('open', () => holds('open', page, stray, STRAY));
  });
});

describe(`a million rows that say nothing but how they look cost less than ${ROWS} MB`, () => {
  it.each(looks().flatMap((one) => ['consolidate', 'prepare'].map((name) => [one.name, name, one] as const)))(
    '%s: %s',
    (_, name, stray) => holds(name, (path) => command(path, name), stray, ROWS),
  );
  it('open', () => {
    for (const one of looks().slice(2)) holds('open', page, one, ROWS);
  });
});
