/** `huizong init BOOK --plan FILE --year Y` */
import { planText } from '../plan-text.ts';
import { print, printJson, toldText } from '../print.ts';
import { begin } from '../workbook.ts';

export async function initCommand(
  book: string,
  options: { readonly plan?: string; readonly year: number; readonly yearlyReturns: boolean; readonly json?: true },
): Promise<void> {
  const text = options.plan === undefined ? undefined : planText(options.plan);
  const { told, reply } = await begin(book, 'init', (worked) =>
    worked.call('setUp', {
      year: options.year,
      yearlyReturns: options.yearlyReturns,
      ...(text === undefined ? {} : { text }),
    }),
  );
  if (options.json) printJson(reply);
  else print(toldText(told));
}
