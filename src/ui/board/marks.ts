/** How the board shows where an obligation stands: a colour, a symbol and words, never one of them alone. */
import type { BoardDuty } from '../../commands/month/board.ts';
import type { BoardWords } from '../../messages/pages.ts';

/** What of a duty says where it stands. */
export type Standing = Pick<BoardDuty, 'status' | 'daysLate'>;

/** The class that gives it its colour, and the legend's line. */
export type MarkKind = 'done' | 'late' | 'waiting' | 'missing' | 'draft' | 'returned' | 'exempt';

/** In the order of the legend: what is well, what is not. */
export const SYMBOLS: Readonly<Record<MarkKind, string>> = {
  done: '✓',
  late: '▲',
  waiting: '○',
  missing: '✗',
  draft: '◐',
  returned: '↩',
  exempt: '－',
};

export function kindOf({ status, daysLate }: Standing): MarkKind {
  switch (status) {
    case 'submitted':
    case 'accepted':
    case 'nil':
      return daysLate > 0 ? 'late' : 'done';
    case 'missing':
      return daysLate > 0 ? 'missing' : 'waiting';
    default:
      return status;
  }
}

export function legendWord(kind: MarkKind, words: BoardWords): string {
  if (kind === 'done') return words.statuses.submitted;
  return kind === 'waiting' ? words.waiting : words.statuses[kind];
}

/** `缺报，逾期 3 天`; `迟报 2 天`; `通过` */
export function standingInWords(standing: Standing, words: BoardWords): string {
  const { status, daysLate } = standing;
  const isOwed = status === 'missing' || status === 'draft' || status === 'returned';
  if (status === 'missing' && daysLate === 0) return words.waiting;
  const days = daysLate === 0 ? [] : [isOwed ? words.daysOverdue(daysLate) : words.daysLate(daysLate)];
  const said = status === 'late' && days.length > 0 ? days : [words.statuses[status], ...days];
  return said.join(words.comma);
}
