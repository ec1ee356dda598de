/** The languages, and the catalogue of each. */
import { en } from './en/messages.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN/messages.ts';

export type { Language } from './language.ts';

/** What each language calls itself: so it is chosen in 设置. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

/** Functions: a run speaks one language, and makes the catalogue of no other. */
const CATALOGUES: Readonly<Record<Language, () => Messages>> = { 'zh-CN': zhCN, en };

const made = new Map<Language, Messages>();

export function messagesIn(language: Language): Messages {
  const messages = made.get(language) ?? CATALOGUES[language]();
  made.set(language, messages);
  return messages;
}
