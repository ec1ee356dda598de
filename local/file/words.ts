/** Why a workbook cannot be written now, as a person is told it: who has it, since when, what to do. */
import { basename } from 'node:path';
import { systemReason } from '../disk/reasons.ts';
import { OvertakenError } from '../disk/replace.ts';
import { HeldError, type Holder, LockLostError, SILENT } from './lock.ts';
import { OpenElsewhereError } from './other-programs.ts';

type Language = 'zh-CN' | 'en';

const MINUTES = SILENT / 60_000;

/** `null` where the error is of another kind. A whole sentence or several. */
export function whyNotWritten(error: unknown, language: Language): string | null {
  const words = language === 'en' ? english : chinese;
  if (error instanceof HeldError) {
    const { book, holder, lockFile } = error;
    return holder
      ? words.held(basename(book), holder, basename(lockFile))
      : words.heldByUnknown(basename(book), basename(lockFile));
  }
  if (error instanceof OpenElsewhereError) {
    const { program, who, file } = error.other;
    return words.openElsewhere(basename(error.book), program, who, basename(file));
  }
  if (error instanceof LockLostError) return words.lockLost;
  if (error instanceof OvertakenError) return words.overtaken(basename(error.path));
  const reason = systemReason(error, language);
  return reason === null ? null : words.system(reason);
}

interface Words {
  readonly held: (book: string, holder: Holder, lockFile: string) => string;
  readonly heldByUnknown: (book: string, lockFile: string) => string;
  readonly openElsewhere: (book: string, program: string, who: string, file: string) => string;
  readonly lockLost: string;
  readonly overtaken: (book: string) => string;
  readonly system: (reason: string) => string;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** By the clock of the machine that reads it. */
function timeOf(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
  return `${day} ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

const chinese: Words = {
  held(book, { user, host, since, what, command, pid }, lockFile) {
    const by = what === 'page' ? '在浏览器里打开着（huizong open）' : `正在执行 huizong ${command}`;
    const remedy = what === 'page' ? '请在那边的终端按 Ctrl+C 保存并关闭，' : '请等它结束，';
    return (
      `工作簿“${book}”正被占用：账户 ${user || '（未知）'}，电脑 ${host}，从 ${timeOf(since)} 起${by}，进程 ${pid}。` +
      `${remedy}再执行一次。本次什么也没有做。如果那台电脑已经关机，${MINUTES} 分钟后会自动接手；等不及可以删除旁边的“${lockFile}”。`
    );
  },
  heldByUnknown: (book, lockFile) =>
    `工作簿“${book}”正被占用，但看不出是谁（旁边的“${lockFile}”读不出来）。本次什么也没有做。请过 ${MINUTES} 分钟再试，或确认没有人在用以后删除这个文件。`,
  openElsewhere: (book, program, who, file) =>
    `“${book}”正在 ${program} 里打开${who === '' ? '' : `（${who}）`}，现在写入会被它覆盖，所以没有写。请在那边保存并关闭。` +
    `如果其实没有打开（程序曾意外退出），请删除旁边的“${file}”再试。`,
  lockLost: '这个工作簿已经由另一个 huizong 接手（这台电脑可能睡眠过，或占用标记被删除），所以没有写入',
  overtaken: (book) => `处理期间“${book}”被别的程序改动了，没有覆盖它。请关闭打开它的程序，核对内容，再重新执行。`,
  system: (reason) => `${reason}。`,
};

const english: Words = {
  held(book, { user, host, since, what, command, pid }, lockFile) {
    const by = what === 'page' ? 'open in a browser (huizong open)' : `in the hands of huizong ${command}`;
    const remedy = what === 'page' ? 'Save and close it there with Ctrl+C in its terminal' : 'Wait until it has ended';
    return (
      `The workbook “${book}” is in use: account ${user || '(unknown)'}, computer ${host}, since ${timeOf(since)} ${by}, process ${pid}. ` +
      `${remedy}, then try again. Nothing was done. If that computer is off, the workbook is free after ${MINUTES} minutes; sooner by deleting “${lockFile}” beside it.`
    );
  },
  heldByUnknown: (book, lockFile) =>
    `The workbook “${book}” is in use, but “${lockFile}” beside it does not say by whom. Nothing was done. Try again in ${MINUTES} minutes, or delete that file when nobody uses the workbook.`,
  openElsewhere: (book, program, who, file) =>
    `“${book}” is open in ${program}${who === '' ? '' : ` (${who})`}, which would write over what is written now, so nothing was. Save and close it there. ` +
    `If it is not open (the program may have crashed), delete “${file}” beside it and try again.`,
  lockLost:
    'Another huizong has taken this workbook over (this computer may have slept, or the lock was deleted), so nothing was written',
  overtaken: (book) =>
    `Another program has changed “${book}” meanwhile; it was not overwritten. Close that program, look at the file, then try again.`,
  system: (reason) => `${reason}.`,
};
