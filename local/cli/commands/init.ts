/** `huizong init BOOK --plan FILE --year Y` */
import { planText } from '../plan-text.ts';
import { print, printJson, toldText } from '../print.ts';
import type { Outcome } from '../replies.ts';
import { newWorkbook } from '../workbook.ts';

export function initCommand(
  book: string,
  options: { readonly plan?: string; readonly year: number; readonly yearlyReturns: boolean; readonly json?: true },
): void {
  const text = options.plan === undefined ? undefined : planText(options.plan);
  const { host, save } = newWorkbook(book);
  const { told, reply } = host.call('setUp', {
    year: options.year,
    yearlyReturns: options.yearlyReturns,
    ...(text === undefined ? {} : { text }),
  }) as Outcome<unknown>;
  save();
  if (options.json) printJson(reply);
  else print(toldText(told));
}
