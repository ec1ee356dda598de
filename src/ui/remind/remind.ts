/** 催报: who owes what, chosen by ticks; each mail can be looked at before it goes. */
import type { ReminderReply } from '../../commands/chase/remind.ts';
import { remind as byLanguage } from '../../messages/page-words.ts';
import { element, mailFrame, table } from '../dom.ts';
import { bar, button, commonWords, main, pageData, showTold, voices, wordsOf, working } from '../page.ts';
import { call, closePage, outcomeShape } from '../script.ts';

const { month, mails, unreachable } = pageData<{
  readonly month: string;
  readonly mails: ReminderReply['mails'];
  readonly unreachable: readonly string[];
}>();
const words = wordsOf(byLanguage);

const choices = mails.map((mail) => {
  const box = element('input', { type: 'checkbox', 'aria-label': mail.department });
  box.checked = !mail.already;
  box.disabled = mail.already;
  return { box, mail };
});

const close = button(commonWords().close, closePage);
const send = button(words.send, sendChosen, { class: 'main' });
send.disabled = mails.every(({ already }) => already);

async function sendChosen(): Promise<void> {
  const departments = choices.filter(({ box }) => box.checked).map(({ mail }) => mail.department);
  if (departments.length === 0) return;
  await working(async () => {
    const { told } = await call('remind', { month, departments }, outcomeShape);
    showTold(told, close);
  }, words.working);
}

function row({ box, mail }: (typeof choices)[number]): (string | Node)[] {
  const owed = mail.already ? `${mail.owed}　${words.already}` : String(mail.owed);
  const look = element('details', {}, [element('summary', { text: words.look }), mailFrame(mail.html, mail.subject)]);
  return [box, mail.department, mail.recipient, owed, look];
}

main().replaceChildren(
  element('p', { class: 'quiet', text: mails.length + unreachable.length === 0 ? words.nobody : words.choose }),
  ...(mails.length === 0
    ? []
    : [table([words.send, words.department, words.recipient, words.owed, words.look], choices.map(row))]),
  ...(unreachable.length === 0
    ? []
    : [element('p', { class: 'findings', text: `${words.unreachable}：${unreachable.join('、')}` })]),
  ...voices(),
  bar(...(mails.length === 0 ? [close] : [send, close])),
);
