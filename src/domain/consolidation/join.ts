/** Joins one duty of the consolidated month with its rows: its status, its words, its numbers, and what to look at. */
import { at } from '../at.ts';
import { type Cell, cellOf } from '../cell.ts';
import { daysLate } from '../deadline.ts';
import type { Finding } from '../finding.ts';
import { type LocalDate, type LocalDateTime, parseDateTime } from '../local-date.ts';
import { type Duty, namesOf } from '../matrix.ts';
import { monthOf } from '../period.ts';
import { parseQuantity } from '../quantity.ts';
import type { Status } from '../status.ts';
import type { ConsolidationInput } from './input.ts';
import { lookUp, type Memo, memoOf } from './memo.ts';
import { numberOf } from './numbering.ts';
import { type Ledger, rowsOf } from './pass.ts';
import type { MergedText, Obligation } from './result.ts';
import {
  ACCEPTED,
  DRAFT,
  EXEMPT,
  HANDED_IN,
  IN_TIME,
  isFilled,
  isFormulaError,
  LONGEST_TEXT,
  lacks,
  NIL,
  RETURNED,
  readReview,
} from './verdict.ts';

export interface JoinedDuty {
  readonly obligation: Obligation;
  /** What was handed in, in time order; empty where nothing counts yet. */
  readonly texts: readonly MergedText[];
  readonly count: number;
  readonly people: number;
}

/** One month whose duties are being joined, and what there is to look at in their rows. */
export interface MonthJoin {
  readonly input: ConsolidationInput;
  readonly ledger: Ledger;
  /** 0 is January. */
  readonly month: number;
  readonly lastInTime: LocalDate;
  readonly daysOverdue: number;
  /** Days late by the day a stamp begins with; a month has few of them. */
  readonly lateness: Memo<number>;
  readonly findings: Finding[];
  /** Rows that count but bear no time: told in one finding for the month. */
  readonly untimed: number[];
}

const NOTHING: readonly never[] = [];

export function monthJoin(input: ConsolidationInput, ledger: Ledger): MonthJoin {
  const month = monthOf(input.period) - 1;
  const lastInTime = ledger.lastInTime[month] as LocalDate;
  return {
    input,
    ledger,
    month,
    lastInTime,
    daysOverdue: daysLate(input.asOf, lastInTime),
    lateness: memoOf((day) => daysLate(parseDateTime(String(day)) as LocalDateTime, lastInTime)),
    findings: [],
    untimed: [],
  };
}

/**
 * Most duties have one row with nothing to remark, or none: they are joined from the ledger's bytes and one look into
 * the row. Where there are several rows, or one that wants a closer look, the rows are read cell by cell.
 */
export function join(month: MonthJoin, duty: Duty): JoinedDuty {
  const { input, ledger } = month;
  const { rows, columns } = input.submissions;
  const obligation = numberOf(input.matrix, month.month, duty.department, duty.task);
  const flags = at(ledger.flags, obligation);
  if (flags === 0) return joined(duty, 'missing', month.daysOverdue, NOTHING, NOTHING, 0, 0);
  const index = at(ledger.first, obligation);
  const isPlain = ledger.next[index] === 0 && (flags & ~(HANDED_IN | IN_TIME)) === 0;
  if (!isPlain) return joinRows(month, duty, obligation);
  const row = at(rows, index);
  const late = flags & IN_TIME ? 0 : lookUp(month.lateness, String(cellOf(row, columns.time)).slice(0, 10));
  const texts = [{ row: index + 1, text: String(cellOf(row, columns.text)) }];
  const count = parseQuantity(cellOf(row, columns.count)) ?? 0;
  const people = parseQuantity(cellOf(row, columns.people)) ?? 0;
  return joined(duty, handedInStatus(flags, late), late, [index + 1], texts, count, people);
}

