/** What a sentence says in both languages, and what it must not let through. */
import { expect } from 'vitest';
import { messagesIn } from '../../src/messages/catalogues.ts';
import type { Messages, Told } from '../../src/messages/messages.ts';

export type Words = (words: Messages) => string | Told;

/** The reader must not see how it was made. */
const SEAMS = /undefined|null|NaN|\[object|\$\{|=>/;
/** English may quote what stands in the sheets; outside of the quotes it has its own signs. */
const CHINESE_SIGNS = /[，。、：（）【】！？]|……/;

const read = (said: string | Told): string =>
  typeof said === 'string' ? said : [said.title, ...said.lines].join('\n');

const inEnglish = (ask: Words) => read(ask(messagesIn('en')));
const inChinese = (ask: Words) => read(ask(messagesIn('zh-CN')));

/** What stands in the English of it, and what in the Chinese. */
export function expectSaid(ask: Words, english: string, chinese: string): void {
  expect(inEnglish(ask)).toContain(english);
  expect(inChinese(ask)).toContain(chinese);
  for (const said of [inEnglish(ask), inChinese(ask)]) expect(said).not.toMatch(SEAMS);
  expect(inEnglish(ask).replace(/“[^”]*”/g, '')).not.toMatch(CHINESE_SIGNS);
}
