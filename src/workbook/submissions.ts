/** Reads the submissions sheet for the consolidation, and makes the rows that wait for the departments. */
import type { SubmissionTable } from '../domain/consolidation/input.ts';
import { lookupFor } from '../domain/consolidation/lookup.ts';
import { cellOf } from '../domain/consolidation/verdict.ts';
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

/** What a row is known by when it has been moved: its id or, where none was given to it, whose return it is. */
export const nameOfRow = (cells: CellRows[number] = [], at: Readonly<Record<SubmissionKey, number>>): string =>
  String(cellOf(cells, at.id)) || [at.period, at.department, at.task].map((place) => cellOf(cells, place)).join('/');

/** Number of the row now, which was `row` when somebody saw it; `null` where it is gone. */
export function rowKnownAs(name: string, rows: CellRows, row: number): number | null {
  const { at } = locate(submissionsSheet, rows);
  if (nameOfRow(rows[row - 1], at) === name) return row;
  const found = rows.findIndex((cells) => nameOfRow(cells, at) === name);
  return found < 0 ? null : found + 1;
}

/** Rows to be written, most of the time in one block below the last entry. */
export interface PreparedRows {
  readonly blocks: readonly PreparedBlock[];
  /** Where each of our columns stands; columns people added are left alone. */
  readonly places: readonly number[];
  /** Obligations that had a row already. */
  readonly standing: number;
}

interface PreparedBlock {
  /** The sheet's row (from 1) of the first of them. */
  readonly row: number;
  readonly rows: NewRows;
  /** Columns that are blank in these rows; none for rows a stopped run began. */
  readonly blank?: readonly number[];
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
  const keys = inWritingOrder(at);
  const standing = obligationsWithRow(rows, located.headingRow, at, matrix, period);
  const missing = obligations
    .filter(({ task, department }) => !standing.has(task * matrix.departments.length + department))
    .sort((a, b) => a.department - b.department || a.task - b.task);
  const typed = keys.filter((key) => key !== 'state');
  const blank = typed.map((key) => at[key]);
  let free = endOfRows(rows, located.headingRow, blank) + 1;
  const begun = rowsById(rows, located.headingRow, at.id);
  const blocks: { row: number; rows: NewCell[][]; blank?: readonly number[] }[] = [];
  for (const { task, department } of missing) {
    const name = matrix.departments[department]?.name ?? '';
    const id = `${period}/${matrix.tasks[task]?.no ?? ''}/${name}`;
    const cells: Partial<Record<SubmissionKey, NewCell>> = {
      period,
      department: name,
      task: taskName(task, matrix.tasks),
      deadline: lastDay,
      id,
    };
    const left = begun.get(id);
    const goesOn =
      left !== undefined && typed.every((key) => ['', cells[key] ?? ''].includes(String(rows[left]?.[at[key]] ?? '')));
    const row = goesOn ? left + 1 : free++;
    cells.state = { formula: stateFormula((key) => at[key], row) };
    const last = blocks[blocks.length - 1];
    const line = keys.map((key) => cells[key] ?? '');
    const follows = last && last.blank === (goesOn ? undefined : blank) && last.row + last.rows.length === row;
    if (follows) last.rows.push(line);
    else blocks.push(goesOn ? { row, rows: [line] } : { row, rows: [line], blank });
  }
  return { blocks, places: keys.map((key) => at[key]), standing: obligations.length - missing.length };
}

/**
 * Our columns from left to right; where people put theirs between, the columns beside the number come first. Each such run
 * is a write of its own: a run stopped between two of them has left the numbers, by which the next one finds its rows.
 */
function inWritingOrder(at: Readonly<Record<SubmissionKey, number>>): readonly SubmissionKey[] {
  const keys = (Object.keys(at) as SubmissionKey[]).filter((key) => at[key] >= 0).sort((a, b) => at[a] - at[b]);
  const id = keys.indexOf('id');
  if (id < 0) return keys;
  const apart = (index: number) => at[keys[index] as SubmissionKey] - index !== at.id - id;
  const beside = keys.filter((_, index) => !apart(index));
  return [...beside, ...keys.filter((_, index) => apart(index))];
}

/** Index of the row that bears a number. */
function rowsById(rows: CellRows, headingRow: number, column: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (column < 0) return found;
  for (let index = headingRow + 1; index < rows.length; index += 1) {
    const id = String(rows[index]?.[column] ?? '');
    if (id !== '') found.set(id, index);
  }
  return found;
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
