/** Looks on whole columns, with one call for each look however many columns have it: the calls are what set-up waits for. */
import { columnLetter } from '../spreadsheet/cell.ts';
import type { BlockLook, ColumnLook } from '../spreadsheet/look.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a range and a list of ranges both answer. */
type Cells = GoogleAppsScript.Spreadsheet.Range | GoogleAppsScript.Spreadsheet.RangeList;

/** A part of a look: whose cells get which value of it, and the call that gives it. */
interface Paint<Value> {
  readonly of: (look: BlockLook) => Value | undefined;
  readonly put: (cells: Cells, value: Value) => unknown;
}

const paint =
  <Value>({ of, put }: Paint<Value>) =>
  (columns: readonly ColumnLook[], cellsOf: CellsOf): void => {
    for (const [value, alike] of groupedBy(columns, ({ look }) => of(look))) {
      if (value !== undefined) put(cellsOf(alike), value);
    }
  };

const PAINTS = [
  paint({ of: ({ background }) => background, put: (cells, color) => cells.setBackground(color) }),
  paint({ of: ({ color }) => color, put: (cells, color) => cells.setFontColor(color) }),
  paint({ of: ({ bold }) => bold, put: (cells) => cells.setFontWeight('bold') }),
  paint({ of: ({ align }) => align, put: (cells, align) => cells.setHorizontalAlignment(align) }),
  paint({ of: ({ vertical }) => vertical, put: (cells, vertical) => cells.setVerticalAlignment(vertical) }),
  paint({ of: ({ wrap }) => wrap, put: (cells, wrap) => cells.setWrap(wrap) }),
];

/** Gives the cells of these columns, from `row` on `height` rows down, their formats and looks. */
export function paintColumns(sheet: Sheet, columns: readonly ColumnLook[], row: number, height: number): void {
  const cellsOf = cellsIn(sheet, row, height);
  for (const [format, alike] of groupedBy(columns, (column) => column.format)) cellsOf(alike).setNumberFormat(format);
  for (const put of PAINTS) put(columns, cellsOf);
}

/** Neighbouring columns that are alike, from left to right. */
export function runsOf<Column extends ColumnLook>(
  columns: readonly Column[],
  alike: (a: Column, b: Column) => boolean = () => true,
): (readonly [Column, ...Column[]])[] {
  const runs: [Column, ...Column[]][] = [];
  for (const column of [...columns].sort((a, b) => a.at - b.at)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && last.at + 1 === column.at && alike(last, column)) run.push(column);
    else runs.push([column]);
  }
  return runs;
}

type CellsOf = (columns: readonly ColumnLook[]) => Cells;

/** The cells of columns; those of the same columns are asked for once. */
function cellsIn(sheet: Sheet, row: number, height: number): CellsOf {
  const known = new Map<string, Cells>();
  return (columns) => {
    const areas = runsOf(columns).map((run) => {
      const last = run[run.length - 1] ?? run[0];
      return `${columnLetter(run[0].at)}${row}:${columnLetter(last.at)}${row + height - 1}`;
    });
    const key = areas.join();
    const cells = known.get(key) ?? (areas.length === 1 ? sheet.getRange(key) : sheet.getRangeList(areas));
    known.set(key, cells);
    return cells;
  };
}

function groupedBy<Value>(columns: readonly ColumnLook[], of: (column: ColumnLook) => Value): Map<Value, ColumnLook[]> {
  const groups = new Map<Value, ColumnLook[]>();
  for (const column of columns) {
    const value = of(column);
    const alike = groups.get(value);
    if (alike) alike.push(column);
    else groups.set(value, [column]);
  }
  return groups;
}
