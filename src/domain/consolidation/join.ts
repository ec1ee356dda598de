/** Joins one duty of the consolidated month with its rows: its status, its words, its numbers, and what to look at. */
import { daysLate } from '../deadline.ts';
import { type Finding, finding } from '../finding.ts';
import { type LocalDate, type LocalDateTime, parseDateTime } from '../local-date.ts';
import { type Duty, taskLabel } from '../matrix.ts';
import { parseQuantity } from '../quantity.ts';
import type { Status } from '../status.ts';
import type { ConsolidationInput, SubmissionCell } from './input.ts';
import type { Ledger } from './pass.ts';
import type { Obligation } from './result.ts';
import { cellOf, isFormulaError, judge, lacks, readReview } from './verdict.ts';

/** A cell of Google Sheets holds no more characters; a longer text can only come out of a file. */
const LONGEST_TEXT = 50_000;

/** A row that counts as handed in. */
interface LiveRow {
  readonly index: number;
  readonly verdict: 'nil' | 'handedIn' | 'accepted';
  readonly moment: LocalDateTime | null;
  readonly text: string;
  readonly count: number;
  readonly people: number;
}

export interface JoinedDuty {
  readonly obligation: Obligation;
  /** What was handed in, in time order; empty where nothing counts yet. */
  readonly texts: readonly { readonly row: number; readonly text: string }[];
  readonly count: number;
  readonly people: number;
  /** Rows that count but bear no time: told in one finding for the month. */
  readonly untimed: readonly number[];
  readonly findings: readonly Finding[];
}

export function joinDuty(duty: Duty, ledger: Ledger, input: ConsolidationInput, lastInTime: LocalDate): JoinedDuty {
  const { matrix, submissions } = input;
  const { rows, columns } = submissions;
  const rule = ledger.evidence[duty.task] ?? { demands: [], unread: [] };
  const names = {
    department: matrix.departments[duty.department]?.name ?? '',
    task: taskLabel(matrix.tasks[duty.task] ?? { no: '', title: '' }),
  };
  const live: LiveRow[] = [];
  const owedRows: number[] = [];
  const untimed: number[] = [];
  const findings: Finding[] = [];
  let drafts = 0;
  let returns = 0;
  let exempt = false;

  for (const index of ledger.rowsOf.get(duty.task * matrix.departments.length + duty.department) ?? []) {
    const row = rows[index] ?? [];
    const verdict = judge(row, columns, rule);
    const text = String(cellOf(row, columns.text));
    const says = { ...names, text };
    if (verdict !== 'blank') findings.push(...cellFindings(row, index, input));
    if (verdict === 'exempt') exempt = true;
    if (verdict === 'draft') {
      drafts += 1;
      owedRows.push(index + 1);
      const lacking = Object.fromEntries(lacks(row, columns, rule).map(({ kind, least }) => [kind, least]));
      findings.push(finding('draft', 'submissions', { rows: [index + 1], details: { ...says, ...lacking } }));
    } else if (verdict === 'returned') {
      returns += 1;
      owedRows.push(index + 1);
      const reason = String(cellOf(row, columns.reason));
      findings.push(finding('returned', 'submissions', { rows: [index + 1], found: reason, details: says }));
    } else if (verdict !== 'blank') {
      const time = String(cellOf(row, columns.time));
      const moment = time.trim() === '' ? null : parseDateTime(time);
      if (time.trim() === '' && verdict !== 'exempt') untimed.push(index + 1);
      else if (moment === null && time.trim() !== '') {
        const about = { rows: [index + 1], column: 'time', found: time, details: names };
        findings.push(finding('badTime', 'submissions', about));
      }
      if (verdict !== 'exempt' || text.trim() !== '') {
        live.push({
          index,
          verdict: verdict === 'exempt' ? 'handedIn' : verdict,
          moment,
          text,
          count: parseQuantity(cellOf(row, columns.count)) ?? 0,
          people: parseQuantity(cellOf(row, columns.people)) ?? 0,
        });
      }
    }
  }

  // Rows without a time come last, in the order of the sheet.
  live.sort((a, b) => compareMoments(a.moment, b.moment) || a.index - b.index);
  if (live.length > 1) {
    const identical = new Set(live.map(({ text }) => text.trim())).size === 1 ? 1 : 0;
    const about = { rows: live.map(({ index }) => index + 1), details: { ...names, identical } };
    findings.push(finding('duplicate', 'submissions', about));
  }
  const first = live.find(({ moment }) => moment !== null)?.moment ?? null;
  const late = first === null || live.some(({ moment }) => moment === null) ? 0 : daysLate(first, lastInTime);
  const status: Status = exempt ? 'exempt' : statusOf(live, late, drafts, returns);
  const owed = status === 'missing' || status === 'draft' || status === 'returned';
  return {
    obligation: {
      ...duty,
      status,
      daysLate: owed ? daysLate(input.asOf, lastInTime) : exempt ? 0 : late,
      rows: live.length > 0 ? live.map(({ index }) => index + 1) : owedRows,
    },
    texts: live.map(({ index, text }) => ({ row: index + 1, text })),
    count: sum(live.map(({ count }) => count)),
    people: sum(live.map(({ people }) => people)),
    untimed,
    findings,
  };
}

function statusOf(live: readonly LiveRow[], late: number, drafts: number, returns: number): Status {
  if (live.length > 0) {
    if (live.every(({ verdict }) => verdict === 'nil')) return 'nil';
    if (live.some(({ verdict }) => verdict === 'accepted')) return 'accepted';
    return late > 0 ? 'late' : 'submitted';
  }
  if (drafts > 0) return 'draft';
  return returns > 0 ? 'returned' : 'missing';
}

/** What is wrong with single cells of a filled row, whoever it belongs to. */
export function cellFindings(
  row: readonly SubmissionCell[],
  index: number,
  { submissions: { columns } }: Pick<ConsolidationInput, 'submissions'>,
): Finding[] {
  const found: Finding[] = [];
  const about = (column: keyof typeof columns) => ({
    rows: [index + 1],
    column,
    found: String(cellOf(row, columns[column])),
  });
  for (const column of ['text', 'count', 'people', 'links', 'time'] as const) {
    if (isFormulaError(row[columns[column]])) found.push(finding('formulaError', 'submissions', about(column)));
  }
  for (const column of ['count', 'people'] as const) {
    const cell = cellOf(row, columns[column]);
    if (parseQuantity(cell) === undefined && !isFormulaError(cell)) {
      found.push(finding('badNumber', 'submissions', about(column)));
    }
  }
  if (readReview(cellOf(row, columns.review)) === null) {
    found.push(finding('reviewUnknown', 'submissions', about('review')));
  }
  const length = String(cellOf(row, columns.text)).length;
  if (length > LONGEST_TEXT) {
    const excerpt = about('text').found.slice(0, 40);
    found.push(
      finding('tooLong', 'submissions', { ...about('text'), found: excerpt, details: { length, most: LONGEST_TEXT } }),
    );
  }
  return found;
}

function compareMoments(a: LocalDateTime | null, b: LocalDateTime | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Sums without the dust of binary fractions: people type at most a few decimals. */
function sum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toFixed(6));
}
