/** Answers that are worked out once per spelling: a year repeats a few thousand spellings a million times. */
import type { Cell } from '../cell.ts';

/** What `recall` knows so far of the answers to one question. */
export interface Memory<Answer> {
  readonly answer: (cell: Cell) => Answer;
  readonly known: Map<Cell, Remembered<Answer>>;
  last: Remembered<Answer> | null;
}

interface Remembered<Answer> {
  readonly cell: Cell;
  readonly answer: Answer;
  /** What was asked for after it the last time. */
  next: Remembered<Answer> | null;
}

export function memoryOf<Answer>(answer: (cell: Cell) => Answer): Memory<Answer> {
  return { answer, known: new Map(), last: null };
}

/**
 * The answer for the cell, worked out where it is asked for the first time. Neighbouring rows mostly say the same, or what
 * followed the last time: both are tried before the table, since comparing two short texts costs less than hashing one.
 */
export function recall<Answer>(memory: Memory<Answer>, cell: Cell): Answer {
  const { last } = memory;
  if (last !== null) {
    if (cell === last.cell) return last.answer;
    const { next } = last;
    if (next !== null && cell === next.cell) {
      memory.last = next;
      return next.answer;
    }
  }
  let found = memory.known.get(cell);
  if (found === undefined) {
    found = { cell, answer: memory.answer(cell), next: null };
    memory.known.set(cell, found);
  }
  if (last !== null) last.next = found;
  memory.last = found;
  return found.answer;
}
