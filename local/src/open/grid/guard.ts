/** What would change the workbook is taken out of Univer's hands: only the host may do it. */
import {
  CanceledError,
  type ICommandInfo,
  IContextService,
  type IExecutionOptions,
  RedoCommand,
  UndoCommand,
} from '@univerjs/core';
import type { GridHands } from '../page/grid.ts';
import { type Board, SET_VALUES } from './board.ts';
import { type Editing, type Written, type WrittenCell, writtenIn } from './editing.ts';
import { areaOf, type GridRange } from './ranges.ts';
import { isWriting, precedeCommand, replaceCommand, type Started } from './univer.ts';
import { numberOf } from './workbook-data.ts';

/** Puts ours in the place of the commands by which people edit. */
export function takeCommands(univer: Started, board: Board, editing: Editing): void {
  replaceCommand<{ subUnitId?: string; range?: GridRange; value: WrittenCell | WrittenCell[][] | Written }>(
    univer,
    'sheet.command.set-range-values',
    ({ subUnitId, range, value }) => {
      const sheet = subUnitId === undefined ? board.activeSheet() : numberOf(subUnitId);
      editing.written(sheet, writtenIn(value, range === undefined ? board.selectedRanges() : [range]));
      return false;
    },
  );
  replaceCommand(univer, 'sheet.command.clear-selection-content', editing.clear);
  replaceCommand<{ textContent?: string }>(univer, 'sheet.command.paste-by-short-key', ({ textContent }) => {
    editing.paste(textContent ?? '');
    return true;
  });
  replaceCommand(univer, UndoCommand.id, (_, accessor) =>
    isWriting(accessor.get(IContextService)) ? UndoCommand.handler(accessor) : editing.history.undo(),
  );
  replaceCommand(univer, RedoCommand.id, (_, accessor) =>
    isWriting(accessor.get(IContextService)) ? RedoCommand.handler(accessor) : editing.history.redo(),
  );
  precedeCommand(univer, 'univer.command.cut', async () => {
    const copied = await univer.commands.executeCommand('univer.command.copy');
    return copied === true && editing.clear();
  });
  precedeCommand(univer, 'univer.command.paste', async () => {
    editing.paste(await navigator.clipboard.readText());
    return true;
  });
}

/** What would change the book goes to the host or is not done; what only this page sees may pass. */
export function guardMutations(univer: Started, board: Board, editing: Editing, hands: GridHands): void {
  univer.commands.beforeCommandExecuted((info: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    if (board.isDrawing() || !info.id.startsWith('sheet.mutation.') || options?.fromFormula || PASSING.has(info.id))
      return;
    const { subUnitId, range, ranges, cellValue, rowHeight, colWidth } = (info.params ?? {}) as Mutation;
    const sheet = subUnitId === undefined ? board.activeSheet() : numberOf(subUnitId);
    const rows = info.id.includes('row');
    const axis = rows ? 'rows' : 'columns';
    const spanOf = (one: GridRange) => {
      const { row, column, rows: height, columns: width } = areaOf(one);
      return rows ? { from: row, count: height } : { from: column, count: width };
    };
    switch (info.id) {
      case SET_VALUES:
        editing.written(sheet, cellValue ?? {});
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
}

interface Mutation {
  readonly subUnitId?: string;
  readonly range?: GridRange;
  readonly ranges?: readonly GridRange[];
  readonly cellValue?: Written;
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
