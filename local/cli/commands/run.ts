/** `huizong run BOOK FUNCTION [JSON …]`: any function of the bundle, as a menu click or a page would call it. */
import { bundleFunctions } from '../bundle.ts';
import { InputFailure } from '../failure.ts';
import { printJson } from '../print.ts';
import { openWorkbook } from '../workbook.ts';

export function runCommand(
  book: string,
  name: string,
  args: readonly string[],
  options: { readonly asOf?: string },
): void {
  const known = bundleFunctions();
  if (!known.includes(name)) throw new InputFailure(`脚本里没有函数“${name}”。可以调用：${known.join('、')}。`);
  const given = args.map((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new InputFailure(`参数“${text}”不是 JSON。例如：'{"month":"2023-05"}'。`);
    }
  });
  const { host, save } = openWorkbook(book, { asOf: options.asOf });
  const answer = host.call(name, ...given);
  save();
  printJson(answer ?? null);
}
