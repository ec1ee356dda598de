/** The annexed status table: task × department. Colour never stands alone: each cell says a symbol and a word. */
import { at } from '../../domain/at.ts';
import type { Consolidation, Obligation } from '../../domain/consolidation/result.ts';
import { taskLabel } from '../../domain/matrix.ts';
import { PALETTE } from '../../workbook/palette.ts';
import type { Table, TableCell, TablesBlock } from '../docx/template/block.ts';
import { statusMark } from '../words.ts';

/** Departments side by side: with more, a word no longer fits its column, and the table is continued below. */
const MOST_ACROSS = 14;

/** Beyond so many the page is laid on its side. */
const MOST_UPRIGHT = 6;

/** A column holds a symbol and two characters on a line: what is longer is broken where it reads well. */
const inColumn = (text: string): string =>
  text
    .replace('（', '\n（')
    .replace(/^(\S) (零报告)$/, '$1\n$2')
    .replace(/(\d+天)/, '\n$1');

/** Task × department. */
export function statusTable({ matrix, obligations, voluntary }: Consolidation): TablesBlock {
  const marks = new Map<number, Obligation>();
  const keyOf = (task: number, department: number) => task * matrix.departments.length + department;
  for (const one of [...voluntary, ...obligations]) marks.set(keyOf(one.task, one.department), one);
  const shown = matrix.departments
    .map((_, department) => department)
    .filter((department) => [...marks.values()].some((one) => one.department === department));
  const tasks = matrix.tasks
    .map((_, task) => task)
    .filter((task) => [...marks.values()].some((one) => one.task === task));
  const count = Math.ceil(shown.length / MOST_ACROSS);
  const each = Math.ceil(shown.length / Math.max(1, count));
  const groups = Array.from({ length: count }, (_, group) => shown.slice(group * each, (group + 1) * each));
  const tables = groups.map(
    (departments): Table => ({
      fontSize: departments.length > MOST_UPRIGHT ? 9 : 10.5,
      columns: [
        { width: Math.max(2.2, departments.length * 0.28), align: 'left' },
        ...departments.map(() => ({ width: 1, align: 'center' as const })),
      ],
      heading: ['任务', ...departments.map((department) => at(matrix.departments, department).name)],
      rows: tasks.map((task) => [
        { text: taskLabel(at(matrix.tasks, task)) },
        ...departments.map((department) => statusCell(marks.get(keyOf(task, department)))),
      ]),
    }),
  );
  return { kind: 'tables', tables, wide: shown.length > MOST_UPRIGHT };
}

function statusCell(obligation: Obligation | undefined): TableCell {
  if (!obligation) return { text: '' };
  const text = statusMark(obligation);
  const fills: Readonly<Record<string, string>> = {
    '✓': PALETTE.done,
    '▲': PALETTE.overdue,
    '✗': PALETTE.overdue,
    '↩': PALETTE.returned,
    '◐': PALETTE.waiting,
    '○': PALETTE.waiting,
  };
  const fill = fills[text.charAt(0)];
  return { text: inColumn(text), ...(fill === undefined ? {} : { fill }), bold: text.startsWith('✗') };
}
