/** `huizong consolidate BOOK --month 2023-05` */
import { basename, join } from 'node:path';
import { makeFolder } from '../../file/put.ts';
import { print, printJson, tableText, toldText } from '../print.ts';
import type { ConsolidateReply } from '../replies.ts';
import { workOn } from '../workbook.ts';

export async function consolidateCommand(
  book: string,
  options: { readonly month: string; readonly asOf?: string; readonly out?: string; readonly json?: true },
): Promise<void> {
  if (options.out !== undefined) makeFolder(options.out);
  const target = options.out === undefined ? book : join(options.out, basename(book));
  const { told, reply, calls } = await workOn(
    book,
    { command: 'consolidate', asOf: options.asOf, target },
    async (worked) => ({
      ...(await worked.call('consolidate', { month: options.month })),
      calls: worked.calls(),
    }),
  );
  const { total, byMethod, navigation } = calls;
  if (options.json) {
    printJson({ ...reply, calls: { total, byMethod, navigation } });
    return;
  }
  print(toldText(told));
  print('');
  print(departmentTable(reply));
  for (const { message } of reply.findings) print(`· ${message}`);
}

export function departmentTable({ departments }: ConsolidateReply): string {
  const rows = departments
    .filter(({ due }) => due > 0)
    .map(({ name, due, handedIn, onTime }) => [name, due, handedIn, onTime, due - handedIn]);
  return tableText(['部门', '应报', '已报', '按时', '缺报'], rows);
}
