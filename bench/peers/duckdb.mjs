/** DuckDB in memory, by its appender, a chunk of columns at a time (quicker than value by value; both were tried). */
import { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import { dutyColumns, rowColumns } from './question.mjs';
import { QUERIES, standing } from './sql.mjs';

export const name = 'DuckDB';

const MERGE = "string_agg(department || '：' || text, chr(10) ORDER BY departmentPlace)";
const CHUNK = 2_048;

export async function open() {
  return {
    async answer({ rows, matrix }) {
      const instance = await DuckDBInstance.create(':memory:');
      const db = await instance.connect();
      await db.run(
        'CREATE TABLE returns (period VARCHAR, department VARCHAR, task VARCHAR, text VARCHAR, count DOUBLE, people DOUBLE, time VARCHAR, review VARCHAR)',
      );
      await db.run(
        'CREATE TABLE duties (task VARCHAR, department VARCHAR, taskPlace INTEGER, departmentPlace INTEGER)',
      );
      const { period, department, task, text, count, people, time, review } = rowColumns(rows);
      await append(db, 'returns', [period, department, task, text, count, people, time, review], RETURNS);
      const duties = dutyColumns(matrix);
      await append(db, 'duties', [duties.task, duties.department, duties.taskPlace, duties.departmentPlace], DUTIES);
      await db.run(standing('CAST(day AS DATE) - CAST(deadline AS DATE)'));
      const columns = async (sql) => (await db.runAndReadAll(sql)).getColumns();
      const answer = {
        obligations: await columns(QUERIES.obligations),
        tasks: await columns(QUERIES.tasks(MERGE)),
        departments: await columns(QUERIES.departments),
        owed: await columns(QUERIES.owed),
        year: await columns(QUERIES.year),
      };
      db.closeSync();
      instance.closeSync();
      return answer;
    },
    told: (answer) =>
      Object.fromEntries(
        Object.entries(answer).map(([part, columns]) => {
          const list = (columns[0] ?? []).map((_, index) => columns.map((column) => plain(column[index])));
          return [part, part === 'year' ? list[0] : list];
        }),
      ),
  };
}

const RETURNS = [VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, DOUBLE, VARCHAR, VARCHAR];
const DUTIES = [VARCHAR, VARCHAR, INTEGER, INTEGER];

async function append(db, table, columns, types) {
  const appender = await db.createAppender(table);
  for (let from = 0; from < columns[0].length; from += CHUNK) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(columns.map((column) => column.slice(from, from + CHUNK)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const plain = (value) => (typeof value === 'bigint' ? Number(value) : value);
