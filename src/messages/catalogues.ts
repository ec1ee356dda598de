/** The catalogue of a language. */
import { en } from './en/messages.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN/messages.ts';

export type Language = 'zh-CN' | 'en';

/** What each language calls itself: so it is chosen in 设置. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

const CATALOGUES: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCN, en };

export const messagesIn = (language: Language): Messages => CATALOGUES[language];
