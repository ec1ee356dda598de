/** 汇总: the month consolidated into 汇总-YYYY-MM, 缺报清单 and 完成率. */

import { owedRows } from '../../documents/owed-table.ts';
import { ratesRows } from '../../documents/rates-table.ts';
import { reportExtent, reportRows } from '../../documents/report-sheet.ts';
import { consolidate } from '../../domain/consolidation/consolidate.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import type { OpenBook } from '../../google/book.ts';
import type { Messages, Told } from '../../messages/messages.ts';
import type { NewRows } from '../../spreadsheet/cell.ts';
import type { Change } from '../../spreadsheet/change.ts';
import type { SheetKey } from '../../workbook/declaration.ts';
import { placeOfFinding } from '../../workbook/finding-place.ts';
import { placesOf } from '../../workbook/places.ts';
import { declarationOf, reportTitle } from '../../workbook/sheets.ts';
import { readSubmissions } from '../../workbook/submissions.ts';
import { type ConsolidateReply, consolidateReply } from './consolidate-reply.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Office, type Outcome, readOffice, rowsOf, wantedPeriod } from '../../office/office.ts';

/** @throws Refusal nothingDue, and whatever readOffice refuses */
export function consolidateMonth(month: string): Outcome<ConsolidateReply> {
  return locked((book) => {
    const office = readOffice(book);
    const { settings, messages, now } = office;
    const consolidation = consolidatedMonth(office, month);
    const findings = worded(consolidation.findings, messages);
    const rows = reportRows(consolidation, { unitName: settings.unitName, findings });
    const told = tellingOf(consolidation, messages, isFrozen(office, consolidation.period));
    apply([
      ...replaceTable(book, 'owed', owedRows(consolidation)),
      ...replaceTable(book, 'rates', ratesRows(consolidation)),
      reportChange(book, reportTitle(consolidation.period), rows),
      ...logLine(book, now, messages.commands.consolidate, told),
    ]);
    return { told, reply: consolidateReply(consolidation, findings) };
  });
}

/**
 * The consolidation as the rows stand now; nothing is written.
 *
 * @throws Refusal nothingDue
 */
export function consolidatedMonth(office: Office, month: string): Consolidation {
  const { book, settings, matrix, now } = office;
  const period = wantedPeriod(month, settings.year);
  const submissions = readSubmissions(rowsOf(book, 'submissions'));
  const consolidation = consolidate({ period, asOf: now, matrix, rules: settings.rules, submissions });
  if (consolidation.obligations.length === 0 && consolidation.voluntary.length === 0) {
    throw new Refusal({ code: 'nothingDue', month: period, months: settings.rules.months });
  }
  return { ...consolidation, findings: [...office.findings, ...consolidation.findings] };
}

export function worded(findings: readonly Finding[], messages: Messages): string[] {
  return findings.map((finding) => messages.finding(finding, placeOfFinding(finding)));
}

/** A month that has left was consolidated before: without its report there is no need to spend a call on the archive. */
function isFrozen(office: Office, period: Period): boolean {
  return office.book.has(reportTitle(period)) && frozenPeriods(office).has(period);
}

/** Both tables follow the settings' year: a workbook that lost one gets it back from 检查并修复, the month goes on. */
function replaceTable(book: OpenBook, key: SheetKey, rows: NewRows): Change[] {
  const declaration = declarationOf(key);
  if (!book.has(declaration.title)) throw new Refusal({ code: 'sheetMissing', sheet: declaration.title });
  return [{ kind: 'replace', sheet: declaration.title, row: 1, places: placesOf(book, declaration), rows }];
}

function reportChange(book: OpenBook, sheet: string, rows: NewRows): Change {
  const pattern = declarationOf('pattern').title;
  if (!book.has(pattern)) throw new Refusal({ code: 'sheetMissing', sheet: pattern });
  const before = book.read(sheet);
  const standing = before && reportExtent(before);
  // A new report also covers the headings of the pattern's columns it has no task for.
  const covering = standing ? rows : padded(rows, declarationOf('pattern').columns.length);
  return { kind: 'swapIn', sheet, pattern, index: book.size(), rows: covering, standing };
}

function padded(rows: NewRows, width: number): NewRows {
  return rows.map((row) => [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => '')]);
}

export function tellingOf({ period, tally, findings, owed }: Consolidation, messages: Messages, frozen: boolean): Told {
  return messages.told.consolidate({
    month: period,
    due: tally.due,
    handedIn: tally.handedIn,
    onTime: tally.onTime,
    late: tally.late,
    missing: tally.missing + tally.draft + tally.returned,
    findings: findings.length,
    owed: owed.length,
    sheet: reportTitle(period),
    frozen,
  });
}
