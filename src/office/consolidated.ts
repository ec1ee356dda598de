/** A month's consolidation as every command sees it, and how it is told. */

import { consolidate } from '../domain/consolidation/consolidate.ts';
import type { Consolidation } from '../domain/consolidation/result.ts';
import type { Finding } from '../domain/finding.ts';
import type { Messages, Told } from '../messages/messages.ts';
import { placeOfFinding } from '../workbook/finding-place.ts';
import { reportTitle } from '../workbook/sheets.ts';
import { readSubmissions } from '../workbook/submissions.ts';
import { nothingToReport } from './due.ts';
import { type Office, rowsOf, wantedPeriod } from './office.ts';

/**
 * The consolidation as the rows stand now; nothing is written.
 *
 * @throws Refusal nothingDue, nobodyOwesMonth
 */
export function consolidatedMonth(office: Office, month: string): Consolidation {
  const { book, settings, matrix, now } = office;
  const period = wantedPeriod(month, settings.year);
  const submissions = readSubmissions(rowsOf(book, 'submissions'));
  const consolidation = consolidate({ period, asOf: now, matrix, rules: settings.rules, submissions });
  if (consolidation.obligations.length === 0 && consolidation.voluntary.length === 0) {
    throw nothingToReport(office, period);
  }
  return { ...consolidation, findings: [...office.findings, ...consolidation.findings] };
}

export function worded(findings: readonly Finding[], messages: Messages): string[] {
  return findings.map((finding) => messages.finding(finding, placeOfFinding(finding)));
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
