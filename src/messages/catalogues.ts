/** The catalogue of a language. */
import { en } from './en/messages.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN/messages.ts';

export type { Language } from './language.ts';

const CATALOGUES: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCN, en };

export const messagesIn = (language: Language): Messages => CATALOGUES[language];
