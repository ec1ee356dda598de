/** `huizong report BOOK --month 2023-05`: the mail as it would leave, and the month's Word documents. */
import { putFile } from '../../file/put.ts';
import { documentsOf, writeDocuments } from '../documents.ts';
import { picturesOf } from '../pictures.ts';
import { print, printJson, toldText } from '../print.ts';
import type { ReportReply } from '../replies.ts';
import { lookInto, type Worked, workOn } from '../workbook.ts';

export async function reportCommand(
  book: string,
  options: {
    readonly month: string;
    readonly asOf?: string;
    readonly out?: string;
    readonly yes: boolean;
    readonly json?: true;
  },
): Promise<void> {
  const { month, asOf, out, yes } = options;
  const work = async (worked: Worked) => {
    const pictures = await picturesOf(worked, book, month);
    const reply = await worked.call('report', { month, pictures });
    const draft = await worked.call('draftReport', { month });
    const documents = out === undefined ? [] : await documentsOf(worked, month, pictures);
    return { reply, draft, documents };
  };
  const { reply, draft, documents } = await (yes
    ? workOn(book, { command: 'report', asOf }, work)
    : lookInto(book, { asOf }, work));
  let files: readonly string[] = [];
  if (out !== undefined) {
    const page = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>预览</title></head><body>${reply.html}</body></html>`;
    putFile(out, `预览-${reply.period}.html`, page);
    putFile(out, `预览-${reply.period}.txt`, reply.text);
    files = writeDocuments(documents, out);
  }
  if (options.json) {
    printJson({ ...reply, draft: draft.reply, files, dryRun: !options.yes });
    return;
  }
  print(previewText(reply));
  print('');
  print(toldText(draft.told));
  if (!options.yes) print('  （只是预览，工作簿没有改动；加上 --yes 才更新“报告草稿”。）');
  for (const file of files) print(`  ${file}`);
}

export function previewText({
  recipients,
  subject,
  text,
  problems,
  already,
  corrected,
  supplement,
  attachments,
}: ReportReply): string {
  const lines = [`收件人：${recipients.join('；')}`, `主题：${subject}`];
  if (already.length > 0) lines.push(`已收到同样内容，不会重发：${already.join('；')}`);
  if (corrected.length > 0) {
    lines.push(`内容有变化，须作为补充报告第${supplement}号发送（--correction）：${corrected.join('；')}`);
  }
  for (const { name, size } of attachments) lines.push(`附件：${name}（${Math.ceil(size / 1024)} KB）`);
  lines.push('', text);
  if (problems.length > 0) lines.push('', '发送前请先看一眼：', ...problems.map((problem) => `· ${problem}`));
  return lines.join('\n');
}
