/** How the reports show numbers, months and where an obligation stands: always a symbol and a word, never colour alone. */
import type { Obligation } from '../domain/consolidation/result.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { monthOf, type Period, yearOf } from '../domain/period.ts';
import { rate } from '../domain/status.ts';

/** `2023年5月` */
export const monthInWords = (period: Period): string => `${yearOf(period)}年${monthOf(period)}月`;

/** `5月20日` */
export const dayInWords = (date: LocalDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** `2023-05-18 09:30` */
export const momentInWords = (moment: string): string => moment.slice(0, 16).replace('T', ' ');

/** A rate as a cell: the share, or a dash where nothing was due. */
export function rateCell(part: number, whole: number): number | string {
  return rate(part, whole) ?? '—';
}

/** `97.1%`; a dash where nothing was due. */
export function percent(part: number, whole: number): string {
  const share = rate(part, whole);
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`;
}

/** Where an obligation stands, in a symbol and a word. An owed one that is not yet due only waits. */
export function statusMark({ status, daysLate }: Pick<Obligation, 'status' | 'daysLate'>): string {
  switch (status) {
    case 'submitted':
      return '✓ 已报';
    case 'accepted':
      return daysLate > 0 ? `▲ 迟报${daysLate}天（通过）` : '✓ 通过';
    case 'late':
      return `▲ 迟报${daysLate}天`;
    case 'nil':
      return daysLate > 0 ? `▲ 迟报${daysLate}天（零报告）` : '✓ 零报告';
    case 'draft':
      return '◐ 草稿';
    case 'returned':
      return '↩ 退回';
    case 'exempt':
      return '－ 免报';
    case 'missing':
      return daysLate > 0 ? '✗ 缺报' : '○ 待报';
  }
}
