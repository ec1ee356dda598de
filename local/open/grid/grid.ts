/**
 * The spreadsheet on the page: draws the book, and turns what somebody does in it into tasks for the host. Univer changes
 * nothing by itself that the host does not know of: what it would do to the book is taken out of its hands.
 */
import {
  CanceledError,
  type ICommandInfo,
  IContextService,
  type IExecutionOptions,
  type IWorkbookData,
  LifecycleStages,
  RedoCommand,
  type RichTextValue,
  UndoCommand,
} from '@univerjs/core';
import type { CreateGrid, Grid } from '../page/grid.ts';
import type { DrawnCell, Place, PlacedCell } from '../wire.ts';
import { type Held, hold, typedAgain } from './held.ts';
import { createHistory } from './history.ts';
import { areaOf, type GridRange, rangeOf } from './ranges.ts';
import { filled, type Part, partsOf, pastedText } from './typing.ts';
import { isWriting, precedeCommand, replaceCommand, startUniver } from './univer.ts';
import { cellData, matrixOf, numberOf, replacement, sheetId, styleData, UNIT, workbookData } from './workbook-data.ts';

/** Milliseconds. */
const REDRAW = 200;

type Cell = { v?: string | number | boolean | null; f?: string | null; p?: unknown };
type Matrix = Record<number, Record<number, Cell | null>>;

const SET_VALUES = 'sheet.mutation.set-range-values';

