/** The menu 「汇总」: each entry asks what it must, says what it does, and ends with a summary a person can read. */
import type { Settlement } from '../domain/dispatch/dispatch.ts';
import { addMonths, type Period, parsePeriod, periodOf } from '../domain/period.ts';
import { Refusal } from '../domain/refusal.ts';
import { openBook } from '../google/book.ts';
import { nowIn } from '../google/clock.ts';
import { selectedRows } from '../google/selection.ts';
import { ask, confirm, type MenuGroups, showDialog, showMenu, tell, toast } from '../google/ui.ts';
import { messagesIn } from '../messages/catalogues.ts';
import type { CommandName, Messages, Told } from '../messages/messages.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { officeLanguage } from './boundary.ts';
import { consolidateMonth } from './consolidate.ts';
import { draftReport } from './documents.ts';
import { isSetUp } from './office.ts';
import { prepareMonth } from './prepare.ts';
import { previewReminders } from './remind.ts';
import { repairWorkbook } from './repair.ts';
import { type AttachedFile, previewReport, sendReport } from './report.ts';
import { type Decision, reviewRows } from './review.ts';
import { refreshRights } from './rights.ts';
import { setUpBlank } from './set-up.ts';
import { dispatchesOfRows, settleDispatches } from './settle.ts';
import { templateList } from './templates.ts';

/** Before the add-on may read the file the menu is in Chinese: the language stands in the file. */
export function openMenu(authMode: unknown): void {
  const messages = messagesIn(String(authMode) === 'NONE' ? 'zh-CN' : officeLanguage());
  showMenu(messages.menuTitle, menuGroups(messages));
}

/** In the order of the month's work; then what is done once a year. */
function menuGroups({ commands }: Messages): MenuGroups {
  return [
    [
      { label: commands.prepare, run: 'menuPrepare' },
      { label: commands.remind, run: 'menuRemind' },
      { label: commands.accept, run: 'menuAccept' },
      { label: commands.return, run: 'menuReturn' },
      { label: commands.consolidate, run: 'menuConsolidate' },
      { label: commands.documents, run: 'menuDocuments' },
      { label: commands.preview, run: 'menuPreview' },
      { label: commands.send, run: 'menuSend' },
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
      { label: commands.rights, run: 'menuRights' },
      { label: commands.repair, run: 'menuRepair' },
    ],
  ];
}

export function clickPrepare(): void {
  clicked('prepare', ({ messages, today }) => {
    if (!readyToWork(messages)) return null;
    const month = askedMonth('prepare', messages, today);
    if (month === null) return null;
    progress('prepare', messages);
    return prepareMonth(month).told;
  });
}

/** Shows who owes what; the page sends to those chosen on it. */
export function clickRemind(): void {
  clicked('remind', ({ messages, today }) => {
    if (!readyToWork(messages)) return null;
    const month = askedMonth('remind', messages, today);
    if (month === null) return null;
    const { period, mails, unreachable } = previewReminders(month);
    showDialog(
      'remind',
      messages.dialogs.remindTitle,
      { width: 900, height: 640 },
      { words: messages.dialogs.remind, month: period, mails, unreachable },
    );
    return null;
  });
}

export function clickConsolidate(): void {
  clicked('consolidate', ({ messages, today }) => {
    if (!readyToWork(messages)) return null;
    const month = askedMonth('consolidate', messages, today);
    if (month === null) return null;
    progress('consolidate', messages);
    return consolidateMonth(month).told;
  });
}

/** The draft is brought up to date at once; each document is made when it is asked for. */
export function clickDocuments(): void {
  clicked('documents', ({ messages, today }) => {
    if (!readyToWork(messages)) return null;
    const month = askedMonth('documents', messages, today);
    if (month === null) return null;
    progress('documents', messages);
    const { told, reply } = draftReport(month);
    showDialog(
      'documents',
      messages.dialogs.documentsTitle,
      { width: 760, height: 620 },
      { words: messages.dialogs.documents, told, ...reply, templates: templateList() },
    );
    return null;
  });
}

export function clickPreview(): void {
  clicked('preview', ({ messages, today }) => {
    if (!readyToWork(messages)) return null;
    const month = askedMonth('preview', messages, today);
    if (month === null) return null;
    const { subject, html, recipients, problems, attachments } = previewReport(month);
    showDialog(
      'preview',
      messages.dialogs.previewTitle,
      { width: 900, height: 640 },
      {
        words: messages.dialogs.preview,
        subject,
        html,
        recipients,
        problems,
        attachments: attachments.map(fileInWords),
      },
    );
    return null;
  });
}

