import { type OpenBook } from '../google/book.ts';
/**
 * @throws Refusal busy, where somebody else's command keeps running; overtaken, where somebody typed what it would have
 * written over
 */
export declare function locked<Result>(work: (book: OpenBook) => Result): Result;
