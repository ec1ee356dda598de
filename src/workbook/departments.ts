/** Reads and writes the departments sheet. */
import { at } from '../domain/at.ts';
import { cellOf } from '../domain/cell.ts';
import type { Finding } from '../domain/finding.ts';
import type { Department } from '../domain/matrix.ts';
import { indexNames } from '../domain/name.ts';
import type { CellRows, NewRows } from '../spreadsheet/cell.ts';
import { rowOf } from './declaration.ts';
import { locate } from './locate.ts';
import { refuseMissing } from './missing.ts';
import { departmentsSheet } from './sheets/departments.ts';

export interface ReadDepartments {
  readonly departments: readonly Department[];
  readonly findings: readonly Finding[];
}

/** One department a row that has a name. Aliases stand apart by 、 ， ； or spaces. */
export function readDepartments(rows: CellRows): ReadDepartments {
  const located = locate(departmentsSheet, rows);
  refuseMissing(departmentsSheet, located, ['name']);
  const departments: Department[] = [];
  const rowNumbers: number[] = [];
  rows.forEach((row, index) => {
    const cell = (key: keyof typeof located.at) => String(cellOf(row, located.at[key])).trim();
    if (index <= located.headingRow || cell('name') === '') return;
    rowNumbers.push(index + 1);
    departments.push({
      name: cell('name'),
      aliases: cell('aliases')
        .split(/[、,，;；\s]+/)
        .filter((alias) => alias !== ''),
      contact: cell('contact'),
      mail: cell('mail'),
      leader: cell('leader'),
      leaderMail: cell('leaderMail'),
      archivist: cell('archivist'),
      head: cell('head'),
      headMail: cell('headMail'),
      active: !/^(?:否|no|false|停用|0)$/i.test(cell('active')),
    });
  });
  const { clashes } = indexNames(departments.map(({ name, aliases }) => [name, ...aliases]));
  const findings = clashes.map(
    ({ name, first, second }): Finding => ({
      code: 'departmentRepeated',
      sheet: 'departments',
      rows: [at(rowNumbers, first), at(rowNumbers, second)],
      column: 'name',
      found: name,
    }),
  );
  return { departments, findings };
}

/** Rows for a new departments sheet. */
export function departmentRows(departments: readonly Department[]): NewRows {
  return departments.map((department) =>
    rowOf(departmentsSheet, {
      ...department,
      aliases: department.aliases.join('、'),
      active: department.active ? '是' : '否',
    }),
  );
}
