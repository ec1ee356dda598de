/** The departments as a table to be typed into, or pasted into as a block. */
import type { DepartmentColumn, SetUpWords } from '../../messages/pages.ts';
import { departmentsSheet } from '../../workbook/sheets/departments.ts';
import { element } from '../dom.ts';
import { button, say } from '../page.ts';
import { headingsOf, type PastedTable, pastedTable } from './pasted-table.ts';

export type TypedDepartment = Record<DepartmentColumn, string>;

const COLUMNS: readonly DepartmentColumn[] = [
  'name',
  'contact',
  'mail',
  'aliases',
  'head',
  'headMail',
  'leader',
  'leaderMail',
  'archivist',
];

const blank = (name = ''): TypedDepartment =>
  Object.fromEntries(COLUMNS.map((key) => [key, key === 'name' ? name : ''])) as TypedDepartment;

export interface DepartmentsTable {
  readonly node: HTMLElement;
  readonly departments: () => readonly TypedDepartment[];
  /** Puts the plan's departments in, and keeps what was typed about those that were there. */
  readonly take: (names: readonly string[]) => void;
}

export function departmentsTable(words: SetUpWords): DepartmentsTable {
  let rows: TypedDepartment[] = [blank()];
  const body = element('tbody');
  const headings = COLUMNS.map((key) => element('th', { text: words.departments[key], scope: 'col' }));
  const known = knownHeadings(words);

  /** There is always a row to type into. */
  function draw(): void {
    if (rows.length === 0) rows.push(blank());
    body.replaceChildren(...rows.map(line));
  }

  function line(department: TypedDepartment, index: number): HTMLTableRowElement {
    const fields = COLUMNS.map((key, column) => {
      const label = words.cell({ row: index + 1, column: words.departments[key] });
      const field = element('input', { type: 'text', 'aria-label': label, class: key });
      field.value = department[key];
      field.addEventListener('input', () => {
        department[key] = field.value.trim();
      });
      field.addEventListener('paste', (event) => {
        const block = pastedTable(event.clipboardData?.getData('text/plain') ?? '');
        if (!block) return;
        event.preventDefault();
        paste(block, index, column);
      });
      return element('td', {}, [field]);
    });
    const remove = button('×', () => removeRow(index), {
      'aria-label': words.removeDepartment(department.name),
      class: 'remove',
    });
    return element('tr', {}, [...fields, element('td', {}, [remove])]);
  }

  /** Under headings the columns go where they belong, and a department that is there already is filled in, not repeated. */
  function paste(block: PastedTable, index: number, column: number): void {
    const keys = headingsOf(block[0], known);
    const entries = keys ? block.slice(1) : block;
    entries.forEach((cells, offset) => {
      const named = keys ? (cells[keys.indexOf('name')] ?? '') : '';
      const standing = named === '' ? index + offset : rows.findIndex(({ name }) => name === named);
      const row = rows[standing] ?? freeRow();
      cells.forEach((cell, at) => {
        const key = keys ? keys[at] : COLUMNS[column + at];
        if (key) row[key] = cell;
      });
    });
    draw();
    say(words.pasted(entries.length));
  }

  function freeRow(): TypedDepartment {
    const free = rows.find((row) => COLUMNS.every((key) => row[key] === ''));
    if (free) return free;
    const made = blank();
    rows.push(made);
    return made;
  }

  function removeRow(index: number): void {
    rows = rows.filter((_, at) => at !== index);
    draw();
    focusRow(Math.min(index, rows.length - 1));
  }

  const focusRow = (index: number) => body.rows[index]?.querySelector('input')?.focus();

  draw();
  return {
    node: element('div', {}, [
      element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': words.steps[1] }, [
        element('table', { class: 'departments' }, [
          element('thead', {}, [element('tr', {}, [...headings, element('td')])]),
          body,
        ]),
      ]),
      button(words.addDepartment, () => {
        rows.push(blank());
        draw();
        focusRow(rows.length - 1);
      }),
    ]),
    departments: () => rows.filter(({ name }) => name !== ''),
    take: (names) => {
      const typed = new Map(rows.map((row) => [row.name, row]));
      const others = rows.filter(({ name, ...about }) => !names.includes(name) && Object.values(about).some(Boolean));
      rows = [...names.map((name) => typed.get(name) ?? blank(name)), ...others];
      draw();
    },
  };
}

/** As the sheet 部门 names its columns, with its aliases, and as this page does. */
function knownHeadings(words: SetUpWords): ReadonlyMap<string, DepartmentColumn> {
  const known = new Map<string, DepartmentColumn>();
  for (const { key, heading, aliases } of departmentsSheet.columns) {
    if (key !== 'active') for (const name of [heading, ...aliases]) known.set(name, key);
  }
  for (const key of COLUMNS) known.set(words.departments[key].replace(/\s/g, ''), key);
  return known;
}
