/** Rows of 月度报送 as they were just typed: what is written beside them. */
import type { SubmissionColumns } from '../domain/consolidation/input.ts';
import { type DeadlineRule, deadlineOf, lastDayInTime } from '../domain/deadline.ts';
import { type Intake, type IntakeContext, intakeOf } from '../domain/intake/intake.ts';
import { returnId } from '../domain/matrix.ts';
import type { CellRows, NewCell } from '../spreadsheet/cell.ts';
import type { WriteBlock } from '../spreadsheet/change.ts';
import { type SubmissionKey, stateFormula, submissionsSheet } from './sheets/submissions.ts';

/** Rows that stand below each other. */
export interface RowBlock {
  /** The sheet's number of the first, from 1. */
  readonly row: number;
  readonly rows: CellRows;
}

export interface IntakeRules extends IntakeContext {
  readonly deadline: DeadlineRule;
  /** Where each column stands, from 0; -1 where it is gone. */
  readonly at: Readonly<Record<SubmissionKey, number>> & SubmissionColumns;
  /** What a hint says. */
  readonly worded: (hint: Intake['hint']) => string;
  /** Did a person just type into what a department hands in? Then a row sent back is handed in again. */
  readonly contentTyped: boolean;
}

const QUANTITIES: readonly SubmissionKey[] = ['count', 'people'];

/** Columns written together; those of one group usually stand side by side and cost one write. */
const GROUPS: readonly (readonly SubmissionKey[])[] = [
  ['period', 'department', 'task', 'deadline', 'state'],
  QUANTITIES,
  ['time', 'review', 'reason', 'hint', 'id'],
];

export interface RowsIntake {
  readonly writes: readonly WriteBlock[];
  /** Rows that had been sent back and are handed in again, by the sheet's number, with the reason they were sent back for. */
  readonly resubmitted: readonly { readonly row: number; readonly reason: string }[];
}

/** Who writes: the office may write every column, a department only its own. */
export type Pen = 'office' | 'department';

export function intakeOfRows(block: RowBlock, rules: IntakeRules, pen: Pen): RowsIntake {
  const { at } = rules;
  const resubmitted: { row: number; reason: string }[] = [];
  const cells = block.rows.map((row, index): Partial<Record<SubmissionKey, NewCell>> => {
    const intake = intakeOf(row, at, rules);
    const number = block.row + index;
    const again = intake.returned && intake.filled && rules.contentTyped && pen === 'office';
    if (again) resubmitted.push({ row: number, reason: String(row[at.reason] ?? '') });
    const wanted = rowCells(row, intake, number, index, rules, again);
    return Object.fromEntries(
      Object.entries(wanted).filter(
        ([key, value]) => mayWrite(key as SubmissionKey, pen) && differs(row, at, key, value),
      ),
    );
  });
  const writes = GROUPS.flatMap((group) => writeOf(group, cells, block, rules));
  return { writes, resubmitted };
}

/** What should stand in the cells the script looks after; cells that are right already are among them. */
function rowCells(
  row: CellRows[number],
  intake: Intake,
  number: number,
  index: number,
  { at, now, deadline, matrix, worded }: IntakeRules,
  again: boolean,
): Partial<Record<SubmissionKey, NewCell>> {
  const blank = (key: SubmissionKey) => String(row[at[key]] ?? '').trim() === '';
  const cells: Partial<Record<SubmissionKey, NewCell>> = { ...intake.usual };
  if (intake.key) {
    const { period } = intake.key;
    if (blank('deadline')) cells.deadline = lastDayInTime(deadlineOf(period, deadline), deadline);
    if (blank('state')) cells.state = { formula: stateFormula((key) => at[key], number) };
    // A prepared row bears the plain number; one that was typed may be the second of its kind.
    if (blank('id')) {
      cells.id = `${returnId(period, intake.key, matrix)}/${now.replace(/\D/g, '')}-${index + 1}`;
    }
  }
  if (intake.unstamped || again) cells.time = now.slice(0, 16).replace('T', ' ');
  if (again) cells.review = '';
  cells.hint = worded(intake.hint);
  return cells;
}

const AUTHORS: ReadonlyMap<string, string> = new Map(submissionsSheet.columns.map(({ key, author }) => [key, author]));

const mayWrite = (key: SubmissionKey, pen: Pen): boolean => pen === 'office' || AUTHORS.get(key) === 'department';

function differs(
  row: CellRows[number],
  at: Readonly<Record<SubmissionKey, number>>,
  key: string,
  value: NewCell | undefined,
): boolean {
  const column = at[key as SubmissionKey];
  return value !== undefined && column >= 0 && (typeof value === 'object' || (row[column] ?? '') !== value);
}

/**
 * One write for a group, from the first row that needs it to the last; what stands right between is written as it is.
 * Among numbers people may have typed formulas, which would be lost so: those are written only where all rows between
 * need it. What is not written is understood all the same.
 */
function writeOf(
  group: readonly SubmissionKey[],
  cells: readonly Partial<Record<SubmissionKey, NewCell>>[],
  { row, rows }: RowBlock,
  { at }: IntakeRules,
): WriteBlock[] {
  const touched = group.filter((key) => cells.some((wanted) => wanted[key] !== undefined));
  const needed = cells.flatMap((wanted, index) => (touched.some((key) => wanted[key] !== undefined) ? [index] : []));
  const first = needed[0];
  const last = needed[needed.length - 1];
  if (first === undefined || last === undefined) return [];
  // From the first touched column to the last: one run, one write.
  const keys = group
    .slice(group.indexOf(touched[0] as SubmissionKey), group.indexOf(touched[touched.length - 1] as SubmissionKey) + 1)
    .filter((key) => at[key] >= 0)
    .sort((a, b) => at[a] - at[b]);
  const span = cells.slice(first, last + 1);
  if (group === QUANTITIES && span.some((wanted) => keys.some((key) => wanted[key] === undefined))) return [];
  return [
    {
      kind: 'write',
      sheet: submissionsSheet.title,
      row: row + first,
      places: keys.map((key) => at[key]),
      rows: span.map((wanted, offset) => keys.map((key) => wanted[key] ?? rows[first + offset]?.[at[key]] ?? '')),
    },
  ];
}
