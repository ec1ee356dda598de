/** `huizong remind BOOK --month 2023-05 --yes`: one mail to each department that owes something. */
import { type MailingOptions, mailing } from '../mailing.ts';
import { tableText } from '../print.ts';
import type { ReminderReply } from '../replies.ts';

export function remindCommand(
  book: string,
  options: MailingOptions & { readonly department?: readonly string[] },
): Promise<void> {
  const { month, department } = options;
  const asked = { month, ...(department === undefined ? {} : { departments: department }) };
  return mailing(book, options, {
    command: 'remind',
    preview: (worked) => worked.call('reminders', asked),
    previewText,
    send: (worked) => worked.call('remind', asked),
  });
}

function previewText({ mails, unreachable }: ReminderReply): string {
  if (mails.length + unreachable.length === 0) return '没有部门欠报。';
  const rows = mails.map(({ recipient, owed, already }) => [recipient, owed, already ? '今天已发过' : '']);
  return [
    ...(mails.length > 0 ? [tableText(['收件人', '欠报', ''], rows)] : []),
    ...mails.flatMap(({ subject, text }) => ['', subject, text]),
    ...(unreachable.length > 0 ? [`${mails.length > 0 ? '\n' : ''}欠报但没有可用邮箱：${unreachable.join('、')}`] : []),
  ].join('\n');
}
