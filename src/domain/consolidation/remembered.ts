/** Answers that are worked out once per spelling: a year repeats a few thousand spellings a million times. */
import type { SubmissionCell } from './input.ts';

/**
 * The same answers, each worked out once. Neighbouring rows mostly say the same, so the last answer is tried before the
 * table: comparing two short texts costs less than hashing one.
 */
export function remembered<Answer>(answer: (cell: SubmissionCell) => Answer): (cell: SubmissionCell) => Answer {
  const known = new Map<SubmissionCell, Answer>();
  let lastCell: SubmissionCell | null = null;
  let last: Answer | undefined;
  return (cell) => {
    if (cell === lastCell) return last as Answer;
    let found = known.get(cell);
    if (found === undefined) {
      found = answer(cell);
      known.set(cell, found);
    }
    lastCell = cell;
    last = found;
    return found;
  };
}
