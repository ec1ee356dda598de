/** `huizong run BOOK FUNCTION [JSON …]`: any global of the bundle, as a menu click or a page would call it. */
import { chosenDelivery } from '../../mail/delivery-choice.ts';
import { InputFailure } from '../failure.ts';
import { print } from '../print.ts';
import { openWorkbook } from '../workbook.ts';

export function runCommand(
  book: string,
  name: string,
  args: readonly string[],
  options: { readonly asOf?: string; readonly out: string },
): void {
  const given = args.map((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new InputFailure(`参数“${text}”不是 JSON。例如：'{"month":"2023-05"}'。`);
    }
  });
  const { host, save } = openWorkbook(book, { asOf: options.asOf, deliver: chosenDelivery(options.out).deliver });
  const answer = host.call(name, ...given);
  save();
  print(JSON.stringify(answer ?? null));
}