export const createGrid: CreateGrid = (container, hands) => {
  const univer = startUniver(container);
  const { api, commands } = univer;
  let held: Held = hold({ styles: [], sheets: [] });
  /** Ours are the changes while this is up. */
  let drawing = false;
  /** What stands in the cell's editor when it closes: before Univer makes a number or a date of it. */
  let typed: { sheet: number; row: number; column: number; text: string } | null = null;

  const ours = <T>(work: () => T): T => {
    const before = drawing;
    drawing = true;
    try {
      return work();
    } finally {
      drawing = before;
    }
  };

  const workbook = () => api.getActiveWorkbook();
  const activeSheet = (): number => numberOf(workbook()?.getActiveSheet().getSheetId() ?? 's0');
  const selectedRanges = (): GridRange[] =>
    (workbook()?.getActiveSheet().getSelection()?.getActiveRangeList() ?? []).map((range) => range.getRange());

  const paint = (sheet: number, cellValue: object): void => {
    ours(() => commands.syncExecuteCommand(SET_VALUES, { unitId: UNIT, subUnitId: sheetId(sheet), cellValue }));
  };
  const repaint = (sheet: number, parts: readonly Part[]): void => {
    const placed = cellsOf(parts).map(([row, column]): PlacedCell => [row, column, held.cell(sheet, row, column)]);
    paint(sheet, matrixOf(placed, withStyle(held)));
  };

  /** Draws what was typed at once, and what has become of it when the host has said so. */
  const send = async (sheet: number, parts: readonly Part[]): Promise<boolean> => {
    const shown = cellsOf(parts).map(([row, column, text]): PlacedCell => {
      const before = held.cell(sheet, row, column);
      const style = before?.style === undefined ? {} : { style: before.style };
      return [row, column, text === '' ? style : { value: text.replace(/^'/, ''), ...style }];
    });
    paint(sheet, matrixOf(shown, optimistic));
    const { ok } = await hands.wants({ do: 'edit', sheet, parts: [...parts] });
    repaint(sheet, parts);
    return ok;
  };
  const history = createHistory(send);
  const edit = (sheet: number, parts: readonly Part[]): void => {
    if (parts.length === 0) return;
    const before = parts.map((part) => ({
      ...part,
      values: part.values.map((line, r) =>
        line.map((_, c) => typedAgain(held.cell(sheet, part.row + r, part.column + c))),
      ),
    }));
    void send(sheet, parts).then((ok) => ok && history.done({ sheet, before, after: parts }));
  };

  /** What Univer was about to write, as text. */
  const textOf = (sheet: number, row: number, column: number, cell: Cell | null): string | null => {
    if (typed && typed.sheet === sheet && typed.row === row && typed.column === column) return typed.text;
    if (cell === null) return '';
    if (!('v' in cell) && !('f' in cell)) return null;
    if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
    return cell.v === null || cell.v === undefined ? '' : String(cell.v);
  };
  const written = (sheet: number, cells: Matrix): void => {
    const texts: Record<number, Record<number, string>> = {};
    for (const [row, line] of Object.entries(cells)) {
      for (const [column, cell] of Object.entries(line)) {
        const text = textOf(sheet, Number(row), Number(column), cell);
        if (text === null || text === plainText(held.cell(sheet, Number(row) + 1, Number(column) + 1))) continue;
        texts[Number(row)] ??= {};
        (texts[Number(row)] as Record<number, string>)[Number(column)] = text;
      }
    }
    typed = null;
    edit(sheet, partsOf(texts));
  };

  const paste = (text: string): void => {
    const [range] = selectedRanges();
    if (!range || text === '') return;
    const values = pastedText(text);
    const single = values.length === 1 && values[0]?.length === 1;
    // One cell fills what is selected, as in every spreadsheet.
    if (single)
      edit(
        activeSheet(),
        selectedRanges().map((one) => filled(one, values[0]?.[0] ?? '')),
      );
    else edit(activeSheet(), [{ row: range.startRow + 1, column: range.startColumn + 1, values }]);
  };

  /** Commands that are ours. */
  const override = (): void => {
    replaceCommand<{ subUnitId?: string; range?: GridRange; value: Cell | Cell[][] | Matrix }>(
      univer,
      'sheet.command.set-range-values',
      ({ subUnitId, range, value }) => {
        const sheet = subUnitId === undefined ? activeSheet() : numberOf(subUnitId);
        written(sheet, matrixFrom(value, range === undefined ? selectedRanges() : [range]));
        return false;
      },
    );
    const clear = (): boolean => {
      edit(
        activeSheet(),
        selectedRanges().map((range) => filled(range, '')),
      );
      return true;
    };
    replaceCommand(univer, 'sheet.command.clear-selection-content', clear);
    replaceCommand(univer, 'sheet.command.clear-selection-all', clear);
    replaceCommand<{ textContent?: string }>(univer, 'sheet.command.paste-by-short-key', ({ textContent }) => {
      paste(textContent ?? '');
      return true;
    });
    replaceCommand(univer, UndoCommand.id, (_, accessor) =>
      isWriting(accessor.get(IContextService)) ? UndoCommand.handler(accessor) : history.undo(),
    );
    replaceCommand(univer, RedoCommand.id, (_, accessor) =>
      isWriting(accessor.get(IContextService)) ? RedoCommand.handler(accessor) : history.redo(),
    );
    precedeCommand(univer, 'univer.command.cut', async () => {
      const copied = await commands.executeCommand('univer.command.copy');
      return copied === true && clear();
    });
    precedeCommand(univer, 'univer.command.paste', async () => {
      paste(await navigator.clipboard.readText());
      return true;
    });
  };

  /** What would change the book goes to the host or is not done; what only this page sees may pass. */
  commands.beforeCommandExecuted((info: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    if (drawing || !info.id.startsWith('sheet.mutation.') || options?.fromFormula || PASSING.has(info.id)) return;
    const { subUnitId, range, ranges } = (info.params ?? {}) as Mutation;
    const sheet = subUnitId === undefined ? activeSheet() : numberOf(subUnitId);
    const rows = info.id.includes('row');
    const axis = rows ? 'rows' : 'columns';
    const spanOf = (one: GridRange) => {
      const { row, column, rows: height, columns: width } = areaOf(one);
      return rows ? { from: row, count: height } : { from: column, count: width };
    };
    switch (info.id) {
      case SET_VALUES:
        written(sheet, ((info.params as Mutation).cellValue ?? {}) as Matrix);
        break;
      case 'sheet.mutation.insert-row':
      case 'sheet.mutation.insert-col':
        if (range)
          void hands.wants({ do: 'insert', sheet, axis, before: spanOf(range).from, count: spanOf(range).count });
        break;
      case 'sheet.mutation.remove-rows':
      case 'sheet.mutation.remove-col':
        if (range) void hands.wants({ do: 'remove', sheet, axis, ...spanOf(range) });
        break;
      case 'sheet.mutation.set-worksheet-row-height':
      case 'sheet.mutation.set-worksheet-col-width': {
        const { rowHeight, colWidth } = info.params as Mutation;
        const size = Math.round(Number(rowHeight ?? colWidth));
        if (Number.isFinite(size))
          for (const one of ranges ?? []) void hands.wants({ do: 'resize', sheet, axis, ...spanOf(one), size });
        break;
      }
      default:
        hands.cannot();
    }
    throw new CanceledError();
  });

  api.addEvent(api.Event.BeforeSheetEditEnd, ({ row, column, value, isConfirm, worksheet }) => {
    typed = isConfirm ? { sheet: numberOf(worksheet.getSheetId()), row, column, text: editorText(value) } : null;
  });
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== LifecycleStages.Steady) return;
    override();
    container.dataset['ready'] = '';
  });
  let told = '';
  const tellSelection = (): void => {
    fitOnce(activeSheet());
    const place = grid.selection();
    const text = JSON.stringify(place);
    if (drawing || text === told) return;
    told = text;
    hands.selects(place);
  };
  api.addEvent(api.Event.SelectionChanged, tellSelection);
  api.addEvent(api.Event.ActiveSheetChanged, tellSelection);

  /** Rows as high as their texts, but for those whose height somebody set. Worked out when there is nothing else to do. */
  const fitted = new Set<number>();
  const fit = (sheet: number, rows: readonly number[]): void => {
    if (rows.length === 0) return;
    const ranges = [{ startRow: Math.min(...rows) - 1, endRow: Math.max(...rows) - 1, startColumn: 0, endColumn: 0 }];
    const params = { unitId: UNIT, subUnitId: sheetId(sheet), ranges, id: `fit${sheet}` };
    // Heights are measured on the sheet's picture, which is made when it is first painted.
    afterPainting(() => void commands.executeCommand('sheet.operation.mark-dirty-row-auto-height', params));
  };
  const fitOnce = (sheet: number): void => {
    if (fitted.has(sheet)) return;
    fitted.add(sheet);
    fit(sheet, held.rows(sheet));
  };

  const show = (front: Place): void => {
    ours(() => {
      const book = workbook();
      const sheet = book?.getSheetBySheetId(sheetId(front.sheet));
      if (!book || !sheet) return;
      book.setActiveSheet(sheet);
      const [area] = front.areas;
      if (area) sheet.getRange(rangeOf(area)).activate();
      told = JSON.stringify(front);
    });
  };

  const redraw = (): void => {
    const place = wanted ?? grid.selection();
    const { sheetViewStartRow = 0, sheetViewStartColumn = 0 } = workbook()?.getActiveSheet().getScrollState() ?? {};
    const same = place.sheet === activeSheet();
    ours(() => {
      if (workbook()) api.disposeUnit(UNIT);
      api.createWorkbook(workbookData({ styles: held.styles, sheets: held.sheets() }) as unknown as IWorkbookData);
    });
    fitted.clear();
    stale = undefined;
    wanted = null;
    show(place);
    fitOnce(activeSheet());
    if (same) workbook()?.getActiveSheet().scrollToCell(sheetViewStartRow, sheetViewStartColumn);
  };
  /** A command changes sheet after sheet: they are drawn together. */
  let stale: ReturnType<typeof setTimeout> | undefined;
  let wanted: Place | null = null;

  const grid: Grid = {
    draw(book, front) {
      held = hold(book);
      wanted = front;
      clearTimeout(stale);
      redraw();
    },
    change(change) {
      const tabs = held.order();
      held.apply(change);
      if (change.whole.length > 0 || tabs.join() !== change.order.join()) stale ??= setTimeout(redraw, REDRAW);
      if (stale) return;
      for (const { sheet, cells } of change.cells) {
        paint(sheet, matrixOf(cells, withStyle(held)));
        fit(
          sheet,
          cells.map(([row]) => row),
        );
      }
    },
    bringToFront(place) {
      if (stale) wanted = place;
      else show(place);
    },
    selection: () => ({ sheet: activeSheet(), areas: selectedRanges().map(areaOf) }),
  };
  return grid;
};

