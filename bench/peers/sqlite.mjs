/** SQLite in memory, by prepared inserts within one transaction. */
import Database from 'better-sqlite3';
import { dutyColumns } from './question.mjs';
import { QUERIES, standing } from './sql.mjs';

export const name = 'SQLite';

const MERGE = "group_concat(department || '：' || text, char(10) ORDER BY departmentPlace)";

export async function open() {
  return {
    answer({ rows, matrix }) {
      const db = new Database(':memory:');
      db.pragma('journal_mode = OFF');
      db.exec(
        'CREATE TABLE returns (period TEXT, department TEXT, task TEXT, text TEXT, count REAL, people REAL, time TEXT, review TEXT)',
      );
      db.exec('CREATE TABLE duties (task TEXT, department TEXT, taskPlace INTEGER, departmentPlace INTEGER)');
      const row = db.prepare('INSERT INTO returns VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
      const duty = db.prepare('INSERT INTO duties VALUES (?, ?, ?, ?)');
      db.transaction(() => {
        for (let index = 1; index < rows.length; index += 1) {
          const [period, department, task, text, count, people, , time, review] = rows[index];
          row.run(
            period,
            department,
            task,
            text,
            count === '' ? null : count,
            people === '' ? null : people,
            time,
            review,
          );
        }
        const columns = dutyColumns(matrix);
        for (let index = 0; index < columns.task.length; index += 1)
          duty.run(
            columns.task[index],
            columns.department[index],
            columns.taskPlace[index],
            columns.departmentPlace[index],
          );
      })();
      db.exec(standing('CAST(julianday(day) - julianday(deadline) AS INTEGER)'));
      const all = (sql) => db.prepare(sql).raw().all();
      const answer = {
        obligations: all(QUERIES.obligations),
        tasks: all(QUERIES.tasks(MERGE)),
        departments: all(QUERIES.departments),
        owed: all(QUERIES.owed),
        year: all(QUERIES.year)[0],
      };
      db.close();
      return answer;
    },
    told: (answer) => answer,
  };
}
