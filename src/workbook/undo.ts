/** Reads and writes 撤销记录: the last step as JSON, in pieces a cell can hold. */
import * as z from 'zod/mini';
import type { LocalDateTime } from '../domain/local-date.ts';
import type { CellRows, NewRows } from '../spreadsheet/cell.ts';
import { piecesOf } from '../spreadsheet/pieces.ts';
import type { ReplacedBlock } from '../spreadsheet/replaced.ts';
import { undoSheet } from './sheets/undo.ts';

/** Commands that can be undone: those that write where people work. */
const UNDOABLE = ['prepare', 'accept', 'return', 'documents', 'importPlan'] as const;

/** A command that was carried out. */
export interface Step {
  readonly command: (typeof UNDOABLE)[number];
  /** What it was about: a month, rows. */
  readonly about: string;
  readonly time: LocalDateTime;
  /** Account of who ran it; `''` where the platform does not tell. */
  readonly who: string;
  readonly blocks: readonly ReplacedBlock[];
}

/** The whole sheet with that step in it, or with none. */
export function stepRows(step: Step | null): NewRows {
  const json = step === null ? '' : JSON.stringify(step);
  return [undoSheet.columns.map(({ heading }) => heading), ...piecesOf(json).map((piece) => [piece])];
}

/** The step kept in the sheet; `null` where there is none, or where it was tampered with. */
export function readStep(rows: CellRows): Step | null {
  const [, ...pieces] = rows;
  const parsed = z.safeParse(shape(), parsedJson(pieces.map(([cell]) => String(cell ?? '')).join('')));
  return parsed.success ? (parsed.data as unknown as Step) : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Cells are not looked at one by one: there may be half a million, and they are only ever written as text. */
function shape() {
  const rows = z.array(z.array(z.unknown()));
  const block = z.object({
    sheet: z.string(),
    row: z.int().check(z.positive()),
    places: z.array(z.int()),
    before: z.nullable(rows),
    after: rows,
  });
  return z.object({
    command: z.enum(UNDOABLE),
    about: z.string(),
    time: z.string(),
    who: z.string(),
    blocks: z.array(block),
  });
}
