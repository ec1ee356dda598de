/** Reads the submissions sheet for the consolidation, and makes the rows that wait for the departments. */
import type { SubmissionTable } from '../domain/consolidation/input.ts';
import { lookupFor } from '../domain/consolidation/lookup.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type Duty, type Matrix, taskName } from '../domain/matrix.ts';
import { monthOf, type Period, yearOf } from '../domain/period.ts';
import type { CellRows, NewCell, NewRows } from '../spreadsheet/cell.ts';
import { endOfRows, locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { type SubmissionKey, stateFormula, submissionsSheet } from './sheets/submissions.ts';

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
  /** Where each of our columns stands, from left to right; columns people added are left alone. */
  readonly places: readonly number[];
  readonly rows: NewRows;
  /** Obligations that had a row already. */
  readonly standing: number;
}

/**
 * A row for every obligation that has none yet, grouped by department. A row that somebody typed for the obligation
 * counts as its row.
 */
export function prepareRows(
  rows: CellRows,
  matrix: Matrix,
  period: Period,
  obligations: readonly Duty[],
  lastDay: LocalDate,
): PreparedRows {
  const located = locate(submissionsSheet, rows);
  refuseMissing(submissionsSheet, located, NEEDED_TO_PREPARE);
  const { at } = located;
  const keys = (Object.keys(at) as SubmissionKey[]).filter((key) => at[key] >= 0).sort((a, b) => at[a] - at[b]);
  const standing = obligationsWithRow(rows, located.headingRow, at, matrix, period);
  const missing = obligations
    .filter(({ task, department }) => !standing.has(task * matrix.departments.length + department))
    .sort((a, b) => a.department - b.department || a.task - b.task);
  const first =
    endOfRows(
      rows,
      located.headingRow,
      keys.filter((key) => key !== 'state').map((key) => at[key]),
    ) + 1;
  return {
    row: first,
    places: keys.map((key) => at[key]),
    standing: obligations.length - missing.length,
    rows: missing.map(({ task, department }, index) => {
      const name = matrix.departments[department]?.name ?? '';
      const cells: Partial<Record<SubmissionKey, NewCell>> = {
        period,
        department: name,
        task: taskName(task, matrix.tasks),
        deadline: lastDay,
        state: { formula: stateFormula((key) => at[key], first + index) },
        id: `${period}/${matrix.tasks[task]?.no ?? ''}/${name}`,
      };
      return keys.map((key) => cells[key] ?? '');
    }),
  };
}

const NEEDED_TO_PREPARE: readonly SubmissionKey[] = [
  'period',
  'department',
  'task',
  'deadline',
  'text',
  'count',
  'people',
  'links',
  'review',
];

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
