/** What people type, paste, empty and take back in the grid, told to the host as texts in rectangles. */
import type { GridHands } from '../page/grid.ts';
import type { DrawnCell } from '../wire.ts';
import type { Board } from './board.ts';
import { typedAgain } from './held.ts';
import { createHistory, type History } from './history.ts';
import type { GridRange } from './ranges.ts';
import { filled, type Part, partsOf, pastedText } from './typing.ts';

/** A cell as Univer was about to write it. */
export interface WrittenCell {
  readonly v?: string | number | boolean | null;
  readonly f?: string | null;
}

/** By row and column, from 0. */
export type Written = Readonly<Record<number, Readonly<Record<number, WrittenCell | null>>>>;

export interface Editing {
  readonly history: History;
  /** What stands in a cell's editor as it closes: before Univer makes a number or a date of it. */
  closing(sheet: number, row: number, column: number, text: string): void;
  /** Univer was about to write these. */
  written(sheet: number, cells: Written): void;
  paste(text: string): void;
  clear(): boolean;
}

/** Univer writes what was typed right after its editor closed. */
const CLOSING = 100;

export function createEditing(board: Board, hands: GridHands): Editing {
  let typed: { readonly sheet: number; readonly row: number; readonly column: number; readonly text: string } | null =
    null;

  /** Shown at once, and what has become of it when the host has said so. */
  const send = async (sheet: number, parts: readonly Part[]): Promise<boolean> => {
    const cells = cellsOf(parts);
    board.anticipate(sheet, cells);
    const { ok } = await hands.wants({ do: 'edit', sheet, parts: [...parts] });
    board.repaint(sheet, cells);
    return ok;
  };
  const history = createHistory(send);
  const edit = (sheet: number, parts: readonly Part[]): void => {
    if (parts.length === 0) return;
    const held = (row: number, column: number) => typedAgain(board.cell(sheet, row, column));
    const before = parts.map(({ row, column, values }) => ({
      row,
      column,
      values: values.map((line, r) => line.map((_, c) => held(row + r, column + c))),
    }));
    void send(sheet, parts).then((ok) => ok && history.done({ sheet, before, after: parts }));
  };

  return {
    history,
    closing(sheet, row, column, text) {
      const closed = { sheet, row, column, text };
      typed = closed;
      // A cell that was left as it was is not written; what is written into it later is something else.
      setTimeout(() => {
        if (typed === closed) typed = null;
      }, CLOSING);
    },
    written(sheet, cells) {
      const mine = typed?.sheet === sheet && cells[typed.row]?.[typed.column] !== undefined ? typed.text : null;
      typed = null;
      const texts: Record<number, Record<number, string>> = {};
      for (const [row, line] of Object.entries(cells)) {
        for (const [column, cell] of Object.entries(line)) {
          const text = mine ?? textOf(cell);
          if (text === null || text === plainText(board.cell(sheet, Number(row) + 1, Number(column) + 1))) continue;
          texts[Number(row)] = { ...texts[Number(row)], [column]: text };
        }
      }
      edit(sheet, partsOf(texts));
    },
    paste(text) {
      const ranges = board.selectedRanges();
      const [first] = ranges;
      if (!first || text === '') return;
      const values = pastedText(text);
      const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined;
      // One cell fills what is selected, as in every spreadsheet.
      const parts =
        only === undefined
          ? [{ row: first.startRow + 1, column: first.startColumn + 1, values }]
          : ranges.map((range) => filled(range, only));
      edit(board.activeSheet(), parts);
    },
    clear() {
      edit(
        board.activeSheet(),
        board.selectedRanges().map((range) => filled(range, '')),
      );
      return true;
    },
  };
}

/** `null` where only the look was to change. */
function textOf(cell: WrittenCell | null): string | null {
  if (cell === null) return '';
  if (!('v' in cell) && !('f' in cell)) return null;
  if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
  return cell.v === null || cell.v === undefined ? '' : String(cell.v);
}

const plainText = (cell: DrawnCell | null): string => cell?.formula ?? String(cell?.value ?? '');

function cellsOf(parts: readonly Part[]): [row: number, column: number, text: string][] {
  return parts.flatMap(({ row, column, values }) =>
    values.flatMap((line, r) => line.map((text, c): [number, number, string] => [row + r, column + c, text])),
  );
}

/** A command's value put into its ranges: one cell for all, a table, or cells by their places already. */
export function writtenIn(
  value: WrittenCell | readonly (readonly WrittenCell[])[] | Written,
  ranges: readonly GridRange[],
): Written {
  const isCell = !Array.isArray(value) && ['v', 'f', 'p', 's', 't'].some((key) => key in value);
  if (!Array.isArray(value) && !isCell) return value as Written;
  const cells: Record<number, Record<number, WrittenCell | null>> = {};
  for (const { startRow, startColumn, endRow, endColumn } of ranges) {
    for (let row = startRow; row <= endRow; row += 1) {
      const line: Record<number, WrittenCell | null> = { ...cells[row] };
      for (let column = startColumn; column <= endColumn; column += 1) {
        line[column] = Array.isArray(value)
          ? (value[row - startRow]?.[column - startColumn] ?? null)
          : (value as WrittenCell);
      }
      cells[row] = line;
    }
  }
  return cells;
}
