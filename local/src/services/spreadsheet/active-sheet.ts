/** Methods a spreadsheet has of its sheets': they work on the one in front (reference/spreadsheet/spreadsheet). */
import type { BookState } from './state.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const names = [
  'appendRow',
  'autoResizeColumn',
  'deleteColumn',
  'deleteColumns',
  'deleteRow',
  'deleteRows',
  'getActiveCell',
  'getActiveRange',
  'getActiveRangeList',
  'getColumnWidth',
  'getCurrentCell',
  'getDataRange',
  'getFrozenColumns',
  'getFrozenRows',
  'getLastColumn',
  'getLastRow',
  'getRangeList',
  'getRowHeight',
  'getSelection',
  'getSheetId',
  'getSheetName',
  'getSheetValues',
  'hideColumn',
  'hideRow',
  'insertColumnAfter',
  'insertColumnBefore',
  'insertColumnsAfter',
  'insertColumnsBefore',
  'insertRowAfter',
  'insertRowBefore',
  'insertRowsAfter',
  'insertRowsBefore',
  'isColumnHiddenByUser',
  'isRowHiddenByUser',
  'setActiveRange',
  'setActiveRangeList',
  'setActiveSelection',
  'setColumnWidth',
  'setCurrentCell',
  'setFrozenColumns',
  'setFrozenRows',
  'setRowHeight',
  'sort',
  'unhideColumn',
  'unhideRow',
] as const satisfies readonly (keyof Spreadsheet & keyof Sheet)[];

export function onActiveSheet(active: (state: BookState) => Sheet): Partial<Spreadsheet> & ThisType<BookState> {
  const method = (name: string) =>
    function (this: BookState, ...args: unknown[]): unknown {
      const sheet = active(this) as unknown as Record<string, (...args: unknown[]) => unknown>;
      return sheet[name]?.(...args);
    };
  return Object.fromEntries(names.map((name) => [name, method(name)]));
}
