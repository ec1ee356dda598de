/** Keeps what a command is about to replace, so that 撤销上一步 can put it back. */
import type { LocalDateTime } from '../domain/local-date.ts';
import type { OpenBook } from '../google/book.ts';
import type { Change } from '../spreadsheet/change.ts';
import { type ReplacedBlock } from '../spreadsheet/replaced.ts';
import { type Step } from '../workbook/undo.ts';
/** Who does what when, as it is kept. */
export interface Doing {
    readonly book: OpenBook;
    readonly now: LocalDateTime;
    readonly command: Step['command'];
    /** Tells one run of a command from another: a month, rows. */
    readonly about: string;
}
/**
 * The changes, and before them what they replace written down. Where they change nothing the step before stays the last one.
 * Where they go on with a run that broke off, both are one step. A workbook that lost 撤销记录 works on without it.
 *
 * @param besides what is replaced by other changes of the command
 */
export declare function undoable(doing: Doing, changes: readonly Change[], besides?: readonly ReplacedBlock[]): Change[];
export declare const stepOf: ({ command, about, now }: Doing, blocks: readonly ReplacedBlock[]) => Step;
/** 撤销记录 with that step in it, or with none. */
export declare function stepChange(book: OpenBook, step: Step | null): Change;
