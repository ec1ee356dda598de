/** `huizong send BOOK --month 2023-05 --yes`: by SMTP where the environment names a server, otherwise as .eml files. */
import { chosenDelivery } from '../../mail/delivery-choice.ts';
import { picturesOf } from '../documents.ts';
import { print, printJson, toldText } from '../print.ts';
import type { Outcome, ReportReply, SendReply } from '../replies.ts';
import { openWorkbook } from '../workbook.ts';
import { previewText } from './report.ts';

export function sendCommand(
  book: string,
  options: {
    readonly month: string;
    readonly asOf?: string;
    readonly out: string;
    readonly yes: boolean;
    readonly correction: boolean;
    readonly json?: true;
  },
): void {
  if (!options.yes) {
    const { host } = openWorkbook(book, { asOf: options.asOf, target: null });
    const pictures = picturesOf(host, book, options.month);
    const reply = host.call('report', { month: options.month, pictures }) as ReportReply;
    if (options.json) printJson({ ...reply, dryRun: true });
    else print(`${previewText(reply)}\n\n这只是预览，没有发送。确认无误后加上 --yes。`);
    return;
  }
  const { deliver, files } = chosenDelivery(options.out);
  const { host, save } = openWorkbook(book, { asOf: options.asOf, deliver });
  const { told, reply } = host.call('send', {
    month: options.month,
    correction: options.correction,
    pictures: picturesOf(host, book, options.month),
  }) as Outcome<SendReply>;
  save();
  if (options.json) printJson({ ...reply, files });
  else {
    print(toldText(told));
    for (const file of files) print(`  ${file}`);
    if (reply.needsCorrection.length > 0)
      print(`  内容有变化、没有发给：${reply.needsCorrection.join('；')}。要作为补充报告再发，请加 --correction。`);
  }
  // Not everything that was asked for has been done.
  if (reply.failed.length + reply.unknown.length > 0) process.exitCode = 1;
}
