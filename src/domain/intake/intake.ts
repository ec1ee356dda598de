/**
 * What becomes of a row of 月度报送 as a person types it: the forms of its key cells made the usual ones, its time, its
 * number, and a word on what it still lacks. Judged from the row alone, so that each later reader — the edit trigger,
 * the next command — comes to the same.
 */
import { at } from '../at.ts';
import { type Cell, cellOf, isBlank } from '../cell.ts';
import type { Coded, NoFields } from '../coded.ts';
import type { SubmissionColumns } from '../consolidation/input.ts';
import type { Lookup } from '../consolidation/lookup.ts';
import { lookUp, type Memo } from '../consolidation/memo.ts';
import { isFilled, isFormulaError, lacks, readReview } from '../consolidation/verdict.ts';
import type { EvidenceDemand, EvidenceRule } from '../evidence.ts';
import type { LocalDateTime } from '../local-date.ts';
import { type Matrix, taskName } from '../matrix.ts';
import { isNilReturn } from '../nil-return.ts';
import { type Period, periodOf } from '../period.ts';
import { parseQuantity } from '../quantity.ts';

export interface IntakeContext {
  readonly year: number;
  readonly matrix: Matrix;
  readonly lookup: Lookup;
  /** What each task demands, by its index. */
  readonly evidence: readonly EvidenceRule[];
  readonly now: LocalDateTime;
}

/** What a row says of itself to the person who looks at it. */
export interface HintFields {
  nil: NoFields;
  noText: NoFields;
  lacks: { demands: readonly EvidenceDemand[] };
  badNumber: { column: 'count' | 'people'; found: string };
  unknown: { column: 'period' | 'department' | 'task'; found: string; nearest: string | null };
}

export type Hint = Coded<HintFields>;

/** The keys of a row, where they can be told. */
export interface RowKey {
  readonly period: Period;
  /** Indices into the matrix. */
  readonly department: number;
  readonly task: number;
}

export interface Intake {
  /** Cells in their usual form, where what was typed is another: `2023年5月`, an alias, `１２`. */
  readonly usual: Readonly<Partial<Record<'period' | 'department' | 'task' | 'count' | 'people', string | number>>>;
  /** `null` where month, department or task cannot be told. */
  readonly key: RowKey | null;
  readonly filled: boolean;
  /** The row is filled and has no time. */
  readonly unstamped: boolean;
  /** The office sent the row back and it has not been looked at again. */
  readonly returned: boolean;
  /** `null` where there is nothing to say. */
  readonly hint: Hint | null;
}

export function intakeOf(
  row: readonly Cell[],
  columns: SubmissionColumns,
  { year, matrix, lookup, evidence }: IntakeContext,
): Intake {
  const month = lookUp(lookup.month, cellOf(row, columns.period));
  const department = lookUp(lookup.department, cellOf(row, columns.department));
  const task = lookUp(lookup.task, cellOf(row, columns.task));
  const usual: Partial<Record<keyof Intake['usual'], string | number>> = {};
  const make = (key: keyof Intake['usual'], wanted: string | number) => {
    if (cellOf(row, columns[key]) !== wanted) usual[key] = wanted;
  };
  if (month >= 0) make('period', periodOf(year, month + 1));
  if (department >= 0) make('department', at(matrix.departments, department).name);
  if (task >= 0) make('task', taskName(task, matrix.tasks));
  for (const key of ['count', 'people'] as const) {
    const quantity = parseQuantity(cellOf(row, columns[key]));
    if (typeof quantity === 'number') make(key, quantity);
  }
  const filled = isFilled(row, columns);
  const key =
    month >= 0 && department >= 0 && task >= 0 ? { period: periodOf(year, month + 1), department, task } : null;
  return {
    usual,
    key,
    filled,
    unstamped: filled && columns.time >= 0 && isBlank(cellOf(row, columns.time)),
    returned: readReview(cellOf(row, columns.review)) === 'returned',
    hint:
      unknownKey(row, columns, { month, department, task }, lookup) ??
      (filled ? contentHint(row, columns, evidence[task]) : null),
  };
}

/** The first key cell that is not understood. A blank one says nothing: its row is still being typed. */
function unknownKey(
  row: readonly Cell[],
  columns: SubmissionColumns,
  found: { readonly month: number; readonly department: number; readonly task: number },
  lookup: Lookup,
): Hint | null {
  const unknown = (column: 'period' | 'department' | 'task', index: number, nearest: Memo<string | null> | null) => {
    const typed = cellOf(row, columns[column]);
    if (index >= 0 || isBlank(typed)) return null;
    return { code: 'unknown' as const, column, found: String(typed), nearest: nearest && lookUp(nearest, typed) };
  };
  return (
    unknown('period', found.month, null) ??
    unknown('department', found.department, lookup.nearestDepartment) ??
    unknown('task', found.task, lookup.nearestTask)
  );
}

function contentHint(row: readonly Cell[], columns: SubmissionColumns, rule: EvidenceRule | undefined): Hint | null {
  const text = String(cellOf(row, columns.text));
  if (isNilReturn(text)) return { code: 'nil' };
  if (isBlank(text) || isFormulaError(text)) return { code: 'noText' };
  for (const column of ['count', 'people'] as const) {
    const cell = cellOf(row, columns[column]);
    if (parseQuantity(cell) === undefined) return { code: 'badNumber', column, found: String(cell) };
  }
  const demands = rule === undefined ? [] : lacks(row, columns, rule);
  return demands.length > 0 ? { code: 'lacks', demands } : null;
}
