/** What a stopped writer left is cleared by the next start; what is in use stays. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeHalfMails } from '../../src/file/leftovers.ts';
import { acquireLock, lockFileOf, SILENT } from '../../src/file/lock.ts';
import { thisProcess } from '../../src/file/process.ts';
import { putFile } from '../../src/file/put.ts';

/** The number of a process that has ended. */
const GONE = spawnSync(process.execPath, ['-e', '']).pid;
const newFolder = () => mkdtempSync(join(tmpdir(), 'left-'));
const old = (file: string, milliseconds: number): void => {
  const then = new Date(Date.now() - milliseconds);
  utimesSync(file, then, then);
};

it('beside a lock: what taking over and asking for the time left', () => {
  const book = join(newFolder(), '月报.xlsx');
  writeFileSync(book, '');
  const lock = lockFileOf(book);
  const over = `${lock}.over`;
  const holder = {
    token: 'x'.repeat(24),
    ...thisProcess(),
    user: '',
    since: new Date().toISOString(),
    what: 'command',
    command: 'send',
  };
  const probes = [`${lock}.0123456789ab`, `${lock}.over.0123456789ab`];
  const fresh = `${lock}.ba9876543210`;
  const strange = `${lock}.notes`;
  writeFileSync(over, JSON.stringify({ ...holder, pid: GONE }));
  for (const file of [...probes, fresh, strange]) writeFileSync(file, '');
  for (const file of [...probes, strange]) old(file, SILENT + 1000);
  acquireLock(book, { what: 'command', command: 'send' }, 0).release();
  expect([over, ...probes, fresh, strange].map((file) => existsSync(file))).toEqual([false, false, false, true, true]);
  // One who is at it now says so.
  writeFileSync(over, JSON.stringify({ ...holder, pid: process.pid }));
  acquireLock(book, { what: 'command', command: 'send' }, 0).release();
  expect(existsSync(over)).toBe(true);
});

it('in a folder of mails: those not written to their end, once no machine can be at them', () => {
  const folder = newFolder();
  const names = [`.甲.eml.${GONE}.part`, `.乙.eml.${GONE}.part`, `.丙.eml.${process.pid}.part`, '丁.eml', 'notes.part'];
  for (const name of names) writeFileSync(join(folder, name), '');
  for (const name of names) if (!name.includes('乙')) old(join(folder, name), 11 * 60_000);
  removeHalfMails(folder);
  removeHalfMails(join(folder, 'not-there'));
  expect(readdirSync(folder).sort()).toEqual(
    [`.乙.eml.${GONE}.part`, `.丙.eml.${process.pid}.part`, '丁.eml', 'notes.part'].sort(),
  );
});

it('where a file is handed out: the half of it that a stopped command left', () => {
  const folder = newFolder();
  writeFileSync(join(folder, `.2023-05.zip.${GONE}.part`), 'half');
  const path = putFile(join(folder), '2023-05.zip', 'whole');
  expect([path, readdirSync(folder)]).toEqual([join(folder, '2023-05.zip'), ['2023-05.zip']]);
});
