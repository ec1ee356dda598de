/** Answers that are worked out once per spelling: a year repeats a few thousand spellings a million times. */
import type { Cell } from '../cell.ts';

/** What `lookUp` knows so far of the answers to one question. */
export interface Memo<Answer> {
  readonly answer: (cell: Cell) => Answer;
  readonly known: Map<Cell, Answered<Answer>>;
  last: Answered<Answer> | null;
}

interface Answered<Answer> {
  readonly cell: Cell;
  readonly answer: Answer;
  /** What was asked for after it the last time. */
  next: Answered<Answer> | null;
}

export function memoOf<Answer>(answer: (cell: Cell) => Answer): Memo<Answer> {
  return { answer, known: new Map(), last: null };
}

/**
 * The answer for the cell, worked out where it is asked for the first time. Neighbouring rows mostly say the same, or what
 * followed the last time: both are tried before the table, since comparing two short texts costs less than hashing one.
 */
export function lookUp<Answer>(memo: Memo<Answer>, cell: Cell): Answer {
  const { last } = memo;
  if (last !== null) {
    if (cell === last.cell) return last.answer;
    const { next } = last;
    if (next !== null && cell === next.cell) {
      memo.last = next;
      return next.answer;
    }
  }
  let found = memo.known.get(cell);
  if (found === undefined) {
    found = { cell, answer: memo.answer(cell), next: null };
    memo.known.set(cell, found);
  }
  if (last !== null) last.next = found;
  memo.last = found;
  return found.answer;
}
