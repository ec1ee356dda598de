/** The languages, and the catalogue of each. */
import { en } from './en/messages.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN/messages.ts';

const CATALOGUES = { 'zh-CN': zhCN, en } satisfies Readonly<Record<string, Messages>>;

export type Language = keyof typeof CATALOGUES;

export const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[];

/** What each language calls itself: so it is chosen in 设置. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

export const messagesIn = (language: Language): Messages => CATALOGUES[language];
