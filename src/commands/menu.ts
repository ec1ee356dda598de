/** The menu 「汇总」: each entry asks what it must, says what it does, and ends with a summary a person can read. */

import type { Settlement } from '../domain/dispatch/dispatch.ts';
import { parsePeriod } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { openBook } from '../google/book.ts';
import { nowIn } from '../google/clock.ts';
import { selectedRows } from '../google/selection.ts';
import { ask, confirm, type MenuGroups, showMenu, tell, toast } from '../google/ui.ts';
import { messagesIn } from '../messages/catalogues.ts';
import type { CommandName, Messages, Told } from '../messages/messages.ts';
import { officeLanguage, saidBy } from '../office/boundary.ts';
import { isSetUp } from '../office/office.ts';
import { proposedPeriod } from '../office/proposed-period.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { dispatchesOfRows, settleDispatches } from './chase/settle.ts';
import { consolidateMonth } from './month/consolidate.ts';
import { prepareMonth } from './month/prepare.ts';
import { type Decision, reviewRows } from './month/review.ts';
import { aboutStep, lastStep, undoLast } from './month/undo.ts';
import {
  fileInWords,
  openBoard,
  openDocuments,
  openPlan,
  openPreview,
  openReminders,
  openReview,
  openSettings,
  openSetUp,
} from './pages.ts';
import { previewReport } from './report/preview.ts';
import { sendReport } from './report/send.ts';
import { repairWorkbook } from './setup/repair.ts';
import { refreshRights } from './setup/rights.ts';
import { setUpBlank } from './setup/set-up.ts';

/** Before the add-on may read the file the menu is in Chinese: the language stands in the file. */
export function openMenu(authMode: unknown): void {
  const messages = messagesIn(String(authMode) === 'NONE' ? 'zh-CN' : officeLanguage());
  showMenu(messages.menuTitle, menuGroups(messages));
}

/** In the order of the month's work; then what is done once a year. */
function menuGroups({ commands }: Messages): MenuGroups {
  return [
    [{ label: commands.board, run: 'menuBoard' }],
    [
      { label: commands.prepare, run: 'menuPrepare' },
      { label: commands.remind, run: 'menuRemind' },
      { label: commands.review, run: 'menuReview' },
      { label: commands.accept, run: 'menuAccept' },
      { label: commands.return, run: 'menuReturn' },
      { label: commands.consolidate, run: 'menuConsolidate' },
      { label: commands.documents, run: 'menuDocuments' },
      { label: commands.preview, run: 'menuPreview' },
      { label: commands.send, run: 'menuSend' },
      { label: commands.undo, run: 'menuUndo' },
    ],
    [
      { label: commands.resend, run: 'menuResend' },
      { label: commands.cancel, run: 'menuCancel' },
      { label: commands.arrived, run: 'menuArrived' },
      { label: commands.notArrived, run: 'menuNotArrived' },
    ],
    [
      { label: commands.importPlan, run: 'menuImportPlan' },
      { label: commands.setUp, run: 'menuSetUp' },
      { label: commands.settings, run: 'menuSettings' },
      { label: commands.rights, run: 'menuRights' },
      { label: commands.repair, run: 'menuRepair' },
    ],
  ];
}

export function clickBoard(): void {
  clickedAtWork('board', shown(openBoard));
}

export function clickSettings(): void {
  clickedAtWork('settings', shown(openSettings));
}

/** The selected row of 月度报送, or the first that waits. */
export function clickReviewPage(): void {
  clickedAtWork('review', () => {
    const [row = null] = selectedRows(declarationOf('submissions').title);
    openReview({ month: null, row });
    return null;
  });
}

export function clickPrepare(): void {
  runMonth('prepare', (month) => prepareMonth(month).told);
}

export function clickRemind(): void {
  runMonth('remind', shown(openReminders));
}

export function clickConsolidate(): void {
  runMonth('consolidate', (month) => consolidateMonth(month).told);
}

export function clickDocuments(): void {
  runMonth('documents', shown(openDocuments));
}

export function clickPreview(): void {
  runMonth('preview', shown(openPreview));
}

/** Asks first: an open question drops the lock. What is then sent is looked at again under it. */
export function clickSend(): void {
  clickedMonth('send', (month, messages) => {
    const { subject, recipients, corrected, problems, period, supplement, attachments } = previewReport(month);
    const title = messages.commands.send;
    const about = {
      subject,
      recipients: recipients.join('\n'),
      attachments: attachments.map(fileInWords).join('\n'),
      month: period,
      problems: problems.length,
    };
    if (!confirm(title, messages.dialogs.confirmSend(about))) return null;
    const correction =
      corrected.length > 0 &&
      confirm(
        title,
        messages.dialogs.confirmCorrection({ recipients: corrected.join('\n'), month: period, supplement }),
      );
    progress('send', messages);
    return sendReport(month, { correction }).told;
  });
}

/** Settles the mails whose rows are selected in 发送记录, by their keys. */
export function clickSettle(settlement: Settlement): void {
  clickedAtWork(settlement, ({ messages }) => {
    const { title } = declarationOf('dispatches');
    const chosen = dispatchesOfRows(selectedRows(title));
    if (chosen.length === 0) throw new Refusal({ code: 'notOnOutbox', sheet: title });
    const command = messages.commands[settlement];
    const recipients = chosen.map(({ recipient, subject }) => `${recipient}　${subject}`).join('\n');
    if (!confirm(command, messages.dialogs.confirmSettle({ command, recipients }))) return null;
    progress(settlement, messages);
    return settleDispatches(
      chosen.map(({ key }) => key),
      settlement,
    ).told;
  });
}

