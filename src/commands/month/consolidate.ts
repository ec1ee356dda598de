/** 汇总: the month consolidated into 汇总-YYYY-MM, 缺报清单 and 完成率. */

import { owedRows } from '../../documents/owed-table.ts';
import { ratesRows } from '../../documents/rates-table.ts';
import { reportExtent, reportRows } from '../../documents/report-sheet.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/refusal.ts';
import { apply } from '../../google/apply.ts';
import type { OpenBook } from '../../google/book.ts';
import { consolidatedMonth, tellingOf, worded } from '../../office/consolidated.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { locked } from '../../office/locked.ts';
import { logLine } from '../../office/log.ts';
import { type Office, type Outcome, readOffice } from '../../office/office.ts';
import type { NewRows } from '../../spreadsheet/cell.ts';
import type { Change } from '../../spreadsheet/change.ts';
import type { SheetKey } from '../../workbook/declaration.ts';
import { placesOf } from '../../workbook/places.ts';
import { declarationOf, reportTitle } from '../../workbook/sheets.ts';
import { type ConsolidateReply, consolidateReply } from './consolidate-reply.ts';

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