interface Mutation {
  readonly subUnitId?: string;
  readonly range?: GridRange;
  readonly ranges?: readonly GridRange[];
  readonly cellValue?: unknown;
  readonly rowHeight?: unknown;
  readonly colWidth?: unknown;
}

/** How high a row comes out, what a formula comes to, what is shown of a filter: the page's own affair. */
const PASSING = new Set([
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.data-validation-formula-mark-dirty',
  'sheet.mutation.mark-dirty-filter-change',
  'sheet.mutation.set-filter-criteria',
  'sheet.mutation.re-calc-filter',
  'sheet.mutation.toggle-note-popup',
  'sheet.mutation.empty',
]);

/** Styles added since the workbook was made have no name in it: they come whole. */
const withStyle = (held: Held) => (cell: DrawnCell | null) => ({
  ...replacement(cell),
  s: cell?.style === undefined ? null : styleData(held.styles[cell.style] ?? {}),
});

const optimistic = (cell: DrawnCell | null) => {
  const { s: _, ...data } = cellData(cell);
  return { v: null, t: null, f: null, si: null, p: null, ...data };
};

const afterPainting = (work: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(work));
};

const plainText = (cell: DrawnCell | null): string => cell?.formula ?? String(cell?.value ?? '');

/** The text of a cell's editor: its last sign is the end of its last paragraph. */
function editorText(value: RichTextValue): string {
  return value.toPlainText().replace(/\r\n?/g, '\n').replace(/\n$/, '');
}

function cellsOf(parts: readonly Part[]): [row: number, column: number, text: string][] {
  return parts.flatMap(({ row, column, values }) =>
    values.flatMap((line, r) => line.map((text, c): [number, number, string] => [row + r, column + c, text])),
  );
}

function matrixFrom(value: Cell | Cell[][] | Matrix, ranges: readonly GridRange[]): Matrix {
  const isCell = !Array.isArray(value) && ['v', 'f', 'p', 's', 't'].some((key) => key in value);
  if (!Array.isArray(value) && !isCell) return value as Matrix;
  const matrix: Matrix = {};
  for (const { startRow, startColumn, endRow, endColumn } of ranges) {
    for (let row = startRow; row <= endRow; row += 1) {
      const line: Record<number, Cell | null> = {};
      for (let column = startColumn; column <= endColumn; column += 1) {
        line[column] = Array.isArray(value) ? (value[row - startRow]?.[column - startColumn] ?? null) : (value as Cell);
      }
      matrix[row] = { ...matrix[row], ...line };
    }
  }
  return matrix;
}
