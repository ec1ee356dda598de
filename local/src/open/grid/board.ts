/** The spreadsheet as it stands on the page: what the host last told of, drawn by Univer. */
import type { IWorkbookData } from '@univerjs/core';
import type { BookChange, DrawnBook, DrawnCell, Place, PlacedCell } from '../wire.ts';
import { type Held, hold } from './held.ts';
import { areaOf, type GridRange, rangeOf } from './ranges.ts';
import { styleData } from './style-data.ts';
import { isWriting, type Started } from './univer.ts';
import { cellData, matrixOf, numberOf, replacement, sheetId, UNIT, workbookData } from './workbook-data.ts';

export const SET_VALUES = 'sheet.mutation.set-range-values';

export interface Board {
  draw(book: DrawnBook, front: Place): void;
  change(change: BookChange): void;
  bringToFront(place: Place): void;
  selection(): Place;
  selectedRanges(): GridRange[];
  activeSheet(): number;
  /** What the host says a cell holds. */
  cell(sheet: number, row: number, column: number): DrawnCell | null;
  /** Shows texts that are on their way to the host. */
  anticipate(sheet: number, texts: readonly (readonly [row: number, column: number, text: string])[]): void;
  /** Shows what the host says of these cells. */
  repaint(sheet: number, cells: readonly (readonly [row: number, column: number, ...unknown[]])[]): void;
  /** The sheet in front is looked at: its rows are made as high as their texts. */
  lookAt(sheet: number): void;
  /** Is it we who change the workbook? */
  isDrawing(): boolean;
}

/** Milliseconds. */
const REDRAW = 200;

export function createBoard({ api, commands, context }: Started): Board {
  let held: Held = hold({ styles: [], sheets: [] });
  let drawing = false;
  /** A command changes sheet after sheet: they are drawn together. */
  let stale: ReturnType<typeof setTimeout> | undefined;
  let wanted: Place | null = null;
  const fitted = new Set<number>();

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
  /** Rows as high as their texts, but for those whose height a person set. Worked out when there is nothing else to do. */
  const fit = (sheet: number, rows: readonly number[]): void => {
    if (rows.length === 0) return;
    const ranges = [{ startRow: Math.min(...rows) - 1, endRow: Math.max(...rows) - 1, startColumn: 0, endColumn: 0 }];
    const params = { unitId: UNIT, subUnitId: sheetId(sheet), ranges, id: `fit${sheet}` };
    // Heights are measured on the sheet's picture, which is made when it is first painted.
    afterPainting(() => void commands.executeCommand('sheet.operation.mark-dirty-row-auto-height', params));
  };
  const lookAt = (sheet: number): void => {
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
    });
  };

  const redraw = (): void => {
    const place = wanted ?? { sheet: activeSheet(), areas: selectedRanges().map(areaOf) };
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
    lookAt(activeSheet());
    if (same) workbook()?.getActiveSheet().scrollToCell(sheetViewStartRow, sheetViewStartColumn);
  };

  /** A drawing anew would take the editor away from a person who writes in a cell: it waits. */
  const redrawSoon = (): void => {
    stale = setTimeout(() => (isWriting(context) ? redrawSoon() : redraw()), REDRAW);
  };

  return {
    activeSheet,
    selectedRanges,
    lookAt,
    selection: () => ({ sheet: activeSheet(), areas: selectedRanges().map(areaOf) }),
    isDrawing: () => drawing,
    cell: (sheet, row, column) => held.cell(sheet, row, column),
    anticipate(sheet, texts) {
      const shown = texts.map(
        ([row, column, text]): PlacedCell => [row, column, text === '' ? {} : { value: text.replace(/^'/, '') }],
      );
      paint(sheet, matrixOf(shown, anticipated));
    },
    repaint(sheet, cells) {
      const placed = cells.map(([row, column]): PlacedCell => [row, column, held.cell(sheet, row, column)]);
      paint(sheet, matrixOf(placed, withStyle(held)));
    },
    draw(book, front) {
      held = hold(book);
      wanted = front;
      clearTimeout(stale);
      redraw();
    },
    change(change) {
      const tabs = held.order().join();
      held.apply(change);
      if (change.whole.length > 0 || tabs !== change.order.join()) if (stale === undefined) redrawSoon();
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
  };
}

/** Styles added since the workbook was made have no name in it: they come whole. */
const withStyle = (held: Held) => (cell: DrawnCell | null) => ({
  ...replacement(cell),
  s: cell?.style === undefined ? null : styleData(held.styles[cell.style] ?? {}),
});

/** How the cell looks stays. */
const anticipated = (cell: DrawnCell | null) => ({ v: null, t: null, f: null, si: null, p: null, ...cellData(cell) });

const afterPainting = (work: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(work));
};
