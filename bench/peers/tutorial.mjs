/** The script most tutorials write: for every department and task, look through all the rows. */
import { daysBetween, daysOverdue, deadlineOf, PERIOD, PERIODS } from './question.mjs';

export const name = 'the script of tutorials';
/** Work grows with the square of the rows: a hundred thousand would take an hour. */
export const most = 10_000;

function statusOf(row, period) {
  if (row === undefined) return 'missing';
  const [, , , text, , , , time, review] = row;
  if (review === '退回') return 'returned';
  if (text === '') return 'missing';
  if (text === '本月无') return 'nil';
  if (review === '通过') return 'accepted';
  return time.slice(0, 10) > deadlineOf(period) ? 'late' : 'submitted';
}

const isOwed = (status) => status === 'missing' || status === 'returned';

export async function open() {
  return {
    answer({ rows, matrix }) {
      const data = rows.slice(1);
      const duties = matrix.duties.map(({ task, department }) => ({
        task: matrix.tasks[task].title,
        department: matrix.departments[department].name,
      }));
      const answer = { obligations: [], tasks: [], departments: [], owed: [], year: [0, 0] };
      const tasks = new Map();
      const departments = {};
      const owed = [];
      for (const { task, department } of duties) {
        for (const period of PERIODS) {
          const row = data.find((one) => one[0] === period && one[1] === department && one[2] === task);
          const status = statusOf(row, period);
          const day = row === undefined ? '' : row[7].slice(0, 10);
          const late = isOwed(status)
            ? daysOverdue(period)
            : day > deadlineOf(period)
              ? daysBetween(deadlineOf(period), day)
              : 0;
          departments[department] ??= {};
          departments[department][period] ??= [department, period, 0, 0, 0];
          const counts = departments[department][period];
          counts[2] += 1;
          if (isOwed(status)) owed.push([period, department, task, status, daysOverdue(period)]);
          else {
            counts[3] += 1;
            if (late === 0) counts[4] += 1;
            if (period <= PERIOD) {
              answer.year[0] += Number(row[4]);
              answer.year[1] += Number(row[5]);
            }
          }
          if (period !== PERIOD) continue;
          answer.obligations.push([task, department, status, late]);
          if (isOwed(status)) continue;
          const summary = tasks.get(task) ?? [task, '', 0, 0];
          tasks.set(task, summary);
          summary[1] += `${summary[1] === '' ? '' : '\n'}${department}：${row[3]}`;
          summary[2] += Number(row[4]);
          summary[3] += Number(row[5]);
        }
      }
      answer.tasks = [...tasks.values()];
      const places = new Map(matrix.departments.map((one, index) => [one.name, index]));
      const taskPlaces = new Map(matrix.tasks.map((one, index) => [one.title, index]));
      answer.departments = Object.keys(departments)
        .sort((a, b) => places.get(a) - places.get(b))
        .flatMap((department) => PERIODS.map((period) => departments[department][period]));
      answer.owed = owed.sort(
        (a, b) =>
          (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) ||
          places.get(a[1]) - places.get(b[1]) ||
          taskPlaces.get(a[2]) - taskPlaces.get(b[2]),
      );
      return answer;
    },
    told: (answer) => answer,
  };
}
