/** Who may write which cells of 月度报送, as guards: each department its own rows, the office everything. */
import { at } from '../domain/at.ts';
import { cellOf, isBlank } from '../domain/cell.ts';
import { lookupFor } from '../domain/consolidation/lookup.ts';
import { lookUp } from '../domain/consolidation/memo.ts';
import { readReview } from '../domain/consolidation/verdict.ts';
import type { Matrix } from '../domain/matrix.ts';
import { type Period, periodOf } from '../domain/period.ts';
import { blocksOf, type Owner } from '../domain/rights/blocks.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import type { RowGuard } from '../spreadsheet/look.ts';
import { locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { type SubmissionKey, submissionsSheet } from './sheets/submissions.ts';

const KEYS: readonly SubmissionKey[] = ['period', 'department', 'task'];
/** What a department fills in beside them. */
const INPUTS: readonly SubmissionKey[] = submissionsSheet.columns
  .filter(({ key, author }) => author === 'department' && !KEYS.includes(key))
  .map(({ key }) => key);

export interface RowRights {
  readonly year: number;
  readonly matrix: Matrix;
  /** Accounts of each department. */
  readonly accounts: readonly (readonly string[])[];
  /** Whose the rows of a department without an account are, while they are open. */
  readonly unclaimed: 'office' | 'anybody';
  readonly isOpen: (period: Period, department: number) => boolean;
}

/**
 * A prepared row's key columns are the office's; what is to be filled in is its department's, until the row is accepted
 * or its month closes. Rows whose owner cannot be told, and the free ones below, stay open: those who typed them put them right.
 */
export function rowGuards(rows: CellRows, { year, matrix, accounts, unclaimed, isOpen }: RowRights): RowGuard[] {
  const located = locate(submissionsSheet, rows);
  refuseMissing(submissionsSheet, located, ['period', 'department', 'task', 'text']);
  const { headingRow } = located;
  const lookup = lookupFor(matrix, year);
  const owners = rows.slice(headingRow + 1).map((row): Owner => {
    const department = lookUp(lookup.department, cellOf(row, located.at.department));
    const month = lookUp(lookup.month, cellOf(row, located.at.period));
    if (department < 0 || month < 0 || isBlank(cellOf(row, located.at.task))) return 'anybody';
    if (readReview(cellOf(row, located.at.review)) === 'accepted') return 'office';
    if (!isOpen(periodOf(year, month + 1), department)) return 'office';
    return at(accounts, department).length > 0 ? department : unclaimed;
  });
  const first = headingRow + 2;
  const keyBlocks = blocksOf(owners.map((owner) => (owner === 'anybody' ? owner : 'office')));
  return [
    ...keyBlocks.flatMap((block) => guardsOf(block, first, runsOf(KEYS, located.at), '', [])),
    ...blocksOf(owners).flatMap((block) => {
      const { owner } = block;
      const [name, editors] = owner === 'office' ? ['', []] : [at(matrix.departments, owner).name, at(accounts, owner)];
      return guardsOf(block, first, runsOf(INPUTS, located.at), name, editors);
    }),
  ];
}

function guardsOf(
  { from, to }: { readonly from: number; readonly to: number },
  first: number,
  runs: readonly { readonly column: number; readonly columns: number }[],
  label: string,
  editors: readonly string[],
): RowGuard[] {
  return runs.map((run) => ({ row: first + from, rows: to - from + 1, ...run, label, editors }));
}

/** Columns that stand side by side are one run. */
function runsOf(
  keys: readonly SubmissionKey[],
  at: Readonly<Record<SubmissionKey, number>>,
): { column: number; columns: number }[] {
  const runs: { column: number; columns: number }[] = [];
  for (const column of keys
    .map((key) => at[key])
    .filter((place) => place >= 0)
    .sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.column + last.columns === column) last.columns += 1;
    else runs.push({ column, columns: 1 });
  }
  return runs;
}
