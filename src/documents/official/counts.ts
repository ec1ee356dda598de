/** Due, handed in and on time of the whole unit, by month and for the year, and how two rates differ. */
import type { Consolidation, MonthCount } from '../../domain/consolidation/result.ts';

const NOTHING: MonthCount = { due: 0, handedIn: 0, onTime: 0 };

const added = (a: MonthCount, b: MonthCount): MonthCount => ({
  due: a.due + b.due,
  handedIn: a.handedIn + b.handedIn,
  onTime: a.onTime + b.onTime,
});

/** `month` counts from 0; `null` for a month that was not started or in which nothing was due. */
export function countsOfMonth({ year }: Consolidation, month: number): MonthCount | null {
  const sum = year.months.map((months) => months[month] ?? NOTHING).reduce(added, NOTHING);
  return sum.due === 0 ? null : sum;
}

export const countsToDate = ({ year }: Consolidation): MonthCount => year.totals.reduce(added, NOTHING);

/** `提高3.2个百分点`, `下降…`, `持平`; a dash where one of them is missing. */
export function differenceInWords(now: number | null, before: number | null): string {
  if (now === null || before === null) return '—';
  // Of the rates as they are shown, so that a reader who checks the sum finds it right.
  const points = (Math.round(now * 1000) - Math.round(before * 1000)) / 10;
  if (points === 0) return '持平';
  return `${points > 0 ? '提高' : '下降'}${Math.abs(points).toFixed(1)}个百分点`;
}
