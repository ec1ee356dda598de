/** The year as a heat map: department × month, the share handed in as a figure on its colour. */
import type { Consolidation, MonthCount } from '../../domain/consolidation/result.ts';
import { monthOf } from '../../domain/period.ts';
import { rate } from '../../domain/status.ts';
import { PALETTE } from '../../workbook/palette.ts';
import type { Table, TableCell, TablesBlock } from '../docx/template/block.ts';
import { added, NOTHING } from './counts.ts';

export function ratesMap({ year, matrix, period }: Consolidation): TablesBlock {
  const months = year.started.flatMap((started, month) => (started && month < monthOf(period) ? [month] : []));
  const departments = matrix.departments
    .map((_, department) => department)
    .filter((department) => (year.totals[department]?.due ?? 0) > 0);
  const row = (name: string, counts: readonly (MonthCount | null)[], total: MonthCount): TableCell[] => [
    { text: name },
    ...counts.map((count) => rateCell(count?.handedIn ?? 0, count?.due ?? 0)),
    rateCell(total.handedIn, total.due),
    rateCell(total.onTime, total.due),
  ];
  const rows = departments.map((department) =>
    row(
      matrix.departments[department]?.name ?? '',
      months.map((month) => year.months[department]?.[month] ?? null),
      year.totals[department] ?? NOTHING,
    ),
  );
  const sum = (month: number) =>
    departments.map((department) => year.months[department]?.[month] ?? NOTHING).reduce(added, NOTHING);
  const total = departments.map((department) => year.totals[department] ?? NOTHING).reduce(added, NOTHING);
  if (rows.length > 0) rows.push(row('合计', months.map(sum), total).map((cell) => ({ ...cell, bold: true })));
  const table: Table = {
    caption: '',
    fontSize: months.length > 8 ? 9 : 10.5,
    columns: [{ width: 3, align: 'left' }, ...[...months, 0, 0].map(() => ({ width: 1.3, align: 'center' as const }))],
    heading: ['部门', ...months.map((month) => `${month + 1}月`), '累计\n完成', '累计\n按时'],
    rows,
  };
  return { kind: 'tables', tables: rows.length === 0 ? [] : [table], wide: false };
}

function rateCell(part: number, whole: number): TableCell {
  const share = rate(part, whole);
  return share === null ? { text: '—' } : { text: `${Math.floor(share * 100)}%`, fill: scale(share) };
}

/** As the workbook's scale: orange, yellow at six tenths, blue. */
function scale(share: number): string {
  const [low, high, at] =
    share < 0.6
      ? [PALETTE.scaleLow, PALETTE.scaleMiddle, share / 0.6]
      : [PALETTE.scaleMiddle, PALETTE.scaleHigh, (share - 0.6) / 0.4];
  const channel = (from: number) => {
    const [a, b] = [low, high].map((color) => Number.parseInt(color.slice(from, from + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * at)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
