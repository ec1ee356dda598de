/** 预览: the mail as it would leave; it leaves once a person has confirmed that it was looked at. */
import { preview as byLanguage } from '../../messages/page-words.ts';
import { element, list, mailFrame, tick } from '../dom.ts';
import { bar, button, commonWords, main, pageData, showTold, voices, wordsOf, working } from '../page.ts';
import { call, closePage, outcomeShape } from '../script.ts';

const data = pageData<{
  readonly month: string;
  readonly subject: string;
  readonly html: string;
  readonly recipients: readonly string[];
  /** Who had another content before, and the number under which this one would go to them. */
  readonly corrected: readonly string[];
  readonly supplement: number;
  readonly problems: readonly string[];
  readonly attachments: readonly string[];
}>();
const words = wordsOf(byLanguage);

const seen = tick(words.confirm(data.recipients.length), false);
const correction = tick(
  words.correction({ recipients: data.corrected.join('、'), supplement: data.supplement }),
  false,
);
const close = button(commonWords().close, closePage);
const send = button(words.send, () => working(sendNow, words.sending), { class: 'main' });
send.disabled = true;
seen.box.addEventListener('change', () => {
  send.disabled = !seen.box.checked;
});

async function sendNow(): Promise<void> {
  const asked = { month: data.month, correction: correction.box.checked };
  showTold((await call('send', asked, outcomeShape)).told, close);
}

main().replaceChildren(
  element('p', { class: 'quiet', text: words.nothingSent }),
  element('p', { text: `${words.recipients}：${data.recipients.join('；')}` }),
  element('p', { text: `${words.subject}：${data.subject}` }),
  ...data.attachments.map((name) => element('p', { class: 'quiet', text: `📎 ${name}` })),
  ...(data.problems.length === 0
    ? []
    : [
        element('div', { class: 'findings' }, [
          element('strong', { text: words.problems }),
          element('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': words.problems }, [
            list(data.problems),
          ]),
        ]),
      ]),
  mailFrame(data.html, data.subject),
  ...voices(),
  bar(seen.node, ...(data.corrected.length === 0 ? [] : [correction.node]), send, close),
);
