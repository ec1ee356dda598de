/** What `send` and `remind` have in common: without --yes they only show, with it mails leave. */
import type { Host } from '../host.ts';
import { chosenDelivery } from '../mail/delivery-choice.ts';
import { print, printJson, toldText } from './print.ts';
import type { Outcome } from './replies.ts';
import { openWorkbook } from './workbook.ts';

export interface MailingOptions {
  readonly month: string;
  readonly asOf?: string;
  readonly out: string;
  readonly yes: boolean;
  readonly json?: true;
}

interface Mailing<Preview, Reply> {
  /** What would leave; nothing does. */
  readonly preview: (host: Host) => Preview;
  readonly previewText: (preview: Preview) => string;
  readonly send: (host: Host) => Outcome<Reply>;
  /** Lines below what was done. */
  readonly remarks?: (reply: Reply) => readonly string[];
}

export function mailing<
  Preview extends object,
  Reply extends { putOff: readonly string[]; failed: readonly string[]; unknown: readonly string[] },
>(
  book: string,
  { asOf, out, yes, json }: MailingOptions,
  { preview, previewText, send, remarks = () => [] }: Mailing<Preview, Reply>,
): void {
  if (!yes) {
    const { host } = openWorkbook(book, { asOf, target: null });
    const reply = preview(host);
    if (json) printJson({ ...reply, dryRun: true });
    else print(`${previewText(reply)}\n\n这只是预览，没有发送。确认无误后加上 --yes。`);
    return;
  }
  const { deliver, files } = chosenDelivery(out);
  const { host, save } = openWorkbook(book, { asOf, deliver });
  const { told, reply } = send(host);
  save();
  if (json) printJson({ ...reply, files });
  else {
    print(toldText(told));
    for (const line of [...files, ...remarks(reply)]) print(`  ${line}`);
  }
  // Not everything that was asked for has been done.
  if (reply.putOff.length + reply.failed.length + reply.unknown.length > 0) process.exitCode = 1;
}
