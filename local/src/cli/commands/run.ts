/** `huizong run BOOK FUNCTION [JSON …]`: any function of the bundle, as a menu click or a page would call it. */
import { bundleFunctions } from '../bundle.ts';
import { InputFailure } from '../failure.ts';
import { HOURLY, hourlyRun } from '../hourly.ts';
import { printJson } from '../print.ts';
import { workOn } from '../workbook.ts';

/** No function of the bundle takes anything near as deep. */
const DEEPEST = 100;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

const beginning = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

export async function runCommand(
  book: string,
  name: string,
  args: readonly string[],
  options: { readonly asOf?: string; readonly out: string; readonly json?: true },
): Promise<void> {
  const known = bundleFunctions();
  if (!known.includes(name)) throw new InputFailure(`脚本里没有函数“${name}”。可以调用：${known.join('、')}。`);
  const given = args.map((text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new InputFailure(`参数“${beginning(text)}”不是 JSON。例如：'{"month":"2023-05"}'。`);
    }
    if (isDeeper(value, DEEPEST)) throw new InputFailure(`参数“${beginning(text)}”嵌套超过 ${DEEPEST} 层。`);
    return value;
  });
  if (name === HOURLY) return hourlyRun(book, options);
  const { asOf, out } = options;
  const answer = await workOn(book, { command: `run ${name}`, asOf, out }, (worked) => worked.run(name, given));
  printJson(answer ?? null);
}
