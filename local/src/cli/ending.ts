/** How a command ends that could not go on: in words, with a code, and nothing of the program's inside unless it is asked for. */
import { systemReason } from '../disk/reasons.ts';
import { explained } from './failure.ts';
import { printError, printJson } from './print.ts';

/** Shows where in the program something unexpected happened, for whoever mends it. */
const DEBUG = 'HUIZONG_DEBUG';

export function endWith(error: unknown, { file, json }: { readonly file: string; readonly json: boolean }): void {
  const { message, expected } = explained(error, file);
  printError(message);
  if (json) printJson({ error: message });
  const { stack } = (error ?? {}) as { stack?: unknown };
  if (!expected && process.env[DEBUG] === '1' && typeof stack === 'string') printError(stack);
  process.exitCode = 1;
}

/**
 * The reader of a pipe may go before all is said (`| head`): the work goes on, and no person is left to tell. Where what is said
 * goes into a file that cannot be written, the work is done and its telling is not.
 */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    printError(`结果没有写出去：${systemReason(error, 'zh-CN') ?? error.message}。命令本身已经执行。`);
    process.exitCode = 1;
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
}
