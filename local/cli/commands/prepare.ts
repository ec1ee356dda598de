/** `huizong prepare BOOK --month 2023-05` */
import { print, printJson, toldText } from '../print.ts';
import type { Outcome } from '../replies.ts';
import { openWorkbook } from '../workbook.ts';

export function prepareCommand(
  book: string,
  options: { readonly month: string; readonly asOf?: string; readonly json?: true },
): void {
  const { host, save } = openWorkbook(book, { asOf: options.asOf });
  const { told, reply } = host.call('prepare', { month: options.month }) as Outcome<unknown>;
  save();
  if (options.json) printJson(reply);
  else print(toldText(told));
}
