/** Where an obligation stands: the words of the status column. */

/**
 * missing 缺报, draft 草稿, submitted 已报, late 迟报, returned 退回, accepted 通过, nil 零报告, exempt 免报.
 * Submitted, late, accepted and nil are handed in; missing, draft and returned are owed; exempt is neither.
 */
export type Status = 'missing' | 'draft' | 'submitted' | 'late' | 'returned' | 'accepted' | 'nil' | 'exempt';

export function isHandedIn(status: Status): boolean {
  return status === 'submitted' || status === 'late' || status === 'accepted' || status === 'nil';
}

export function isOwed(status: Status): boolean {
  return status === 'missing' || status === 'draft' || status === 'returned';
}

/** How many obligations stand where. `late` counts handed-in ones after the deadline whatever their status says now. */
export interface Tally {
  readonly due: number;
  readonly handedIn: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly draft: number;
  readonly returned: number;
  readonly nil: number;
  readonly exempt: number;
}

/** A tally still being counted. */
export type OpenTally = { -readonly [Count in keyof Tally]: number };

export function emptyTally(): OpenTally {
  return { due: 0, handedIn: 0, onTime: 0, late: 0, missing: 0, draft: 0, returned: 0, nil: 0, exempt: 0 };
}

/** Counts one obligation. */
export function countIn(counts: OpenTally, status: Status, daysLate: number): void {
  if (status === 'exempt') {
    counts.exempt += 1;
    return;
  }
  counts.due += 1;
  if (isHandedIn(status)) {
    counts.handedIn += 1;
    if (daysLate > 0) counts.late += 1;
    else counts.onTime += 1;
    if (status === 'nil') counts.nil += 1;
  } else if (status === 'missing') counts.missing += 1;
  else if (status === 'draft') counts.draft += 1;
  else counts.returned += 1;
}

/** A share between 0 and 1; `null` where nothing was due, which is neither good nor bad. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
