/** Reads the submissions sheet for the consolidation, and makes the rows that wait for the departments. */
import type { SubmissionTable } from '../domain/consolidation/input.ts';
import { lookupFor } from '../domain/consolidation/lookup.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type Duty, type Matrix, taskLabel } from '../domain/matrix.ts';
import { monthOf, type Period, yearOf } from '../domain/period.ts';
import type { CellRows, NewCell, NewRows } from '../spreadsheet/cell.ts';
import { endOfRows, locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { stateFormula, type SubmissionKey, submissionsSheet } from './sheets/submissions.ts';

/**
 * The rows as they stand, with where each column is.
 *
 * @throws Refusal columnsMissing where month, department, task or text are gone
 */
export function readSubmissions(rows: CellRows): SubmissionTable {
  const located = locate(submissionsSheet, rows);
  refuseMissing(submissionsSheet, located, ['period', 'department', 'task', 'text']);
  return { rows, from: located.headingRow + 1, columns: located.at };
}

/** Rows to be written below the last entry. */
export interface PreparedRows {
  /** The sheet's row (from 1) of the first of them. */
  readonly row: number;
  readonly rows: NewRows;
  /** Obligations that had a row already. */
  readonly standing: number;
}

/**
 * A row for every obligation that has none yet, grouped by department; columns people added stay blank.
 * A row that somebody typed for the obligation counts as its row.
 */
export function prepareRows(
  rows: CellRows,
  matrix: Matrix,
  period: Period,
  obligations: readonly Duty[],
  lastDay: LocalDate,
): PreparedRows {
  const located = locate(submissionsSheet, rows);
  refuseMissing(submissionsSheet, located, ['period', 'department', 'task', 'text', 'count', 'people', 'links', 'review', 'deadline']);
  const { at } = located;
  const standing = obligationsWithRow(rows, located.headingRow, at, matrix, period);
  const missing = obligations
    .filter(({ task, department }) => !standing.has(task * matrix.departments.length + department))
    .sort((a, b) => a.department - b.department || a.task - b.task);
  const first = endOfRows(rows, located.headingRow, Object.values(at).filter((column) => column !== at.state)) + 1;
  const width = Math.max(...Object.values(at)) + 1;
  return {
    row: first,
    standing: obligations.length - missing.length,
    rows: missing.map(({ task, department }, index) => {
      const cells: NewCell[] = Array.from({ length: width }, () => '');
      const put = (key: SubmissionKey, cell: NewCell) => {
        if (at[key] >= 0) cells[at[key]] = cell;
      };
      const named = matrix.tasks[task] ?? { no: '', title: '' };
      const name = matrix.departments[department]?.name ?? '';
      put('period', period);
      put('department', name);
      put('task', taskLabel(named));
      put('deadline', lastDay);
      put('state', { formula: stateFormula((key) => at[key], first + index) });
      put('id', `${period}/${named.no}/${name}`);
      return cells;
    }),
  };
}

function obligationsWithRow(
  rows: CellRows,
  headingRow: number,
  at: Readonly<Record<SubmissionKey, number>>,
  matrix: Matrix,
  period: Period,
): ReadonlySet<number> {
  const lookup = lookupFor(matrix, yearOf(period));
  const standing = new Set<number>();
  for (let index = headingRow + 1; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    if (lookup.month(row[at.period] ?? '') !== monthOf(period) - 1) continue;
    const task = lookup.task(row[at.task] ?? '');
    const department = lookup.department(row[at.department] ?? '');
    if (task >= 0 && department >= 0) standing.add(task * matrix.departments.length + department);
  }
  return standing;
}
