/** Turns the key cells of a row into indices, once per spelling. */
import type { Cell } from '../cell.ts';
import { indexDepartments, indexTasks, type Matrix } from '../matrix.ts';
import { monthOf, type Period, parsePeriod, yearOf } from '../period.ts';
import { type Memo, memoOf } from './memo.ts';

/** The cell is blank. */
export const BLANK_KEY = -1;
/** What the cell means cannot be told. */
export const UNKNOWN_KEY = -2;
/** The cell names a month of another year. */
export const OTHER_YEAR = -3;

/** Asked with `lookUp`. */
export interface Lookup {
  /** The cell's month, 0 to 11, or BLANK_KEY, UNKNOWN_KEY, OTHER_YEAR. */
  readonly month: Memo<number>;
  /** Index into `Matrix.departments`, or BLANK_KEY, UNKNOWN_KEY. */
  readonly department: Memo<number>;
  /** Index into `Matrix.tasks`, or BLANK_KEY, UNKNOWN_KEY. */
  readonly task: Memo<number>;
  /** The known name nearest to what was typed. */
  readonly nearestDepartment: Memo<string | null>;
  readonly nearestTask: Memo<string | null>;
}

export function lookupFor(matrix: Matrix, year: number): Lookup {
  const departments = indexDepartments(matrix.departments);
  const tasks = indexTasks(matrix.tasks);
  return {
    month: memoOf((cell) => monthIndex(cell, year)),
    department: memoOf((cell) => keyIndex(departments.find(String(cell)), cell)),
    task: memoOf((cell) => keyIndex(tasks.find(String(cell)), cell)),
    nearestDepartment: memoOf((cell) => departments.nearest(String(cell))),
    nearestTask: memoOf((cell) => tasks.nearest(String(cell))),
  };
}

function monthIndex(cell: Cell, year: number): number {
  if (typeof cell === 'boolean') return UNKNOWN_KEY;
  if (String(cell).trim() === '') return BLANK_KEY;
  const period: Period | null = parsePeriod(cell, year);
  if (period === null) return UNKNOWN_KEY;
  return yearOf(period) === year ? monthOf(period) - 1 : OTHER_YEAR;
}

function keyIndex(found: number, cell: Cell): number {
  if (found >= 0) return found;
  return String(cell).trim() === '' ? BLANK_KEY : UNKNOWN_KEY;
}
