/** The language of the add-on in a workbook: what stands beside 语言 in its sheet 设置, as the add-on itself looks it up. */
import type { Book } from '../book/book.ts';
import type { Language } from './words.ts';

export function languageOf({ sheets }: Book): Language {
  const rows = sheets.find(({ name }) => name === '设置')?.rows ?? [];
  const typed = rows.find((row) => String(row?.values[0]).trim() === '语言')?.values[1];
  return String(typed).trim() === 'English' ? 'en' : 'zh-CN';
}
