/** A task done on a host as the account that sits there: what the platform would refuse is refused in its words. */
import { areaText } from '../book/a1.ts';
import type { Area, Sheet } from '../book/book.ts';
import { hasRoomFor } from '../book/sheets.ts';
import { bundleFunctions } from '../cli/bundle.ts';
import type { Host } from '../host.ts';
import type { Task } from './task.ts';
import type { Words } from './words.ts';

type Work = Exclude<Task, { do: 'account' }>;

/** @throws what the platform throws, or an Error with a sentence for the person */
export function carryOut(host: Host, task: Work, words: Words): unknown {
  switch (task.do) {
    case 'open':
      host.fire.onOpen();
      return undefined;
    case 'edit':
      for (const part of task.parts) type(host, sheetOf(host, task.sheet, words), part, words);
      return undefined;
    case 'select':
      select(host, task, words);
      return undefined;
    case 'insert':
      return change(host, sheetOf(host, task.sheet, words), (sheet) =>
        task.axis === 'rows'
          ? sheet.insertRowsBefore(task.before, task.count)
          : sheet.insertColumnsBefore(task.before, task.count),
      );
    case 'remove':
      return change(host, sheetOf(host, task.sheet, words), (sheet) =>
        task.axis === 'rows' ? sheet.deleteRows(task.from, task.count) : sheet.deleteColumns(task.from, task.count),
      );
    case 'resize':
      return change(host, sheetOf(host, task.sheet, words), (sheet) =>
        task.axis === 'rows'
          ? sheet.setRowHeights(task.from, task.count, task.size)
          : sheet.setColumnWidths(task.from, task.count, task.size),
      );
    case 'click':
      select(host, task.at, words);
      if (!isOnMenu(host, task.run)) throw new Error(words.noSuchMenu);
      host.call(task.run);
      return undefined;
    case 'call':
      if (!bundleFunctions().includes(task.name)) throw new Error(`Script function not found: ${task.name}`);
      return host.callAsClient(task.name, ...task.args);
  }
}

function sheetOf({ book }: Host, id: number, words: Words): Sheet {
  const sheet = book.sheets.find((one) => one.id === id);
  if (!sheet) throw new Error(words.noSuchSheet);
  return sheet;
}

/** What is typed below the last row makes the sheet longer, as a paste does on the platform. */
function type(host: Host, sheet: Sheet, part: { row: number; column: number; values: string[][] }, words: Words): void {
  const { row, column, values } = part;
  const area: Area = { row, column, rows: values.length, columns: Math.max(...values.map((line) => line.length)) };
  const missing = {
    rows: Math.max(0, row + area.rows - 1 - sheet.maxRows),
    columns: Math.max(0, column + area.columns - 1 - sheet.maxColumns),
  };
  if (!hasRoomFor(host.book, missing.rows * (sheet.maxColumns + missing.columns) + missing.columns * sheet.maxRows)) {
    throw new Error(words.tooManyCells);
  }
  const { rows, columns } = missing;
  if (rows > 0) change(host, sheet, (one) => one.insertRowsAfter(one.getMaxRows(), rows));
  if (columns > 0) change(host, sheet, (one) => one.insertColumnsAfter(one.getMaxColumns(), columns));
  host.fire.edit({ sheet: sheet.name, a1: areaText(area), values });
}

function select(host: Host, { sheet, areas }: { sheet: number; areas: readonly Area[] }, words: Words): void {
  const { name } = sheetOf(host, sheet, words);
  host.byHand(({ SpreadsheetApp }) => {
    const target = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
    if (areas.length === 0) target?.activate();
    else target?.setActiveRangeList(target.getRangeList(areas.map(areaText)));
  });
}

function change(host: Host, { name }: Sheet, work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => unknown): undefined {
  host.byHand(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
    if (sheet) work(sheet);
  });
  return undefined;
}

function isOnMenu({ ui }: Host, run: string): boolean {
  const holds = (items: Host['ui']['menus'] extends Map<string, infer Item> ? readonly Item[] : never): boolean =>
    items.some((item) => item.run === run || holds(item.items));
  return holds([...ui.menus.values()]);
}
