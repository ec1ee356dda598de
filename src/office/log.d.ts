/** The line a command leaves in 操作日志. */
import type { LocalDateTime } from '../domain/local-date.ts';
import type { OpenBook } from '../google/book.ts';
import type { Told } from '../messages/messages.ts';
import type { Change } from '../spreadsheet/change.ts';
/** A workbook whose log was taken out works on without one. */
export declare function logLine(book: OpenBook, now: LocalDateTime, command: string, { title, lines }: Told): Change[];
