import type { Matrix } from '../matrix.ts';

/**
 * The number of an obligation of the year, counted from 0 on by month (0 is January), department and task: the order in
 * which rows are prepared, so that neighbouring rows find what is known of them side by side in memory.
 */
export function numberOf({ departments, tasks }: Matrix, month: number, department: number, task: number): number {
  return (month * departments.length + department) * tasks.length + task;
}
