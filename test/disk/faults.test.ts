/**
 * The law of the outbox on disk: no mail leaves before its 发送中 is in the file that the next run reads. A fault at every call
 * by which the page and the command line change the folder: the disk full, broken, not to be written, the process gone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveBook } from '../support/host.ts';
import { reachableWorkbook } from '../support/month.ts';

interface Case {
  readonly point: number;
  readonly fault: { readonly do: string; readonly code: string };
  readonly isLast: boolean;
  readonly ok: boolean;
  readonly said: string;
  readonly atLeaving: readonly { readonly to: string; readonly state: string }[];
  readonly states: readonly { readonly to: string; readonly state: string }[];
  readonly second: { readonly ok: boolean; readonly said: string };
  readonly after: readonly { readonly to: string; readonly state: string }[];
  readonly all: readonly string[];
  readonly beside: readonly string[];
}

const FAULTS = [
  { do: 'full', code: 'ENOSPC' },
  { do: 'fail', code: 'EIO' },
  { do: 'dead', code: 'EIO' },
  { do: 'fail', code: 'ENOSPC' },
  { do: 'full', code: 'EROFS' },
  { do: 'fail', code: 'EACCES' },
  { do: 'full', code: 'EDQUOT' },
];

/** Every call with `HUIZONG_DISK_FAULTS=all`, each with the next of the faults; some of them otherwise. */
const STEP = process.env['HUIZONG_DISK_FAULTS'] === 'all' ? 1 : 9;

const book = join(mkdtempSync(join(tmpdir(), 'huizong-')), '月报.xlsx');
beforeAll(() => saveBook(reachableWorkbook().book, book), 120_000);

describe.each(['command', 'page'] as const)('sending by the %s while the disk fails', (way) => {
  let cases: readonly Case[] = [];
  beforeAll(() => {
    const about = JSON.stringify({ way, book, from: 1, step: STEP, faults: FAULTS });
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--import', './test/support/disk-faults.mjs', 'test/support/disk-fault-cases.mjs', about],
      { encoding: 'utf8', maxBuffer: 1e9 },
    );
    if (status !== 0) throw new Error(stderr);
    cases = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Case);
    const left = cases.flatMap(({ all }) => all).length;
    process.stdout.write(
      `${way}: ${cases.length} faults at ${cases.at(-1)?.point} calls, ${left} mails left, ${doubled(cases)} doubled\n`,
    );
  }, 1_800_000);

  it('no mail leaves before the file says 发送中 of it', () => {
    expect(cases.length).toBeGreaterThan(5);
    for (const { atLeaving } of cases) for (const { state } of atLeaving) expect(state).toBe('发送中');
  });

  it('what left is in the file as on its way, sent or unknown', () => {
    for (const { atLeaving, states } of cases) {
      for (const { to } of atLeaving) {
        expect(states.find((one) => one.to === to)?.state).toMatch(/^(?:发送中|已发送|不明)$/);
      }
    }
  });

  it('the next run doubles nothing, and leaves nobody out without saying so', () => {
    expect(doubled(cases)).toBe(0);
    for (const { all, after } of cases) {
      expect(after).toHaveLength(2);
      for (const { to, state } of after) if (!all.includes(to)) expect(state).toMatch(/^(?:不明|发送中)$/);
    }
  });

  it('a command that was stopped says why and what to do, in words', () => {
    for (const { ok, said, fault } of cases) {
      if (ok || fault.do === 'dead') continue;
      expect(said).toMatch(/磁盘|权限|只读|不知道是否已经发出/);
      expect(said).not.toMatch(/\n\s+at |EACCES|ENOSPC|EIO|EROFS/);
    }
  });

  it('nothing is left beside the workbook', () => {
    expect(cases.flatMap(({ beside }) => beside)).toEqual([]);
  });
});

const doubled = (cases: readonly Case[]): number => cases.filter(({ all }) => new Set(all).size < all.length).length;
