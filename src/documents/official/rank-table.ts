/** The bulletin's table: who handed in how much, ranked. */
import { at } from '../../domain/at.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import { PALETTE } from '../../workbook/palette.ts';
import type { Table, TablesBlock } from '../docx/template/block.ts';
import { percent } from '../words.ts';

/** By completeness, then punctuality; the year beside the month. */
export function rankTable({ departments, matrix, year }: Consolidation): TablesBlock {
  const entries = departments
    .filter(({ tally }) => tally.due > 0)
    .map(({ department, tally }) => ({
      department,
      tally,
      complete: tally.handedIn / tally.due,
      onTime: tally.onTime / tally.due,
    }))
    .sort((a, b) => b.complete - a.complete || b.onTime - a.onTime || a.department - b.department);
  const rankOf = (entry: (typeof entries)[number]) =>
    1 +
    entries.filter(
      (other) => other.complete > entry.complete || (other.complete === entry.complete && other.onTime > entry.onTime),
    ).length;
  const table: Table = {
    fontSize: 10.5,
    columns: [1, 2.6, 1, 1, 1, 1, 1, 1.3, 1.3, 1.5].map((width, index) => ({
      width,
      align: index === 1 ? 'left' : 'center',
    })),
    heading: ['排名', '部门', '应报', '已报', '按时', '迟报', '缺报', '完成率', '按时率', '累计\n完成率'],
    rows: entries.map((entry) => {
      const { department, tally } = entry;
      const total = at(year.totals, department);
      const missing = tally.due - tally.handedIn;
      return [
        { text: String(rankOf(entry)) },
        { text: at(matrix.departments, department).name },
        ...[tally.due, tally.handedIn, tally.onTime, tally.late].map((count) => ({ text: String(count) })),
        missing > 0 ? { text: `✗ ${missing}`, fill: PALETTE.overdue, bold: true } : { text: '0' },
        { text: percent(tally.handedIn, tally.due) },
        { text: percent(tally.onTime, tally.due) },
        { text: percent(total.handedIn, total.due) },
      ];
    }),
  };
  return { kind: 'tables', tables: entries.length === 0 ? [] : [table], wide: false };
}