/** Asks first: an open question drops the lock. What is then sent is looked at again under it. */
export function clickSend(): void {
  clicked('send', ({ messages, today }) => {
    if (!readyToWork(messages)) return null;
    const month = askedMonth('send', messages, today);
    if (month === null) return null;
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

const fileInWords = ({ name, size }: AttachedFile): string => `${name}（${Math.ceil(size / 1024)} KB）`;

/** Settles the mails whose rows are selected in 发送记录, by their keys. */
export function clickSettle(settlement: Settlement): void {
  clicked(settlement, ({ messages }) => {
    if (!readyToWork(messages)) return null;
    const { title } = declarationOf('dispatches');
    const chosen = dispatchesOfRows(selectedRows(title));
    if (chosen.length === 0) throw new Refusal('notOnOutbox', { sheet: title });
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
  clicked('importPlan', ({ messages, today }) => {
    showDialog(
      'plan',
      messages.dialogs.planTitle,
      { width: 960, height: 680 },
      {
        words: messages.dialogs.plan,
        year: Number(today.slice(0, 4)),
        language: officeLanguage(),
      },
    );
    return null;
  });
}

export function clickSetUp(): void {
  clicked('setUp', ({ messages, today }) => askedSetUp(messages, today));
}

/** Asks for the reason first: an open question drops the lock. */
export function clickReview(decision: Decision): void {
  clicked(decision, ({ messages }) => {
    if (!readyToWork(messages)) return null;
    const { title } = declarationOf('submissions');
    const rows = selectedRows(title);
    if (rows.length === 0) throw new Refusal('rowsNotSelected', { sheet: title });
    const reason = decision === 'return' ? ask(messages.commands.return, messages.dialogs.askReason(rows.length)) : '';
    if (reason === null) return null;
    progress(decision, messages);
    return reviewRows(rows, decision, reason).told;
  });
}

export function clickRights(): void {
  clicked('rights', ({ messages }) => {
    if (!readyToWork(messages)) return null;
    progress('rights', messages);
    return refreshRights().told;
  });
}

export function clickRepair(): void {
  clicked('repair', ({ messages }) => {
    if (!readyToWork(messages)) return null;
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
      tell(title, messages.refusal(error));
      return;
    }
    tell(title, messages.dialogs.unexpected(error instanceof Error ? error.message : String(error)));
    throw error;
  }
}

/** On a fresh spreadsheet a command leads to set-up rather than to an error. */
function readyToWork(messages: Messages): boolean {
  const book = openBook();
  if (isSetUp(book)) return true;
  if (!confirm(messages.commands.setUp, messages.dialogs.offerSetUp)) return false;
  const told = askedSetUp(messages, nowIn(book.timeZone));
  if (told) tell(told.title, told.lines.join('\n'));
  return false;
}

function askedSetUp(messages: Messages, today: string): Told | null {
  const proposed = today.slice(0, 4);
  const typed = ask(messages.commands.setUp, messages.dialogs.askYear(proposed));
  if (typed === null) return null;
  const text = typed.normalize('NFKC').replace(/[年度\s]/g, '');
  const year = text === '' ? Number(proposed) : Number(text);
  if (!/^\d{4}$/.test(String(year))) throw new Refusal('periodUnreadable', { found: typed });
  progress('setUp', messages);
  return setUpBlank(year, officeLanguage()).told;
}

/** The month somebody means; the running one where they just confirm, on the first days of a month the one before. */
function askedMonth(command: CommandName, messages: Messages, today: string): string | null {
  const running: Period = periodOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  const proposed = Number(today.slice(8, 10)) <= 5 && command !== 'prepare' ? addMonths(running, -1) : running;
  const typed = ask(messages.commands[command], messages.dialogs.askMonth(messages.commands[command], proposed));
  if (typed === null) return null;
  if (typed.trim() === '') return proposed;
  const period = parsePeriod(typed, Number(today.slice(0, 4)));
  if (period === null) throw new Refusal('periodUnreadable', { found: typed });
  return period;
}

function progress(command: CommandName, messages: Messages): void {
  toast(messages.menuTitle, messages.dialogs.working(messages.commands[command]));
}
