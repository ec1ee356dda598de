/** The month beside the one before and beside the year, in numbers. */
import type { Consolidation, MonthCount } from '../../domain/consolidation/result.ts';
import { monthOf } from '../../domain/period.ts';
import { rate } from '../../domain/status.ts';
import type { Table, TablesBlock } from '../docx/template/block.ts';
import { percent } from '../words.ts';
import { countsOfMonth, countsToDate, differenceInWords } from './counts.ts';

export function comparisonTable(consolidation: Consolidation): TablesBlock {
  const month = monthOf(consolidation.period) - 1;
  const now = countsOfMonth(consolidation, month);
  const before = countsOfMonth(consolidation, month - 1);
  const year = countsToDate(consolidation);
  if (now === null) return { kind: 'tables', tables: [], wide: false };
  const numbers: readonly (readonly [string, (counts: MonthCount) => number])[] = [
    ['应报', ({ due }) => due],
    ['已报', ({ handedIn }) => handedIn],
    ['按时', ({ onTime }) => onTime],
    ['迟报', ({ handedIn, onTime }) => handedIn - onTime],
    ['缺报', ({ due, handedIn }) => due - handedIn],
  ];
  const rates: readonly (readonly [string, keyof MonthCount])[] = [
    ['完成率', 'handedIn'],
    ['按时率', 'onTime'],
  ];
  const rows = [
    ...numbers.map(([name, of]) => [
      name,
      String(of(now)),
      before ? String(of(before)) : '—',
      before ? signed(of(now) - of(before)) : '—',
      String(of(year)),
    ]),
    ...rates.map(([name, part]) => [
      name,
      percent(now[part], now.due),
      before ? percent(before[part], before.due) : '—',
      before ? differenceInWords(rate(now[part], now.due), rate(before[part], before.due)) : '—',
      percent(year[part], year.due),
    ]),
  ];
  const table: Table = {
    fontSize: 10.5,
    columns: [2, 2, 2, 3.2, 2].map((width, index) => ({ width, align: index === 0 ? 'left' : 'center' })),
    heading: ['项目', '本月', '上月', '比上月', '年初至今'],
    rows: rows.map((cells) => cells.map((text) => ({ text }))),
  };
  return { kind: 'tables', tables: [table], wide: false };
}

const signed = (difference: number): string =>
  difference > 0 ? `＋${difference}` : difference < 0 ? `－${-difference}` : '持平';
