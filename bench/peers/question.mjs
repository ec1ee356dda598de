/**
 * What all peers are asked: the answer an office wants of a month, from a year's rows as a spreadsheet hands them over (an array
 * an each row, strings never seen before). Each gives it in the form that is quickest for them; `digest` compares.
 *
 * @typedef {object} Question
 * @property {unknown[][]} rows headings first; columns as in bench/data.mjs
 * @property {object} matrix
 *
 * @typedef {object} Answer
 * @property {[task: string, department: string, status: string, daysLate: number][]} obligations of the month, as in the matrix
 * @property {[task: string, merged: string, count: number, people: number][]} tasks
 * @property {[department: string, period: string, due: number, handedIn: number, onTime: number][]} departments by month
 * @property {[period: string, department: string, task: string, status: string, daysOverdue: number][]} owed
 * @property {[count: number, people: number]} year to date
 */
import { createHash } from 'node:crypto';
import { MONTHS, matrixFor, periodOf } from '../data.mjs';

export const PERIOD = '2023-05';
export const TODAY = '2023-05-23';
export const DAY = 20;

export const PERIODS = Array.from({ length: MONTHS }, (_, index) => periodOf(index + 1));
export const deadlineOf = (period) => `${period}-${DAY}`;

const days = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
/** Of what is owed today; nothing is overdue before its deadline. */
export const daysOverdue = (period) => Math.max(0, days(TODAY) - days(deadlineOf(period)));
export const daysBetween = (from, to) => days(to) - days(from);

/** No slips and no evidence rules: every engine gets the plain case. Departments without any duty are left out. */
export function matrixOf(count) {
  const matrix = matrixFor(count, { evidence: false });
  const kept = [...new Set(matrix.duties.map(({ department }) => department))].sort((a, b) => a - b);
  const places = new Map(kept.map((department, index) => [department, index]));
  return {
    ...matrix,
    departments: kept.map((department) => matrix.departments[department]),
    duties: matrix.duties.map((duty) => ({ ...duty, department: places.get(duty.department) })),
  };
}

/** The duties as names and places, in the order of the matrix: for engines that take columns. */
export function dutyColumns(matrix) {
  const columns = { task: [], department: [], taskPlace: [], departmentPlace: [] };
  for (const { task, department } of matrix.duties) {
    columns.task.push(matrix.tasks[task].title);
    columns.department.push(matrix.departments[department].name);
    columns.taskPlace.push(task);
    columns.departmentPlace.push(department);
  }
  return columns;
}

/** The rows turned into columns; a number that is not there is `null`. */
export function rowColumns(rows) {
  const columns = { period: [], department: [], task: [], text: [], count: [], people: [], time: [], review: [] };
  for (let index = 1; index < rows.length; index += 1) {
    const row = rows[index];
    columns.period.push(row[0]);
    columns.department.push(row[1]);
    columns.task.push(row[2]);
    columns.text.push(row[3]);
    columns.count.push(row[4] === '' ? null : row[4]);
    columns.people.push(row[5] === '' ? null : row[5]);
    columns.time.push(row[7]);
    columns.review.push(row[8]);
  }
  return columns;
}

/** @param {Answer} answer */
export function digest({ obligations, tasks, departments, owed, year }) {
  const hash = createHash('sha256');
  for (const list of [obligations, tasks, departments, owed, [year]]) {
    hash.update(`\n${list.length}\n`);
    for (const entry of list) hash.update(`${entry.join('\t')}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
