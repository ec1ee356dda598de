/** `huizong remind BOOK --month 2023-05 --yes`: one mail to each department that owes something. */
import { chosenDelivery } from '../../mail/delivery-choice.ts';
import { print, printJson, tableText, toldText } from '../print.ts';
import type { Outcome, ReminderReply, RemindReply } from '../replies.ts';
import { openWorkbook } from '../workbook.ts';

export function remindCommand(
  book: string,
  options: {
    readonly month: string;
    readonly asOf?: string;
    readonly out: string;
    readonly yes: boolean;
    readonly department?: readonly string[];
    readonly json?: true;
  },
): void {
  if (!options.yes) {
    const { host } = openWorkbook(book, { asOf: options.asOf, target: null });
    const reply = host.call('reminders', { month: options.month }) as ReminderReply;
    if (options.json) printJson({ ...reply, dryRun: true });
    else print(`${previewText(reply)}\n\n这只是预览，没有发送。确认无误后加上 --yes。`);
    return;
  }
  const { deliver, files } = chosenDelivery(options.out);
  const { host, save } = openWorkbook(book, { asOf: options.asOf, deliver });
  const { told, reply } = host.call('remind', {
    month: options.month,
    ...(options.department === undefined ? {} : { departments: options.department }),
  }) as Outcome<RemindReply>;
  save();
  if (options.json) printJson({ ...reply, files });
  else {
    print(toldText(told));
    for (const file of files) print(`  ${file}`);
  }
  if (reply.failed.length + reply.unknown.length > 0) process.exitCode = 1;
}

function previewText({ mails, unreachable }: ReminderReply): string {
  if (mails.length + unreachable.length === 0) return '没有部门欠报。';
  const rows = mails.map(({ recipient, owed, already }) => [recipient, owed, already ? '今天已发过' : '']);
  return [
    tableText(['收件人', '欠报', ''], rows),
    ...mails.flatMap(({ subject, text }) => ['', subject, text]),
    ...(unreachable.length > 0 ? ['', `欠报但没有可用邮箱：${unreachable.join('、')}`] : []),
  ].join('\n');
}
