/** How far a sheet reaches: as far as something stands in it, as long as the platform would take a sheet of that size. */
/** Blank rows, and columns, behind which what comes is far from all else. */
const ROWS_APART = 1_000;
const COLUMNS_APART = 100;

/**
 * Cells a grid may grow by for what is far: for a script each is one more to look at, and what stands so far off is mostly there by
 * mistake. A grid that is remembered, since a script or a person made it so large, is never smaller.
 */
const MOST_BLANK = 2_000_000;

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export interface Standing {
  /** The grid the sheet has at least. */
  readonly base: Extent;
  /** Numbers of rows with something near in them, in any order. */
  readonly rows: readonly number[];
  /** The last column of what is near. */
  readonly column: number;
  /** Cells further to the right than what is near. */
  readonly far: readonly { readonly row: number; readonly column: number }[];
}

/** Is a cell so far behind the last column known that nothing near leads to it? */
export const isFarColumn = (column: number, last: number): boolean => column > last + COLUMNS_APART;

/**
 * How far the sheet reaches with all that stands in it; where its grid would then be larger by far, or have more than `room` cells,
 * without what is furthest and fewest. `null` where even what stands together has more.
 */
export function extentOf({ base, rows, column, far }: Standing, room: number): Extent | null {
  const rowEnds = runEnds(rows.concat(far.map((cell) => cell.row)), base.rows, ROWS_APART);
  const columnEnds = runEnds(
    far.map((cell) => cell.column),
    Math.max(base.columns, column),
    COLUMNS_APART,
  );
  columnEnds[0] = column;
  let kept = { rows: rowEnds.length, columns: columnEnds.length };
  const extent = (): Extent => ({ rows: rowEnds[kept.rows - 1] ?? 0, columns: columnEnds[kept.columns - 1] ?? 0 });
  const grid = (down: number, across: number): number => Math.max(base.rows, down) * Math.max(base.columns, across);
  const most = Math.min(room, grid(rowEnds[0] ?? 0, column) + MOST_BLANK);
  const fits = (): boolean => grid(extent().rows, extent().columns) <= most;
  if (fits()) return reached({ rows, column, far }, extent());
  // Cells by the runs they are in; a row counts once for what is near.
  const counts = rowEnds.map(() => columnEnds.map(() => 0));
  const count = (row: number, at: number) => {
    const line = counts[runOf(rowEnds, row)];
    if (line) line[at] = (line[at] ?? 0) + 1;
  };
  for (const row of rows) count(row, 0);
  for (const cell of far) count(cell.row, runOf(columnEnds, cell.column));
  while (!fits() && (kept.rows > 1 || kept.columns > 1)) {
    const below = sum((counts[kept.rows - 1] ?? []).slice(0, kept.columns));
    const beside = sum(counts.slice(0, kept.rows).map((line) => line[kept.columns - 1] ?? 0));
    const isBelow = kept.columns === 1 || (kept.rows > 1 && below <= beside);
    kept = isBelow ? { ...kept, rows: kept.rows - 1 } : { ...kept, columns: kept.columns - 1 };
  }
  const within = reached({ rows, column, far }, extent());
  // The cells around it are blank: what stands together is refused for its own size only.
  return within.rows * within.columns <= Math.max(room, base.rows * base.columns) ? within : null;
}

/** How far what is within the bounds reaches: a row may hold nothing but what is not. */
function reached({ rows, column, far }: Omit<Standing, 'base'>, most: Extent): Extent {
  const within = { rows: 0, columns: column };
  for (const row of rows) if (row <= most.rows) within.rows = Math.max(within.rows, row);
  for (const cell of far) {
    if (cell.row > most.rows || cell.column > most.columns) continue;
    within.rows = Math.max(within.rows, cell.row);
    within.columns = Math.max(within.columns, cell.column);
  }
  return within;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Where runs end of which none is more than `apart` behind the one before; the first reaches to `from` at least. */
function runEnds(places: readonly number[], from: number, apart: number): number[] {
  const ends = [0];
  let end = from;
  // Of what lies within the grid only the last counts.
  let first = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    if (place > end + apart) ends.push(place);
    else if (ends.length > 1) ends[ends.length - 1] = place;
    else first = place;
    end = Math.max(end, place);
  }
  ends[0] = first;
  return ends;
}

/** The first run that ends there or later. */
function runOf(ends: readonly number[], place: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place <= (ends[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
