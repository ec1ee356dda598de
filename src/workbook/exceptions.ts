/** Reads 迟报申请: which department may still hand in which month, and until when. */
import { cellOf } from '../domain/cell.ts';
import type { Finding } from '../domain/finding.ts';
import { parseDate } from '../domain/local-date.ts';
import { type Department, indexDepartments } from '../domain/matrix.ts';
import { parsePeriod } from '../domain/period.ts';
import type { Grant } from '../domain/rights/closing.ts';
import type { CellRows } from '../spreadsheet/cell.ts';
import { locate } from './locate.ts';
import { exceptionsSheet } from './sheets/exceptions.ts';

export interface ReadExceptions {
  readonly grants: readonly Grant[];
  readonly findings: readonly Finding[];
}

/** Only what the office agreed to counts; what it agreed to and cannot be read is a finding, and no grant. */
export function readExceptions(rows: CellRows, departments: readonly Department[], year: number): ReadExceptions {
  const { at, headingRow } = locate(exceptionsSheet, rows);
  const index = indexDepartments(departments);
  const grants: Grant[] = [];
  const findings: Finding[] = [];
  rows.forEach((row, number) => {
    const cell = (key: keyof typeof at) => String(cellOf(row, at[key])).trim();
    if (number <= headingRow || cell('decision').normalize('NFKC') !== '同意') return;
    const period = parsePeriod(cell('period'), year);
    const department = index.find(cell('department'));
    const until = parseDate(cell('until'));
    if (period === null || department < 0 || until === null) {
      const unread = period === null ? 'period' : department < 0 ? 'department' : 'until';
      const about = { rows: [number + 1], column: unread, found: cell(unread) } as const;
      findings.push({ code: 'exceptionUnread', sheet: 'exceptions', ...about });
    } else grants.push({ period, department, until });
  });
  return { grants, findings };
}
