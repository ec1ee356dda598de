/** What a copy of a sheet is called. */
import type { Book } from '../../book/book.ts';
import { sheetNamed } from '../../book/sheets.ts';

/** What a copy is called in a book of that locale: numbered on where the name is taken. */
export function copyName(book: Book, name: string): string {
  const stem = book.locale.startsWith('zh') ? `${name}的副本` : `Copy of ${name}`;
  let free = stem;
  for (let number = 2; sheetNamed(book, free); number += 1) free = `${stem} ${number}`;
  return free;
}
