/** The words of the page, in the language it was told last. */
import { type Language, wordsIn } from '../words.ts';
import { byId } from './element.ts';

let spoken: Language = 'zh-CN';

export const words = () => wordsIn(spoken);

/** The page's own labels, too. */
export function speak(language: Language): void {
  spoken = language;
  document.documentElement.lang = language;
  const { account, menus, sheets } = words();
  byId('account-label').textContent = account;
  byId('menus').setAttribute('aria-label', menus);
  byId('grid').setAttribute('aria-label', sheets);
}
