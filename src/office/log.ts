/** The line a command leaves in 操作日志. */
import type { LocalDateTime } from '../domain/local-date.ts';
import { runnerMail } from '../google/account.ts';
import type { OpenBook } from '../google/book.ts';
import type { Told } from '../messages/messages.ts';
import type { Change } from '../spreadsheet/change.ts';
import { rowOf } from '../workbook/declaration.ts';
import { placesOf } from '../workbook/places.ts';
import { logSheet } from '../workbook/sheets/log.ts';

/** A workbook whose log was taken out works on without one. */
export function logLine(book: OpenBook, now: LocalDateTime, command: string, { title, lines }: Told): Change[] {
  if (!book.has(logSheet.title)) return [];
  const result = [title, ...lines].join(' ');
  const row = rowOf(logSheet, { time: now.replace('T', ' '), who: runnerMail(), command, result });
  return [{ kind: 'append', sheet: logSheet.title, places: placesOf(book, logSheet), row }];
}