export function clickImportPlan(): void {
  clicked('importPlan', ({ today }) => {
    openPlan(Number(today.slice(0, 4)));
    return null;
  });
}

/** A fresh spreadsheet is set up step by step; one that lost sheets gets them back. */
export function clickSetUp(): void {
  clicked('setUp', ({ messages, today }) => {
    if (isSetUp(openBook())) return askedSetUp(messages, today);
    openSetUp(Number(today.slice(0, 4)));
    return null;
  });
}

/** Asks for the reason first: an open question drops the lock. */
export function clickReview(decision: Decision): void {
  clickedAtWork(decision, ({ messages }) => {
    const { title } = declarationOf('submissions');
    const rows = selectedRows(title);
    if (rows.length === 0) throw new Refusal({ code: 'rowsNotSelected', sheet: title });
    const reason = decision === 'return' ? ask(messages.commands.return, messages.dialogs.askReason(rows.length)) : '';
    if (reason === null) return null;
    progress(decision, messages);
    return reviewRows(rows, decision, reason).told;
  });
}

/** Says what would be undone and asks: an open question drops the lock. */
export function clickUndo(): void {
  clickedAtWork('undo', ({ messages }) => {
    const last = lastStep();
    if (last.kind !== 'step') return messages.told.nothingUndone(last);
    if (!confirm(messages.commands.undo, messages.dialogs.confirmUndo(aboutStep(messages, last.step)))) return null;
    progress('undo', messages);
    return undoLast(last.step.time).told;
  });
}

export function clickRights(): void {
  clickedAtWork('rights', ({ messages }) => {
    progress('rights', messages);
    return refreshRights().told;
  });
}

export function clickRepair(): void {
  clickedAtWork('repair', ({ messages }) => {
    progress('repair', messages);
    return repairWorkbook().told;
  });
}

interface Clicked {
  readonly messages: Messages;
  /** `2023-05-18T09:30:00` */
  readonly today: string;
}

/** A click never ends in a stack trace: what is refused is said, and what is unexpected is said too before it is logged. */
function clicked(command: CommandName, work: (about: Clicked) => Told | null): void {
  const messages = messagesIn(officeLanguage());
  const title = messages.commands[command];
  try {
    const told = work({ messages, today: nowIn(openBook().timeZone) });
    if (told) tell(told.title, told.lines.join('\n'));
  } catch (error) {
    if (error instanceof Refusal) {
      tell(title, messages.refusal(error.issue));
      return;
    }
    tell(title, messages.dialogs.unexpected(saidBy(error)));
    throw error;
  }
}

/** A command on a workbook that is set up. */
function clickedAtWork(command: CommandName, work: (about: Clicked) => Told | null): void {
  clicked(command, (about) => (readyToWork(about.messages) ? work(about) : null));
}

/** A command on a month: it goes on once somebody has said which. */
function clickedMonth(command: CommandName, work: (month: string, messages: Messages) => Told | null): void {
  clickedAtWork(command, ({ messages, today }) => {
    const month = askedMonth(command, messages, today);
    return month === null ? null : work(month, messages);
  });
}

/** One that asks nothing else. */
function runMonth(command: CommandName, run: (month: string) => Told | null): void {
  clickedMonth(command, (month, messages) => {
    progress(command, messages);
    return run(month);
  });
}

/** A page opens, and there is nothing to be told. */
const shown =
  <About>(open: (about: About) => void) =>
  (about: About): null => {
    open(about);
    return null;
  };

/** On a fresh spreadsheet a command leads to set-up rather than to an error. */
function readyToWork(messages: Messages): boolean {
  const book = openBook();
  if (isSetUp(book)) return true;
  if (!confirm(messages.commands.setUp, messages.dialogs.offerSetUp)) return false;
  openSetUp(Number(nowIn(book.timeZone).slice(0, 4)));
  return false;
}

function askedSetUp(messages: Messages, today: string): Told | null {
  const proposed = today.slice(0, 4);
  const typed = ask(messages.commands.setUp, messages.dialogs.askYear(proposed));
  if (typed === null) return null;
  const text = typed.normalize('NFKC').replace(/[年度\s]/g, '');
  const year = text === '' ? Number(proposed) : Number(text);
  if (!/^\d{4}$/.test(String(year))) throw new Refusal({ code: 'periodUnreadable', found: typed });
  progress('setUp', messages);
  return setUpBlank(year, officeLanguage()).told;
}

/** The month somebody means; the proposed one where they just confirm. */
function askedMonth(command: CommandName, messages: Messages, today: string): string | null {
  // Rows are prepared for the month that begins.
  const proposed = command === 'prepare' ? today.slice(0, 7) : proposedPeriod(today);
  const typed = ask(messages.commands[command], messages.dialogs.askMonth(messages.commands[command], proposed));
  if (typed === null) return null;
  if (typed.trim() === '') return proposed;
  const period = parsePeriod(typed, Number(today.slice(0, 4)));
  if (period === null) throw new Refusal({ code: 'periodUnreadable', found: typed });
  return period;
}

function progress(command: CommandName, messages: Messages): void {
  toast(messages.menuTitle, messages.dialogs.working(messages.commands[command]));
}
