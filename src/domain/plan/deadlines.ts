/** Deadlines as plans write them: 每月20日前, 2012年10月底前, 年底前. A span such as 5年内 is none. */

const DEADLINE =
  /每(?:个)?月(?:的)?\d{1,2}[日号](?:之?前)?|每(?:个)?(?:季度|季|半年|月|年)(?:末|底)(?:之?前)?|(?:(?:\d{4}|20[X×]{2})年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬)?[底末]?)(?:之前|以前|前)|(?:\d{4}年|今年|当年|本年)?年?[底末](?:之前|以前|前)/g;

/** The deadlines a text names, each once, in its own words. */
export function deadlinesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(DEADLINE), ([found]) => found))];
}

/** Month and day of a deadline, and how often it comes round. */
export interface DeadlineParts {
  readonly frequency: 'monthly' | 'quarterly' | 'yearly' | 'once';
  readonly month: number | null;
  readonly day: number | null;
}

export function deadlineParts(due: string): DeadlineParts {
  const month = /(\d{1,2})月/.exec(due)?.[1];
  const day = /(\d{1,2})[日号]/.exec(due)?.[1];
  const numbers = { month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day) };
  if (/^每(?:个)?月/.test(due)) return { frequency: 'monthly', ...numbers };
  if (/^每(?:个)?季/.test(due)) return { frequency: 'quarterly', ...numbers };
  if (/^每/.test(due)) return { frequency: 'yearly', ...numbers };
  return { frequency: 'once', ...numbers, month: numbers.month ?? (/年?[底末]/.test(due) ? 12 : null) };
}
