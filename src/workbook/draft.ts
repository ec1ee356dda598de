/** Reads and writes 报告草稿. What the office writes there is only ever read. */
import { type Period, parsePeriod, yearOf } from '../domain/period.ts';
import type { CellRows, NewRows } from '../spreadsheet/cell.ts';
import type { Change } from '../spreadsheet/change.ts';
import { rowOf } from './declaration.ts';
import { endOfRows, locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { type DraftKey, draftSheet } from './sheets/draft.ts';

export interface DraftRow {
  /** The sheet's row, from 1. */
  readonly row: number;
  readonly section: string;
  readonly task: string;
  readonly subject: string;
  /** What the office made of it; `''` where the source's words are used. */
  readonly edited: string;
  readonly use: boolean;
  readonly note: string;
  readonly source: string;
  /** From 1. */
  readonly part: number;
  /** `''` on rows the office has put in itself. */
  readonly mark: string;
}

export interface ReadDraft {
  /** The rows of one month, in the sheet's order. */
  readonly rows: readonly DraftRow[];
  /** Number of the first free row. */
  readonly nextRow: number;
  readonly at: Readonly<Record<DraftKey, number>>;
}

/** @throws Refusal columnsMissing */
export function readDraft(rows: CellRows, period: Period): ReadDraft {
  const located = locate(draftSheet, rows);
  const keys = draftSheet.columns.map(({ key }) => key);
  refuseMissing(draftSheet, located, keys);
  const { at, headingRow } = located;
  const found: DraftRow[] = [];
  for (let index = headingRow + 1; index < rows.length; index += 1) {
    const cell = (key: DraftKey) => String(rows[index]?.[at[key]] ?? '');
    if (parsePeriod(cell('period'), yearOf(period)) !== period) continue;
    found.push({
      row: index + 1,
      section: cell('section').trim(),
      task: cell('task').trim(),
      subject: cell('subject').trim(),
      edited: cell('edited').trim() === '' ? '' : cell('edited'),
      use: !/^(?:否|不|no|false)/i.test(cell('use').trim()),
      note: cell('note').trim(),
      source: cell('source'),
      part: Number(cell('part')) || 1,
      mark: cell('mark').trim(),
    });
  }
  return { rows: found, nextRow: endOfRows(rows, headingRow, Object.values(at)) + 1, at };
}

/** What of a standing row the script writes; `rescued` is put where the office writes, because a person wrote elsewhere. */
type Standing = Pick<DraftRow, 'row' | 'note' | 'source' | 'part' | 'mark'> & { readonly rescued: string | null };

/** The changes that bring the sheet up to date; none where it is. */
export function draftChanges(
  { rows, nextRow, at }: ReadDraft,
  period: Period,
  standing: readonly Standing[],
  added: readonly Omit<DraftRow, 'row'>[],
): Change[] {
  const sheet = draftSheet.title;
  const before = new Map(rows.map((row) => [row.row, row]));
  const changed = standing.filter((row) => {
    const old = before.get(row.row);
    return !old || SCRIPT_KEYS.some((key) => String(old[key]) !== String(row[key])) || row.rescued !== null;
  });
  return [
    ...changed.flatMap(({ row, rescued }): Change[] =>
      rescued === null ? [] : [{ kind: 'write', sheet, row, places: [at.edited], rows: [[rescued]] }],
    ),
    ...runsOf(changed).map(
      (run): Change => ({
        kind: 'write',
        sheet,
        row: run[0].row,
        places: SCRIPT_KEYS.map((key) => at[key]),
        rows: run.map((row) => SCRIPT_KEYS.map((key) => String(row[key]))),
      }),
    ),
    ...(added.length === 0
      ? []
      : [
          {
            kind: 'write',
            sheet,
            row: nextRow,
            places: draftSheet.columns.map(({ key }) => at[key]),
            rows: added.map((row) => newRow(row, period)),
            adds: true,
          } as const,
        ]),
  ];
}

const SCRIPT_KEYS = ['note', 'source', 'part', 'mark'] as const;

function newRow(row: Omit<DraftRow, 'row'>, period: Period): NewRows[number] {
  return rowOf(draftSheet, { ...row, period, use: '', part: String(row.part) });
}

/** Rows that stand below each other are written together. */
function runsOf<Row extends { readonly row: number }>(rows: readonly Row[]): [Row, ...Row[]][] {
  const runs: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && last[last.length - 1]?.row === row.row - 1) last.push(row);
    else runs.push([row]);
  }
  return runs;
}
