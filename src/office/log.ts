/** The line a command leaves in 操作日志. */
import type { LocalDateTime } from '../domain/local-date.ts';
import { runnerMail } from '../google/account.ts';
import type { OpenBook } from '../google/book.ts';
import type { Told } from '../messages/messages.ts';
import type { Change } from '../spreadsheet/change.ts';
import { placesOf } from '../workbook/places.ts';
import { declarationOf } from '../workbook/sheets.ts';

/** A workbook whose log was taken out works on without one. */
export function logLine(book: OpenBook, now: LocalDateTime, command: string, { title, lines }: Told): Change[] {
  const log = declarationOf('log');
  if (!book.has(log.title)) return [];
  const row = [now.replace('T', ' '), runnerMail(), command, [title, ...lines].join(' ')];
  return [{ kind: 'append', sheet: log.title, places: placesOf(book, log), row }];
}
