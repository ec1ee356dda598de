/** HyperFormula: the workbook a careful colleague would build, with COUNTIFS, SUMIFS, MATCH, FILTER and TEXTJOIN. */
import { HyperFormula } from 'hyperformula';
import { daysOverdue, PERIOD, PERIODS } from './question.mjs';

export const name = 'HyperFormula';
/** Its conditional sums look at all rows for each department and month: ten times the rows take a hundred times as long. */
export const most = 1_000;

const OPTIONS = { licenseKey: 'gpl-v3', useColumnIndex: true, maxRows: 200_000, dateFormats: ['YYYY-MM-DD'] };

export async function open() {
  return {
    answer({ rows, matrix }) {
      const count = rows.length - 1;
      const returns = rows.slice(1).map(([period, department, task, text, tally, people, , time, review], index) => {
        const at = index + 1;
        return [
          `'${period}`,
          department,
          task,
          text,
          tally,
          people,
          time === '' ? '' : `'${time}`,
          review,
          `=A${at}&"|"&B${at}&"|"&C${at}`,
          `=IF(H${at}="退回","returned",IF(D${at}="","missing",IF(D${at}="本月无","nil",IF(H${at}="通过","accepted",IF(N${at}>0,"late","submitted")))))`,
          `=IF(OR(J${at}="missing",J${at}="returned"),0,1)`,
          `=B${at}&"："&D${at}`,
          `=VALUE(MID(A${at},6,2))`,
          `=IF(G${at}="",0,MAX(0,DATEVALUE(LEFT(G${at},10))-DATEVALUE(A${at}&"-20")))`,
        ];
      });
      const whole = (column) => `Returns!$${column}$1:$${column}$${count}`;
      const duties = matrix.duties.flatMap(({ task, department }) =>
        PERIODS.map((period) => [period, matrix.departments[department].name, matrix.tasks[task].title]),
      );
      const obligations = duties.map(([period, department, task], index) => {
        const at = index + 1;
        return [
          `'${period}`,
          department,
          task,
          `=MATCH("${period}|${department}|${task}",${whole('I')},0)`,
          `=IFERROR(INDEX(${whole('J')},D${at}),"missing")`,
          `=IFERROR(INDEX(${whole('K')},D${at}),0)`,
          `=IF(F${at}=1,INDEX(${whole('N')},D${at}),${daysOverdue(period)})`,
          `=IF(AND(F${at}=1,G${at}=0),1,0)`,
        ];
      });
      const column = (name) => `Obligations!$${name}$1:$${name}$${duties.length}`;
      const departments = matrix.departments.flatMap(({ name: department }) =>
        PERIODS.map((period) => {
          const here = `${column('B')},"${department}",${column('A')},"=${period}"`;
          return [
            department,
            `'${period}`,
            `=COUNTIFS(${here})`,
            `=SUMIFS(${column('F')},${here})`,
            `=SUMIFS(${column('H')},${here})`,
          ];
        }),
      );
      const here = (title) => `${whole('A')}="${PERIOD}",${whole('C')}="${title}",${whole('K')}=1`;
      const tasks = matrix.tasks.map(({ title }) => [
        title,
        `=ARRAYFORMULA(TEXTJOIN(CHAR(10),TRUE(),FILTER(${whole('L')},${here(title)})))`,
        `=SUMIFS(${whole('E')},${whole('M')},${Number(PERIOD.slice(5))},${whole('C')},"${title}",${whole('K')},1)`,
        `=SUMIFS(${whole('F')},${whole('M')},${Number(PERIOD.slice(5))},${whole('C')},"${title}",${whole('K')},1)`,
      ]);
      const until = `${whole('M')},"<=${Number(PERIOD.slice(5))}",${whole('K')},1`;
      const year = [[`=SUMIFS(${whole('E')},${until})`, `=SUMIFS(${whole('F')},${until})`]];
      const sheets = { Returns: returns, Obligations: obligations, Departments: departments, Tasks: tasks, Year: year };
      const book = HyperFormula.buildFromSheets(sheets, OPTIONS);
      const values = (sheet) => book.getSheetValues(book.getSheetId(sheet));
      const answer = {
        obligations: values('Obligations'),
        departments: values('Departments'),
        tasks: values('Tasks'),
        year: values('Year')[0],
      };
      book.destroy();
      return answer;
    },

    told({ obligations, departments, tasks, year }, { matrix }) {
      const departmentPlaces = new Map(matrix.departments.map((one, index) => [one.name, index]));
      const taskPlaces = new Map(matrix.tasks.map((one, index) => [one.title, index]));
      const owed = obligations
        .filter(([, , , , , handedIn]) => handedIn === 0)
        .map(([period, department, task, , status, , days]) => [period, department, task, status, days]);
      return {
        obligations: obligations
          .filter(([period]) => period === PERIOD)
          .map(([, department, task, , status, , days]) => [task, department, status, days]),
        tasks,
        departments,
        owed: owed.sort(
          (a, b) =>
            (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) ||
            departmentPlaces.get(a[1]) - departmentPlaces.get(b[1]) ||
            taskPlaces.get(a[2]) - taskPlaces.get(b[2]),
        ),
        year,
      };
    },
  };
}
