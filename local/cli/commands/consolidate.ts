/** `huizong consolidate BOOK --month 2023-05` */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { print, printJson, tableText, toldText } from '../print.ts';
import type { ConsolidateReply, Outcome } from '../replies.ts';
import { openWorkbook } from '../workbook.ts';

export function consolidateCommand(
  book: string,
  options: { readonly month: string; readonly asOf?: string; readonly out?: string; readonly json?: true },
): void {
  if (options.out !== undefined) mkdirSync(options.out, { recursive: true });
  const target = options.out === undefined ? book : join(options.out, basename(book));
  const { host, save } = openWorkbook(book, { asOf: options.asOf, target });
  const { told, reply } = host.call('consolidate', { month: options.month }) as Outcome<ConsolidateReply>;
  save();
  const { total, byMethod, navigation } = host.tally();
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
