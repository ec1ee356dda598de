/** 准备本月: the month's rows, one for every obligation, ready for the departments. */
import { deadlineOf, lastDayInTime } from '../../domain/deadline.ts';
import { dueObligations } from '../../domain/obligations.ts';
import { apply } from '../../google/apply.ts';
import { storeDirectory } from '../../office/directory.ts';
import { nothingToReport, unowedIn } from '../../office/due.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Outcome, readOffice, rowsOf, wantedPeriod } from '../../office/office.ts';
import { undoable } from '../../office/undoable.ts';
import type { Change } from '../../spreadsheet/change.ts';
import { declarationOf } from '../../workbook/sheets.ts';
import { prepareRows } from '../../workbook/submissions.ts';

export interface PrepareReply {
  readonly period: string;
  readonly deadline: string;
  /** Rows added, and obligations that had a row already. */
  readonly written: number;
  readonly standing: number;
  /** Tasks that are due and that no active department owes. */
  readonly unowed: readonly string[];
}

/** @throws Refusal nothingDue, nobodyOwesMonth, overtaken, and whatever readOffice refuses */
export function prepareMonth(month: string): Outcome<PrepareReply> {
  return locked((book) => {
    const office = readOffice(book);
    const { settings, matrix, messages, now } = office;
    const period = wantedPeriod(month, settings.year);
    const obligations = dueObligations(matrix, period, settings.rules);
    if (obligations.length === 0) throw nothingToReport(office, period);
    const deadline = deadlineOf(period, settings.rules.deadline);
    const lastDay = lastDayInTime(deadline, settings.rules.deadline);
    const { blocks, places, standing } = prepareRows(rowsOf(book, 'submissions'), matrix, period, obligations, lastDay);
    const unowed = unowedIn(office, period);
    const written = obligations.length - standing;
    const told = messages.told.prepare({ month: period, written, standing, lastDay, unowed });
    const sheet = declarationOf('submissions').title;
    const rows = blocks.map((block): Change => ({ kind: 'write', sheet, places, adds: true, ...block }));
    const step = { book, now, command: 'prepare', about: period } as const;
    apply(written === 0 ? [] : [...undoable(step, rows), ...logLine(book, now, messages.commands.prepare, told)]);
    storeDirectory(office);
    return { told, reply: { period, deadline, written, standing, unowed } };
  });
}