function joinRows(month: MonthJoin, duty: Duty, obligation: number): JoinedDuty {
  const { input, ledger, findings, untimed } = month;
  const { matrix, submissions } = input;
  const { rows, columns } = submissions;
  const { department, task } = namesOf(matrix, duty);
  const live: LiveRow[] = [];
  const owedRows: number[] = [];
  for (const index of rowsOf(ledger, obligation)) {
    const verdict = at(ledger.verdicts, index);
    if (verdict === 0) continue;
    const row = at(rows, index);
    const text = String(cellOf(row, columns.text));
    const here = [index + 1];
    findings.push(...cellFindings(row, index, input));
    if (verdict & DRAFT) {
      owedRows.push(index + 1);
      const rule = at(ledger.evidence, duty.task);
      findings.push({
        code: 'draft',
        sheet: 'submissions',
        rows: here,
        column: null,
        found: '',
        department,
        task,
        text,
        lacks: lacks(row, columns, rule),
      });
    } else if (verdict & RETURNED) {
      owedRows.push(index + 1);
      const found = String(cellOf(row, columns.reason));
      findings.push({
        code: 'returned',
        sheet: 'submissions',
        rows: here,
        column: null,
        found,
        department,
        task,
        text,
      });
    } else {
      const time = String(cellOf(row, columns.time));
      const isUntimed = time.trim() === '';
      const moment = isUntimed ? null : parseDateTime(time);
      if (isUntimed) {
        if (!(verdict & EXEMPT)) untimed.push(index + 1);
      } else if (moment === null) {
        findings.push({ code: 'badTime', sheet: 'submissions', rows: here, column: 'time', found: time });
      }
      if (verdict & EXEMPT && text.trim() === '') {
        if (isFilled(row, columns)) {
          findings.push({
            code: 'exemptWordless',
            sheet: 'submissions',
            rows: here,
            column: 'review',
            found: '',
            department,
            task,
          });
        }
      } else {
        const count = parseQuantity(cellOf(row, columns.count)) ?? 0;
        const people = parseQuantity(cellOf(row, columns.people)) ?? 0;
        live.push({ index, moment, text, count, people });
      }
    }
  }
  // Rows without a time come last, in the order of the sheet.
  live.sort((a, b) => compareMoments(a.moment, b.moment) || a.index - b.index);
  if (live.length > 1) {
    const identical = new Set(live.map(({ text }) => text.trim())).size === 1;
    const rows = live.map(({ index }) => index + 1);
    findings.push({
      code: 'duplicate',
      sheet: 'submissions',
      rows,
      column: null,
      found: '',
      department,
      task,
      identical,
    });
  }
  const first = live[0]?.moment ?? null;
  const late = first === null || live.some(({ moment }) => moment === null) ? 0 : daysLate(first, month.lastInTime);
  const status = statusOf(at(ledger.flags, obligation), late);
  return joined(
    duty,
    status,
    status === 'exempt' ? 0 : live.length > 0 ? late : month.daysOverdue,
    live.length > 0 ? live.map(({ index }) => index + 1) : owedRows,
    live.map(({ index, text }) => ({ row: index + 1, text })),
    withoutDust(live.reduce((sum, { count }) => sum + count, 0)),
    withoutDust(live.reduce((sum, { people }) => sum + people, 0)),
  );
}

/** A row that counts as handed in. */
interface LiveRow {
  readonly index: number;
  readonly moment: LocalDateTime | null;
  readonly text: string;
  readonly count: number;
  readonly people: number;
}

function joined(
  { task, department, role }: Duty,
  status: Status,
  daysLate: number,
  rows: readonly number[],
  texts: readonly MergedText[],
  count: number,
  people: number,
): JoinedDuty {
  return { obligation: { task, department, role, status, daysLate, rows }, texts, count, people };
}

function statusOf(flags: number, late: number): Status {
  if (flags & EXEMPT) return 'exempt';
  if (flags & HANDED_IN) return handedInStatus(flags, late);
  if (flags & DRAFT) return 'draft';
  return flags & RETURNED ? 'returned' : 'missing';
}

function handedInStatus(flags: number, late: number): Status {
  if ((flags & HANDED_IN) === NIL) return 'nil';
  if (flags & ACCEPTED) return 'accepted';
  return late > 0 ? 'late' : 'submitted';
}

/** What is wrong with single cells of a filled row, whichever department it belongs to. */
export function cellFindings(
  row: readonly Cell[],
  index: number,
  { submissions: { columns } }: Pick<ConsolidationInput, 'submissions'>,
): Finding[] {
  const found: Finding[] = [];
  const rows = [index + 1];
  type Column = 'text' | 'count' | 'people' | 'links' | 'time' | 'review';
  const tell = (code: 'formulaError' | 'badNumber' | 'reviewUnknown', column: Column) =>
    found.push({ code, sheet: 'submissions', rows, column, found: String(cellOf(row, columns[column])) });
  for (const column of ['text', 'count', 'people', 'links', 'time'] as const) {
    if (isFormulaError(row[columns[column]])) tell('formulaError', column);
  }
  for (const column of ['count', 'people'] as const) {
    const cell = cellOf(row, columns[column]);
    if (parseQuantity(cell) === undefined && !isFormulaError(cell)) tell('badNumber', column);
  }
  if (readReview(cellOf(row, columns.review)) === null) tell('reviewUnknown', 'review');
  const text = String(cellOf(row, columns.text));
  if (text.length > LONGEST_TEXT) {
    found.push({
      code: 'tooLong',
      sheet: 'submissions',
      rows,
      column: 'text',
      found: text.slice(0, 40),
      length: text.length,
      most: LONGEST_TEXT,
    });
  }
  return found;
}

function compareMoments(a: LocalDateTime | null, b: LocalDateTime | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** A sum without the dust of binary fractions: people type at most a few decimals. */
export function withoutDust(sum: number): number {
  return Number.isInteger(sum) ? sum : Number(sum.toFixed(6));
}
