/** The year as a heat map: department × month, the share handed in as a figure on its colour. */
import { at } from '../../domain/at.ts';
import type { Consolidation, MonthCount } from '../../domain/consolidation/result.ts';
import { monthOf } from '../../domain/period.ts';
import { rate } from '../../domain/status.ts';
import { PALETTE } from '../../workbook/palette.ts';
import type { Table, TableCell, TablesBlock } from '../docx/template/block.ts';
import { countsOfMonth, countsToDate } from './counts.ts';

export function ratesMap(consolidation: Consolidation): TablesBlock {
  const { year, matrix, period } = consolidation;
  const months = year.started.flatMap((started, month) => (started && month < monthOf(period) ? [month] : []));
  const row = (name: string, counts: readonly (MonthCount | null)[], total: MonthCount): TableCell[] => [
    { text: name },
    ...counts.map((count) => rateCell(count, 'handedIn')),
    rateCell(total, 'handedIn'),
    rateCell(total, 'onTime'),
  ];
  const rows = matrix.departments
    .map(({ name }, department) => ({ name, own: at(year.months, department), total: at(year.totals, department) }))
    .filter(({ total }) => total.due > 0)
    .map(({ name, own, total }) => {
      const counts = months.map((month) => at(own, month));
      return row(name, counts, total);
    });
  if (rows.length === 0) return { kind: 'tables', tables: [], wide: false };
  const sums = months.map((month) => countsOfMonth(consolidation, month));
  const together = row('合计', sums, countsToDate(consolidation)).map((cell) => ({ ...cell, bold: true }));
  const table: Table = {
    fontSize: months.length > 8 ? 9 : 10.5,
    columns: [{ width: 3, align: 'left' }, ...[...months, 0, 0].map(() => ({ width: 1.3, align: 'center' as const }))],
    heading: ['部门', ...months.map((month) => `${month + 1}月`), '累计\n完成', '累计\n按时'],
    rows: [...rows, together],
  };
  return { kind: 'tables', tables: [table], wide: false };
}

function rateCell(count: MonthCount | null, part: 'handedIn' | 'onTime'): TableCell {
  const share = count && rate(count[part], count.due);
  return share === null ? { text: '—' } : { text: `${Math.floor(share * 100)}%`, fill: scale(share) };
}

/** As the workbook's scale: orange, yellow at six tenths, blue. */
function scale(share: number): string {
  const [low, high, way] =
    share < 0.6
      ? [PALETTE.scaleLow, PALETTE.scaleMiddle, share / 0.6]
      : [PALETTE.scaleMiddle, PALETTE.scaleHigh, (share - 0.6) / 0.4];
  const channel = (from: number) => {
    const of = (color: string) => Number.parseInt(color.slice(from, from + 2), 16);
    return Math.round(of(low) + (of(high) - of(low)) * way)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
