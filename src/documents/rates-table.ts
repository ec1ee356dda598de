/** 完成率 as rows: department × month, complete and on time, and the year to date. A month that has not begun stays blank. */
import type { Consolidation, MonthCount } from '../domain/consolidation/result.ts';
import { rate } from '../domain/status.ts';
import type { NewCell, NewRows } from '../spreadsheet/cell.ts';
import { ratesSheet } from '../workbook/sheets/rates.ts';

export function ratesRows({ year, matrix }: Consolidation): NewRows {
  const rows = matrix.departments.map(({ name }, department) =>
    ratesRow(name, year.totals[department] ?? NOTHING, year.months[department] ?? []),
  );
  const total = year.totals.reduce(added, NOTHING);
  const months = year.started.map((started, month) =>
    started ? year.months.reduce((sum, counts) => added(sum, counts[month] ?? NOTHING), NOTHING) : null,
  );
  return [ratesSheet.columns.map(({ heading }) => heading), ...rows, ratesRow('合计', total, months)];
}

const NOTHING: MonthCount = { due: 0, handedIn: 0, onTime: 0 };

function added(a: MonthCount, b: MonthCount): MonthCount {
  return { due: a.due + b.due, handedIn: a.handedIn + b.handedIn, onTime: a.onTime + b.onTime };
}

function ratesRow(name: string, total: MonthCount, months: readonly (MonthCount | null)[]): NewCell[] {
  const share = (count: MonthCount | null, part: 'handedIn' | 'onTime'): NewCell =>
    count === null ? '' : (rate(count[part], count.due) ?? '');
  return [
    name,
    share(total, 'handedIn'),
    share(total, 'onTime'),
    ...months.map((count) => share(count, 'handedIn')),
    ...months.map((count) => share(count, 'onTime')),
  ];
}
