/** Opens a workbook for a command; what the add-on writes is on disk whenever the platform would have it written. */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Host, HostOptions, Mail } from '../host.ts';
import { saveBook } from '../host.ts';
import { startBundle } from './bundle.ts';
import { InputFailure } from './failure.ts';

export interface Opened {
  readonly host: Host;
  /** Saves what is not yet saved. */
  readonly save: () => void;
}

export interface OpenOptions {
  readonly asOf?: string | undefined;
  readonly deliver?: (mail: Mail) => void;
  /** Where to write; the file itself where it is left out. `null`: nothing is written. */
  readonly target?: string | null;
}

export function openWorkbook(path: string, { asOf, deliver, target }: OpenOptions): Opened {
  if (!existsSync(path)) throw new InputFailure(`找不到工作簿“${path}”。请核对路径，或先用 huizong init 建立。`);
  return opened(
    { workbook: path, ...(asOf === undefined ? {} : { now: asOf }), ...(deliver ? { deliver } : {}) },
    target === undefined ? path : target,
  );
}

export function newWorkbook(path: string): Opened {
  if (existsSync(path)) throw new InputFailure(`“${path}”已经存在，没有覆盖。请换一个文件名。`);
  const folder = dirname(path);
  if (!existsSync(folder)) throw new InputFailure(`没有文件夹“${folder}”。请先建立，或把工作簿放在别处。`);
  return opened({}, path);
}

function opened(options: HostOptions, target: string | null): Opened {
  let host: Host | undefined;
  let known = target === null ? '' : versionOf(target);
  const save = () => {
    if (!host || target === null || !host.book.sheets.some(({ changed }) => changed)) return;
    saveBook(host.book, target, () => {
      if (versionOf(target) !== known) throw new InputFailure(overtaken(target));
    });
    known = versionOf(target);
  };
  host = startBundle({ ...options, language: 'zh-CN', onFlush: save });
  return { host, save };
}

/**
 * Which file lies there: another program that saves it, or another run of this one, puts another in its place. Each step of a
 * mail is saved before the next, so that of two runs at once only one goes on to send.
 */
function versionOf(path: string): string {
  const about = statSync(path, { throwIfNoEntry: false });
  return about ? `${about.ino} ${about.mtimeMs} ${about.size}` : '';
}

const overtaken = (path: string): string =>
  `处理期间“${path}”被别的程序（或另一个 huizong）改动了，本次没有覆盖它。请关闭打开它的程序，等另一个运行结束，再重新执行。`;
