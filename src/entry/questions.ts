/** Clicks that ask before they do anything. An open question drops the lock: each asks first, and looks again under it. */

import { dispatchesOfRows, settleDispatches } from '../commands/chase/settle.ts';
import { type Decision, reviewRows } from '../commands/month/review.ts';
import { aboutStep, lastStep, undoLast } from '../commands/month/undo.ts';
import { previewReport } from '../commands/report/preview.ts';
import { sendReport } from '../commands/report/send.ts';
import { setUpBlank } from '../commands/setup/set-up.ts';
import type { Settlement } from '../domain/dispatch/dispatch.ts';
import { Refusal } from '../domain/refusal.ts';
import { openBook } from '../google/book.ts';
import { selectedRows } from '../google/selection.ts';
import { ask, confirm } from '../google/ui.ts';
import type { Told } from '../messages/messages.ts';
import { officeLanguage } from '../office/boundary.ts';
import { isSetUp } from '../office/office.ts';
import { declarationOf } from '../workbook/sheets.ts';
import { type Clicked, type ClickedMonth, yearOfToday } from './click.ts';
import { fileInWords, openSetUp } from './pages.ts';

/** Shows to whom, what and how much is missing; where who had the report before would get another, asks once more. */
export function send({ month, messages, working }: ClickedMonth): Told | null {
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
    confirm(title, messages.dialogs.confirmCorrection({ recipients: corrected.join('\n'), month: period, supplement }));
  working();
  return sendReport(month, { correction }).told;
}

/** Settles the mails whose rows are selected in 发送记录, by their keys. */
export const settle =
  (settlement: Settlement) =>
  ({ messages, working }: Clicked): Told | null => {
    const { title } = declarationOf('dispatches');
    const chosen = dispatchesOfRows(selectedRows(title));
    if (chosen.length === 0) throw new Refusal({ code: 'notOnOutbox', sheet: title });
    const command = messages.commands[settlement];
    const recipients = chosen.map(({ recipient, subject }) => `${recipient}　${subject}`).join('\n');
    if (!confirm(command, messages.dialogs.confirmSettle({ command, recipients }))) return null;
    working();
    return settleDispatches(
      chosen.map(({ key }) => key),
      settlement,
    ).told;
  };

/** The office's word on the selected rows; the reason where they go back. */
export const decide =
  (decision: Decision) =>
  ({ messages, working }: Clicked): Told | null => {
    const { title } = declarationOf('submissions');
    const rows = selectedRows(title);
    if (rows.length === 0) throw new Refusal({ code: 'rowsNotSelected', sheet: title });
    const reason = decision === 'return' ? ask(messages.commands.return, messages.dialogs.askReason(rows.length)) : '';
    if (reason === null) return null;
    working();
    return reviewRows(rows, decision, reason).told;
  };

/** Says what would be undone. */
export function undo({ messages, working }: Clicked): Told | null {
  const last = lastStep();
  if (last.kind !== 'step') return messages.told.nothingUndone(last);
  if (!confirm(messages.commands.undo, messages.dialogs.confirmUndo(aboutStep(messages, last.step)))) return null;
  working();
  return undoLast(last.step.time).told;
}

/** A fresh spreadsheet is set up step by step on a page; one that lost sheets gets them back, for a year asked for. */
export function setUp({ messages, today, working }: Clicked): Told | null {
  const running = yearOfToday({ today });
  if (!isSetUp(openBook())) {
    openSetUp(running);
    return null;
  }
  const typed = ask(messages.commands.setUp, messages.dialogs.askYear(String(running)));
  if (typed === null) return null;
  const text = typed.normalize('NFKC').replace(/[年度\s]/g, '');
  const year = text === '' ? running : Number(text);
  if (!/^\d{4}$/.test(String(year))) throw new Refusal({ code: 'periodUnreadable', found: typed });
  working();
  return setUpBlank(year, officeLanguage()).told;
}
