/** Reads the submissions sheet for the consolidation, and makes the rows that wait for the departments. */
import { at } from '../domain/at.ts';
import { cellOf } from '../domain/cell.ts';
import type { SubmissionTable } from '../domain/consolidation/input.ts';
import { lookupFor } from '../domain/consolidation/lookup.ts';
import { lookUp } from '../domain/consolidation/memo.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type Duty, type Matrix, returnId, taskName } from '../domain/matrix.ts';
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
  const { period, department, task, text, count, people, links, time, review, reason } = located.at;
  // Written out: objects made alike, and no larger than they must be, are read faster a million times.
  const columns = { period, department, task, text, count, people, links, time, review, reason };
  return { rows, from: located.headingRow + 1, columns };
}

/** What a row is known by when it has been moved: its id or, where none was given to it, whose return it is. */
export const nameOfRow = (cells: CellRows[number] = [], at: Readonly<Record<SubmissionKey, number>>): string =>
  String(cellOf(cells, at.id)) || [at.period, at.department, at.task].map((place) => cellOf(cells, place)).join('/');

/** Number of the row now, which was `row` when a person saw it; `null` where it is gone. */
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
 * A row for every obligation that has none yet, grouped by department. A row that a person typed for the obligation
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
  const keys = inWritingOrder(located.at);
  const standing = obligationsWithRow(rows, located.headingRow, located.at, matrix, period);
  const missing = obligations
    .filter(({ task, department }) => !standing.has(task * matrix.departments.length + department))
    .sort((a, b) => a.department - b.department || a.task - b.task);
  const typed = keys.filter((key) => key !== 'state');
  const blank = typed.map((key) => located.at[key]);
  let free = endOfRows(rows, located.headingRow, blank) + 1;
  const begun = rowsById(rows, located.headingRow, located.at.id);
  const blocks: { row: number; rows: NewCell[][]; blank?: readonly number[] }[] = [];
  for (const duty of missing) {
    const { task, department } = duty;
    const id = returnId(period, duty, matrix);
    const cells: Partial<Record<SubmissionKey, NewCell>> = {
      period,
      department: at(matrix.departments, department).name,
      task: taskName(task, matrix.tasks),
      deadline: lastDay,
      id,
    };
    const left = begun.get(id);
    const goesOn =
      left !== undefined &&
      typed.every((key) => ['', cells[key] ?? ''].includes(String(cellOf(left.cells, located.at[key]))));
    const row = goesOn ? left.row : free++;
    cells.state = { formula: stateFormula((key) => located.at[key], row) };
    const last = blocks[blocks.length - 1];
    const line = keys.map((key) => cells[key] ?? '');
    const follows = last && last.blank === (goesOn ? undefined : blank) && last.row + last.rows.length === row;
    if (follows) last.rows.push(line);
    else blocks.push(goesOn ? { row, rows: [line] } : { row, rows: [line], blank });
  }
  return { blocks, places: keys.map((key) => located.at[key]), standing: obligations.length - missing.length };
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

/** The rows that bear a number, each with where it stands, from 1. */
function rowsById(rows: CellRows, headingRow: number, column: number) {
  const found = new Map<string, { readonly row: number; readonly cells: CellRows[number] }>();
  rows.forEach((cells, index) => {
    const id = String(cellOf(cells, column));
    if (index > headingRow && id !== '') found.set(id, { row: index + 1, cells });
  });
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
  for (const row of rows.slice(headingRow + 1)) {
    if (lookUp(lookup.month, cellOf(row, at.period)) !== monthOf(period) - 1) continue;
    const task = lookUp(lookup.task, cellOf(row, at.task));
    const department = lookUp(lookup.department, cellOf(row, at.department));
    if (task >= 0 && department >= 0) standing.add(task * matrix.departments.length + department);
  }
  return standing;
}
