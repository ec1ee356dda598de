/** Arquero, from columns of the rows. */
import { op, escape as own, table } from 'arquero';
import { daysBetween, daysOverdue, deadlineOf, dutyColumns, PERIOD, PERIODS, rowColumns } from './question.mjs';

export const name = 'Arquero';

function statusOf({ review, text, time, deadline }) {
  if (review === '退回') return 'returned';
  if (text === undefined || text === '') return 'missing';
  if (text === '本月无') return 'nil';
  if (review === '通过') return 'accepted';
  return time.slice(0, 10) > deadline ? 'late' : 'submitted';
}

const isOwed = ({ status }) => status === 'missing' || status === 'returned';

function daysLate(row) {
  if (isOwed(row)) return row.overdue;
  const day = row.time.slice(0, 10);
  return day > row.deadline ? daysBetween(row.deadline, day) : 0;
}

const KEYS = ['period', 'department', 'task'];

export async function open() {
  return {
    answer({ rows, matrix }) {
      const months = table({
        period: PERIODS,
        deadline: PERIODS.map(deadlineOf),
        overdue: PERIODS.map(daysOverdue),
      });
      const standing = table(dutyColumns(matrix))
        .cross(months)
        .join_left(table(rowColumns(rows)), [KEYS, KEYS])
        .derive({ status: own(statusOf) })
        .derive({
          owed: (row) => row.status === 'missing' || row.status === 'returned',
          tardy: (row) =>
            row.status !== 'missing' && row.status !== 'returned' && op.substring(row.time, 0, 10) > row.deadline,
        })
        .reify();
      const month = standing
        .filter(own(({ period }) => period === PERIOD))
        .orderby('taskPlace', 'departmentPlace')
        .derive({ daysLate: own(daysLate) })
        .reify();
      const merged = month
        .filter((row) => !row.owed)
        .derive({ line: own((row) => `${row.department}：${row.text}`) })
        .groupby('task')
        .rollup({ lines: op.array_agg('line'), count: op.sum('count'), people: op.sum('people') });
      return {
        obligations: columnsOf(month, ['task', 'department', 'status', 'daysLate']),
        tasks: [
          merged.array('task'),
          merged.array('lines').map((lines) => lines.join('\n')),
          merged.array('count'),
          merged.array('people'),
        ],
        departments: columnsOf(
          standing
            .groupby('departmentPlace', 'department', 'period')
            .rollup({
              due: op.count(),
              handedIn: (row) => op.sum(row.owed ? 0 : 1),
              onTime: (row) => op.sum(row.owed || row.tardy ? 0 : 1),
            })
            .orderby('departmentPlace', 'period'),
          ['department', 'period', 'due', 'handedIn', 'onTime'],
        ),
        owed: columnsOf(standing.filter((row) => row.owed).orderby('period', 'departmentPlace', 'taskPlace'), [
          'period',
          'department',
          'task',
          'status',
          'overdue',
        ]),
        year: columnsOf(
          standing
            .filter(own((row) => !row.owed && row.period <= PERIOD))
            .rollup({ count: op.sum('count'), people: op.sum('people') }),
          ['count', 'people'],
        ),
      };
    },
    told: (answer) =>
      Object.fromEntries(
        Object.entries(answer).map(([part, columns]) => {
          const list = Array.from(columns[0], (_, index) => columns.map((column) => column[index]));
          return [part, part === 'year' ? list[0] : list];
        }),
      ),
  };
}

const columnsOf = (frame, names) => names.map((column) => frame.array(column));
