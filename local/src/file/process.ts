/** Which process it is that holds a workbook, and whether it still runs. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Numbers of processes are used again: what tells one from another is where it runs and when it began. */
export interface ProcessName {
  readonly host: string;
  /** Of this start of the machine; `''` where the system does not say. */
  readonly boot: string;
  /** Containers number their processes by themselves; `''` where the system does not say. */
  readonly space: string;
  readonly pid: number;
  /** When it began, in the system's own words; `''` where the system does not say. */
  readonly began: string;
}

/** The numbering of a Linux machine itself, in no container (PROC_PID_INIT_INO of include/linux/proc_ns.h). */
const OF_THE_MACHINE = 'pid:[4026531836]';

export const thisProcess = (): ProcessName => ({
  host: hostname(),
  boot: said(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  space: said(() => readlinkSync('/proc/self/ns/pid')),
  pid: process.pid,
  began: beganAt(process.pid),
});

/** `null` where it cannot be told from here. */
export function runs(other: ProcessName, here: ProcessName = thisProcess()): boolean | null {
  if (other.host !== here.host || other.space !== here.space) return null;
  // The machine was started anew since. A container of that name may be another one.
  if (other.boot !== here.boot) return here.space === OF_THE_MACHINE ? false : null;
  if (!isAlive(other.pid)) return false;
  const began = beganAt(other.pid);
  if (began === '' || other.began === '') return null;
  return began === other.began;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another person's process may not be signalled; it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function beganAt(pid: number): string {
  if (process.platform === 'linux') {
    // Field 22 of proc(5) stat; the name in field 2 may hold blanks and brackets.
    return said(() => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19] ?? '');
  }
  if (process.platform === 'win32') return '';
  return said(() => spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());
}

function said(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
