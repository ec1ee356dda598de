/**
 * The spreadsheet on the page: draws the book, and turns what a person does in it into tasks for the host. Univer changes
 * nothing by itself that the host does not know of.
 */
import { LifecycleStages, type RichTextValue } from '@univerjs/core';
import type { CreateGrid } from '../page/grid.ts';
import { createBoard } from './board.ts';
import { createEditing } from './editing.ts';
import { guardMutations, takeCommands } from './guard.ts';
import { startUniver } from './univer.ts';
import { numberOf } from './workbook-data.ts';

export const createGrid: CreateGrid = (container, language, hands) => {
  const univer = startUniver(container, language);
  const { api } = univer;
  const board = createBoard(univer);
  const editing = createEditing(board, hands);
  guardMutations(univer, board, editing, hands);

  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    // Until then Univer still registers its own.
    if (stage !== LifecycleStages.Steady) return;
    takeCommands(univer, board, editing);
    container.dataset['ready'] = '';
  });
  api.addEvent(api.Event.BeforeSheetEditEnd, ({ row, column, value, isConfirm, worksheet }) => {
    if (isConfirm) editing.closing(numberOf(worksheet.getSheetId()), row, column, editorText(value));
  });

  let told = '';
  const tellSelection = (): void => {
    board.lookAt(board.activeSheet());
    const place = board.selection();
    const text = JSON.stringify(place);
    if (board.isDrawing() || text === told) return;
    told = text;
    hands.selects(place);
  };
  api.addEvent(api.Event.SelectionChanged, tellSelection);
  api.addEvent(api.Event.ActiveSheetChanged, tellSelection);
  return board;
};

/** The text of a cell's editor: its last sign is the end of its last paragraph. */
function editorText(value: RichTextValue): string {
  return value.toPlainText().replace(/\r\n?/g, '\n').replace(/\n$/, '');
}
