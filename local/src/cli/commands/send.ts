/** `huizong send BOOK --month 2023-05 --yes`: by SMTP where the environment names a server, otherwise as .eml files. */
import { type MailingOptions, mailing } from '../mailing.ts';
import { picturesOf } from '../pictures.ts';
import { previewText } from './report.ts';

export function sendCommand(book: string, options: MailingOptions & { readonly correction: boolean }): Promise<void> {
  const { month, correction } = options;
  return mailing(book, options, {
    command: 'send',
    preview: async (worked) => worked.call('report', { month, pictures: await picturesOf(worked, book, month) }),
    previewText,
    send: async (worked) =>
      worked.call('send', {
        month,
        correction,
        pictures: await picturesOf(worked, book, month),
      }),
    remarks: ({ needsCorrection }) =>
      needsCorrection.length === 0
        ? []
        : [`内容有变化、没有发给：${needsCorrection.join('；')}。要作为补充报告再发，请加 --correction。`],
  });
}
