/** `huizong prepare BOOK --month 2023-05` */
import { print, printJson, toldText } from '../print.ts';
import { workOn } from '../workbook.ts';

export async function prepareCommand(
  book: string,
  options: { readonly month: string; readonly asOf?: string; readonly json?: true },
): Promise<void> {
  const { told, reply } = await workOn(book, { command: 'prepare', asOf: options.asOf }, (worked) =>
    worked.call('prepare', { month: options.month }),
  );
  if (options.json) printJson(reply);
  else print(toldText(told));
}
