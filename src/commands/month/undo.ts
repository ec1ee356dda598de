/** 撤销上一步: what the last command replaced is put back, on the same day, as long as those cells were not edited since. */

import type { LocalDateTime } from '../../domain/local-date.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import { type OpenBook, openBook } from '../../google/book.ts';
import { nowIn } from '../../google/clock.ts';
import { messagesIn } from '../../messages/catalogues.ts';
import type { Messages, UndoneStep } from '../../messages/messages.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { rightsOf } from '../../office/guards.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { REPORT_KIND } from '../../office/month-report.ts';
import { languageOf, type Office, type Outcome, readOffice, rowsOf } from '../../office/office.ts';
import { stepChange } from '../../office/undoable.ts';
import { columnLetter } from '../../spreadsheet/cell.ts';
import type { Change } from '../../spreadsheet/change.ts';
import { editedSince, type ReplacedBlock, restoring } from '../../spreadsheet/replaced.ts';
import { lastMailLeft } from '../../workbook/dispatches.ts';
import { declarationOf } from '../../workbook/sheets.ts';
import { readStep, type Step } from '../../workbook/undo.ts';

export interface UndoReply {
  /** The command that was undone, as the menu calls it; `null` where none was. */
  readonly undone: string | null;
  /** Rows put back. */
  readonly rows: number;
}

/** What undoing would undo now, or why it would not. */
export type LastStep =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'none' | 'tooLate' | 'mailLeft'; readonly time: string };

/** The last step as it stands in the workbook; nothing is written. */
export function lastStep(book: OpenBook = openBook()): LastStep {
  const step = readStep(book.read(declarationOf('undo').title) ?? []);
  const left = lastMailLeft(book.read(declarationOf('dispatches').title), REPORT_KIND);
  const today = nowIn(book.timeZone).slice(0, 10);
  // What went upward was made from the workbook as the step had left it.
  if (left.startsWith(today) && left >= (step?.time ?? '').replace('T', ' ')) return { kind: 'mailLeft', time: left };
  if (step === null) return { kind: 'none', time: '' };
  if (step.time.slice(0, 10) !== today) return { kind: 'tooLate', time: step.time };
  return { kind: 'step', step };
}

/**
 * Run again it finds nothing to undo.
 *
 * @param expected time of the step a person agreed to undo; `null`: whichever is the last
 * @throws Refusal undoEdited, undoOther, sheetMissing
 */
export function undoLast(expected: string | null = null): Outcome<UndoReply> {
  return locked((book) => {
    const messages = messagesIn(languageOf(book));
    const last = lastStep(book);
    if (last.kind !== 'step') {
      return { told: messages.told.nothingUndone(last), reply: { undone: null, rows: 0 } };
    }
    const { step } = last;
    if (expected !== null && step.time !== expected) throw new Refusal({ code: 'undoOther' });
    const office = step.blocks.some(({ sheet }) => sheet === declarationOf('submissions').title)
      ? readOffice(book)
      : null;
    refuseEdited(book, step.blocks);
    const now = nowIn(book.timeZone) as LocalDateTime;
    const about = aboutStep(messages, step);
    const told = messages.told.undone(about);
    apply(step.blocks.map(restoring));
    // The step is forgotten when all else is done: run again after a stop, it finds what is still to be put back.
    apply([
      ...(office ? guardsNow(office) : []),
      stepChange(book, null),
      ...logLine(book, now, messages.commands.undo, told),
    ]);
    return { told, reply: { undone: about.command, rows: about.rows } };
  });
}

/** People are told which cells are in the way; of many, the first. */
function refuseEdited(book: OpenBook, blocks: readonly ReplacedBlock[]): void {
  for (const { sheet } of blocks) if (book.read(sheet) === null) throw new Refusal({ code: 'sheetMissing', sheet });
  const edited = editedSince(blocks, book.read);
  const [first] = edited;
  if (!first) return;
  const { sheet } = first;
  const cells = edited
    .filter((cell) => cell.sheet === sheet)
    .slice(0, 8)
    .map(({ row, column }) => `${columnLetter(column)}${row}`);
  throw new Refusal({ code: 'undoEdited', sheet, cells, count: edited.length });
}

/** Rows of 月度报送 that were put back are guarded as they stand now: they are read anew. */
function guardsNow(before: Office): readonly Change[] {
  const office = { ...before, book: openBook() };
  return rightsOf(office, rowsOf(office.book, 'submissions'), frozenPeriods(office)).changes;
}

/** A step, to be told. Which rows were decided on stands in their cells. */
export function aboutStep({ commands }: Messages, { command, about, time, who, blocks }: Step): UndoneStep {
  const rows = new Set(blocks.flatMap(({ sheet, row, after }) => after.map((_, index) => `${sheet} ${row + index}`)));
  return {
    command: commands[command],
    about: command === 'accept' || command === 'return' ? '' : about,
    time,
    who,
    sheets: [...new Set(blocks.map(({ sheet }) => sheet))],
    rows: rows.size,
  };
}
