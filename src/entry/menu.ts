/**
 * The menu 「汇总」: one record for each entry, by the name of the function that Apps Script runs. Here they stand in the order they
 * have on the menu, which is that of the month's work; a submenu stands where its first entry does.
 */
import { consolidateMonth } from '../commands/month/consolidate.ts';
import { prepareMonth } from '../commands/month/prepare.ts';
import { repairWorkbook } from '../commands/setup/repair.ts';
import { refreshRights } from '../commands/setup/rights.ts';
import { selectedRows } from '../google/selection.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { atOnce, type Entry, shown, shownAfterWork, yearOfToday } from './click.ts';
import { openBoard, openDocuments, openPlan, openPreview, openReminders, openReview, openSettings } from './pages.ts';
import { decide, send, settle, setUp, undo } from './questions.ts';

export const MENU = {
  menuBoard: { words: 'board', does: shown(openBoard) },

  menuPrepare: { words: 'prepare', line: true, month: 'running', does: atOnce(({ month }) => prepareMonth(month)) },
  menuRemind: { words: 'remind', month: 'reported', does: shownAfterWork(({ month }) => openReminders(month)) },
  menuReview: { words: 'review', does: shown(reviewSelected) },
  menuConsolidate: { words: 'consolidate', month: 'reported', does: atOnce(({ month }) => consolidateMonth(month)) },
  menuDocuments: { words: 'documents', month: 'reported', does: shownAfterWork(({ month }) => openDocuments(month)) },
  menuPreview: { words: 'preview', month: 'reported', does: shownAfterWork(({ month }) => openPreview(month)) },
  menuSend: { words: 'send', month: 'reported', does: send },

  menuUndo: { words: 'undo', line: true, does: undo },

  menuAccept: { words: 'accept', under: 'selected', line: true, does: decide('accept') },
  menuReturn: { words: 'return', under: 'selected', does: decide('return') },

  menuResend: { words: 'resend', under: 'outbox', does: settle('resend') },
  menuCancel: { words: 'cancel', under: 'outbox', does: settle('cancel') },
  menuArrived: { words: 'arrived', under: 'outbox', does: settle('arrived') },
  menuNotArrived: { words: 'notArrived', under: 'outbox', does: settle('notArrived') },

  menuSettings: { words: 'settings', under: 'upkeep', does: shown(openSettings) },
  menuRights: { words: 'rights', under: 'upkeep', does: atOnce(refreshRights) },
  menuRepair: { words: 'repair', under: 'upkeep', renewsMenu: true, does: atOnce(repairWorkbook) },
  menuSetUp: { words: 'setUp', under: 'upkeep', fresh: true, renewsMenu: true, does: setUp },
  menuImportPlan: {
    words: 'importPlan',
    under: 'upkeep',
    fresh: true,
    does: shown((now) => openPlan(yearOfToday(now))),
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** The selected row of 月度报送, or the first that waits. */
function reviewSelected(): void {
  const [row = null] = selectedRows(declarationOf('submissions').title);
  openReview({ month: null, row });
}
