/** 预览: the mail as it would leave. The mail's HTML is our own, with every text in it escaped. */
import type { PreviewDialogWords } from '../../messages/messages.ts';
import { closePage, element, pageData } from '../dom.ts';

interface Data {
  readonly words: PreviewDialogWords;
  readonly subject: string;
  readonly html: string;
  readonly recipients: readonly string[];
  readonly problems: readonly string[];
  readonly attachments: readonly string[];
}

const data = pageData<Data>();
const { words } = data;
const page = document.getElementById('page') as HTMLElement;

const frame = element('iframe');
// No script, no form, no link out of it: it is there to be looked at.
frame.setAttribute('sandbox', '');
frame.setAttribute('title', data.subject);
frame.style.cssText = 'width:100%;height:400px;border:1px solid #cfd5dd';
frame.srcdoc = data.html;

const close = element('button', { class: 'main', text: words.close });
close.type = 'button';
close.addEventListener('click', closePage);

const problems = data.problems.map((text) => element('li', { text }));

page.replaceChildren(
  element('p', { class: 'quiet', text: words.nothingSent }),
  element('p', { text: `${words.recipients}：${data.recipients.join('；')}` }),
  element('p', { text: `${words.subject}：${data.subject}` }),
  ...data.attachments.map((name) => element('p', { class: 'quiet', text: `📎 ${name}` })),
  ...(problems.length === 0
    ? []
    : [
        element('div', { class: 'findings' }, [
          element('strong', { text: words.problems }),
          element('ul', {}, problems),
        ]),
      ]),
  frame,
  element('div', { class: 'bar' }, [close]),
);
