/** Polars, from columns of the rows. */
import pl from 'nodejs-polars';
import { daysOverdue, deadlineOf, dutyColumns, PERIOD, PERIODS, rowColumns } from './question.mjs';

export const name = 'Polars';

const { col, lit, when } = pl;

export async function open() {
  return {
    answer({ rows, matrix }) {
      const columns = rowColumns(rows);
      const returns = pl.DataFrame({
        period: pl.Series(columns.period, pl.String),
        department: pl.Series(columns.department, pl.String),
        task: pl.Series(columns.task, pl.String),
        text: pl.Series(columns.text, pl.String),
        count: pl.Series(columns.count, pl.Float64),
        people: pl.Series(columns.people, pl.Float64),
        time: pl.Series(columns.time, pl.String),
        review: pl.Series(columns.review, pl.String),
      });
      const months = pl.DataFrame({
        period: PERIODS,
        deadline: PERIODS.map(deadlineOf),
        overdue: PERIODS.map(daysOverdue),
      });
      const day = col('time').str.slice(0, 10);
      const date = (expression) => expression.str.strptime(pl.Date, '%Y-%m-%d');
      const owed = col('status').isIn(['missing', 'returned']);
      const standing = pl
        .DataFrame(dutyColumns(matrix))
        .lazy()
        .join(months.lazy(), { how: 'cross' })
        .join(returns.lazy(), { on: ['period', 'department', 'task'], how: 'left' })
        .withColumn(
          when(col('review').eq(lit('退回')))
            .then(lit('returned'))
            .when(
              col('text')
                .isNull()
                .or(col('text').eq(lit(''))),
            )
            .then(lit('missing'))
            .when(col('text').eq(lit('本月无')))
            .then(lit('nil'))
            .when(col('review').eq(lit('通过')))
            .then(lit('accepted'))
            .when(day.gt(col('deadline')))
            .then(lit('late'))
            .otherwise(lit('submitted'))
            .alias('status'),
        )
        .withColumns(
          owed.alias('owed'),
          owed
            .not()
            .and(day.gt(col('deadline')))
            .alias('tardy'),
        )
        .collectSync();
      const month = standing
        .filter(col('period').eq(lit(PERIOD)))
        .sort(['taskPlace', 'departmentPlace'])
        .withColumn(
          when(col('owed'))
            .then(col('overdue'))
            .when(col('tardy'))
            .then(
              date(day)
                .cast(pl.Int32)
                .sub(date(col('deadline')).cast(pl.Int32)),
            )
            .otherwise(lit(0))
            .alias('daysLate'),
        );
      const handedIn = month.filter(col('owed').not());
      const soFar = standing.filter(
        col('owed')
          .not()
          .and(col('period').ltEq(lit(PERIOD))),
      );
      return {
        obligations: columnsOf(month, ['task', 'department', 'status', 'daysLate']),
        tasks: columnsOf(
          handedIn
            .withColumn(pl.concatString([col('department'), col('text')], '：').alias('line'))
            .groupBy(['taskPlace', 'task'])
            .agg(col('line').str.concat('\n').alias('merged'), col('count').sum(), col('people').sum())
            .sort('taskPlace'),
          ['task', 'merged', 'count', 'people'],
        ),
        departments: columnsOf(
          standing
            .groupBy(['departmentPlace', 'department', 'period'])
            .agg(
              col('status').count().alias('due'),
              col('owed').not().sum().alias('handedIn'),
              col('owed').or(col('tardy')).not().sum().alias('onTime'),
            )
            .sort(['departmentPlace', 'period']),
          ['department', 'period', 'due', 'handedIn', 'onTime'],
        ),
        owed: columnsOf(standing.filter(col('owed')).sort(['period', 'departmentPlace', 'taskPlace']), [
          'period',
          'department',
          'task',
          'status',
          'overdue',
        ]),
        year: [[soFar.getColumn('count').sum()], [soFar.getColumn('people').sum()]],
      };
    },
    told: (answer) =>
      Object.fromEntries(
        Object.entries(answer).map(([part, columns]) => {
          const list = columns[0].map((_, index) => columns.map((column) => column[index]));
          return [part, part === 'year' ? list[0] : list];
        }),
      ),
  };
}

const columnsOf = (frame, names) => names.map((column) => frame.getColumn(column).toArray());
