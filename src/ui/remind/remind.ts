/** 催报: who owes what, chosen by ticks; each mail can be looked at before it goes. */
import type { Outcome } from '../../commands/office.ts';
import type { ReminderReply, RemindReply } from '../../commands/remind.ts';
import type { RemindDialogWords } from '../../messages/messages.ts';
import { call, closePage, element, pageData } from '../dom.ts';

interface Data {
  readonly words: RemindDialogWords;
  readonly month: string;
  readonly mails: ReminderReply['mails'];
  readonly unreachable: readonly string[];
}

const { words, month, mails, unreachable } = pageData<Data>();
const page = document.getElementById('page') as HTMLElement;

const message = element('div', { class: 'error' });
message.hidden = true;
message.setAttribute('role', 'alert');

const choices = mails.map((mail) => {
  const tick = element('input');
  tick.type = 'checkbox';
  tick.checked = !mail.already;
  tick.disabled = mail.already;
  tick.setAttribute('aria-label', mail.department);
  return { tick, mail };
});

const send = element('button', { class: 'main', text: words.send });
send.type = 'button';
send.disabled = mails.every(({ already }) => already);
send.addEventListener('click', () => void sendChosen());
const close = element('button', { text: words.close });
close.type = 'button';
close.addEventListener('click', closePage);

async function sendChosen(): Promise<void> {
  const departments = choices.filter(({ tick }) => tick.checked).map(({ mail }) => mail.department);
  if (departments.length === 0) return;
  message.hidden = true;
  send.disabled = true;
  send.textContent = words.working;
  try {
    const { told } = await call<Outcome<RemindReply>>('remind', { month, departments });
    page.replaceChildren(
      element('div', { class: 'counts', text: told.title }),
      ...told.lines.map((line) => element('p', { text: line })),
      element('div', { class: 'bar' }, [close]),
    );
  } catch (error) {
    message.textContent = error instanceof Error ? error.message : String(error);
    message.hidden = false;
    send.disabled = false;
    send.textContent = words.send;
  }
}

function row({ tick, mail }: (typeof choices)[number]): HTMLTableRowElement {
  const look = element('details', {}, [element('summary', { text: words.look }), frameOf(mail.html, mail.subject)]);
  const owed = mail.already ? `${mail.owed}　${words.already}` : String(mail.owed);
  return element('tr', {}, [
    element('td', {}, [tick]),
    element('td', { text: mail.department }),
    element('td', { text: mail.recipient }),
    element('td', { text: owed }),
    element('td', {}, [look]),
  ]);
}

/** No script, no form, no link out of it: it is there to be looked at. */
function frameOf(html: string, title: string): HTMLIFrameElement {
  const frame = element('iframe');
  frame.setAttribute('sandbox', '');
  frame.setAttribute('title', title);
  frame.style.cssText = 'width:480px;height:260px;border:1px solid #cfd5dd';
  frame.srcdoc = html;
  return frame;
}

const headings = ['', words.department, words.recipient, words.owed, ''].map((text) => element('th', { text }));

page.replaceChildren(
  element('p', { class: 'quiet', text: mails.length + unreachable.length === 0 ? words.nobody : words.choose }),
  ...(mails.length === 0
    ? []
    : [
        element('table', {}, [
          element('thead', {}, [element('tr', {}, headings)]),
          element('tbody', {}, choices.map(row)),
        ]),
      ]),
  ...(unreachable.length === 0
    ? []
    : [element('p', { class: 'findings', text: `${words.unreachable}：${unreachable.join('、')}` })]),
  message,
  element('div', { class: 'bar' }, mails.length === 0 ? [close] : [send, close]),
);
