/** Keeps what a command is about to replace, so that 撤销上一步 can put it back. */
import type { LocalDateTime } from '../domain/local-date.ts';
import { runnerMail } from '../google/account.ts';
import type { OpenBook } from '../google/book.ts';
import type { Change } from '../spreadsheet/change.ts';
import { isBrokenOff, type ReplacedBlock, replacedBlocks, together } from '../spreadsheet/replaced.ts';
import { placesOf } from '../workbook/places.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { readStep, type Step, stepRows } from '../workbook/undo.ts';

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
export function undoable(doing: Doing, changes: readonly Change[], besides: readonly ReplacedBlock[] = []): Change[] {
  const { book } = doing;
  const rows = book.read(declarationOf('undo').title);
  const blocks = [...besides, ...replacedBlocks(changes, book.read)];
  if (rows === null || blocks.length === 0) return [...changes];
  const before = readStep(rows);
  const goesOn = before !== null && isSameDoing(before, doing) && isBrokenOff(before.blocks, book.read);
  return [stepChange(book, stepOf(doing, goesOn ? together(before.blocks, blocks) : blocks)), ...changes];
}

const isSameDoing = (step: Step, { command, about, now }: Doing): boolean =>
  step.command === command && step.about === about && step.time.slice(0, 10) === now.slice(0, 10);

export const stepOf = ({ command, about, now }: Doing, blocks: readonly ReplacedBlock[]): Step => ({
  command,
  about,
  time: now,
  who: runnerMail(),
  blocks,
});

/** 撤销记录 with that step in it, or with none. */
export function stepChange(book: OpenBook, step: Step | null): Change {
  const declaration = declarationOf('undo');
  return {
    kind: 'replace',
    sheet: declaration.title,
    row: 1,
    places: placesOf(book, declaration),
    rows: stepRows(step),
  };
}
