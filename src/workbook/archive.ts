/** Reads 档案 and words its records. */
import { cellOf } from '../domain/cell.ts';
import { type Period, parsePeriod } from '../domain/period.ts';
import type { CellRows, NewRows } from '../spreadsheet/cell.ts';
import { rowOf } from './declaration.ts';
import { endOfRows, locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { archiveSheet } from './sheets/archive.ts';

/** What was sent upward, as far as it is asked for again. */
export interface ArchiveRecord {
  readonly period: Period;
  /** 0 for the report itself, n for the nth supplement. */
  readonly issue: number;
  readonly number: string;
  readonly content: string;
}

export interface ReadArchive {
  readonly records: readonly ArchiveRecord[];
  readonly nextRow: number;
  readonly places: readonly number[];
}

/** @throws Refusal columnsMissing */
export function readArchive(rows: CellRows): ReadArchive {
  const located = locate(archiveSheet, rows);
  const keys = archiveSheet.columns.map(({ key }) => key);
  refuseMissing(archiveSheet, located, keys);
  const { at, headingRow } = located;
  const records: ArchiveRecord[] = [];
  rows.forEach((row, index) => {
    if (index <= headingRow) return;
    const cell = (key: keyof typeof at) => String(row[at[key]] ?? '').trim();
    const period = parsePeriod(cell('period'));
    const issue = issueNamed(cell('issue'));
    // A row that goes on with a long text bears no fingerprint.
    if (period === null || issue === null || cell('content') === '') return;
    records.push({ period, issue, number: cell('number'), content: cell('content') });
  });
  return {
    records,
    nextRow: endOfRows(rows, headingRow, Object.values(at)) + 1,
    places: keys.map((key) => at[key]),
  };
}

/** The text of a record, put together again. */
export function archivedText(rows: CellRows, { period, issue }: Pick<ArchiveRecord, 'period' | 'issue'>): string {
  const { at, headingRow } = locate(archiveSheet, rows);
  return rows
    .slice(headingRow + 1)
    .map((row) => (key: keyof typeof at) => String(cellOf(row, at[key])))
    .filter((cell) => parsePeriod(cell('period')) === period && issueNamed(cell('issue').trim()) === issue)
    .map((cell) => cell('text'))
    .join('');
}

/** `报告`, `补充报告第1号` */
export const issueName = (issue: number): string => (issue === 0 ? '报告' : `补充报告第${issue}号`);

function issueNamed(typed: string): number | null {
  if (typed === issueName(0)) return 0;
  const number = /^补充报告第(\d+)号$/.exec(typed)?.[1];
  return number === undefined ? null : Number(number);
}

/** Everything a record keeps. */
export interface NewRecord extends ArchiveRecord {
  readonly time: string;
  readonly recipients: readonly string[];
  readonly figures: {
    readonly due: number;
    readonly handedIn: number;
    readonly onTime: number;
    readonly late: number;
    readonly owed: number;
    readonly count: number;
    readonly people: number;
  };
  /** The text that was sent, in pieces a cell can hold. */
  readonly text: readonly string[];
}

export function recordRows({ period, issue, number, time, recipients, figures, text, content }: NewRecord): NewRows {
  const record = { number, time: time.replace('T', ' '), recipients: recipients.join('；'), ...figures, content };
  return text.map((piece, index) =>
    rowOf(archiveSheet, { period, issue: issueName(issue), text: piece, ...(index === 0 ? record : {}) }),
  );
}
