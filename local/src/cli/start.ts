#!/usr/bin/env node
/** The beginning of the `huizong` command: that the command itself cannot be loaded is said in words, too. */
import { systemReason } from '../disk/reasons.ts';
import { engineReason } from '../runtime/limits.ts';

/** Beside this file, as the build puts it there. */
const COMMAND = './command.js';

try {
  await import(COMMAND);
} catch (error) {
  const message = `程序启动不了：${whyNot(error)}。`;
  process.stderr.write(`${message}\n`);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
  process.exitCode = 1;
}

function whyNot(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  const said = systemReason(error, 'zh-CN') ?? engineReason(error, 'zh-CN');
  if (said !== null) return said;
  const remedy = '请在 huizong 的文件夹里执行 npm ci 和 npm run build，并核对 Node 是 20.15 或更新';
  return `${code === 'ERR_MODULE_NOT_FOUND' ? '没有装全' : String(message ?? error)}。${remedy}`;
}
