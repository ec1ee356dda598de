/** What every page is made of: its words, where it says what happens, buttons that rest while something is under way. */
import type { Language } from '../messages/catalogues.ts';
import type { Told } from '../messages/messages.ts';
import { type ByLanguage, common } from '../messages/page-words.ts';
import type { CommonWords } from '../messages/pages.ts';
import { type About, element } from './dom.ts';

/** What the script handed to the page. */
export function pageData<Data>(): Data & { readonly language: Language } {
  const data = (window as unknown as { HUIZONG_DATA: Data & { readonly language: Language } }).HUIZONG_DATA;
  document.documentElement.lang = data.language;
  return data;
}

/** The words of the page's language. */
export function wordsOf<Words>(words: ByLanguage<Words>): Words {
  const { lang } = document.documentElement;
  return lang in words ? words[lang as Language] : words['zh-CN'];
}

export const commonWords = (): CommonWords => wordsOf(common);

export const main = (): HTMLElement => document.getElementById('page') as HTMLElement;

/** Where a page says what it does, and what went wrong. Both are there before they speak: readers listen to no others. */
const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
const alert = element('div', { class: 'error', role: 'alert' });

/** Seconds, for those who wait and see; they are not to be read aloud. */
const clock = element('span', { class: 'clock', 'aria-hidden': 'true' });

/** The places, to be put where the page speaks. */
export const voices = (): Node[] => [alert, status, clock];

export function say(text: string): void {
  alert.textContent = '';
  status.textContent = text;
}

export function complain(error: unknown): void {
  status.textContent = '';
  alert.textContent = error instanceof Error ? error.message : String(error);
  alert.scrollIntoView?.({ block: 'nearest' });
}

/**
 * Carries something out. Until it is done the page is busy: its controls rest, so that a second click does nothing twice, and
 * the focus comes back to where it was.
 */
export async function working(work: () => Promise<void>, words = commonWords().working): Promise<void> {
  const page = main();
  if (page.getAttribute('aria-busy') === 'true') return;
  const focused = document.activeElement;
  page.setAttribute('aria-busy', 'true');
  const controls = [...page.querySelectorAll<HTMLButtonElement | HTMLSelectElement>('button, select')];
  const resting = controls.filter(({ disabled }) => !disabled);
  for (const control of resting) control.disabled = true;
  say(words);
  let seconds = 0;
  const ticking = setInterval(() => {
    seconds += 1;
    if (seconds > 2) clock.textContent = `${seconds} s`;
  }, 1000);
  try {
    await work();
    if (status.textContent === words) say('');
  } catch (error) {
    complain(error);
  } finally {
    clearInterval(ticking);
    clock.textContent = '';
    page.removeAttribute('aria-busy');
    for (const control of resting) control.disabled = false;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost && focused instanceof HTMLElement && focused.isConnected) focused.focus();
  }
}

export function button(text: string, act: () => void | Promise<void>, about: About = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', text, ...about });
  made.addEventListener('click', () => void act());
  return made;
}

/** The row of buttons at the foot of a dialog. */
export const bar = (...children: readonly Node[]): HTMLElement => element('div', { class: 'bar' }, children);

/** What a command told, as the page's last word. */
export function showTold({ title, lines }: Told, ...buttons: readonly HTMLButtonElement[]): void {
  const heading = element('h1', { text: title, tabindex: '-1' });
  main().replaceChildren(heading, ...lines.map((text) => element('p', { text })), ...voices(), bar(...buttons));
  heading.focus();
}
