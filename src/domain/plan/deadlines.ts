/** Deadlines as plans write them: 每月20日前, 2012年10月底前, 年底前. A span such as 5年内 is none. */

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?';
const BEFORE = '(?:之前|以前|前(?![后期往来]|提(?![交供出前报请])))';
const WITHIN = '(?:首月|末月|首个月|最后一个?月|第[一二三]个?月|结束后|次月)?的?';
const YEAR = '(?:(?:\\d{4}|20[X×x*]{2}) ?年 ?(?:度)?|今年|当年|本年|次年|明年)';

const DEADLINE = new RegExp(
  [
    `每个?(?:月|季度|季)${WITHIN} ?${N}[日号](?:${BEFORE})?`,
    `(?:每个?|次)月[上中下]旬(?:${BEFORE})?`,
    `每个?(?:季度|季|半年|月|年)度?[末底](?:${BEFORE})?`,
    `每个?(?:周|星期)[一二三四五六日天末](?![次回遍])(?:${BEFORE})?`,
    `每年(?:的)?${N}月 ?(?:${N}[日号])?[底末]?(?:${BEFORE})?`,
    `次月 ?${N}[日号]${BEFORE}`,
    `${YEAR}? ?${N}月(?:份)? ?(?:${N}[日号]|[上中下]旬)?[底末]?${BEFORE}`,
    `(?:${YEAR}|上半年|下半年|本月|当月|季度|年|月)[底末]${BEFORE}`,
    `${YEAR}?(?:上半年|第?[一二三四]季度)[底末]?${BEFORE}`,
  ].join('|'),
  'g',
);

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
  const month = /(\d{1,2}) ?月/.exec(due)?.[1];
  const day = /(\d{1,2}) ?[日号]/.exec(due)?.[1];
  const numbers = { month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day) };
  if (/^(?:每个?|次)月/.test(due)) return { frequency: 'monthly', ...numbers };
  if (/^每个?季/.test(due)) return { frequency: 'quarterly', ...numbers };
  if (/^每/.test(due)) return { frequency: 'yearly', ...numbers };
  return { frequency: 'once', ...numbers, month: numbers.month ?? (/年度?[底末]/.test(due) ? 12 : null) };
}
