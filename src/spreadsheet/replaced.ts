/** What changes replace, cell by cell: so that it can be put back, as long as those cells were not edited since. */
import type { Cell, CellRows } from './cell.ts';
import type { Change, WriteBlock } from './change.ts';

/** A block of cells as a command found it and as it left it. */
export interface ReplacedBlock {
  readonly sheet: string;
  /** Number of the first row, from 1. */
  readonly row: number;
  /** Where each cell of a row stands, counted from 0. */
  readonly places: readonly number[];
  /** `null`: all of it was blank. */
  readonly before: CellRows | null;
  /** `null` for a formula of ours: what it shows changes by itself. */
  readonly after: readonly (readonly (Cell | null)[])[];
}

/** A sheet's rows as they stand; `null` where there is no such sheet. */
export type ReadSheet = (title: string) => CellRows | null;

/** A sheet that is gone holds nothing. */
const rowsOf = ({ sheet }: { readonly sheet: string }, read: ReadSheet): CellRows => read(sheet) ?? [];

/** What the blocks that changes write replace; blocks that change nothing are left out. */
export function replacedBlocks(changes: readonly Change[], read: ReadSheet): ReplacedBlock[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'write') return [];
    const block = replacedBy(change, rowsOf(change, read));
    return block.before === null || cellsOf(block).some(isChanged) ? [block] : [];
  });
}

function replacedBy({ sheet, row, places, rows, adds }: WriteBlock, standing: CellRows): ReplacedBlock {
  const before = rows.map((_, index) => places.map((place) => standing[row - 1 + index]?.[place] ?? ''));
  return {
    sheet,
    row,
    places,
    before: adds ? null : before,
    after: rows.map((cells) => cells.map((cell) => (typeof cell === 'object' ? null : cell))),
  };
}

/** One cell of a block; row from 1, column from 0. */
interface ReplacedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell | null;
}

function cellsOf({ sheet, row, places, before, after }: ReplacedBlock): ReplacedCell[] {
  return after.flatMap((cells, index) =>
    cells.flatMap((cell, which): ReplacedCell[] => {
      const column = places[which];
      // A column that is missing was not written.
      if (column === undefined || column < 0) return [];
      return [{ sheet, row: row + index, column, before: before?.[index]?.[which] ?? '', after: cell }];
    }),
  );
}

/** A file's store and a browser end lines differently. */
const alike = (a: Cell, b: Cell): boolean => a === b || plain(a) === plain(b);
const plain = (cell: Cell): string => String(cell).replace(/\r\n?/g, '\n');

const cellIn = (rows: CellRows, { row, column }: ReplacedCell): Cell => rows[row - 1]?.[column] ?? '';

/** Cells that hold neither what the command wrote nor what stood there before: a person has edited them since. */
export function editedSince(blocks: readonly ReplacedBlock[], read: ReadSheet): readonly ReplacedCell[] {
  return blocks.flatMap((block) => {
    const rows = rowsOf(block, read);
    return cellsOf(block).filter((cell) => {
      const now = cellIn(rows, cell);
      return cell.after !== null && !alike(now, cell.after) && !alike(now, cell.before);
    });
  });
}

/** Was the command stopped before it had written them all? */
export function isBrokenOff(blocks: readonly ReplacedBlock[], read: ReadSheet): boolean {
  return blocks.some((block) => {
    const rows = rowsOf(block, read);
    return cellsOf(block).some((cell) => {
      const now = cellIn(rows, cell);
      return cell.after !== null && isChanged(cell) && alike(now, cell.before);
    });
  });
}

const isChanged = ({ before, after }: ReplacedCell): boolean => after === null || !alike(before, after);

/** What two runs of a command replaced together: before as the first found it, after as the second left it. */
export function together(first: readonly ReplacedBlock[], second: readonly ReplacedBlock[]): ReplacedBlock[] {
  const placeOf = ({ sheet, row, column }: ReplacedCell) => `${sheet}\n${row}\n${column}`;
  const cells = new Map(first.flatMap(cellsOf).map((cell) => [placeOf(cell), cell]));
  const rest = second.flatMap(cellsOf);
  // The second did what the first had planned, and nothing else.
  if (rest.every((cell) => cells.get(placeOf(cell))?.after === cell.after)) return [...first];
  for (const cell of rest) {
    cells.set(placeOf(cell), { ...cell, before: cells.get(placeOf(cell))?.before ?? cell.before });
  }
  const inOrder = [...cells.values()].sort(
    (a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0) || a.row - b.row || a.column - b.column,
  );
  const rows: ReplacedRow[] = [];
  for (const cell of inOrder) {
    const last = rows[rows.length - 1];
    if (last?.sheet === cell.sheet && last.row === cell.row) last.cells.push(cell);
    else rows.push({ sheet: cell.sheet, row: cell.row, cells: [cell] });
  }
  return inBlocks(rows);
}

/** Cells of one row, from left to right. */
interface ReplacedRow extends Pick<ReplacedCell, 'sheet' | 'row'> {
  readonly cells: ReplacedCell[];
}

/** Rows below each other whose cells stand in the same columns are one block: one write puts them back. */
function inBlocks(rows: readonly ReplacedRow[]): ReplacedBlock[] {
  const blocks: { sheet: string; row: number; places: number[]; before: Cell[][]; after: (Cell | null)[][] }[] = [];
  for (const { sheet, row, cells } of rows) {
    const places = cells.map(({ column }) => column);
    let block = blocks[blocks.length - 1];
    if (block?.sheet !== sheet || block.row + block.after.length !== row || block.places.join() !== places.join()) {
      block = { sheet, row, places, before: [], after: [] };
      blocks.push(block);
    }
    block.before.push(cells.map(({ before }) => before));
    block.after.push(cells.map(({ after }) => after));
  }
  return blocks;
}

/** Puts back what stood there before. */
export function restoring({ sheet, row, places, before, after }: ReplacedBlock): WriteBlock {
  return { kind: 'write', sheet, row, places, rows: before ?? after.map((cells) => cells.map(() => '')) };
}
