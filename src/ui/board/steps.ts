/** The steps of a month: which are done, and which one is next. */
import type { BoardReply } from '../../commands/month/board.ts';
import type { StepName } from '../../messages/pages.ts';

export interface Step {
  readonly name: StepName;
  readonly state: 'done' | 'next' | 'open';
}

/** What of the board says how far the month has come. */
export type MonthSoFar = Pick<BoardReply, 'done' | 'isOver' | 'lastDay'> & {
  readonly tally: Pick<BoardReply['tally'], 'due' | 'missing' | 'draft' | 'returned' | 'handedIn'>;
};

export const owedIn = ({ tally }: Pick<MonthSoFar, 'tally'>): number => tally.missing + tally.draft + tally.returned;

/**
 * One is next, or none where the month is done with. Reminding comes first while something is owed and the day is not over,
 * and once more after it; then the office looks at what came in, consolidates, writes, sends.
 */
export function stepsOf(month: MonthSoFar): readonly Step[] {
  const { done, isOver, lastDay, tally } = month;
  const isOwed = owedIn(month) > 0;
  const isDone: Readonly<Record<StepName, boolean>> = {
    prepare: done.prepared,
    remind: !isOwed,
    review: done.unreviewed === 0 && tally.handedIn > 0,
    consolidate: done.consolidated,
    documents: done.drafted,
    send: done.frozen,
  };
  const remindedSince = done.reminded !== null && (!isOver || done.reminded > lastDay);
  // What is owed when the report is written goes into it: it does not hold the month up.
  const mayWait: readonly StepName[] = [
    ...(remindedSince || done.drafted ? (['remind'] as const) : []),
    ...(done.unreviewed === 0 ? (['review'] as const) : []),
  ];
  const beforeTheDay: readonly StepName[] = isOver || !isOwed ? [] : ['consolidate', 'documents', 'send'];
  const next = done.frozen
    ? undefined
    : NAMES.find((name) => !isDone[name] && !mayWait.includes(name) && !beforeTheDay.includes(name));
  return NAMES.map((name) => ({ name, state: isDone[name] ? 'done' : name === next ? 'next' : 'open' }));
}

const NAMES: readonly StepName[] = ['prepare', 'remind', 'review', 'consolidate', 'documents', 'send'];
