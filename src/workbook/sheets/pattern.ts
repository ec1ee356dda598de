/**
 * 汇总样式: the pattern every 汇总-YYYY-MM is copied from. Its look is the report's look: a change of fonts, widths
 * or colours here changes all reports to come, without touching code. The run itself writes values only.
 */
import { columnLetter } from '../../spreadsheet/cell.ts';
import type { LiveRule } from '../../spreadsheet/look.ts';
import { declareSheet, textColumn } from '../declaration.ts';
import { PALETTE } from '../palette.ts';

/** What a section heading of the report begins with: the pattern's live rules know it by this. */
export const SECTION_MARK = '■';

/** Room for tasks' status columns; a plan with more gets more columns when it is written. */
const STATUS_COLUMNS = 16;

/** The last own row of a report: whatever stands below it is a person's note. */
export const END_MARK = '（本表到此为止）';

const numberColumn = (key: string, heading: string, format: string, explain: string) =>
  textColumn(key, heading, { width: 64, author: 'script', format, align: 'center', explain });

export const patternSheet = declareSheet<string>({
  key: 'pattern',
  title: '汇总样式',
  frozenRows: 1,
  frozenColumns: 1,
  tabColor: PALETTE.record,
  guard: 'office',
  columns: [
    textColumn('subject', '项目', { width: 170, author: 'script', explain: '部门、任务或问题类别。' }),
    textColumn('text', '说明', { width: 520, author: 'script', explain: '合并的文字、情况或问题。' }),
    numberColumn('due', '应报', '0', '应报数。'),
    numberColumn('handedIn', '已报', '0', '已报数，含迟报和零报告。'),
    numberColumn('onTime', '按时', '0', '按时数。'),
    numberColumn('late', '迟报', '0', '迟报数。'),
    numberColumn('missing', '缺报', '0', '缺报、草稿、退回未补之和。'),
    numberColumn('complete', '完成率', '0.0%', '已报 ÷ 应报。'),
    numberColumn('onTimeRate', '按时率', '0.0%', '按时 ÷ 应报。'),
    numberColumn('count', '数量', '#,##0.##', '数量合计。'),
    numberColumn('people', '人次', '#,##0.##', '人次合计。'),
    ...Array.from({ length: STATUS_COLUMNS }, (_, index) =>
      textColumn(`task${index + 1}`, `列${index + 1}`, {
        width: 84,
        author: 'script',
        align: 'center',
        explain: '各任务的报送状态。',
      }),
    ),
  ],
  rules: (columnAt) => patternRules(columnAt('task1'), columnAt(`task${STATUS_COLUMNS}`)),
});

function patternRules(firstStatus: number, lastStatus: number): LiveRule[] {
  const wide = { fromColumn: 0, toColumn: lastStatus, fromRow: 2 };
  const letter = columnLetter(firstStatus);
  const status = (symbol: string, look: LiveRule['look']): LiveRule => ({
    fromColumn: firstStatus,
    toColumn: lastStatus,
    fromRow: 2,
    when: { kind: 'formula', formula: `=LEFT(${letter}2,1)="${symbol}"` },
    look,
  });
  return [
    {
      ...wide,
      when: { kind: 'formula', formula: `=LEFT($A2,1)="${SECTION_MARK}"` },
      look: { background: PALETTE.section, bold: true },
    },
    status('▲', { background: PALETTE.overdue, color: PALETTE.overdueInk, bold: true }),
    status('✗', { background: PALETTE.overdue, color: PALETTE.overdueInk, bold: true }),
    status('↩', { background: PALETTE.returned, color: PALETTE.returnedInk }),
    status('◐', { background: PALETTE.waiting }),
    status('○', { background: PALETTE.waiting }),
    status('✓', { background: PALETTE.done }),
  ];
}
