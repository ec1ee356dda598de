/** 本月看板: where a month stands, from the rows as they are now. Nothing is written. */

import { at } from '../../domain/at.ts';
import { monthAtAGlance } from '../../domain/consolidation/consolidate.ts';
import type { Obligation } from '../../domain/consolidation/result.ts';
import { lastDayInTime } from '../../domain/deadline.ts';
import { mayHaveLeft } from '../../domain/dispatch/dispatch.ts';
import { issuesIn } from '../../domain/dispatch/issues.ts';
import { dateOf } from '../../domain/local-date.ts';
import { type Period, periodOf } from '../../domain/period.ts';
import { remindedIn } from '../../domain/reminder/served.ts';
import type { Tally } from '../../domain/status.ts';
import { openBook } from '../../google/book.ts';
import { readProperties } from '../../google/properties.ts';
import { frozenPeriods } from '../../office/frozen.ts';
import { type LastRun, lastRunIn } from '../../office/last-run.ts';
import { REPORT_KIND } from '../../office/month-report.ts';
import { type Office, readOffice, rowsOf, wantedPeriod } from '../../office/office.ts';
import { readOutbox } from '../../office/outbox.ts';
import { proposedPeriod } from '../../office/proposed-period.ts';
import { REMINDER_KIND } from '../../office/reminders.ts';
import { readDraft } from '../../workbook/draft.ts';
import { cellOfFinding, placeOfFinding } from '../../workbook/finding-place.ts';
import { locate } from '../../workbook/locate.ts';
import { waitingRows } from '../../workbook/reviewed-rows.ts';
import { submissionsSheet } from '../../workbook/sheets/submissions.ts';
import { reportTitle } from '../../workbook/sheets.ts';
import { nameOfRow, readSubmissions } from '../../workbook/submissions.ts';
import type { Place } from './go-to.ts';

export interface BoardReply {
  readonly period: string;
  /** The months the office reports on, in order. */
  readonly months: readonly string[];
  /** The last day in time, and whether it is over. */
  readonly lastDay: string;
  readonly isOver: boolean;
  readonly tally: Tally;
  readonly tasks: readonly { readonly no: string; readonly title: string }[];
  readonly departments: readonly string[];
  readonly duties: readonly BoardDuty[];
  /** Where the rows of the duties stand. */
  readonly sheet: string;
  /** The first of them: a page is no place for thousands. */
  readonly findings: readonly {
    readonly message: string;
    readonly place: Place | null;
  }[];
  /** How many there are in all. */
  readonly findingCount: number;
  readonly done: BoardProgress;
  /** What came of the last hourly run; `null` where there was none yet. */
  readonly lastRun: BoardRun | null;
}

export interface BoardRun extends LastRun {
  /** So many hours that the next one should have come long since; `null` where it is not late. */
  readonly hoursSilent: number | null;
}

/** An obligation: `task` and `department` are indices. */
export interface BoardDuty extends Omit<Obligation, 'rows'> {
  /** Number of the row it stands in; `null` where none was prepared. */
  readonly row: number | null;
  /** What the row is known by when it has been moved. */
  readonly known: string;
}

/** What of the month's work has been done. */
export interface BoardProgress {
  /** Rows stand for every obligation. */
  readonly prepared: boolean;
  /** The day the latest reminder was meant for; `null` where no reminder went out. */
  readonly reminded: string | null;
  /** Rows that are filled in and not decided on. */
  readonly unreviewed: number;
  readonly consolidated: boolean;
  readonly drafted: boolean;
  /** Recipients the report has left for, or may have. */
  readonly sent: number;
  /** It has reached every recipient. */
  readonly frozen: boolean;
}

const MOST_FINDINGS = 100;

/** @throws Refusal periodUnreadable, otherYear, and whatever readOffice refuses */
export function monthBoard(month: string | null): BoardReply {
  const office = readOffice(openBook());
  const { book, settings, matrix, messages, now } = office;
  const { rules, year } = settings;
  const months = rules.months.map((number) => periodOf(year, number));
  const period = month === null ? nearestTo(months, now) : wantedPeriod(month, year);
  const rows = rowsOf(book, 'submissions');
  const located = locate(submissionsSheet, rows);
  const submissions = readSubmissions(rows);
  const glance = monthAtAGlance({ period, asOf: now, matrix, rules, submissions });
  const lastDay = lastDayInTime(glance.deadline, rules.deadline);
  const findings = [...office.findings, ...glance.findings];
  const shown = findings.slice(0, MOST_FINDINGS);
  const sheet = submissionsSheet.title;
  const known = (row: number) => nameOfRow(rows[row - 1], located.at);
  return {
    period,
    months: months.includes(period) ? months : [...months, period].sort(),
    lastDay,
    isOver: dateOf(now) > lastDay,
    tally: glance.tally,
    tasks: matrix.tasks.map(({ no, title }) => ({ no, title })),
    departments: matrix.departments.map(({ name }) => name),
    duties: glance.obligations.map(({ rows: [first], ...duty }) => {
      const row = first ?? glance.firstRow(duty);
      return { ...duty, row, known: row === null ? '' : known(row) };
    }),
    sheet,
    findings: shown.map((finding) => {
      const place = cellOfFinding(finding, book.read);
      return {
        message: messages.finding(finding, placeOfFinding(finding)),
        place: place?.sheet === sheet ? { ...place, known: known(place.row) } : place,
      };
    }),
    findingCount: findings.length,
    done: {
      ...progressOf(office, period),
      prepared: glance.obligations.length > 0 && glance.obligations.every((duty) => glance.firstRow(duty) !== null),
      unreviewed: waitingRows(rows, located, year, period).length,
    },
    lastRun: lastRunSeen(now),
  };
}

/** The platform runs it within an hour or two; a machine that is switched on in the morning soon after. */
const LATE_HOURS = 3;

function lastRunSeen(now: Office['now']): BoardRun | null {
  const run = lastRunIn(readProperties());
  if (run === null) return null;
  const hours = Math.floor((Date.parse(`${now}Z`) - Date.parse(`${run.time}Z`)) / 3_600_000);
  return { ...run, hoursSilent: hours >= LATE_HOURS ? hours : null };
}

/** The latest month reported on that has begun; the first one where none has. */
function nearestTo(months: readonly Period[], now: Office['now']): Period {
  const proposed = proposedPeriod(now);
  return months.filter((month) => month <= proposed).pop() ?? at(months, 0);
}

function progressOf(office: Office, period: Period): Omit<BoardProgress, 'prepared' | 'unreviewed'> {
  const { book } = office;
  const { dispatches } = readOutbox(office);
  const days = remindedIn(dispatches, REMINDER_KIND).filter((one) => one.period === period && !one.isWaiting);
  const left = issuesIn(dispatches, REPORT_KIND).filter((one) => one.period === period && mayHaveLeft(one.state));
  return {
    reminded:
      days
        .map(({ day }) => day)
        .sort()
        .pop() ?? null,
    consolidated: book.has(reportTitle(period)),
    drafted: readDraft(rowsOf(book, 'draft'), period).rows.length > 0,
    sent: new Set(left.map(({ who }) => who)).size,
    frozen: frozenPeriods(office).has(period),
  };
}
