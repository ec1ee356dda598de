/** An alert or a prompt: the script waits until it is answered. */
import type { Question } from '../wire.ts';
import { button, element } from './element.ts';
import { words } from './words.ts';

let shown: HTMLDialogElement | null = null;

export function drawQuestion(
  question: Question | null,
  answer: (about: { question: number; button: string; text?: string }) => void,
): void {
  shown?.remove();
  shown = null;
  if (!question) return;
  const { id, what, title, message, buttons } = question;
  const input = element('input', { attributes: { 'aria-label': title || message } });
  const give = (name: string): void => {
    for (const one of box.querySelectorAll('button')) one.disabled = true;
    answer({ question: id, button: name, ...(what === 'prompt' ? { text: input.value } : {}) });
  };
  const names: Readonly<Record<string, string>> = words().buttons;
  const box = element('dialog', { class: 'question', attributes: { 'aria-label': title || message } }, [
    ...(title === '' ? [] : [element('h2', { text: title })]),
    element('p', { text: message, attributes: { tabindex: '-1' } }),
    ...(what === 'prompt' ? [input] : []),
    element(
      'div',
      { class: 'buttons' },
      buttons.map((name) => button(names[name] ?? name, () => give(name))),
    ),
  ]);
  box.addEventListener('cancel', (event) => {
    event.preventDefault();
    give('CLOSE');
  });
  box.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter' && event.target === input && !event.isComposing) give(buttons[0] ?? 'OK');
  });
  document.body.append(box);
  shown = box;
  box.showModal();
  (what === 'prompt' ? input : box.querySelector('button'))?.focus();
}
