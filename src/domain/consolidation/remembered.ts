/** Answers that are worked out once per spelling: a year repeats a few thousand spellings a million times. */
import type { SubmissionCell } from './input.ts';

/** What `recall` knows so far of the answers to one question. */
export interface Memory<Answer> {
  readonly answer: (cell: SubmissionCell) => Answer;
  readonly known: Map<SubmissionCell, Answer>;
  lastCell: SubmissionCell | null;
  last: Answer | undefined;
}

export function memoryOf<Answer>(answer: (cell: SubmissionCell) => Answer): Memory<Answer> {
  return { answer, known: new Map(), lastCell: null, last: undefined };
}

/**
 * The answer for the cell, worked out where it is asked for the first time. Neighbouring rows mostly say the same, so the
 * last answer is tried before the table: comparing two short texts costs less than hashing one.
 */
export function recall<Answer>(memory: Memory<Answer>, cell: SubmissionCell): Answer {
  if (cell === memory.lastCell) return memory.last as Answer;
  let found = memory.known.get(cell);
  if (found === undefined) {
    found = memory.answer(cell);
    memory.known.set(cell, found);
  }
  memory.lastCell = cell;
  memory.last = found;
  return found;
}
