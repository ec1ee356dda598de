/**
 * What stands beyond a sheet's grid: cells so far from all else that the platform would not take them, and formats of rows and
 * columns where nothing stands. Kept as runs of equal rows, so that a million of them cost as much as one, and put back when the
 * file is written. Scripts do not see it, as they would not on the platform.
 */
import type { CellValue, Row } from '../book/book.ts';
import type { Extent } from './extent.ts';

export interface AsideCell {
  readonly column: number;
  /** Index into `Book.styles`. */
  readonly style: number;
  readonly value: CellValue;
  /** With its `=`. */
  readonly formula?: string;
}

/** Rows that say the same, `from` and `to` included. */
export interface AsideRows {
  readonly from: number;
  readonly to: number;
  /** Attributes of the row's element but for its number; of a row that begins within the grid they are the grid's affair. */
  readonly about: string;
  readonly cells: readonly AsideCell[];
}

/** Columns' element as it stood, but for which columns. */
export interface AsideColumns {
  readonly from: number;
  readonly to: number;
  readonly about: string;
}

export interface Aside {
  /** In order, none twice. */
  readonly rows: readonly AsideRows[];
  readonly columns: readonly AsideColumns[];
  /** Merged cells, as the file names them. */
  readonly merges: readonly string[];
}

export const NOTHING_ASIDE: Aside = { rows: [], columns: [], merges: [] };

export const says = ({ value, formula }: AsideCell): boolean => value !== null || formula !== undefined;

/** The cells of a row that hold something or have a style. */
export function cellsOf({ values, styles, formulas }: Row): AsideCell[] {
  const cells: AsideCell[] = [];
  for (let at = 0; at < Math.max(values.length, styles.length); at += 1) {
    const [value, style, formula] = [values[at] ?? null, styles[at] ?? 0, formulas?.get(at)];
    if (value === null && style === 0 && formula === undefined) continue;
    cells.push({ column: at + 1, style, value, ...(formula === undefined ? {} : { formula }) });
  }
  return cells;
}

/** Gathers rows as they come; those that say the same as the one before become one run. */
export class Runs {
  readonly #runs: { from: number; to: number; about: string; cells: readonly AsideCell[]; key: string }[] = [];

  /** `key` tells rows apart. Answers whether it is a run of its own. */
  add(row: number, key: string, make: () => Pick<AsideRows, 'about' | 'cells'>): boolean {
    const last = this.#runs[this.#runs.length - 1];
    if (last?.key === key && last.to === row - 1) {
      last.to = row;
      return false;
    }
    this.#runs.push({ from: row, to: row, key, ...make() });
    return true;
  }

  get all(): readonly AsideRows[] {
    return this.#runs.map(({ key: _, ...run }) => run);
  }
}

/** Rows of a sheet as its reader leaves them. */
export interface Gathered {
  readonly rows: (Row | undefined)[];
  /** By row: cells that are no part of it yet, something among them. */
  readonly far: ReadonlyMap<number, readonly AsideCell[]>;
  /** The same where nothing is in any of them. */
  readonly beside: Runs;
  /** Rows without anything in them that are not among the rows. */
  readonly below: Runs;
}

/** Puts into the rows what is within the grid after all, takes out of them what is not, and answers that. */
export function settled({ rows, far, beside, below }: Gathered, grid: Extent): AsideRows[] {
  const aside: AsideRows[] = [];
  const put = (run: AsideRows): void => {
    const inside = run.cells.filter(({ column }) => column <= grid.columns);
    const outside = run.cells.filter(({ column }) => column > grid.columns);
    const end = Math.min(run.to, grid.rows);
    const looks = lookOf(run.about);
    // Rows of one run share their styles.
    const known = new Map<readonly number[], readonly number[]>();
    for (let row = run.from; row <= end; row += 1) placeAll(rows, row, inside, looks, known);
    if (run.from <= end && outside.length > 0) aside.push({ from: run.from, to: end, about: '', cells: outside });
    const from = Math.max(run.from, grid.rows + 1);
    if (from <= run.to && (run.about !== '' || run.cells.length > 0)) aside.push({ ...run, from });
  };
  for (const run of beside.all) put(run);
  for (const run of below.all) put(run);
  for (const [row, cells] of far) put({ from: row, to: row, about: '', cells });
  for (let row = grid.rows + 1; row <= rows.length; row += 1) {
    const known = rows[row - 1];
    if (known) aside.push({ from: row, to: row, about: aboutOf(known), cells: cellsOf(known) });
  }
  rows.length = Math.min(rows.length, grid.rows);
  return inOrder(aside);
}

function placeAll(
  rows: (Row | undefined)[],
  row: number,
  cells: readonly AsideCell[],
  looks: Pick<Row, 'height' | 'hidden'>,
  known: Map<readonly number[], readonly number[]>,
): void {
  while (rows.length < row) rows.push(undefined);
  const target: Row = rows[row - 1] ?? { values: [], styles: NO_STYLES, ...looks };
  rows[row - 1] = target;
  let styles = known.get(target.styles);
  if (!styles) {
    const made = [...target.styles];
    for (const { column, style } of cells) {
      while (made.length < column - 1) made.push(0);
      made[column - 1] = style;
    }
    styles = made;
    known.set(target.styles, styles);
  }
  target.styles = styles;
  for (const { column, value, formula } of cells) {
    if (value === null && formula === undefined) continue;
    while (target.values.length < column - 1) target.values.push(null);
    target.values[column - 1] = value;
    if (formula === undefined) continue;
    target.formulas ??= new Map();
    target.formulas.set(column - 1, formula);
  }
}

const NO_STYLES: readonly number[] = [];

function lookOf(about: string): Pick<Row, 'height' | 'hidden'> {
  const height = /\scustomHeight="(?:1|true)"/.test(about) ? /\sht="([\d.]+)"/.exec(about)?.[1] : undefined;
  return {
    ...(height === undefined ? {} : { height: Math.round(Number(height) / 0.75) }),
    ...(/\shidden="(?:1|true)"/.test(about) ? { hidden: true } : {}),
  };
}

const aboutOf = ({ height, hidden }: Row): string =>
  `${height === undefined ? '' : ` ht="${height * 0.75}" customHeight="1"`}${hidden ? ' hidden="1"' : ''}`;

/** By number. Rows a file has twice, or partly in each of two ways, are one. */
function inOrder(aside: readonly AsideRows[]): AsideRows[] {
  const sorted = [...aside].sort((a, b) => a.from - b.from || a.to - b.to);
  const rows: AsideRows[] = [];
  for (const run of sorted) {
    const last = rows[rows.length - 1];
    if (!last || run.from > last.to) rows.push(run);
    else rows.splice(-1, 1, ...joined(last, run));
  }
  return rows;
}

/** Two runs that overlap, the first of which begins no later. */
function joined(first: AsideRows, second: AsideRows): AsideRows[] {
  const end = Math.min(first.to, second.to);
  const longer = first.to > second.to ? first : second;
  const cells = new Map([...first.cells, ...second.cells].map((cell) => [cell.column, cell]));
  return [
    { ...first, to: second.from - 1 },
    {
      from: second.from,
      to: end,
      about: first.about || second.about,
      cells: [...cells.values()].sort((a, b) => a.column - b.column),
    },
    { ...longer, from: end + 1 },
  ].filter(({ from, to }) => from <= to);
}
