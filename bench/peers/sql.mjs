/** The question in SQL, the same for both databases but for three words. */
import { daysOverdue, deadlineOf, PERIOD, PERIODS } from './question.mjs';

const MONTHS = PERIODS.map((period) => `('${period}', '${deadlineOf(period)}', ${daysOverdue(period)})`).join(', ');

/** One row an obligation of the year, with where it stands. */
export const standing = (daysBetween) => `
CREATE TEMP TABLE standing AS
WITH months(period, deadline, overdue) AS (VALUES ${MONTHS}),
judged AS (
  SELECT m.period, m.overdue, m.deadline, d.task, d.department, d.taskPlace, d.departmentPlace,
    r.text, r.count, r.people, substr(r.time, 1, 10) AS day,
    CASE
      WHEN r.review = '退回' THEN 'returned'
      WHEN r.text IS NULL OR r.text = '' THEN 'missing'
      WHEN r.text = '本月无' THEN 'nil'
      WHEN r.review = '通过' THEN 'accepted'
      WHEN substr(r.time, 1, 10) > m.deadline THEN 'late'
      ELSE 'submitted'
    END AS status
  FROM duties d CROSS JOIN months m
  LEFT JOIN returns r ON r.period = m.period AND r.department = d.department AND r.task = d.task
)
SELECT *, status NOT IN ('missing', 'returned') AS handedIn,
  CASE WHEN status IN ('missing', 'returned') THEN overdue WHEN day > deadline THEN ${daysBetween} ELSE 0 END AS daysLate
FROM judged`;

export const QUERIES = {
  obligations: `SELECT task, department, status, daysLate FROM standing WHERE period = '${PERIOD}'
    ORDER BY taskPlace, departmentPlace`,
  tasks: (merge) => `SELECT task, ${merge} AS merged, sum(count) AS count, sum(people) AS people FROM standing
    WHERE period = '${PERIOD}' AND handedIn GROUP BY taskPlace, task ORDER BY taskPlace`,
  departments: `SELECT department, period, count(*) AS due, sum(CASE WHEN handedIn THEN 1 ELSE 0 END) AS handedIn,
    sum(CASE WHEN handedIn AND daysLate = 0 THEN 1 ELSE 0 END) AS onTime
    FROM standing GROUP BY departmentPlace, department, period ORDER BY departmentPlace, period`,
  owed: `SELECT period, department, task, status, overdue FROM standing WHERE NOT handedIn
    ORDER BY period, departmentPlace, taskPlace`,
  year: `SELECT sum(count) AS count, sum(people) AS people FROM standing WHERE handedIn AND period <= '${PERIOD}'`,
};
