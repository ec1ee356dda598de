/** Huizong's own core. */
import { coreModule } from '../core.mjs';
import { COLUMNS } from '../data.mjs';
import { DAY, PERIOD, PERIODS, TODAY } from './question.mjs';

export const name = 'Huizong';

export async function open() {
  const { consolidate } = await coreModule();
  return {
    answer({ rows, matrix }) {
      const consolidation = consolidate({
        period: PERIOD,
        asOf: `${TODAY}T09:00:00`,
        matrix,
        rules: {
          months: PERIODS.map((_, index) => index + 1),
          deadline: { day: DAY, inclusive: true, holidays: 'none' },
          leadsReport: 'all',
        },
        submissions: { rows, from: 1, columns: COLUMNS },
      });
      const merged = consolidation.tasks.map(({ parts }) =>
        parts
          .flatMap(({ department, texts }) =>
            texts.map(({ text }) => `${matrix.departments[department].name}：${text}`),
          )
          .join('\n'),
      );
      return { consolidation, merged };
    },

    told({ consolidation, merged }, { matrix }) {
      const task = (index) => matrix.tasks[index].title;
      const department = (index) => matrix.departments[index].name;
      const { obligations, tasks, owed, year } = consolidation;
      return {
        obligations: obligations.map((one) => [task(one.task), department(one.department), one.status, one.daysLate]),
        tasks: tasks.flatMap((one, index) =>
          merged[index] === '' ? [] : [[task(one.task), merged[index], one.count, one.people]],
        ),
        departments: year.months.flatMap((months, index) =>
          months.map(({ due, handedIn, onTime }, month) => [department(index), PERIODS[month], due, handedIn, onTime]),
        ),
        owed: owed.map((one) => [one.period, department(one.department), task(one.task), one.status, one.daysOverdue]),
        year: [year.count, year.people],
      };
    },
  };
}
