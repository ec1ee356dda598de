/** The list of what is owed, as a document's table. */
import { at } from '../../domain/at.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import { taskLabel } from '../../domain/matrix.ts';
import { PALETTE } from '../../workbook/palette.ts';
import type { Table, TablesBlock } from '../docx/template/block.ts';
import { owedMark } from '../owed-table.ts';
import { dayInWords, monthInWords } from '../words.ts';

/** Every obligation of the year that is owed now, by department, then by month and task as they come. */
export function owedList({ owed, matrix }: Consolidation): TablesBlock {
  const table: Table = {
    fontSize: 10.5,
    columns: [0.8, 2, 1.9, 3.5, 1.5, 1.5, 1].map((width, index) => ({
      width,
      align: index === 1 || index === 3 ? 'left' : 'center',
    })),
    heading: ['序号', '部门', '月份', '任务', '截止日期', '状态', '逾期\n天数'],
    rows: [...owed]
      .sort((a, b) => a.department - b.department)
      .map((one, index) => {
        const mark = owedMark(one);
        const fill = mark.startsWith('▲') ? PALETTE.overdue : mark.startsWith('↩') ? PALETTE.returned : PALETTE.waiting;
        return [
          { text: String(index + 1) },
          { text: at(matrix.departments, one.department).name },
          { text: monthInWords(one.period) },
          { text: taskLabel(at(matrix.tasks, one.task)) },
          { text: dayInWords(one.deadline) },
          { text: mark, fill },
          { text: one.daysOverdue > 0 ? String(one.daysOverdue) : '—' },
        ];
      }),
  };
  return { kind: 'tables', tables: owed.length === 0 ? [] : [table], wide: false };
}
