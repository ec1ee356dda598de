/** Rows that have no place under the matrix: named by what is wrong with them, with what they say, so that nothing is lost. */
import { at } from '../at.ts';
import { cellOf } from '../cell.ts';
import type { Finding } from '../finding.ts';
import { namesOf } from '../matrix.ts';
import { isDueIn } from '../obligations.ts';
import { monthOf, type Period, periodOf, yearOf } from '../period.ts';
import type { ConsolidationInput } from './input.ts';
import { cellFindings } from './join.ts';
import { BLANK_KEY, OTHER_YEAR, UNKNOWN_KEY } from './lookup.ts';
import { lookUp } from './memo.ts';
import { numberOf } from './numbering.ts';
import { type Ledger, rowsOf } from './pass.ts';
import { isFilled } from './verdict.ts';

/** Months but the input's, 0 is January, in which nothing is due: they are never consolidated, so their rows would not be seen. */
export function silentMonths({ matrix, period, rules }: ConsolidationInput): ReadonlySet<number> {
  const isSilent = (of: Period) => of !== period && !matrix.tasks.some((task) => isDueIn(task, of, rules));
  return new Set([...Array(12).keys()].filter((month) => isSilent(periodOf(yearOf(period), month + 1))));
}

/** Rows of duties that were handed in for a silent month. */
export function silentRows(
  { matrix, submissions, period }: ConsolidationInput,
  ledger: Ledger,
  silent: ReadonlySet<number>,
): Finding[] {
  return [...silent].flatMap((month) =>
    matrix.duties.flatMap((duty) => {
      const filled = rowsOf(ledger, numberOf(matrix, month, duty.department, duty.task))
        .filter((index) => isFilled(at(submissions.rows, index), submissions.columns))
        .map((index) => index + 1);
      if (filled.length === 0) return [];
      const found = periodOf(yearOf(period), month + 1);
      return [
        {
          code: 'notDue',
          sheet: 'submissions',
          rows: filled,
          column: 'period',
          found,
          ...namesOf(matrix, duty),
        },
      ];
    }),
  );
}

/** Rows of the month, of silent ones, and of months that cannot be read, whose keys are unknown. */
export function unplacedRows(
  input: ConsolidationInput,
  { unplaced, lookup }: Ledger,
  silent: ReadonlySet<number>,
): Finding[] {
  const { rows, columns } = input.submissions;
  const target = monthOf(input.period) - 1;
  return unplaced.flatMap((index) => {
    const month = lookUp(lookup.month, cellOf(at(rows, index), columns.period));
    return month === target || month < 0 || silent.has(month) ? unplacedRow(index, input, lookup) : [];
  });
}

function unplacedRow(
  index: number,
  { submissions: { rows, columns }, period }: ConsolidationInput,
  lookup: Ledger['lookup'],
): Finding[] {
  const row = at(rows, index);
  const month = lookUp(lookup.month, cellOf(row, columns.period));
  const department = lookUp(lookup.department, cellOf(row, columns.department));
  const task = lookUp(lookup.task, cellOf(row, columns.task));
  const keysBlank = month === BLANK_KEY && department === BLANK_KEY && task === BLANK_KEY;
  if (!isFilled(row, columns) && (keysBlank || month === OTHER_YEAR)) return [];
  const about = (column: 'period' | 'department' | 'task') => ({
    sheet: 'submissions' as const,
    rows: [index + 1],
    column,
    found: String(cellOf(row, columns[column])),
    text: String(cellOf(row, columns.text)),
  });
  const found: Finding[] = [];
  if (month === BLANK_KEY) found.push({ ...about('period'), code: 'periodMissing' });
  if (month === UNKNOWN_KEY) found.push({ ...about('period'), code: 'periodUnknown' });
  if (month === OTHER_YEAR) {
    found.push({ ...about('period'), code: 'periodOutside', year: yearOf(period) });
  }
  if (department === BLANK_KEY) found.push({ ...about('department'), code: 'departmentMissing' });
  if (department === UNKNOWN_KEY) {
    const nearest = lookUp(lookup.nearestDepartment, cellOf(row, columns.department));
    found.push({ ...about('department'), code: 'departmentUnknown', nearest });
  }
  if (task === BLANK_KEY) found.push({ ...about('task'), code: 'taskMissing' });
  if (task === UNKNOWN_KEY) {
    const nearest = lookUp(lookup.nearestTask, cellOf(row, columns.task));
    found.push({ ...about('task'), code: 'taskUnknown', nearest });
  }
  return found;
}

/**
 * Filled rows of the month, and of silent ones, by a department the matrix does not name for the task, those of one
 * obligation together.
 */
export function strayRows(input: ConsolidationInput, ledger: Ledger, silent: ReadonlySet<number>): Finding[] {
  const { matrix, submissions } = input;
  const { rows, columns } = submissions;
  const target = monthOf(input.period) - 1;
  const strays = ledger.strays
    .map((index) => {
      const row = at(rows, index);
      const month = lookUp(ledger.lookup.month, cellOf(row, columns.period));
      const department = lookUp(ledger.lookup.department, cellOf(row, columns.department));
      const task = lookUp(ledger.lookup.task, cellOf(row, columns.task));
      const first = at(ledger.first, numberOf(matrix, month, department, task));
      return { index, row, month, department, task, first };
    })
    .filter(({ month }) => month === target || silent.has(month))
    .sort((a, b) => a.first - b.first || a.index - b.index);
  return strays.flatMap(({ index, row, department, task }) => {
    const text = String(cellOf(row, columns.text));
    const names = namesOf(matrix, { task, department });
    return [
      {
        code: 'notAssigned',
        sheet: 'submissions',
        rows: [index + 1],
        column: 'task',
        found: '',
        department: names.department,
        task: names.task,
        text,
      },
      ...cellFindings(row, index, input),
    ];
  });
}
