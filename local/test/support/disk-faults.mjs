/**
 * Makes the file system fail, wait or stop the process at a chosen call that changes a chosen folder; and notes each mail as it
 * leaves with what the workbook says of it in that moment. Loaded before a program (`node --import`), in each of its threads;
 * what to do stands in the environment, so that it can be changed while the program runs.
 *
 * HUIZONG_TEST_DISK: {"folder", "thread": "main" | "worker", "at": number, "do": "fail" | "full" | "dead" | "wait" | "kill", "code", "milliseconds"};
 * or {"do": "kill after mail", "thread", "at"}: the mail of that number has left, and nothing of it is written down yet.
 */
import child_process from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const real = { ...fs };
const files = new Map();
let counted = 0;
let planned = '';

export const plan = (what) => {
  process.env.HUIZONG_TEST_DISK = JSON.stringify(what);
};

const current = () => {
  const text = process.env.HUIZONG_TEST_DISK ?? '';
  if (text !== planned) {
    planned = text;
    counted = 0;
  }
  return text === '' ? null : JSON.parse(text);
};

/** Before a call that changes the folder. */
const before = (call, path) => {
  const now = current();
  if (!now || now.do === 'kill after mail' || (now.thread === 'worker') === isMainThread) return;
  const whole = resolve(String(path));
  if (dirname(whole) !== now.folder && whole !== now.folder) return;
  counted += 1;
  process.env.HUIZONG_TEST_DISK_COUNT = String(counted);
  // A full disk stays full, and a process that is gone does nothing more; what is deleted needs no room.
  if (now.do === 'full' && call === 'unlink') return;
  if (['dead', 'full'].includes(now.do) ? counted < now.at : counted !== now.at) return;
  if (now.do === 'wait') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, now.milliseconds);
  else if (now.do === 'kill') process.kill(process.pid, 'SIGKILL');
  else
    throw Object.assign(new Error(`${now.code}: played, ${call} '${whole}'`), {
      code: now.code,
      syscall: call,
      path: whole,
    });
};

fs.openSync = (path, flags, mode) => {
  before('open', path);
  const file = real.openSync(path, flags, mode);
  files.set(file, path);
  return file;
};
fs.writeFileSync = (file, data, options) => {
  const path = typeof file === 'number' ? files.get(file) : file;
  if (path !== undefined) {
    try {
      before('write', path);
    } catch (error) {
      // A full disk takes what there is room for.
      if (typeof file === 'number') real.writeSync(file, data, 0, Math.floor(data.length / 2));
      throw error;
    }
  }
  return real.writeFileSync(file, data, options);
};
fs.fsyncSync = (file) => {
  if (files.has(file)) before('fsync', files.get(file));
  return real.fsyncSync(file);
};
fs.closeSync = (file) => {
  const path = files.get(file);
  files.delete(file);
  real.closeSync(file);
  if (path !== undefined) before('close', path);
};
fs.renameSync = (from, to) => {
  before('rename', to);
  return real.renameSync(from, to);
};
fs.linkSync = (from, to) => {
  before('link', to);
  return real.linkSync(from, to);
};
fs.unlinkSync = (path) => {
  before('unlink', path);
  return real.unlinkSync(path);
};

const spawnSync = child_process.spawnSync;
let mails = 0;
child_process.spawnSync = (command, args, options) => {
  if (current()?.do === 'kill after mail' && args?.[0]?.endsWith('deliver.js')) {
    const delivered = spawnSync(command, args, options);
    mails += 1;
    if (mails === current().at) process.kill(process.pid, 'SIGKILL');
    return delivered;
  }
  const log = process.env.HUIZONG_TEST_MAIL_LOG;
  if (!log || !args?.[0]?.endsWith('deliver.js')) return spawnSync(command, args, options);
  const now = current();
  // A process that is gone sends nothing.
  if (now?.do === 'dead' && counted >= now.at) return { status: 1, stdout: Buffer.of(), stderr: Buffer.from('dead') };
  const { mail } = JSON.parse(options.input);
  const bytes = real.readFileSync(process.env.HUIZONG_TEST_BOOK).toString('base64');
  real.appendFileSync(log, `${JSON.stringify({ to: mail.to.join(), book: bytes })}\n`);
  return { status: 0, stdout: Buffer.of(), stderr: Buffer.of() };
};
syncBuiltinESMExports();
