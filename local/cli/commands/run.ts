/** `huizong run BOOK FUNCTION [JSON …]`: any global of the bundle, as a menu click or a page would call it. */
import { functionsOfBundle } from '../bundle.ts';
import { InputFailure } from '../failure.ts';
import { print } from '../print.ts';
import { openWorkbook } from '../workbook.ts';

export function runCommand(
  book: string,
  name: string,
  args: readonly string[],
  options: { readonly asOf?: string },
): void {
  const given = args.map((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new InputFailure(`参数“${text}”不是 JSON。例如：'{"month":"2023-05"}'。`);
    }
  });
  const functions = functionsOfBundle();
  if (!functions.includes(name)) {
    throw new InputFailure(`脚本里没有函数“${name}”。可以调用：${functions.join('、')}。`);
  }
  const { host, save } = openWorkbook(book, { asOf: options.asOf });
  const answer = host.call(name, ...given);
  save();
  print(JSON.stringify(answer ?? null));
}
