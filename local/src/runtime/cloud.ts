/** What Google keeps for all accounts: the files, the locks, the stores, the outbox, the clock. Shared by all sessions. */
import type { Book } from '../book/book.ts';
import type { Mail } from '../services/mail/message.ts';
import type { Clock } from './clock.ts';

/** How much a user may send a day, and when the day began. */
export interface MailQuota {
  remaining: number;
  until: number;
}

/** One value in a cache. */
export interface Cached {
  readonly value: string;
  readonly expires: number;
}

/** The state all sessions of one spreadsheet share. */
export interface Cloud {
  readonly book: Book;
  /** Other spreadsheets, made by `SpreadsheetApp.create`, by id. */
  readonly others: Map<string, Book>;
  readonly clock: Clock;
  /** Which run holds which lock; `'outside'` for one that a test or another program holds. */
  readonly locks: Map<string, object | 'outside'>;
  /** Script and user caches, by their owner. */
  readonly caches: Map<string, Map<string, Cached>>;
  readonly mail: Mail[];
  /** By mail address of the sender. */
  readonly mailQuotas: Map<string, MailQuota>;
  readonly mailPerDay: number;
}

/** The id of the spreadsheet a session works on. */
export const bookId = (book: Book): string => book.sidecar['id'] ?? 'local-spreadsheet';
