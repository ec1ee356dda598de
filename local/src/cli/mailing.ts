/** What `send` and `remind` have in common: without --yes they only show, with it mails leave. */
import { print, printJson, toldText } from './print.ts';
import type { Outcome } from './replies.ts';
import { lookInto, type Worked, workOn } from './workbook.ts';

export interface MailingOptions {
  readonly month: string;
  readonly asOf?: string;
  readonly out: string;
  readonly yes: boolean;
  readonly json?: true;
}

interface Mailing<Preview, Reply> {
  /** As it is typed: `send`. */
  readonly command: string;
  /** What would leave; nothing does. */
  readonly preview: (book: Worked) => Promise<Preview>;
  readonly previewText: (preview: Preview) => string;
  readonly send: (book: Worked) => Promise<Outcome<Reply>>;
  /** Lines below what was done. */
  readonly remarks?: (reply: Reply) => readonly string[];
}

export async function mailing<
  Preview extends object,
  Reply extends { putOff: readonly string[]; failed: readonly string[]; unknown: readonly string[] },
>(
  book: string,
  { asOf, out, yes, json }: MailingOptions,
  { command, preview, previewText, send, remarks = () => [] }: Mailing<Preview, Reply>,
): Promise<void> {
  if (!yes) {
    const reply = await lookInto(book, { asOf }, preview);
    if (json) printJson({ ...reply, dryRun: true });
    else print(`${previewText(reply)}\n\n这只是预览，没有发送。确认无误后加上 --yes。`);
    return;
  }
  const { told, reply, files } = await workOn(book, { command, asOf, out }, async (worked) => ({
    ...(await send(worked)),
    files: worked.files(),
  }));
  if (json) printJson({ ...reply, files });
  else {
    print(toldText(told));
    for (const line of [...files, ...remarks(reply)]) print(`  ${line}`);
  }
  // Not everything that was asked for has been done.
  if (reply.putOff.length + reply.failed.length + reply.unknown.length > 0) process.exitCode = 1;
}
