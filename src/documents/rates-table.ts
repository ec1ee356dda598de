/** 完成率 as rows: department × month, complete and on time, and the year to date. A month that has not begun stays blank. */
import { at } from '../domain/at.ts';
import type { Consolidation, MonthCount } from '../domain/consolidation/result.ts';
import { rate } from '../domain/status.ts';
import type { NewCell, NewRows } from '../spreadsheet/cell.ts';
import { ratesSheet } from '../workbook/sheets/rates.ts';
import { countsOfMonth, countsToDate } from './official/counts.ts';

export function ratesRows(consolidation: Consolidation): NewRows {
  const { year, matrix } = consolidation;
  const rows = matrix.departments.map(({ name }, department) =>
    ratesRow(name, at(year.totals, department), at(year.months, department)),
  );
  const months = year.started.map((_, month) => countsOfMonth(consolidation, month));
  return [
    ratesSheet.columns.map(({ heading }) => heading),
    ...rows,
    ratesRow('合计', countsToDate(consolidation), months),
  ];
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
